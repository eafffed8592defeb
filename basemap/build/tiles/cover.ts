import type { GeoJSON, Position } from 'geojson';
import type { MapFeature } from '../feature.ts';
import { boundsOf } from '../geometry/bounds.ts';

/** Web Mercator ends here, in degrees of latitude. */
const LAST_LATITUDE = 85.0511287798;

/** The tiles of a zoom that the bounds of the features reach, and their neighbours, which may hold a part of their edge. */
export function tilesNear(features: Iterable<MapFeature>, zoom: number): { x: number; y: number }[] {
  const width = 2 ** zoom;
  const columns = Array.from({ length: width }, () => new Set<number>());
  for (const feature of features) {
    const [west, south, east, north] = boundsOf(positionsOf(feature.geometry));
    for (let x = column(west, width) - 1; x <= column(east, width) + 1; x++) {
      for (let y = row(north, width) - 1; y <= row(south, width) + 1; y++) {
        if (y >= 0 && y < width) columns[(x + width) % width]?.add(y);
      }
    }
  }
  return columns.flatMap((rows, x) => [...rows].sort((one, other) => one - other).map((y) => ({ x, y })));
}

function column(longitude: number, width: number): number {
  return Math.min(width - 1, Math.floor(((longitude + 180) / 360) * width));
}

function row(latitude: number, width: number): number {
  const sine = Math.sin((Math.max(-LAST_LATITUDE, Math.min(LAST_LATITUDE, latitude)) * Math.PI) / 180);
  return Math.min(width - 1, Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * width));
}

/** All positions of a geometry. */
export function positionsOf(geometry: GeoJSON): Position[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates];
    case 'MultiPoint':
    case 'LineString':
      return geometry.coordinates;
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates.flat();
    case 'MultiPolygon':
      return geometry.coordinates.flat(2);
    default:
      return [];
  }
}
