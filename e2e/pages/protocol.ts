import type { Position } from 'geojson';
import type { Clock } from '../../src/map/clock-layer';
import type { Theme } from '../../src/map/theme';
import type { SceneMark } from './scene';

/** What a map of the page shows, as plain data. What is left out stays as it is. */
export interface Look {
  camera?: { center: [longitude: number, latitude: number]; zoom: number };
  /** `bits` are the words of `Shown.bits`. */
  clock?: Omit<Clock, 'shown'> & { shown: { bits: number[]; context: boolean } };
  rings?: { at: Position; strength: 'selected' | 'hovered' }[];
  theme?: Theme;
  /** A CSS colour for all that lies under the marks. */
  ground?: string;
}

/** A map to open. It has the full size of the page's screen pixels unless `pixelRatio` says otherwise. */
export interface MapSpec {
  marks: SceneMark[];
  look: Required<Pick<Look, 'camera' | 'clock' | 'theme' | 'ground'>>;
  projection: 'mercator' | 'globe';
  width: number;
  height: number;
  pixelRatio?: number;
  /** So many more marks, of a day that is never shown. */
  crowd?: number;
}

/** A black symbol on a white ground. */
export interface Symbol {
  /** Where the map says that its place is, and where the middle of what is drawn is, in CSS pixels. */
  at: [number, number];
  middle: [number, number];
  /** Pixels of the screen that it covers, and those that it covers by halves. */
  covered: number;
  halves: number;
}

/** What the page lets a test do. Maps have names. */
export interface ClockPage {
  /** Opens a map and gives the colour in its middle when it first rests. */
  open: (name: string, spec: MapSpec) => Promise<number>;
  remove: (name: string) => void;
  /** Shows a look and gives a fingerprint of all pixels of the browser's next frame. */
  shoot: (name: string, look?: Look) => Promise<string>;
  /** Draws each look in turn, not waiting for the browser's frames, and weighs the symbol at its place. */
  weigh: (name: string, looks: { look: Look; place: Position }[]) => Symbol[];
  /** Draws each look in turn and gives the colours, `0xrrggbb`, under these points of the map in CSS pixels. */
  sample: (name: string, looks: Look[], points: [number, number][]) => number[][];
  /** Draws each look in turn and gives the colours at its places. */
  sampleAt: (name: string, looks: { look: Look; places: Position[] }[]) => number[][];
  /**
   * Shows each look at another time within a frame and gives what every frame held from then on, until two more were
   * drawn: the number of the look, and the colours under the points.
   */
  watch: (name: string, looks: Look[], points: [number, number][]) => Promise<{ look: number; colours: number[] }[]>;
  /** Where the map says that places are, in CSS pixels. */
  project: (name: string, places: Position[]) => [number, number][];
  /** Loses the WebGL context, shows a look to the layer and gets it back; the layers are added as the map view does. */
  lose: (name: string, look?: Look) => Promise<void>;
  /** How often a buffer of vertices or a texture was filled, in all maps, since the page opened. */
  uploads: () => number;
}

declare global {
  interface Window {
    clockPage: ClockPage;
  }
}
