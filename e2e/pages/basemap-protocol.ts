import type { Lettering } from '../../src/map/basemap-layers';
import type { Projection } from '../../src/model/basemap';

/** What the bare basemap shows. */
export interface BasemapLook {
  theme: 'light' | 'dark';
  lettering: Lettering;
  center: [longitude: number, latitude: number];
  zoom: number;
  projection?: Projection;
  /** Address of an archive to draw instead of the offline ones. */
  archive?: string;
}

/** What the page lets a test do. */
export interface BasemapPage {
  /** Shows a look and waits until the map rests. */
  show: (look: BasemapLook) => Promise<void>;
  /** How many features of each layer of the style are drawn, by layer id; of names, those that found room. */
  drawn: () => Record<string, number>;
  /** The colour, `0xrrggbb`, in the middle of the map. */
  middle: () => number;
}

declare global {
  interface Window {
    basemapPage: BasemapPage;
  }
}
