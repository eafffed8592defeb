import { countBefore, FOREVER, type Columns } from './columns';
import { isFacetShown, type Shown } from './facet';
import type { Moment } from './moment';
import { hasBit, type BitSet } from './bit-set';

/**
 * Running totals of the columns by facet, so that a count at any moment is a look-up and never a walk over entries.
 * `begun[f][k]` is how many entries of facet `facets[f]` began before `beginDays[k]`, and one more for all of them;
 * `ended` the same for `endDays`.
 */
export interface Tally {
  /** The facets that occur, ascending. */
  facets: Uint16Array;
  /** The distinct first days, ascending. */
  beginDays: Int32Array;
  /** The first row of each of them, and the number of dated rows after the last. */
  firstRows: Uint32Array;
  begun: Uint32Array[];
  /** The distinct days on which something is over, ascending. */
  endDays: Int32Array;
  ended: Uint32Array[];
  /** The first row of each facet that begins on each of `beginDays`, or -1: what leads a stop. */
  leads: Int32Array[];
}

/** The running totals of columns, or of those of their rows that a search found. Takes one walk over them. */
export function tallyOf(columns: Columns, found?: BitSet): Tally {
  const { dated, begin, end } = columns;
  const facets = Uint16Array.from(new Set(columns.facet.subarray(0, dated))).sort();
  const beginDays = distinct(begin.subarray(0, dated));
  const ends = end.slice(0, dated).sort();
  const endDays = distinct(ends.subarray(0, countBefore(ends, FOREVER)));
  const positions = new Map([...facets].map((facet, position) => [facet, position]));
  const totals = (days: Int32Array) => Array.from(facets, () => new Uint32Array(days.length + 1));
  const begun = totals(beginDays);
  const ended = totals(endDays);
  const leads = Array.from(facets, () => new Int32Array(beginDays.length).fill(-1));
  const firstRows = new Uint32Array(beginDays.length + 1).fill(dated);
  const endAt = new Map(Array.from(endDays, (day, at) => [day, at]));
  let at = -1;
  for (let row = 0; row < dated; row++) {
    if (row === 0 || begin[row] !== begin[row - 1]) firstRows[++at] = row;
    if (found && !hasBit(found, row)) continue;
    const facet = positions.get(columns.facet[row] ?? 0) ?? 0;
    raise(begun[facet], at + 1, 1);
    const lead = leads[facet];
    if (lead?.[at] === -1) lead[at] = row;
    const over = endAt.get(end[row] ?? FOREVER);
    if (over !== undefined) raise(ended[facet], over + 1, 1);
  }
  for (const running of [...begun, ...ended]) {
    for (let index = 1; index < running.length; index++) raise(running, index, running[index - 1] ?? 0);
  }
  return { facets, beginDays, firstRows, begun, endDays, ended, leads };
}

/** How many entries of each facet of the tally are true at a moment. */
export function countTrue(tally: Tally, { from, to }: Moment): number[] {
  const begun = countBefore(tally.beginDays, to);
  const ended = countBefore(tally.endDays, from + 1);
  return Array.from(tally.facets, (_, f) => (tally.begun[f]?.[begun] ?? 0) - (tally.ended[f]?.[ended] ?? 0));
}

/** How many entries of each facet of the tally begin in a moment. */
export function countBeginning(tally: Tally, { from, to }: Moment): number[] {
  const first = countBefore(tally.beginDays, from);
  const after = countBefore(tally.beginDays, to);
  return tally.begun.map((running) => (running[after] ?? 0) - (running[first] ?? 0));
}

/** The sum of counts by facet, of the facets that a filter lets through, by `key` of a facet. */
export function sumBy<Key>(
  tally: Tally,
  counts: readonly number[],
  key: (facet: number) => Key,
  shown?: Shown,
): Map<Key, number> {
  const sums = new Map<Key, number>();
  for (const [position, facet] of tally.facets.entries()) {
    if (shown && !isFacetShown(facet, shown)) continue;
    sums.set(key(facet), (sums.get(key(facet)) ?? 0) + (counts[position] ?? 0));
  }
  return sums;
}

function raise(totals: Uint32Array | undefined, index: number, by: number): void {
  if (totals) totals[index] = (totals[index] ?? 0) + by;
}

function distinct(sorted: Int32Array): Int32Array {
  return sorted.filter((day, index) => index === 0 || day !== sorted[index - 1]);
}
