import type { DayRange, EventMode } from '../scene';
import type { Screen } from './screen';

export interface LoadRequest {
  container: HTMLElement;
  /** Address of the GeoJSON file. */
  url: string;
  mode: EventMode;
  /** Of every mark, in CSS pixels. */
  radius: number;
  /** The days to show first. */
  days: DayRange;
  /** To be called once the empty map is there: making it is no part of loading the events. */
  onmap: () => void;
  /** To be called in every frame, when all of it is drawn. */
  onframe: () => void;
}

/** A way to show dated events on a map and step through their dates. */
export interface Technique {
  /** What an application keeps beside the map, for its lists and cards: it counts as memory that is held. */
  held?: unknown;
  /** Makes the map and loads the events; resolves with what it draws on, before the first events are drawn. */
  load(request: LoadRequest): Promise<Screen>;
  /** Shows the events of the given days, by the technique's own documented means. */
  step(days: DayRange): void;
  /** Draws the same frame again, when the browser next draws. */
  repaint(): void;
  /** Resolves when the last step is drawn and no work is left. */
  settle(): Promise<void>;
}
