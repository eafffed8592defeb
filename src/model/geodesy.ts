import type { Position } from 'geojson';

/** Mean radius of the earth in metres (IUGG). */
export const EARTH = 6_371_008.8;
const RADIANS = Math.PI / 180;

/** Great-circle distance in metres between two `[longitude, latitude]` points on a sphere (haversine). */
export function distanceBetween(a: Position, b: Position): number {
  const [lon1, lat1] = radians(a);
  const [lon2, lat2] = radians(b);
  const h = Math.sin((lat2 - lat1) / 2) ** 2 + Math.cos(lat1) * Math.cos(lat2) * Math.sin((lon2 - lon1) / 2) ** 2;
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Initial bearing from `a` to `b` in degrees, clockwise from north, -180 to 180. */
export function bearingBetween(a: Position, b: Position): number {
  const [lon1, lat1] = radians(a);
  const [lon2, lat2] = radians(b);
  const y = Math.sin(lon2 - lon1) * Math.cos(lat2);
  const x = Math.cos(lat1) * Math.sin(lat2) - Math.sin(lat1) * Math.cos(lat2) * Math.cos(lon2 - lon1);
  return Math.atan2(y, x) / RADIANS;
}

/** The point `metres` away from `origin` along a great circle at `bearing` degrees, `[longitude, latitude]`. */
export function pointAt(origin: Position, metres: number, bearing: number): Position {
  const [lon, lat] = radians(origin);
  const angle = metres / EARTH;
  const course = bearing * RADIANS;
  const latitude = Math.asin(Math.sin(lat) * Math.cos(angle) + Math.cos(lat) * Math.sin(angle) * Math.cos(course));
  const longitude =
    lon +
    Math.atan2(
      Math.sin(course) * Math.sin(angle) * Math.cos(lat),
      Math.cos(angle) - Math.sin(lat) * Math.sin(latitude),
    );
  return [longitude / RADIANS, latitude / RADIANS];
}

/** A closed ring of 64 sides around `centre` with the true radius in metres, counter-clockwise (RFC 7946 §3.1.6). */
export function circleAround(centre: Position, metres: number): Position[] {
  const ring = Array.from({ length: 64 }, (_, side) => pointAt(centre, metres, (-side * 360) / 64));
  return [...ring, ring[0] as Position];
}

function radians(position: Position): [number, number] {
  return [(position[0] ?? NaN) * RADIANS, (position[1] ?? NaN) * RADIANS];
}
