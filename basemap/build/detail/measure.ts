import type { Geometry, Position } from 'geojson';
import { edges, polygonsOf, ringContains } from '../geometry/ring.ts';

const EARTH_RADIUS_METRES = 6_371_008.8;
const METRES_PER_DEGREE = (EARTH_RADIUS_METRES * Math.PI) / 180;

/** Great-circle distance in metres (haversine). */
export function metresBetween([x1 = NaN, y1 = NaN]: Position, [x2 = NaN, y2 = NaN]: Position): number {
  const [lat1, lat2] = [radians(y1), radians(y2)];
  const half = (angle: number) => Math.sin(angle / 2) ** 2;
  const chord = half(lat2 - lat1) + Math.cos(lat1) * Math.cos(lat2) * half(radians(x2 - x1));
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(chord));
}

/** Direction in degrees clockwise from north in which `to` lies, seen from `from`. */
export function bearing(from: Position, to: Position): number {
  const [east, north] = offset(from, to);
  return ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360;
}

/** Shortest distance in metres from a point to a line or closed ring, on a plane that is true around the point. */
export function metresToLine(point: Position, line: Position[]): number {
  return Math.min(...edges(line.map((position) => offset(point, position))).map(originToSegment));
}

/** Shortest distance in metres from a point to what is drawn; none inside a polygon without holes. */
export function metresToGeometry(point: Position, geometry: Geometry): number {
  switch (geometry.type) {
    case 'Point':
      return metresBetween(point, geometry.coordinates);
    case 'LineString':
      return metresToLine(point, geometry.coordinates);
    case 'Polygon':
      return Math.min(
        ...polygonsOf(geometry).map(([ring = []]) => (ringContains(ring, point) ? 0 : metresToLine(point, ring))),
      );
    default:
      throw new Error(`Detail has no ${geometry.type}.`);
  }
}

/** Point half-way between two near points. */
export function midpoint([x1 = NaN, y1 = NaN]: Position, [x2 = NaN, y2 = NaN]: Position): Position {
  return [(x1 + x2) / 2, (y1 + y2) / 2];
}

/** Whether two lines cross, be it at a corner of one of them. */
export function linesCross(one: Position[], other: Position[]): boolean {
  return edges(one).some((edge) => edges(other).some((across) => areApart(edge, across) && areApart(across, edge)));
}

/** Whether the ends of `edge` lie on different sides of the line through `across`; on it counts as left of it. */
function areApart([start, end]: [Position, Position], [from, to]: [Position, Position]): boolean {
  return isLeft(start, from, to) !== isLeft(end, from, to);
}

function isLeft([x = NaN, y = NaN]: Position, [ax = NaN, ay = NaN]: Position, [bx = NaN, by = NaN]: Position): boolean {
  return (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= 0;
}

/** Metres east and north of `from`, near enough for tens of kilometres. */
function offset([x1 = NaN, y1 = NaN]: Position, [x2 = NaN, y2 = NaN]: Position): [number, number] {
  return [(x2 - x1) * METRES_PER_DEGREE * Math.cos(radians((y1 + y2) / 2)), (y2 - y1) * METRES_PER_DEGREE];
}

function originToSegment([[x1 = NaN, y1 = NaN], [x2 = NaN, y2 = NaN]]: [Position, Position]): number {
  const [width, height] = [x2 - x1, y2 - y1];
  const length = width * width + height * height;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(x1 * width + y1 * height) / length));
  return Math.hypot(x1 + along * width, y1 + along * height);
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
