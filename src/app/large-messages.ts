import type { Columns } from '../model/columns';
import type { Entry } from '../model/entry';
import type { Movement, Place, Story } from '../model/feature';
import type { Problem } from '../model/problem';
import type { Survey } from '../model/survey';
import type { Tally } from '../model/tally';
import type { Found, Wanted } from '../model/wanted';

/** A story and where its layers' files are. */
export interface LargeRequest {
  story: Story;
  /** The layers to read, by their position in the story, in its order. */
  files: { layer: number; url: string }[];
  /** True where the story is one file, without which there is nothing to show. */
  lone: boolean;
}

/** How far the reading has come. */
export interface Progress {
  bytes: number;
  /** Of all files; absent where a server does not say. */
  total?: number;
  events: number;
}

/** What to read for the page: entries by row, rows by feature and by place. */
export interface Question {
  rows: number[];
  features: string[];
  places: string[];
}

/** The rows, ascending, of the feature or at the place with this id. */
export type RowsOf = [id: string, rows: Uint32Array];

/** A part of what a question asked. */
export interface Answer {
  /** An entry is undefined where there is no such row. */
  entries?: [row: number, entry: Entry | undefined][];
  rowsOf?: RowsOf[];
  rowsAt?: RowsOf[];
}

/**
 * What the page says to the worker: first what to read, then what else it wants to know, one question at a time, and
 * what to search for, of which the last alone counts.
 */
export type ToWorker =
  | { say: 'read'; request: LargeRequest }
  | { say: 'ask'; question: Question }
  | { say: 'find'; search: number; wanted: Wanted }
  | { say: 'survey' };

/** What is read in full comes in parts, so that the page never stops for long; the columns come last. */
export type FromWorker =
  | { say: 'progress'; bytes: number; events: number }
  | { say: 'part'; places?: Place[]; movements?: Movement[]; problems?: Problem[] }
  | { say: 'whole'; whole: Whole }
  | { say: 'failed'; message: string }
  | { say: 'answer'; answer: Answer; last?: true }
  | { say: 'searching'; search: number; share: number }
  | { say: 'found'; search: number; found: Found | undefined }
  | { say: 'surveyed'; survey: Survey };

/** What a page asks at every step; its arrays are moved, not copied. */
export interface Whole {
  columns: Columns;
  tally: Tally;
  /** See `KDBush.from`. */
  index: ArrayBufferLike;
  lines: readonly number[];
  units: ReadonlyMap<number, string>;
  /** The rows of movements' reports, ascending, and of which movement, by position. */
  reportRows: Uint32Array;
  reportMovements: Uint32Array;
  moreProblems: number;
}
