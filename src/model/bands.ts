import { dayOf } from './moment';
import { beginOf, endOf, type Bound, type CalendarDate, type When } from './when';

/** How an end of a date is known: to the day; within the days of the band; not at all; or it has none, as it lasts. */
export type BandEnd = 'sure' | 'soft' | 'unstated' | 'open';

/** The days that a date of which an end is unsure may cover, in days since 1970. */
export interface Band {
  from: number;
  /** The last day, itself covered; `Infinity` where the end is open. */
  last: number;
  start: BandEnd;
  end: BandEnd;
  /** It goes on all the while, and only its ends may be unsure; else it is somewhere in these days. */
  lasts: boolean;
}

/** The bands of the dates that are unsure, each once, earliest first. */
export function bandsOf(dates: readonly When[]): Band[] {
  const bands = dates.map(bandOf).filter((band) => band !== undefined);
  const distinct = new Map(bands.map((band) => [Object.values(band).join(), band]));
  return [...distinct.values()].sort((a, b) => a.from - b.from || b.last - a.last);
}

/**
 * The band of a date, or undefined where both ends are known to the day. "Around" a day is the day before and after it as
 * well, around a month or a year the one before and after. A start or end that no source gives covers no day: how far it
 * reaches nobody knows.
 */
export function bandOf(when: When): Band | undefined {
  const { lower, upper, form } = when;
  if (form === 'other') {
    const end = when.end === Infinity ? 'open' : 'soft';
    return { from: dayOf(when.begin), last: lastOf(when.end), start: 'soft', end, lasts: false };
  }
  const softened = form === 'one of' ? 'soft' : 'sure';
  const start = typeof lower === 'string' ? 'unstated' : isCoarse(lower) ? 'soft' : softened;
  const end = upper === 'open' ? 'open' : upper === 'unknown' ? 'unstated' : isCoarse(upper) ? 'soft' : softened;
  if (start === 'sure' && end === 'sure') return undefined;
  return {
    from: dayOf(when.begin - margin(lower)),
    last: lastOf(when.end + margin(upper)),
    start,
    end,
    lasts: form === 'interval' && start !== 'unstated' && end !== 'unstated',
  };
}

function lastOf(end: number): number {
  return end === Infinity ? Infinity : dayOf(end) - 1;
}

function isCoarse(date: CalendarDate): boolean {
  return date.day === undefined || date.approximate || date.uncertain;
}

/** How much earlier or later than stated it may be: as long as what is stated. */
function margin(bound: Bound): number {
  if (typeof bound === 'string' || !(bound.approximate || bound.uncertain)) return 0;
  return endOf(bound) - beginOf(bound);
}
