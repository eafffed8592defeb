import type { Stop } from '../model/stops';
import type { Stretch } from '../model/stretch';
import { DAY } from '../model/when';
import type { Messages } from './messages';
import { formatterOf } from './format';

/** Pixels that a character of a tick label takes, and the air between two labels. */
const CHARACTER = 6.3;
const AIR = 8;
/** Pixels that a label may reach beyond the first and the last stop, as the axis has it in its style. */
const OVERHANG = 26;

/** Pixels of an axis that labels have taken, from one to the other. */
export type Taken = [from: number, to: number][];

/**
 * The label under each stop of an evenly spaced axis `width` pixels wide, or undefined where it would touch another.
 * The date, the ends and the first stop of each year are placed first; only what changed is written: a year once,
 * then days and months.
 */
export function tickLabels(
  stops: readonly Stop[],
  { first, last }: Stretch,
  width: number,
  messages: Messages,
): (string | undefined)[] {
  const texts = stops.map((stop, index) => tickText(stop, stops[index - 1], messages));
  const labels: (string | undefined)[] = stops.map(() => undefined);
  const taken: Taken = [];
  const rank = (index: number) => {
    if (index === first || index === last) return 0;
    if (index === 0 || index === stops.length - 1) return 1;
    return stops[index]?.calendar.year === stops[index - 1]?.calendar.year ? 3 : 2;
  };
  const order = stops.map((_, index) => index).sort((a, b) => rank(a) - rank(b) || a - b);
  for (const index of order) {
    const text = texts[index] ?? '';
    const at = (index / Math.max(1, stops.length - 1)) * width;
    if (takeRoom(taken, at, labelWidth(text), width)) labels[index] = text;
  }
  return labels;
}

/** Pixels that a label under the axis takes, with the air about it. */
export function labelWidth(text: string): number {
  return text.length * CHARACTER + AIR;
}

/**
 * Takes `size` pixels about `at`, moved inward near the ends of an axis `width` pixels wide; false, and nothing is taken,
 * where they would touch what is taken.
 */
export function takeRoom(taken: Taken, at: number, size: number, width: number): boolean {
  const half = size / 2;
  const inward = Math.max(0, half - OVERHANG);
  const middle = Math.min(Math.max(at, inward), Math.max(inward, width - inward));
  if (taken.some(([from, to]) => middle + half > from && middle - half < to)) return false;
  taken.push([middle - half, middle + half]);
  return true;
}

/** The date of a stop as a label says it: of what it shares with the stop before only the day and month are written. */
export function tickText({ calendar, from }: Stop, before: Stop | undefined, messages: Messages): string {
  const sameYear = before?.calendar.year === calendar.year;
  const options: Intl.DateTimeFormatOptions = {};
  if (!sameYear || calendar.month === undefined) options.year = 'numeric';
  if (calendar.month !== undefined) options.month = 'short';
  if (calendar.day !== undefined) options.day = 'numeric';
  return formatterOf(messages, options).format(from * DAY);
}
