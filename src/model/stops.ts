import type { Columns } from './columns';
import { DATED_KINDS, isFacetShown, isReportedFacet, kindOf, rankOf, type DatedKind, type Shown } from './facet';
import type { Moment } from './moment';
import type { Tally } from './tally';
import { DAY, type CalendarDate } from './when';

/** What a stop spans: the date of its entries as they state it, or all that begins in a week, a month or a year. */
export type Span = 'date' | 'week' | 'month' | 'year';

/** A date to stop at, or a bin of dates where there are too many: something begins in it. */
export interface Stop extends Moment {
  span: Span;
  /** The date as precisely as the sources give it for the leading entry: a year stays a year. Of a week, its Monday. */
  calendar: CalendarDate;
  /** EDTF, as the URL has it: `2003`, `2019-12-31`, `2022-02-28/2022-03-06`. */
  edtf: string;
  /** How many of the shown entries begin here. */
  count: number;
  /** The same by kind, in the order of the legend, and whether the main report says any of them. */
  kinds: KindCount[];
  /** The rows `[first, last)` that begin here, hidden ones among them. */
  first: number;
  last: number;
  /** The row that stands for the stop in one line: what is reported before what is added, incidents before all else. */
  lead: number;
}

export interface KindCount {
  kind: DatedKind;
  count: number;
  reported: boolean;
}

/** More stops than this no slider holds and no reader steps through: they are binned. */
export const MOST_STOPS = 500;

/**
 * The stops of the entries that a filter shows, earliest first: one for each distinct first day, or one for each week,
 * month or year with something in it, whichever is the first to make no more than {@link MOST_STOPS}. Undated entries
 * make none.
 */
export function stopsOf(columns: Columns, tally: Tally, shown: Shown): Stop[] {
  const positions = [...tally.facets.keys()]
    .filter((position) => isFacetShown(tally.facets[position] ?? 0, shown))
    .sort((a, b) => rankOf(tally.facets[a] ?? 0) - rankOf(tally.facets[b] ?? 0));
  const days = [...tally.beginDays.keys()].filter((day) =>
    positions.some((position) => countIn(tally, position, [day, day + 1]) > 0),
  );
  for (const span of ['date', 'week', 'month', 'year'] as const) {
    const bins = binsOf(tally, days, span);
    if (bins.length > MOST_STOPS && span !== 'year') continue;
    return bins.map((bin) => stopOf(columns, tally, positions, span, bin));
  }
  return [];
}

/** A range `[first, last)` of positions in `Tally.beginDays`. */
type Bin = [first: number, last: number];

function binsOf(tally: Tally, days: readonly number[], span: Span): Bin[] {
  const bins: Bin[] = [];
  let current: number | undefined;
  for (const day of days) {
    const start = binStart(tally.beginDays[day] ?? 0, span);
    const last = bins.at(-1);
    if (last && start === current) last[1] = day + 1;
    else bins.push([day, day + 1]);
    current = start;
  }
  return bins;
}

function countIn(tally: Tally, position: number, [first, last]: Bin): number {
  const running = tally.begun[position];
  return (running?.[last] ?? 0) - (running?.[first] ?? 0);
}

/** `positions` are those of the shown facets, the leading first. */
function stopOf(columns: Columns, tally: Tally, positions: readonly number[], span: Span, bin: Bin): Stop {
  const kinds: KindCount[] = [];
  for (const position of positions) {
    const facet = tally.facets[position] ?? 0;
    const kind = kindOf(facet);
    const count = countIn(tally, position, bin);
    if (count === 0) continue;
    const known = kinds.find((each) => each.kind === kind);
    if (known) known.count += count;
    else kinds.push({ kind, count, reported: isReportedFacet(facet) });
  }
  const lead = leadIn(tally, positions, bin);
  const from = binStart(tally.beginDays[bin[0]] ?? 0, span);
  return {
    span,
    from,
    to: binEnd(from, span),
    ...namesOf(from, span, columns.precision[lead] ?? 2),
    count: kinds.reduce((sum, { count }) => sum + count, 0),
    kinds: kinds.sort((a, b) => DATED_KINDS.indexOf(a.kind) - DATED_KINDS.indexOf(b.kind)),
    first: tally.firstRows[bin[0]] ?? 0,
    last: tally.firstRows[bin[1]] ?? columns.dated,
    lead,
  };
}

