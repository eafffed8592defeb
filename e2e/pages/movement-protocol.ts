import type { Position } from 'geojson';
import type { Focus } from '../../src/map/leg-states';
import type { Theme } from '../../src/map/theme';
import type { Feature } from '../../src/model/feature';
import type { Moment } from '../../src/model/moment';

/** What a map of movements shows; what is left out stays as it is. */
export interface MovementLook {
  camera?: { center: [longitude: number, latitude: number]; zoom: number };
  moment?: Moment;
  /** Whether added context shows. */
  context?: boolean;
  focus?: Focus;
}

/** A map to open. */
export interface MovementSpec {
  features: Feature[];
  layers: string[];
  look: Required<Pick<MovementLook, 'camera' | 'moment'>> & MovementLook;
  projection: 'mercator' | 'globe';
  width: number;
  height: number;
  theme: Theme;
  /** A CSS colour for all that lies under the movements. */
  ground: string;
}

/** What the page lets a test do. There is one map at a time. */
export interface MovementPage {
  open: (spec: MovementSpec) => Promise<void>;
  /** Shows a look and waits until the map rests. */
  show: (look: MovementLook) => Promise<void>;
  /** The movements' numbers that the map has placed, in the order of their places' names; it rests before. */
  labels: (look?: MovementLook) => Promise<string[]>;
  /** Shows a look, draws it here and now and gives the colours, `0xrrggbb`, at places. */
  sample: (look: MovementLook, places: Position[]) => number[];
  /** How many pixels of the map have a colour other than the ground's. */
  inked: (look: MovementLook) => number;
  /** The id of the movement whose line is under a place of the map, or so many pixels beside it. */
  movementAt: (place: Position, east: number, reach: number) => string | undefined;
  /** Steps to a look and gives, for each frame until nothing moves, the colours at places. */
  film: (look: MovementLook, places: Position[]) => Promise<number[][]>;
  lose: () => Promise<void>;
}

declare global {
  interface Window {
    movementPage: MovementPage;
  }
}
