/** A day in milliseconds. */
export const DAY = 86_400_000;

/** A point of the calendar as a source states it: only the parts that were stated are there. */
export interface CalendarDate {
  year: number;
  /** 1–12 */
  month?: number;
  /** 1–31 */
  day?: number;
  /** Wall-clock time where it happened, `HH:MM`. */
  time?: string;
  /** Offset from UTC as written, `+03:00` or `Z`. */
  offset?: string;
  /** EDTF `~` */
  approximate: boolean;
  /** EDTF `?` */
  uncertain: boolean;
}

/** One end of a date: a calendar date, `open` (EDTF `..`) or `unknown` (EDTF empty). */
export type Bound = CalendarDate | 'open' | 'unknown';

/**
 * A date as EDTF gives it, and the days it covers.
 *
 * `begin` and `end` are milliseconds of the *local* calendar written as if it were UTC, so a day is the day where it
 * happened and no reader's zone can shift it. Both fall on midnights; `end` is exclusive.
 */
export interface When {
  edtf: string;
  form: 'date' | 'interval' | 'one of' | 'other';
  lower: Bound;
  upper: Bound;
  /** The first day on which it is shown. A start no source gives is not shown before the stated end. */
  begin: number;
  /** The first day on which it is over; `Infinity` while it lasts. */
  end: number;
  /** Sorts within a day: `begin` plus the time of day, where one is stated. */
  order: number;
}

const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d(?::?\d\d)?)?)?)?)?([~?%])?$/;

/**
 * Reads a plain date, time, interval or `[a..b]` of EDTF (ISO 8601-2:2019) to a {@link When}; undefined for other forms
 * and for what is no date. Throws RangeError where the form is plain and there is no such day.
 */
export function readPlain(text: string): When | undefined {
  const lone = readDay(text);
  if (lone) return between(text, 'date', lone, lone);
  const set = /^\[([^,[\]{}]+)\.\.([^,[\]{}]+)\]$/.exec(text);
  const slash = text.split('/');
  if (set) return between(text, 'one of', readBound(set[1] ?? ''), readBound(set[2] ?? ''));
  if (slash.length === 2) return between(text, 'interval', readBound(slash[0] ?? ''), readBound(slash[1] ?? ''));
  const date = readDate(text);
  return date && between(text, 'date', date, date);
}

function readBound(text: string): Bound | undefined {
  if (text === '..') return 'open';
  if (text === '') return 'unknown';
  return readDate(text);
}

/** Reads `YYYY-MM-DD`, which nearly every date is, without a pattern; undefined for any other form and no such day. */
function readDay(text: string): CalendarDate | undefined {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return undefined;
  const year = readDigits(text, 0, 4);
  const month = readDigits(text, 5, 7);
  const day = readDigits(text, 8, 10);
  // What is in no common year goes the long way, which says what is wrong.
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= (SHORTEST_MONTHS[month] ?? 0))) return undefined;
  return { year, month, day, approximate: false, uncertain: false };
}

/** Days of each month in a common year, from 1. */
const SHORTEST_MONTHS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The number that the digits from `from` up to `to` write, or NaN where one is no digit. */
function readDigits(text: string, from: number, to: number): number {
  let number = 0;
  for (let index = from; index < to; index++) {
    const digit = text.charCodeAt(index) - 48;
    number = digit >= 0 && digit <= 9 ? number * 10 + digit : NaN;
  }
  return number;
}

function readDate(text: string): CalendarDate | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, offset, mark] = match;
  // Months 21 to 41 are EDTF seasons, which the library knows.
  if (month && Number(month) > 12) return undefined;
  const date: CalendarDate = {
    year: Number(year),
    approximate: mark === '~' || mark === '%',
    uncertain: mark === '?' || mark === '%',
  };
  if (month) date.month = Number(month);
  if (day) date.day = Number(day);
  if (hour && minute) date.time = `${hour}:${minute}`;
  if (offset) date.offset = offset;
  if (!exists(date)) throw new RangeError('there is no such day or time');
  return date;
}

function exists(date: CalendarDate): boolean {
  if (date.month === 0) return false;
  if (date.time !== undefined && !(date.time < '24:00' && date.time.slice(3) < '60')) return false;
  return date.day === undefined || new Date(beginOf(date)).getUTCDate() === date.day;
}

function between(text: string, form: When['form'], lower?: Bound, upper?: Bound): When | undefined {
  if (lower === undefined || upper === undefined) return undefined;
  if (typeof lower === 'string' && typeof upper === 'string') throw new RangeError('one end must be a date');
  const first = typeof lower === 'string' ? (upper as CalendarDate) : lower;
  const begin = beginOf(first);
  const end = upper === 'open' ? Infinity : endOf(upper === 'unknown' ? first : upper);
  const order = begin + minutesOf(first) * 60_000;
  if (end <= begin) throw new RangeError('it ends before it begins');
  return { edtf: text, form, lower, upper, begin, end, order };
}

/** The first midnight of a calendar date, in milliseconds of the local calendar. */
export function beginOf(date: CalendarDate): number {
  return midnight(date.year, (date.month ?? 1) - 1, date.day ?? 1);
}

/** The midnight after a calendar date: next day, next month or next year, as precise as the date is. */
export function endOf(date: CalendarDate): number {
  if (date.day !== undefined) return beginOf(date) + DAY;
  return date.month === undefined ? midnight(date.year + 1, 0, 1) : midnight(date.year, date.month, 1);
}

function midnight(year: number, month: number, day: number): number {
  // Date.UTC reads the years 0 to 99 as 1900 to 1999.
  return year > 99 ? Date.UTC(year, month, day) : new Date(0).setUTCFullYear(year, month, day);
}

function minutesOf(date: CalendarDate): number {
  return date.time ? Number(date.time.slice(0, 2)) * 60 + Number(date.time.slice(3)) : 0;
}

/** True where the date itself is in doubt: `~`, `?`, one of several days, or an end nobody gives. */
export function isUnsure(when: When): boolean {
  const doubted = [when.lower, when.upper].some(
    (bound) => bound === 'unknown' || (typeof bound === 'object' && (bound.approximate || bound.uncertain)),
  );
  return doubted || when.form === 'one of' || when.form === 'other';
}
