import type { Position } from 'geojson';
import type { Bounds } from './bounds.ts';
import { closedRing, type Ring } from './ring.ts';

type Axis = 0 | 1;

/**
 * The part of a ring within `bounds` (Sutherland-Hodgman), closed; none if nothing is left. Where the ring leaves and
 * comes back, its parts stay joined along the edge of `bounds`, which no fill shows.
 */
export function clippedRing(ring: Ring, [west, south, east, north]: Bounds): Ring | undefined {
  let open = ring.slice(0, -1);
  open = cutSide(open, 0, west, 1);
  open = cutSide(open, 0, east, -1);
  open = cutSide(open, 1, south, 1);
  open = cutSide(open, 1, north, -1);
  return open.length < 3 ? undefined : closedRing(open);
}

/** What of an open ring lies at or beyond `limit` on one axis, in the direction of `sign`. */
function cutSide(open: Position[], axis: Axis, limit: number, sign: 1 | -1): Position[] {
  const kept: Position[] = [];
  let before = open.at(-1);
  for (const position of open) {
    if (!before) break;
    const inside = ((position[axis] ?? NaN) - limit) * sign >= 0;
    const wasInside = ((before[axis] ?? NaN) - limit) * sign >= 0;
    if (inside !== wasInside) kept.push(crossing(before, position, axis, limit));
    if (inside) kept.push(position);
    before = position;
  }
  return kept;
}

function crossing(start: Position, end: Position, axis: Axis, limit: number): Position {
  const [x1 = NaN, y1 = NaN] = start;
  const [x2 = NaN, y2 = NaN] = end;
  const share = axis === 0 ? (limit - x1) / (x2 - x1) : (limit - y1) / (y2 - y1);
  // The limit itself, not its sum: rounding must not leave it beside the edge.
  return axis === 0 ? [limit, y1 + share * (y2 - y1)] : [x1 + share * (x2 - x1), limit];
}
