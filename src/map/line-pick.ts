import type { Position } from 'geojson';
import { worldShareOf } from './arc';

/** A line on a Mercator map as a pointer meets it, in shares of the world, its x running on past the antimeridian. */
export interface PickLine {
  x: Float64Array;
  y: Float64Array;
  /** The box round it. */
  west: number;
  east: number;
  north: number;
  south: number;
  /** Half the width it is drawn with, in pixels. */
  halfWidth: number;
}

/** Where a reader points. */
export interface LinePointer {
  /** On a Mercator map in shares of the world, of whichever copy of it. */
  x: number;
  y: number;
  /** A pixel in shares of the world, `1 / (512 * 2 ** zoom)` on a flat map. */
  pixel: number;
  /** By how many pixels the pointer may miss a line. */
  reach: number;
}

/** Makes a line ready to be picked: `[longitude, latitude]` in degrees running on past 180, and its width in pixels. */
export function pickLineOf(line: readonly Position[], width: number): PickLine {
  const x = new Float64Array(line.length);
  const y = new Float64Array(line.length);
  const box = { west: Infinity, east: -Infinity, north: Infinity, south: -Infinity };
  for (const [index, vertex] of line.entries()) {
    const [east, south] = worldShareOf(vertex);
    x[index] = east;
    y[index] = south;
    box.west = Math.min(box.west, east);
    box.east = Math.max(box.east, east);
    box.north = Math.min(box.north, south);
    box.south = Math.max(box.south, south);
  }
  return { x, y, ...box, halfWidth: width / 2 };
}

/**
 * The index of the line that a pointer is on or misses by least, within its reach; of several that it is on, the one
 * whose middle is nearest, and of equals the last, which is drawn on top. Undefined where none is so near. Any copy of
 * the world will do. `isDrawn` is asked only of lines that may be near.
 */
export function nearestLine(
  lines: readonly PickLine[],
  pointer: LinePointer,
  isDrawn: (index: number) => boolean = () => true,
): number | undefined {
  let nearest: number | undefined;
  let leastGap = pointer.reach * pointer.pixel;
  let leastDistance = Infinity;
  for (const [index, line] of lines.entries()) {
    const half = line.halfWidth * pointer.pixel;
    if (pointer.y < line.north - half - leastGap || pointer.y > line.south + half + leastGap) continue;
    const distance = distanceToCopies(line, pointer, half + leastGap);
    const gap = Math.max(0, distance - half);
    if (gap > leastGap || (gap === leastGap && distance > leastDistance) || !isDrawn(index)) continue;
    [nearest, leastGap, leastDistance] = [index, gap, distance];
  }
  return nearest;
}

/** The distance to the nearest copy of a line, or Infinity where none has its box within `reach`. */
function distanceToCopies(line: PickLine, { x, y }: LinePointer, reach: number): number {
  let least = Infinity;
  const last = Math.floor(line.east + reach - x);
  for (let turn = Math.ceil(line.west - reach - x); turn <= last; turn++) {
    least = Math.min(least, distanceTo(line, x + turn, y));
  }
  return least;
}

function distanceTo({ x, y }: PickLine, atX: number, atY: number): number {
  let least = Infinity;
  for (let vertex = 1; vertex < x.length; vertex++) {
    const fromX = x[vertex - 1] ?? NaN;
    const fromY = y[vertex - 1] ?? NaN;
    const east = (x[vertex] ?? NaN) - fromX;
    const south = (y[vertex] ?? NaN) - fromY;
    const square = east * east + south * south;
    const share = square > 0 ? ((atX - fromX) * east + (atY - fromY) * south) / square : 0;
    const within = Math.min(1, Math.max(0, share));
    const missX = atX - fromX - within * east;
    const missY = atY - fromY - within * south;
    least = Math.min(least, missX * missX + missY * missY);
  }
  return Math.sqrt(least);
}
