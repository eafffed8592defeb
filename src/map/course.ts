import type { Position } from 'geojson';
import { mercatorOf, WORLD } from '../model/mercator';

/** A way on the map, ready to be drawn and pointed at. */
export interface Course {
  /** `[longitude, latitude]` of its vertices, longitudes running on past 180. */
  line: readonly Position[];
  /** The same in steps of the world, modulo it. */
  x: Uint32Array;
  y: Uint32Array;
  /** How far each vertex is from the start, along the way on a flat map, in shares of the world. */
  along: Float64Array;
  /** The last of them. */
  length: number;
  /** Whether it is one even curve, so that where it is small fewer of its vertices show the same. */
  even: boolean;
}

/** The northernmost latitude, in degrees, that a flat map shows; what goes beyond runs along its edge. */
const EDGE = 85.05;

/** The course of a line whose longitudes run on; `even` where it is one curve with its vertices evenly along it. */
export function courseOf(line: readonly Position[], even = false): Course {
  const x = new Uint32Array(line.length);
  const y = new Uint32Array(line.length);
  const along = new Float64Array(line.length);
  let length = 0;
  for (const [index, [longitude = 0, latitude = 0]] of line.entries()) {
    const [east, south] = mercatorOf([longitude, Math.max(-EDGE, Math.min(EDGE, latitude))]) ?? [0, 0];
    x[index] = east;
    y[index] = south;
    if (index > 0) {
      const before = line[index - 1]?.[0] ?? 0;
      length += Math.hypot((longitude - before) / 360, (south - (y[index - 1] ?? 0)) / WORLD);
    }
    along[index] = length;
  }
  return { line, x, y, along, length, even };
}
