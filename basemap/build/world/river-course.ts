import type { Position } from 'geojson';
import { kilometresBetween } from '../geometry/distance.ts';
import { edges } from '../geometry/ring.ts';
import type { River } from './rivers.ts';

/** Ends of two lines this near, in km, are one: the data leaves small gaps where rivers meet. */
const GAP = 6;

/** Which lines of the data touch which, to follow a river from one to the next. */
export class RiverNetwork {
  private readonly lengths: Map<River, number>;

  constructor(private readonly lines: readonly River[]) {
    this.lengths = new Map(lines.map((line) => [line, lengthOf(line)]));
  }

  /** The lines of the shortest way from one line to another, both included; none if they do not touch by way of others. */
  course(from: River, to: River): River[] {
    const ways = new Map<River, { length: number; before: River | undefined }>([
      [from, { length: 0, before: undefined }],
    ]);
    const open = new Set([from]);
    while (open.size > 0) {
      const nearest = [...open].reduce((one, other) => (lengthIn(ways, other) < lengthIn(ways, one) ? other : one));
      if (nearest === to) return wayTo(to, ways);
      open.delete(nearest);
      for (const next of this.touching(nearest)) {
        const length = lengthIn(ways, nearest) + (this.lengths.get(next) ?? 0);
        if (length >= lengthIn(ways, next)) continue;
        ways.set(next, { length, before: nearest });
        open.add(next);
      }
    }
    return [];
  }

  private touching(line: River): River[] {
    return this.lines.filter(
      (other) => other !== line && endsOf(line).some((end) => endsOf(other).some((otherEnd) => isNear(end, otherEnd))),
    );
  }
}

type Ways = Map<River, { length: number; before: River | undefined }>;

function lengthIn(ways: Ways, line: River): number {
  return ways.get(line)?.length ?? Infinity;
}

function wayTo(line: River, ways: Ways): River[] {
  const before = ways.get(line)?.before;
  return before ? [...wayTo(before, ways), line] : [line];
}

function endsOf({ geometry: { coordinates } }: River): Position[] {
  return [coordinates[0] ?? [], coordinates.at(-1) ?? []];
}

function isNear(one: Position, other: Position): boolean {
  // The cheap test first: a kilometre is never more than a degree of latitude.
  return Math.abs((one[1] ?? NaN) - (other[1] ?? NaN)) < 1 && kilometresBetween(one, other) < GAP;
}

function lengthOf({ geometry }: River): number {
  return edges(geometry.coordinates).reduce((sum, [start, end]) => sum + kilometresBetween(start, end), 0);
}
