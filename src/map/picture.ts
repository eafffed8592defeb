import type { Map as MapLibre } from 'maplibre-gl';

/** A map to be printed: a data URL, and the credits that go with it. */
export interface Picture {
  url: string;
  credits: string;
}

/** What a map shows now. */
export function pictureOf(map: MapLibre): Picture {
  // What was drawn is kept only until the browser shows it.
  map.redraw();
  const credits = map.getContainer().querySelector('.maplibregl-ctrl-attrib-inner')?.textContent ?? '';
  return { url: map.getCanvas().toDataURL(), credits };
}
