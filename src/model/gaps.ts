import type { Stop } from './stops';

/** A stretch without stops that dwarfs the others, drawn as a break in the axis. */
export interface Gap {
  /** The break comes after the stop with this index. */
  after: number;
  /** Its length in days. */
  days: number;
}

/** How many times the middle gap a stretch must last, and at least how long in days, to be drawn as a break. */
const BREAK_FACTOR = 8;
const BREAK_DAYS = 60;

/** The gaps between neighbouring stops that an evenly spaced axis must show as breaks, or it would lie. */
export function gapsOf(stops: readonly Stop[]): Gap[] {
  const gaps = stops.slice(1).map((stop, after) => ({ after, days: stop.from - (stops[after]?.from ?? NaN) }));
  const lengths = gaps.map(({ days }) => days).sort((a, b) => a - b);
  const middle = lengths[Math.floor((lengths.length - 1) / 2)] ?? 0;
  const limit = Math.max(middle * BREAK_FACTOR, BREAK_DAYS);
  return gaps.filter(({ days }) => days > limit);
}
