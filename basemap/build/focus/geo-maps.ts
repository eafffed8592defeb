import type { GeometryCollection, MultiPolygon, Polygon } from 'geojson';
import { boundsOf, meet, type Bounds } from '../geometry/bounds.ts';
import { polygonsOf, type Ring } from '../geometry/ring.ts';
import { packageData } from '../package-data.ts';

type GeoMap = GeometryCollection<Polygon | MultiPolygon>;

/** OpenStreetMap's land and lakes of November 2017, from @geo-maps. */
export type GeoMapName = '@geo-maps/earth-lands-100m' | '@geo-maps/earth-lakes-10m';

/** The polygons of one of @geo-maps' files that reach into one of `boxes`. */
export function geoMapPolygons(name: GeoMapName, boxes: readonly Bounds[]): Ring[][] {
  return packageData<GeoMap>(`${name}/map.geo.json`)
    .geometries.flatMap(polygonsOf)
    .filter(([outer = []]) => {
      const bounds = boundsOf(outer);
      return boxes.some((box) => meet(box, bounds));
    });
}