/** The earliest row among those of the lowest rank: positions of one rank, of several layers, lie together. */
function leadIn(tally: Tally, positions: readonly number[], [first, last]: Bin): number {
  let lead = -1;
  let rank = Infinity;
  for (const position of positions) {
    const own = rankOf(tally.facets[position] ?? 0);
    if (own > rank) break;
    const row = tally.leads[position]?.subarray(first, last).find((each) => each >= 0) ?? -1;
    if (row < 0) continue;
    lead = rank === Infinity ? row : Math.min(lead, row);
    rank = own;
  }
  return lead;
}

/** The first day of the bin that a day falls in. Weeks begin on Mondays (ISO 8601). */
function binStart(day: number, span: Span): number {
  if (span === 'date') return day;
  // 1 January 1970 was a Thursday.
  if (span === 'week') return day - ((((day + 3) % 7) + 7) % 7);
  const date = new Date(day * DAY);
  return date.setUTCMonth(span === 'year' ? 0 : date.getUTCMonth(), 1) / DAY;
}

function binEnd(from: number, span: Span): number {
  if (span === 'date') return from + 1;
  if (span === 'week') return from + 7;
  const date = new Date(from * DAY);
  return date.setUTCMonth(date.getUTCMonth() + (span === 'year' ? 12 : 1)) / DAY;
}

function namesOf(from: number, span: Span, precision: number): Pick<Stop, 'calendar' | 'edtf'> {
  const parts = { date: precision, week: 2, month: 1, year: 0 }[span];
  const calendar = calendarOf(from, parts);
  const edtf = edtfOf(calendar);
  return { calendar, edtf: span === 'week' ? `${edtf}/${edtfOf(calendarOf(from + 6, 2))}` : edtf };
}

/** `precision` 0 gives the year alone, 1 the month, 2 the day. */
function calendarOf(day: number, precision: number): CalendarDate {
  const date = new Date(day * DAY);
  return {
    year: date.getUTCFullYear(),
    ...(precision > 0 ? { month: date.getUTCMonth() + 1 } : {}),
    ...(precision > 1 ? { day: date.getUTCDate() } : {}),
    approximate: false,
    uncertain: false,
  };
}

/** A calendar date in EDTF, as precise as it is. */
function edtfOf(date: CalendarDate): string {
  const year = date.year < 0 ? `-${String(-date.year).padStart(4, '0')}` : String(date.year).padStart(4, '0');
  const parts = [date.month, date.day].filter((part) => part !== undefined);
  return [year, ...parts.map((part) => String(part).padStart(2, '0'))].join('-');
}

/**
 * Index of the last stop that begins at or before a day, the first stop where all are later, or -1 where there is
 * none. This is where the reader stands when a layer that owned the date is switched off.
 */
export function stopIndexAt(stops: readonly Stop[], day: number): number {
  let low = 0;
  let high = stops.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((stops[middle]?.from ?? Infinity) <= day) low = middle + 1;
    else high = middle;
  }
  return stops.length === 0 ? -1 : Math.max(0, low - 1);
}

/** The neighbouring stop after (`+1`) or before (`-1`) a day, or undefined at the ends. */
export function neighbourStop(stops: readonly Stop[], day: number, direction: 1 | -1): Stop | undefined {
  const index = stopIndexAt(stops, day);
  const at = stops[index];
  // From a day between two stops, or before them all, the nearest stop in that direction comes first.
  if (at && direction === -1 && at.to <= day) return at;
  if (at && direction === 1 && at.from > day) return at;
  return stops[index + direction];
}
