import type { Polygon, MultiPolygon, Position } from 'geojson';

/** A closed ring: its last position repeats its first. */
export type Ring = Position[];

/** In km. */
const EARTH_RADIUS = 6371;

/** Area in square degrees, as on a flat map: above zero where the ring runs counter-clockwise. */
export function signedArea(ring: Ring): number {
  let doubled = 0;
  for (const [start, end] of edges(ring)) doubled += (start[0] ?? 0) * (end[1] ?? 0) - (end[0] ?? 0) * (start[1] ?? 0);
  return doubled / 2;
}

/** Area in km² on a sphere. */
export function ringSquareKilometres(ring: Ring): number {
  let sum = 0;
  for (const [[x1 = NaN, y1 = NaN], [x2 = NaN, y2 = NaN]] of edges(ring)) {
    sum += radians(x2 - x1) * (2 + Math.sin(radians(y1)) + Math.sin(radians(y2)));
  }
  return (Math.abs(sum) * EARTH_RADIUS ** 2) / 2;
}

/** Area in km² of the outer ring less its holes. */
export function polygonSquareKilometres([outer = [], ...holes]: Ring[]): number {
  return holes.reduce((area, hole) => area - ringSquareKilometres(hole), ringSquareKilometres(outer));
}

/** Whether `position` lies inside the ring, by the even-odd rule. */
export function ringContains(ring: Ring, [x = NaN, y = NaN]: Position): boolean {
  let inside = false;
  for (const [[x1 = NaN, y1 = NaN], [x2 = NaN, y2 = NaN]] of edges(ring)) {
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

/** The polygon's rings as RFC 7946 has them: the outer one counter-clockwise, holes clockwise. */
export function woundPolygon(rings: Ring[]): Ring[] {
  return rings.map((ring, index) => (signedArea(ring) > 0 === (index === 0) ? ring : ring.toReversed()));
}

/** The polygons of a geometry, each as its rings. */
export function polygonsOf(geometry: Polygon | MultiPolygon): Ring[][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** The ring with its end put on its start, if it is not there yet. */
export function closedRing(ring: Ring): Ring {
  const [first, last] = [ring[0], ring.at(-1)];
  if (!first || !last || (first[0] === last[0] && first[1] === last[1])) return ring;
  return [...ring, first];
}

/** Each pair of neighbours along a line or a closed ring. */
export function edges(line: Position[]): [Position, Position][] {
  return line.slice(1).map((end, index) => [line[index] ?? end, end]);
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
