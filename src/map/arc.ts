import type { Position } from 'geojson';
import { bearingBetween, distanceBetween, pointAt } from '../model/geodesy';

const SIDES = 64;
/** A short line bends by this share of its length; a long haul is curved by the earth itself. */
const BEND = 0.12;
const LONG_HAUL = 3_000_000;

/**
 * The line of a movement from one point to another, `[longitude, latitude]`: the great circle, bent gently to its
 * left where it is short. It starts and ends outside `originRadius` and `targetRadius` metres, so that an end known
 * only as an area is never a pin. Longitudes run on past 180 so that no vertex jumps over the antimeridian.
 * Empty where the ends are one point or their areas touch.
 */
export function arcBetween(from: Position, to: Position, originRadius = 0, targetRadius = 0): Position[] {
  const length = distanceBetween(from, to);
  if (length === 0 || originRadius + targetRadius >= length) return [];
  const course = bearingBetween(from, to);
  const bend = BEND * length * Math.max(0, 1 - length / LONG_HAUL);
  const vertices: Position[] = [];
  for (let side = 0; side <= SIDES; side++) {
    const share = side / SIDES;
    const onCircle = pointAt(from, share * length, course);
    const ahead = share < 1 ? bearingBetween(onCircle, to) : bearingBetween(vertices.at(-1) ?? from, to);
    const vertex = pointAt(onCircle, bend * Math.sin(Math.PI * share), ahead - 90);
    vertices.push(continued(vertex, vertices.at(-1)));
  }
  const free = vertices.filter(
    (vertex) => distanceBetween(from, vertex) >= originRadius && distanceBetween(vertex, to) >= targetRadius,
  );
  // Between areas that nearly touch hardly a vertex is left, and the way is short enough to be straight.
  if (free.length > 1) return free;
  const start = pointAt(from, originRadius, course);
  return [start, continued(pointAt(from, length - targetRadius, course), start)];
}

/** The same point with its longitude within 180 degrees of the one before it. */
function continued([longitude = 0, latitude = 0]: Position, before: Position | undefined): Position {
  const turns = before ? Math.round((longitude - (before[0] ?? 0)) / 360) : 0;
  return [longitude - turns * 360, latitude];
}

/**
 * The direction of a line's head on a Mercator map: degrees clockwise from up, as MapLibre's `icon-rotate` takes it.
 */
export function headBearing(line: Position[]): number {
  const [from, to] = line.slice(-2);
  if (!from || !to) return 0;
  return (Math.atan2((to[0] ?? 0) - (from[0] ?? 0), mercatorY(to) - mercatorY(from)) * 180) / Math.PI;
}

function mercatorY([, latitude = 0]: Position): number {
  return (Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * 180) / Math.PI;
}

/** Width in pixels of a movement's line: grows with the square root of its strength, so that 100 and 4,000 both read. */
export function arrowWidth(people: number | undefined): number {
  return people === undefined ? 2 : Math.min(10, 2 + Math.sqrt(people) / 9);
}
