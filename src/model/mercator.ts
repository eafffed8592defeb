import type { Position } from 'geojson';

/**
 * Steps round the world in which a mark's place is held: 2^32, or 9.3 mm at the equator. As unsigned 32-bit integers
 * their differences wrap round at the antimeridian by themselves, and are exact where a 32-bit float is not.
 */
export const WORLD = 2 ** 32;

/** The square of web mercator (EPSG:3857) ends at this latitude, in degrees north and south. */
const EDGE = 85.051_128_779_806_6;

/**
 * A `[longitude, latitude]` in degrees as `[x, y]` in steps of {@link WORLD}, x east from the antimeridian and y south
 * from the northern edge; undefined beyond the edge, where web mercator has no place for it.
 */
export function mercatorOf([longitude = NaN, latitude = NaN]: Position): [number, number] | undefined {
  if (!(Math.abs(latitude) <= EDGE) || !Number.isFinite(longitude)) return undefined;
  const sine = Math.sin((latitude * Math.PI) / 180);
  const x = longitude / 360 + 0.5;
  const y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  return [Math.floor((x - Math.floor(x)) * WORLD), Math.min(WORLD - 1, Math.max(0, Math.floor(y * WORLD)))];
}

/** The inverse of {@link mercatorOf}: `[longitude, latitude]` in degrees, in the middle of the step. */
export function positionOf(x: number, y: number): [number, number] {
  const north = Math.PI * (1 - (2 * (y + 0.5)) / WORLD);
  return [((x + 0.5) / WORLD) * 360 - 180, (Math.atan(Math.sinh(north)) * 180) / Math.PI];
}

/** The signed difference `a - b` of two x in steps, by the shorter way round the world. */
export function eastward(a: number, b: number): number {
  return (a - b) | 0;
}
