import { stopIndexAt, type Stop } from './stops';

/** Neighbouring stops by index, the first and the last of them. A single date is a stretch of one stop. */
export interface Stretch {
  first: number;
  last: number;
}

/**
 * The stops from one day to another, both of them inside: those that have not ended before `from` and begin by `to`. Where
 * no stop lies there, the one that {@link stopIndexAt} gives for `to`; -1 and -1 where there are no stops.
 */
export function stretchWithin(stops: readonly Stop[], from: number, to: number): Stretch {
  const last = stopIndexAt(stops, to);
  const first = stops.findIndex((stop) => stop.to > from);
  return { first: first < 0 ? last : Math.min(first, last), last };
}

/** The stretch moved by some stops as far as there are any of `total`; it stays as long as it is. */
export function slideStretch({ first, last }: Stretch, by: number, total: number): Stretch {
  const way = Math.max(-first, Math.min(total - 1 - last, by));
  return { first: first + way, last: last + way };
}

/** The stretch moved no further than it must so as to hold a stop. */
export function stretchHolding(stretch: Stretch, index: number, total: number): Stretch {
  const by = Math.min(0, index - stretch.first) + Math.max(0, index - stretch.last);
  return slideStretch(stretch, by, total);
}

/** A stretch in EDTF, as the URL has it: that of its one stop, or the interval from its first to its last. */
export function edtfOfStretch(stops: readonly Stop[], { first, last }: Stretch): string | undefined {
  const [from, to] = [stops[first]?.edtf, stops[last]?.edtf];
  if (from === undefined || to === undefined || first === last) return from;
  // A week is an interval itself.
  return `${from.split('/')[0]}/${to.split('/').at(-1)}`;
}
