import type { MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import { mapFeature, type MapFeature } from '../feature.ts';
import { cutAtAntimeridian } from '../geometry/antimeridian.ts';
import { polygonsOf, woundPolygon } from '../geometry/ring.ts';
import { countryAtlas, type Scale } from './atlas.ts';

/** The land of the world, cut at the antimeridian: Natural Earth's countries made one. Holes are inland seas. */
export function land(scale: Scale): MapFeature<Polygon>[] {
  const atlas = countryAtlas(scale);
  return feature(atlas, atlas.objects.land).features.flatMap(({ geometry }) =>
    polygonsOf(geometry as Polygon | MultiPolygon)
      .flatMap(cutAtAntimeridian)
      .map((rings) => mapFeature({ type: 'Polygon', coordinates: woundPolygon(rings) }, { kind: 'earth' })),
  );
}
