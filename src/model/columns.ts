import type { Shown } from './facet';
import { isFacetShown } from './facet';
import type { Moment, State } from './moment';
import { hasBit } from './bit-set';

/** The day after every other, for what lasts, and for what is never replaced. */
export const FOREVER = 0x7fff_ffff;

/**
 * All entries of a story in order of date, a column for each thing that is asked at every step. What else they say is
 * read on demand. Days are days of the local calendar since 1970-01-01, as `When` divided by the length of a day.
 */
export interface Columns {
  /** Ids of the story's layers, in its order; a facet holds a position in this list. */
  layers: readonly string[];
  /** How many entries there are. */
  length: number;
  /** How many have a date: these come first, earliest first. */
  dated: number;
  /** First day. `FOREVER` where there is none. */
  begin: Int32Array;
  /** The first day on which it is over; `FOREVER` while it lasts. */
  end: Int32Array;
  /** See `facetOf`. */
  facet: Uint16Array;
  /** How precisely the first day is stated: 0 a year, 1 a month, 2 a day. */
  precision: Uint8Array;
  /** The first day of a later report of the same movement, which then stands for it. Null where there are no reports. */
  replaced: Int32Array | null;
  /** As `replaced`, of the reports that cite the main report. */
  replacedReported: Int32Array | null;
  /** The most days that an entry lasts, so that a window of dates is a range of rows. */
  longest: number;
  marks: Marks;
}

/**
 * The points where entries stand on a map, in the order of drawing: by first day, and of one day what leads a stop last,
 * so that it lies on top. An entry has none, one or several.
 */
export interface Marks {
  length: number;
  /** In steps of the world, see `mercatorOf`. */
  x: Uint32Array;
  y: Uint32Array;
  /** The row of the mark's entry. */
  entry: Uint32Array;
  /** Metres within which the point is honest, 0 where it says none. Null where no mark says any. */
  uncertainty: Float32Array | null;
  /** What stands there, its position among `FORMS`. Null where all are symbols. */
  form: Uint8Array | null;
}

/** What an entry is on the map: drawn as of now or past, or absent because it is ahead, undated, hidden or replaced. */
export type Drawn = 'now' | 'past' | 'absent';

/** The one rule of what a map draws at a moment, under a filter; the shader has the same. */
export function drawnState(columns: Columns, row: number, moment: Moment, shown: Shown): Drawn {
  const begin = columns.begin[row] ?? FOREVER;
  if (begin >= moment.to || !isRowShown(columns, row, shown)) return 'absent';
  const replaced = (shown.context ? columns.replaced : columns.replacedReported)?.[row] ?? FOREVER;
  if (replaced < moment.to) return 'absent';
  return (columns.end[row] ?? 0) > moment.from ? 'now' : 'past';
}

/** True where the filter and the search let a row through, at any date. */
export function isRowShown({ facet }: Columns, row: number, shown: Shown): boolean {
  return isFacetShown(facet[row] ?? 0, shown) && (!shown.found || hasBit(shown.found, row));
}

/** What is true of an entry at a moment, whether or not a filter hides it. */
export function stateOfRow(columns: Columns, row: number, moment: Moment): State {
  if (row >= columns.dated) return 'undated';
  if ((columns.begin[row] ?? FOREVER) >= moment.to) return 'ahead';
  return (columns.end[row] ?? 0) > moment.from ? 'now' : 'past';
}

/** How many values of a sorted column come before `limit`. */
export function countBefore(sorted: ArrayLike<number>, limit: number, length = sorted.length): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Infinity) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The marks, as `[first, last)`, of the rows `[from, to)`, which must hold whole days. */
export function marksOfRows({ marks }: Columns, from: number, to: number): [number, number] {
  return [countBefore(marks.entry, from, marks.length), countBefore(marks.entry, to, marks.length)];
}
