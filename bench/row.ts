import type { Task } from './plan';
import { median } from './statistics';

/** What is measured of a row; null where it could not be. Times are milliseconds, MB are millions of bytes. */
export interface Figures {
  /** From the start of loading to the first right picture, with fetching and parsing; of movements, to its lines. */
  firstMs: number | null;
  /** From a step's call to the presented frame in which all beacons show the new date: the median. */
  stepMs: number | null;
  /** The time that 95 % of the steps stay within. */
  stepP95Ms: number | null;
  /** Of movements, from a step's call to the map at rest with its numbers placed: the median. Null of events. */
  settledMs: number | null;
  /** The share of steps, 0 to 1, in which a presented frame mixed two dates. */
  tornShare: number | null;
  /** Distinct whole dates shown a second, when a step is asked for in every animation frame. */
  framesPerSecond: number | null;
  /** How long a step keeps the main thread busy, when the picture is not read. */
  mainMs: number | null;
  /** How long the call of a step takes to return. */
  callMs: number | null;
  /** From the call to the presented frame of the same picture once more, with no step. */
  fillMs: number | null;
  /** The longest task of the main thread while loading; 0 where none reached 50 ms. */
  longestTaskMs: number | null;
  /** What the page and its workers hold after loading. */
  heapMB: number | null;
  /** The size of the files of events or movements. */
  sourceMB: number | null;
  /** All that the page and its workers fetched, code and data. */
  transferMB: number | null;
}

/** A row of the table, by the names of the JSON file. */
export interface Row extends Task, Figures {
  /** `ok`, or `wrong: …` where a picture was, or `failed: …` with the reason where it could not be measured. */
  checks: string;
}

/** A row that nothing is known of yet. */
export function emptyRow(task: Task): Row {
  return {
    ...task,
    firstMs: null,
    stepMs: null,
    stepP95Ms: null,
    settledMs: null,
    tornShare: null,
    framesPerSecond: null,
    mainMs: null,
    callMs: null,
    fillMs: null,
    longestTaskMs: null,
    heapMB: null,
    sourceMB: null,
    transferMB: null,
    checks: 'ok',
  };
}

/** One row from several measurements of it: the median of each figure, and the first check that was not ok. */
export function combineRows(rows: readonly Row[]): Row {
  const [first] = rows;
  if (!first) throw new RangeError('there is no row to combine');
  const combined = { ...first };
  const figures = Object.keys(first).filter((name) => name.endsWith('Ms') || name.endsWith('MB'));
  for (const name of [...figures, 'tornShare', 'framesPerSecond'] as (keyof Figures)[]) {
    combined[name] = median(rows.map((row) => row[name]).filter((figure) => figure !== null));
  }
  return { ...combined, checks: rows.find(({ checks }) => checks !== 'ok')?.checks ?? 'ok' };
}
