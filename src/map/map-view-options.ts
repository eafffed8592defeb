import type { Basemap } from '../model/basemap';
import type { Chronicle } from '../model/chronicle';
import type { Camera } from './camera';
import type { Hit } from './hit';
import type { ForceWords } from './movement-labels';
import type { DetailArea } from './offline-basemap';
import type { Theme } from './theme';

/** What a map is made with, and whom it tells. */
export interface MapViewOptions {
  container: HTMLElement;
  chronicle: Chronicle;
  /** Its addresses are absolute. */
  basemap: Basemap;
  theme: Theme;
  /** BCP 47, of the basemap's names. */
  language: string;
  /** In which the page is read: controls stand at its start, and what covers the map at its end. */
  direction: 'ltr' | 'rtl';
  /** `[west, south, east, north]`, framed when there is no camera. */
  bounds?: readonly [number, number, number, number];
  camera?: Camera;
  /** Two fingers or a key are needed to move the map, so that the page around an embed still scrolls. */
  cooperative: boolean;
  /** Words of MapLibre's controls, by its locale keys. */
  locale: Record<string, string>;
  /** The words beside a movement's line. */
  words: ForceWords;
  /** The reader chose what is at a point. */
  onselect: (hit: Hit) => void;
  /** The pointer came upon a movement, or left it. */
  onhover: (movement: string | undefined) => void;
  onmove: (camera: Camera) => void;
  /** The basemap at an address cannot be drawn, and the offline one is in its place; undefined: all is well. */
  onbasemapfail: (url: string | undefined) => void;
  /** The area of schematic detail that is in view, if any. */
  ondetail: (area: DetailArea | undefined) => void;
  /** The first whole picture is drawn. */
  ondrawn: () => void;
}
