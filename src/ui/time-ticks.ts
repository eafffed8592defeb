import type { Stop } from '../model/stops';
import type { Stretch } from '../model/stretch';
import { DAY } from '../model/when';
import { formatterOf } from './format';
import type { Messages } from './messages';
import { labelWidth, takeRoom, tickText, type Taken } from './ticks';

/** An axis of which `positions`, in shares of its `width` in pixels, are as far apart as the stops are in time. */
interface TimeAxis {
  stops: readonly Stop[];
  positions: readonly number[];
  stretch: Stretch;
  width: number;
}

/** A tick of an axis that is true to scale. */
export interface TimeTick {
  /** Unique among the ticks. */
  key: string;
  /** Pixels from the first stop. */
  at: number;
  /** Undefined where it would touch another. */
  text: string | undefined;
  /** It is of a stop where the reader stands. */
  now: boolean;
}

type Unit = 'year' | 'month' | 'day';

/** The steps from tick to tick, finest first, and how many pixels one takes at least. */
const STEPS: readonly [unit: Unit, count: number, pixels: number][] = [
  ['day', 1, 48],
  ['day', 2, 48],
  ['day', 7, 48],
  ['month', 1, 56],
  ['month', 3, 56],
  ['month', 6, 56],
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].map((count): [Unit, number, number] => ['year', count, 44]),
];
const LENGTH: Record<Unit, number> = { year: 365.25, month: 30.44, day: 1 };

/**
 * The ticks from the first stop to the last, as close as their labels allow: days, months or years, at whole numbers of
 * these, and a label for each end of where the reader stands, which comes first. None of an axis without length.
 */
export function timeTicks({ stops, positions, stretch, width }: TimeAxis, messages: Messages): TimeTick[] {
  const [from, to] = [stops[0]?.from ?? 0, stops.at(-1)?.from ?? 0];
  const taken: Taken = [];
  const label = (at: number, text: string) => (takeRoom(taken, at, labelWidth(text), width) ? text : undefined);
  const own = [...new Set([stretch.first, stretch.last])].flatMap((index): TimeTick[] => {
    const [stop, at] = [stops[index], (positions[index] ?? 0) * width];
    return stop ? [{ key: `stop ${index}`, at, text: label(at, tickText(stop, undefined, messages)), now: true }] : [];
  });
  if (to <= from) return own;
  const [unit, count] = STEPS.find(([name, each, pixels]) => (width * LENGTH[name] * each) / (to - from) >= pixels) ??
    STEPS.at(-1) ?? ['year', 1];
  const days = daysOf(unit, count, from, to);
  const ticks = days.map((day, index): TimeTick => {
    const at = ((day - from) / (to - from)) * width;
    return { key: String(day), at, text: label(at, textOf(day, unit, days[index - 1], messages)), now: false };
  });
  return [...own, ...ticks];
}

/** The first days of all years, months or so many days of a month between two days, both inside. */
function daysOf(unit: Unit, count: number, from: number, to: number): number[] {
  const start = new Date(from * DAY);
  const days: number[] = [];
  let [year, month, date] = [start.getUTCFullYear(), start.getUTCMonth(), start.getUTCDate()];
  if (unit !== 'day') date = 1;
  if (unit === 'month') month -= month % count;
  if (unit === 'year') [year, month] = [Math.floor(year / count) * count, 0];
  for (;;) {
    const day = new Date(0).setUTCFullYear(year, month, date) / DAY;
    if (day > to) return days;
    if (day >= from) days.push(day);
    if (unit === 'year') year += count;
    else if (unit === 'month') month += count;
    else date += count;
  }
}

/** A year; a month, with its year where that is new; a day, with its month where that is new. */
function textOf(day: number, unit: Unit, before: number | undefined, messages: Messages): string {
  const [date, last] = [new Date(day * DAY), new Date((before ?? NaN) * DAY)];
  const options: Intl.DateTimeFormatOptions = {};
  if (unit === 'day') options.day = 'numeric';
  const isNew = date.getUTCMonth() !== last.getUTCMonth();
  if (unit === 'month' || (unit === 'day' && isNew)) options.month = 'short';
  if (unit === 'year' || (unit === 'month' && date.getUTCFullYear() !== last.getUTCFullYear()))
    options.year = 'numeric';
  return formatterOf(messages, options).format(day * DAY);
}
