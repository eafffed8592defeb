import type { Camera } from '../map/camera';
import { CERTAINTIES, CRITERIA, type Certainty, type Wanted } from '../model/wanted';
import type { ViewState } from './state.svelte';

/** What a page's address says. Parameters are short, plain and may all be missing. */
export interface Address extends ViewState {
  camera?: Camera;
  /** URL of a story.json or a .geojson. */
  data?: string;
  language?: string;
  theme?: string;
}

/** What each thing that a reader may look for is called. */
const PARAMETERS = { text: 'find', actor: 'actor', source: 'source', certainty: 'certainty' } as const;

const CAMERA = /^(\d+(?:\.\d+)?)\/(-?\d+(?:\.\d+)?)\/(-?\d+(?:\.\d+)?)$/;

/** Reads a query string (`?date=…&scale=true&off=…&sel=…&map=zoom/lat/lng&data=…&lang=…&theme=…
 * &find=…&actor=…&source=…&certainty=…`); what is wrong is left out. */
export function readAddress(query: string): Address {
  const parameters = new URLSearchParams(query);
  const text = (name: string) => parameters.get(name) || undefined;
  const address: Address = { off: text('off')?.split(',') ?? [] };
  const given = {
    date: text('date'),
    selection: text('sel'),
    data: text('data'),
    language: text('lang'),
    theme: text('theme'),
  };
  for (const [key, value] of Object.entries(given)) if (value !== undefined) Object.assign(address, { [key]: value });
  if (text('scale') === 'true') address.trueScale = true;
  const wanted = readWanted(text);
  if (Object.keys(wanted).length > 0) address.wanted = wanted;
  const [, zoom, latitude, longitude] = (CAMERA.exec(text('map') ?? '') ?? []).map(Number);
  if (
    zoom !== undefined &&
    latitude !== undefined &&
    longitude !== undefined &&
    Math.abs(latitude) <= 90 &&
    Math.abs(longitude) <= 180 &&
    zoom <= 24
  ) {
    address.camera = { zoom, latitude, longitude };
  }
  return address;
}

function readWanted(text: (name: string) => string | undefined): Wanted {
  const wanted: Wanted = {};
  for (const criterion of ['text', 'actor', 'source'] as const) {
    const value = text(PARAMETERS[criterion]);
    if (value !== undefined) wanted[criterion] = value;
  }
  const certainty = text(PARAMETERS.certainty);
  if (isCertainty(certainty)) wanted.certainty = certainty;
  return wanted;
}

function isCertainty(text: string | undefined): text is Certainty {
  return CERTAINTIES.some((certainty) => certainty === text);
}

/** The query string of a view: the inverse of {@link readAddress}, with what this page does not own left as it is. */
export function writeAddress(query: string, view: ViewState, camera: Camera | undefined): string {
  const parameters = new URLSearchParams(query);
  const set = (name: string, value: string | undefined) =>
    value ? parameters.set(name, value) : parameters.delete(name);
  set('date', view.date);
  set('scale', view.trueScale ? 'true' : undefined);
  set('off', view.off.join(','));
  set('sel', view.selection);
  for (const criterion of CRITERIA) set(PARAMETERS[criterion], view.wanted?.[criterion]);
  set('map', camera && [camera.zoom.toFixed(2), camera.latitude.toFixed(4), camera.longitude.toFixed(4)].join('/'));
  // Commas and slashes are legal in a query (RFC 3986 §3.4) and read better unescaped.
  const text = parameters.toString().replaceAll('%2C', ',').replaceAll('%2F', '/');
  return text ? `?${text}` : '';
}
