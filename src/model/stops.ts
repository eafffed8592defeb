import type { Entry } from './entry';
import { KINDS } from './feature';
import type { CalendarDate, When } from './when';

/** A date to stop at: something begins on it, or the only date a source gives falls on it. */
export interface Stop {
  /** A midnight of the local calendar in milliseconds, as in `When`. */
  date: number;
  /** The date as precisely as the sources give it for the leading entry: a year stays a year. */
  calendar: CalendarDate;
  /** EDTF, as the URL has it: `2003`, `2019-12-31`. */
  edtf: string;
  /** The entries that begin here. */
  entries: Entry[];
}

/** One stop for each distinct date among the entries, earliest first. Undated entries make none. */
export function stopsOf(entries: readonly Entry[]): Stop[] {
  const stops = new Map<number, Stop>();
  for (const entry of entries) {
    if (!entry.when) continue;
    const date = entry.when.begin;
    const calendar = firstDate(entry.when);
    const stop = stops.get(date);
    if (!stop) stops.set(date, { date, calendar, edtf: edtfOf(calendar), entries: [entry] });
    else stop.entries.push(entry);
  }
  for (const stop of stops.values()) {
    const lead = leadOf(stop)?.when;
    if (lead) stop.calendar = firstDate(lead);
    stop.edtf = edtfOf(stop.calendar);
  }
  return [...stops.values()].sort((a, b) => a.date - b.date);
}

/** The date a thing is shown from, without its time of day or its doubts. */
function firstDate(when: When): CalendarDate {
  const bound = typeof when.lower === 'string' ? when.upper : when.lower;
  if (typeof bound === 'string') throw new TypeError('a date has at least one dated end');
  const { year, month, day } = bound;
  return {
    year,
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
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

/** The entry that stands for a stop in one line: what is reported before what is added, incidents before all else. */
export function leadOf(stop: Stop | undefined): Entry | undefined {
  const rank = ({ reported, kind }: Entry) => (reported ? 0 : KINDS.length) + KINDS.indexOf(kind);
  return stop?.entries.toSorted((a, b) => rank(a) - rank(b))[0];
}

/**
 * Index of the last stop at or before `date`, the first stop where all are later, or -1 where there is none.
 * This is where the reader stands when a layer that owned the date is switched off.
 */
export function stopIndexAt(stops: readonly Stop[], date: number): number {
  let low = 0;
  let high = stops.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((stops[middle]?.date ?? Infinity) <= date) low = middle + 1;
    else high = middle;
  }
  return stops.length === 0 ? -1 : Math.max(0, low - 1);
}

/** The neighbouring stop after (`+1`) or before (`-1`) a date, or undefined at the ends. */
export function neighbourStop(stops: readonly Stop[], date: number, direction: 1 | -1): Stop | undefined {
  const index = stopIndexAt(stops, date);
  const at = stops[index];
  // From a date between two stops, or before them all, the nearest stop in that direction comes first.
  if (at && direction === -1 && at.date < date) return at;
  if (at && direction === 1 && at.date > date) return at;
  return stops[index + direction];
}

/** A stretch without stops that dwarfs the others, drawn as a break in the axis. */
export interface Gap {
  /** The break comes after the stop with this index. */
  after: number;
  from: number;
  to: number;
}

/** How many times the middle gap a stretch must last, and at least how long in days, to be drawn as a break. */
const BREAK_FACTOR = 8;
const BREAK_DAYS = 60;

/** The gaps between neighbouring stops that an evenly spaced axis must show as breaks, or it would lie. */
export function gapsOf(stops: readonly Stop[]): Gap[] {
  const gaps = stops.slice(1).map((stop, index) => ({ after: index, from: stops[index]?.date ?? NaN, to: stop.date }));
  const lengths = gaps.map((gap) => gap.to - gap.from).sort((a, b) => a - b);
  const middle = lengths[Math.floor((lengths.length - 1) / 2)] ?? 0;
  const limit = Math.max(middle * BREAK_FACTOR, BREAK_DAYS * 86_400_000);
  return gaps.filter((gap) => gap.to - gap.from > limit);
}
