import type { Mode } from './scene';
import type { TechniqueName } from './techniques';

/** How long a series of measurements may go on: it ends at `most` of them, or when the time is up and there are `least`. */
export interface Budget {
  least: number;
  most: number;
  milliseconds: number;
}

export interface Loading {
  /** From the start of loading to the first right picture; null where the picture at rest was not right. */
  firstMs: number | null;
  /** The longest task of the main thread meanwhile; 0 where none was long, which is 50 ms. */
  longestTaskMs: number;
}

export interface Stepping {
  /** From each call to the presented frame that has all beacons at the new date. */
  latencies: number[];
  /** What each call itself took. */
  calls: number[];
  /** From each call to the map at rest; none where the map has nothing to do once the new date is drawn. */
  settled: number[];
  /** How many of the steps showed a picture that mixed two dates. */
  torn: number;
}

/** What the bench asks of its page, in this order. Times are milliseconds. Each rejects where it takes too long. */
export interface PageBench {
  /** Loads the technique's code. */
  prepare(technique: TechniqueName, mode: Mode): Promise<void>;
  /** Loads the file of `count` events or movements at `url` and shows the first date. */
  load(url: string, count: number): Promise<Loading>;
  /** What draws WebGL here, as the driver names itself. */
  renderer(): string;
  /** Bytes that the page and its workers hold, graphics memory left out. */
  memory(): Promise<number>;
  /** Compares the picture at rest at a step, counted round where there are fewer, with what it must be; returns what is wrong, or null. */
  check(step: number): Promise<string | null>;
  step(budget: Budget): Promise<Stepping>;
  /** Repaints a frame at rest, where dates vary that of several dates; returns what each repaint took. */
  repaint(budget: Budget): Promise<number[]>;
  /** Steps without reading the picture; returns how many steps it was. */
  stepUnread(budget: Budget): Promise<number>;
  /** Steps in every animation frame for some milliseconds; returns how many distinct dates were shown a second. */
  play(milliseconds: number): Promise<number>;
}

declare global {
  interface Window {
    bench: PageBench;
  }
}
