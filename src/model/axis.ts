import { DATED_KINDS } from './facet';
import type { KindCount, Stop } from './stops';

/** Where each stop stands on an axis of time, in shares of it from 0 to 1: as far apart as their first days are. */
export function truePositions(stops: readonly Stop[]): number[] {
  const first = stops[0]?.from ?? 0;
  const whole = (stops.at(-1)?.from ?? 0) - first;
  return stops.map(({ from }) => (whole > 0 ? (from - first) / whole : 0));
}

/** Index of the stop nearest to a share of the axis, the earlier of two that are as near; -1 where there are none. */
export function nearestStop(positions: readonly number[], share: number): number {
  let nearest = -1;
  let distance = Infinity;
  for (const [index, position] of positions.entries()) {
    const own = Math.abs(position - share);
    if (own >= distance) continue;
    nearest = index;
    distance = own;
  }
  return nearest;
}

/**
 * Where a day lies on an axis whose stops stand at `positions`, in shares of it: between two stops by the days from one to
 * the other, before the first at 0, after the last at 1.
 */
export function placeOfDay(stops: readonly Stop[], positions: readonly number[], day: number): number {
  const after = stops.findIndex(({ from }) => from > day);
  if (after === 0) return 0;
  if (after < 0) return positions.at(-1) ?? 0;
  const [from = 0, to = 0] = [stops[after - 1]?.from, stops[after]?.from];
  const [start = 0, end = 0] = [positions[after - 1], positions[after]];
  return start + ((day - from) / (to - from)) * (end - start);
}

/** Stops that are drawn as one. */
export interface Bar {
  /** Pixels from the first stop to its middle. */
  at: number;
  kinds: KindCount[];
  count: number;
  /** Its first and its last stop, by index. */
  first: number;
  last: number;
}

/** Stops in bars that lie at least `pitch` pixels apart: what falls together is counted together, at its first stop. */
export function barsOf(stops: readonly Stop[], places: readonly number[], pitch: number): Bar[] {
  const bars: Bar[] = [];
  for (const [index, { kinds, count }] of stops.entries()) {
    const at = places[index] ?? 0;
    const last = bars.at(-1);
    // A pixel's share more or less is the arithmetic's.
    if (!last || at - last.at > pitch - 0.01) bars.push({ at, kinds, count, first: index, last: index });
    else {
      last.kinds = sumOfKinds(last.kinds, kinds);
      last.count += count;
      last.last = index;
    }
  }
  return bars;
}

function sumOfKinds(a: readonly KindCount[], b: readonly KindCount[]): KindCount[] {
  return DATED_KINDS.flatMap((kind) => {
    const own = [...a, ...b].filter((each) => each.kind === kind);
    if (own.length === 0) return [];
    const count = own.reduce((sum, each) => sum + each.count, 0);
    return [{ kind, count, reported: own.some(({ reported }) => reported) }];
  });
}
