import type { Feature, Geometry } from 'geojson';

/** What a vector tile can hold of a feature: flat, and never null. */
export type Properties = Record<string, string | number | boolean>;

/** A feature on its way into tiles. Coordinates are WGS84 degrees, longitude first. */
export type MapFeature<G extends Geometry = Geometry> = Feature<G, Properties>;

/** The feature of `geometry` with the properties that are known: those that are `undefined` are left out. */
export function mapFeature<G extends Geometry>(
  geometry: G,
  properties: Record<string, string | number | boolean | undefined>,
): MapFeature<G> {
  const known = Object.entries(properties).filter(([, value]) => value !== undefined);
  return { type: 'Feature', geometry, properties: Object.fromEntries(known) as Properties };
}

/** The feature of a place that is a point, at `position`. */
export function pointFeature(
  [longitude, latitude]: readonly [number, number],
  properties: Record<string, string | number | boolean | undefined>,
): MapFeature {
  return mapFeature({ type: 'Point', coordinates: [longitude, latitude] }, properties);
}
