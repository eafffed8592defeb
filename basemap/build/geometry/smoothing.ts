import type { Position } from 'geojson';
import { closedRing, edges, type Ring } from './ring.ts';

/** The line with its corners cut twice (Chaikin); its ends stay. */
export function smoothLine(line: Position[], rounds = 2): Position[] {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last || line.length < 3 || rounds === 0) return line;
  // The first and last cut would move the ends.
  return smoothLine([first, ...cutCorners(line).slice(1, -1), last], rounds - 1);
}

/** The closed ring with its corners cut twice (Chaikin). */
export function smoothRing(ring: Ring, rounds = 2): Ring {
  return rounds === 0 ? ring : smoothRing(closedRing(cutCorners(ring)), rounds - 1);
}

/** The ring through the middles of its edges: takes the steps out of an outline that was traced from pixels. */
export function midpointRing(ring: Ring): Ring {
  return closedRing(edges(ring).map(([start, end]) => between(start, end, 0.5)));
}

function cutCorners(line: Position[]): Position[] {
  return edges(line).flatMap(([start, end]) => [between(start, end, 0.25), between(start, end, 0.75)]);
}

function between([x1 = 0, y1 = 0]: Position, [x2 = 0, y2 = 0]: Position, share: number): Position {
  return [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share];
}
