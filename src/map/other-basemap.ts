import { addProtocol } from 'maplibre-gl';
import type { FontFacesSpecification, LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import { TileType } from 'pmtiles';
import { registerArchive } from './archive';
import { schemaStyle, tileSource } from './basemap';
import { SCHEMA_LAYERS, type Lettering } from './basemap-layers';
import { FONT_FACES } from './font-faces';
import { OFFLINE_GROUND, OFFLINE_MAX_ZOOM, offlineGroundTiles } from './offline-basemap';
import type { Theme } from './theme';

/** Another basemap than the offline one, as it has come. */
export interface OtherBasemap {
  /** A new style, which the caller may change. */
  style: (theme: Theme) => StyleSpecification;
  maxZoom: number;
  /** Whether its colours are its own, whatever the theme. */
  painted: boolean;
}

/** Archives are overzoomed so far, and to the zoom of the offline basemap at least. */
const OVERZOOM = 4;
/** Nothing is drawn nearer. */
export const MOST_ZOOM = 20;
/** How the names of an adopted style's layers and sources begin. */
const PREFIX = 'basemap-';
/** Name of an archive's source in the style. */
const ARCHIVE_SOURCE = 'tiles';
/** Whose data an archive in the Protomaps schema is, where it does not say. */
const OPENSTREETMAP = '© OpenStreetMap contributors';
/** What would move the camera, or lift the ground from under what is drawn on it. */
const LEFT_OUT = new Set(['center', 'zoom', 'bearing', 'pitch', 'roll', 'terrain']);

/** Whether an address is that of a PMTiles archive, and not of a style. */
export function isArchive(url: string): boolean {
  return /\.pmtiles$/i.test(new URL(url).pathname);
}

/**
 * Fetches a style, or what an archive says of itself, at an absolute address. Rejects with a reason where it cannot be
 * fetched or is no basemap; whether its tiles can be had is seen when they are drawn.
 */
export function fetchBasemap(url: string, lettering: Lettering, signal: AbortSignal): Promise<OtherBasemap> {
  return isArchive(url) ? openArchive(url, lettering) : fetchStyle(url, signal);
}

async function openArchive(url: string, lettering: Lettering): Promise<OtherBasemap> {
  const archive = registerArchive({ addProtocol }, url);
  const { minZoom, maxZoom, tileType } = await archive.getHeader();
  if (tileType !== TileType.Mvt) throw new Error('the archive holds no vector tiles');
  const metadata = (await archive.getMetadata()) as { vector_layers?: { id?: unknown }[]; attribution?: unknown };
  const held = new Set((metadata.vector_layers ?? []).map(({ id }) => id));
  const has = new Set(SCHEMA_LAYERS.filter((layer) => held.has(layer)));
  // Other schemas share some names, and would be drawn as a world of water.
  if (!has.has('earth') || !has.has('water')) throw new Error('the archive is not in the Protomaps basemap schema');
  const attribution = typeof metadata.attribution === 'string' ? metadata.attribution : OPENSTREETMAP;
  return {
    style: (theme) =>
      // An extract ends somewhere: beyond it there is land and sea, and not only sea.
      schemaStyle(theme, lettering, [...OFFLINE_GROUND, { id: ARCHIVE_SOURCE, has }], {
        ...offlineGroundTiles(),
        [ARCHIVE_SOURCE]: tileSource(url, [minZoom, maxZoom], attribution),
      }),
    maxZoom: Math.max(OFFLINE_MAX_ZOOM, maxZoom + OVERZOOM),
    painted: false,
  };
}

async function fetchStyle(url: string, signal: AbortSignal): Promise<OtherBasemap> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`it answered ${response.status} ${response.statusText}`.trim());
  const style = (await response.json()) as Partial<StyleSpecification> | null;
  if (style?.version !== 8 || !Array.isArray(style.layers) || typeof style.sources !== 'object') {
    throw new Error('it is no MapLibre style of version 8');
  }
  const adopted = adoptStyle(style as StyleSpecification, url);
  return { style: () => structuredClone(adopted), maxZoom: MOST_ZOOM, painted: true };
}

/**
 * A style as it can lie under a story: its names begin with `basemap-`, so that they are not the story's; and its
 * addresses are whole.
 */
export function adoptStyle(style: StyleSpecification, url: string): StyleSpecification {
  const resolve = (address: string) => resolveAddress(address, url);
  const kept = Object.fromEntries(
    Object.entries(style).filter(([name]) => !LEFT_OUT.has(name)),
  ) as unknown as StyleSpecification;
  const sources = Object.entries(style.sources).map(([id, source]) => [named(id), resolveSource(source, resolve)]);
  return {
    ...kept,
    ...(typeof kept.glyphs === 'string' ? { glyphs: resolve(kept.glyphs) } : {}),
    ...(typeof kept.sprite === 'string' ? { sprite: resolve(kept.sprite) } : {}),
    ...(Array.isArray(kept.sprite)
      ? { sprite: kept.sprite.map((sprite) => ({ ...sprite, url: resolve(sprite.url) })) }
      : {}),
    'font-faces': { ...structuredClone(FONT_FACES), ...resolveFonts(kept['font-faces'] ?? {}, resolve) },
    sources: Object.fromEntries(sources) as StyleSpecification['sources'],
    layers: style.layers.map((layer) => adoptLayer(layer)),
  };
}

/** An address that is relative to the style's; what is no web address, and no archive, is not ours to resolve. */
function resolveAddress(address: string, base: string): string {
  if (address.startsWith(ARCHIVE_SCHEME)) {
    const archive = resolveAddress(address.slice(ARCHIVE_SCHEME.length), base);
    registerArchive({ addProtocol }, archive.replace(/\/\{z\}.*$/, ''));
    return ARCHIVE_SCHEME + archive;
  }
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1];
  if (scheme !== undefined && !/^https?$/i.test(scheme)) return address;
  // The braces of `{z}` and `{fontstack}` are MapLibre's to fill.
  return new URL(address, base).href.replaceAll(/%7B([\w-]+)%7D/gi, '{$1}');
}

const ARCHIVE_SCHEME = 'pmtiles://';

function resolveFonts(fonts: FontFacesSpecification, resolve: (address: string) => string): FontFacesSpecification {
  const resolved = Object.entries(fonts).map(([name, face]) => [
    name,
    typeof face === 'string' ? resolve(face) : face.map((file) => ({ ...file, url: resolve(file.url) })),
  ]);
  return Object.fromEntries(resolved) as FontFacesSpecification;
}

function named(id: string): string {
  return PREFIX + id;
}

function adoptLayer(layer: LayerSpecification): LayerSpecification {
  const id = named(layer.id);
  return 'source' in layer && typeof layer.source === 'string'
    ? { ...layer, id, source: named(layer.source) }
    : { ...layer, id };
}

function resolveSource(source: SourceSpecification, resolve: (address: string) => string): SourceSpecification {
  const resolved: Record<string, unknown> = { ...source };
  const { url, data, tiles, urls } = resolved;
  if (typeof url === 'string') resolved['url'] = resolve(url);
  if (typeof data === 'string') resolved['data'] = resolve(data);
  if (Array.isArray(tiles)) resolved['tiles'] = tiles.map((tile) => resolve(String(tile)));
  if (Array.isArray(urls)) resolved['urls'] = urls.map((file) => resolve(String(file)));
  return resolved as unknown as SourceSpecification;
}

/** Whether a source of the style is another basemap's, and neither the story's nor the offline one's. */
export function isOtherSource(source: string | undefined): boolean {
  return source !== undefined && (source === ARCHIVE_SOURCE || source.startsWith(PREFIX));
}
