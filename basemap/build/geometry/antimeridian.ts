import type { Position } from 'geojson';
import { boundsOf } from './bounds.ts';
import { clippedRing } from './clip.ts';
import { closedRing, edges, ringContains, type Ring } from './ring.ts';

/** Widest edge a map's ring may have: a longer one means that it goes round by the other side of the globe. */
const WIDEST_EDGE = 180;

/**
 * The polygon in pieces of which none crosses the antimeridian. Atlases in TopoJSON are stitched over it, so that a ring
 * jumps from 180° E to 180° W and would be drawn as a streak around the world. Holes stay in the piece they lie in.
 */
export function cutAtAntimeridian([outer = [], ...holes]: Ring[]): Ring[][] {
  if (!crosses(outer)) return [[outer, ...holes]];
  const pieces: Ring[][] = cutRing(outer).map((ring) => [ring]);
  for (const hole of holes.flatMap((ring) => (crosses(ring) ? cutRing(ring) : [ring]))) {
    const start = hole[0];
    if (start) pieces.find(([ring = []]) => ringContains(ring, start))?.push(hole);
  }
  return pieces;
}

/** Whether an edge of the line jumps from one side of the antimeridian to the other. */
export function crosses(line: Position[]): boolean {
  return edges(line).some(([start, end]) => Math.abs((end[0] ?? 0) - (start[0] ?? 0)) > WIDEST_EDGE);
}

function cutRing(ring: Ring): Ring[] {
  const whole = aroundPole(unwrapped(ring));
  const [west, , east] = boundsOf(whole);
  const pieces: Ring[] = [];
  for (let turn = Math.floor((west + 180) / 360); turn * 360 - 180 < east; turn++) {
    const piece = clippedRing(whole, [turn * 360 - 180, -90, turn * 360 + 180, 90]);
    if (piece) pieces.push(piece.map(([longitude = 0, latitude = 0]) => [longitude - turn * 360, latitude]));
  }
  return pieces;
}

/** The ring with longitudes that run on past 180° instead of jumping. */
function unwrapped(ring: Ring): Position[] {
  let turn = 0;
  let before: number | undefined;
  return ring.map(([longitude = 0, latitude = 0]) => {
    if (before !== undefined && longitude - before > WIDEST_EDGE) turn -= 360;
    if (before !== undefined && before - longitude > WIDEST_EDGE) turn += 360;
    before = longitude;
    return [longitude + turn, latitude];
  });
}

/** A line that ends a full turn from its start, as Antarctica's coast does, closed by way of the nearer pole. */
function aroundPole(line: Position[]): Ring {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last || Math.abs((last[0] ?? 0) - (first[0] ?? 0)) < 1) return closedRing(line);
  const pole = (first[1] ?? 0) < 0 ? -90 : 90;
  const [start, end] = [first[0] ?? 0, last[0] ?? 0];
  // In three steps, since one of more than half a turn would look like a jump.
  return [...line, ...[0, 1, 2, 3].map((step): Position => [end + ((start - end) * step) / 3, pole]), first];
}
