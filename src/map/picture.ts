import type { Map as MapLibre } from 'maplibre-gl';

/** How long a picture waits for a basemap, in milliseconds. */
const PATIENCE = 4000;

/** A map to be printed: a data URL, and the credits that go with it. */
export interface Picture {
  url: string;
  credits: string;
}

/** A map of which pictures are taken. */
export interface PicturedMap {
  /** What it shows now. */
  picture: () => Picture;
  /** Resolves once all that it was told is drawn, or after some patience. */
  settled: () => Promise<void>;
}

/** MapLibre's map, for pictures of it. */
export function picturedMap(map: MapLibre): PicturedMap {
  return {
    picture: () => {
      // What was drawn is kept only until the browser shows it.
      map.redraw();
      const credits = map.getContainer().querySelector('.maplibregl-ctrl-attrib-inner')?.textContent ?? '';
      return { url: map.getCanvas().toDataURL(), credits };
    },
    settled: async () => {
      const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
      const idle = map.once('idle');
      map.triggerRepaint();
      await Promise.race([idle, patience]);
    },
  };
}
