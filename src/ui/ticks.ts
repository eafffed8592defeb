import type { Stop } from '../model/stops';
import { DAY } from '../model/when';
import type { Messages } from './messages';
import { formatterOf } from './format';

/** Pixels that a character of a tick label takes, and the air between two labels. */
const CHARACTER = 6.3;
const AIR = 8;
/** Pixels that a label may reach beyond the first and the last stop, as the axis has it in its style. */
const OVERHANG = 26;

/**
 * The label under each stop of an evenly spaced axis `width` pixels wide, or undefined where it would touch another.
 * The date, the ends and the first stop of each year are placed first; only what changed is written: a year once,
 * then days and months.
 */
export function tickLabels(
  stops: readonly Stop[],
  current: number,
  width: number,
  messages: Messages,
): (string | undefined)[] {
  const texts = stops.map((stop, index) => tickText(stop, stops[index - 1], messages));
  const labels: (string | undefined)[] = stops.map(() => undefined);
  const taken: [number, number][] = [];
  const rank = (index: number) => {
    if (index === current) return 0;
    if (index === 0 || index === stops.length - 1) return 1;
    return stops[index]?.calendar.year === stops[index - 1]?.calendar.year ? 3 : 2;
  };
  const order = stops.map((_, index) => index).sort((a, b) => rank(a) - rank(b) || a - b);
  for (const index of order) {
    const half = ((texts[index]?.length ?? 0) * CHARACTER + AIR) / 2;
    const inward = Math.max(0, half - OVERHANG);
    const at = (index / Math.max(1, stops.length - 1)) * width;
    const middle = Math.min(Math.max(at, inward), Math.max(inward, width - inward));
    if (taken.some(([from, to]) => middle + half > from && middle - half < to)) continue;
    taken.push([middle - half, middle + half]);
    labels[index] = texts[index];
  }
  return labels;
}

function tickText({ calendar, from }: Stop, before: Stop | undefined, messages: Messages): string {
  const sameYear = before?.calendar.year === calendar.year;
  const options: Intl.DateTimeFormatOptions = {};
  if (!sameYear || calendar.month === undefined) options.year = 'numeric';
  if (calendar.month !== undefined) options.month = 'short';
  if (calendar.day !== undefined) options.day = 'numeric';
  return formatterOf(messages, options).format(from * DAY);
}
