import type { LineString, Point, Polygon } from 'geojson';
import type { MapFeature, Properties } from '../feature.ts';
import { boundsAround } from '../geometry/bounds.ts';
import { smoothLine, smoothRing } from '../geometry/smoothing.ts';
import { unvowelled } from '../names/arabic.ts';
import { LAYERS } from '../schema.ts';
import { builtArchive } from '../tiles/archive.ts';
import type { DetailCollection, DetailFeature } from './collections.ts';

const FIRST_ZOOM = 9;
const LAST_ZOOM = 12;
/** What says where a feature goes and comes from, and is no part of it. */
const NOT_COPIED = ['layer', 'sources', 'smooth'];

/** The authored detail of cities at zoom 9 to 12. */
export function detailArchive(collections: readonly DetailCollection[]): Uint8Array {
  const features = collections.flatMap((collection) => collection.features);
  const bounds = boundsAround(collections.map(({ bbox }) => bbox));
  const [west, south, east, north] = collections[0]?.bbox ?? bounds;
  return builtArchive({
    name: 'Dateline detail',
    description: 'Hand-drawn, schematic detail of a few cities, for the zooms 9 to 12',
    attribution: 'Schematic city detail: Dateline, GeoNames, Who’s On First',
    bounds,
    center: [(west + east) / 2, (south + north) / 2, LAST_ZOOM],
    minZoom: FIRST_ZOOM,
    maxZoom: LAST_ZOOM,
    parts: LAYERS.map((layer) => ({
      layer,
      features: features.filter(({ properties }) => properties.layer === layer).map(tileFeature),
      zooms: [FIRST_ZOOM, LAST_ZOOM] as const,
      tolerance: 3,
      // The edges of towns are drawn as soft as a kilometre wide.
      reach: 1 / 8,
    })),
  });
}

/** The feature with its own properties only, smoothed where that is asked for. */
export function tileFeature({ geometry, properties }: DetailFeature): MapFeature {
  const own = Object.entries(properties).filter(([name, value]) => !NOT_COPIED.includes(name) && value !== null);
  const written = own.map(([name, value]) => [name, name === 'name:ar' ? unvowelled(String(value)) : value]);
  return {
    type: 'Feature',
    geometry: properties.smooth ? smoothed(geometry) : geometry,
    properties: Object.fromEntries(written) as Properties,
  };
}

function smoothed(geometry: Point | LineString | Polygon): Point | LineString | Polygon {
  switch (geometry.type) {
    case 'Point':
      return geometry;
    case 'LineString':
      return { ...geometry, coordinates: smoothLine(geometry.coordinates) };
    case 'Polygon':
      return { ...geometry, coordinates: geometry.coordinates.map((ring) => smoothRing(ring)) };
  }
}
