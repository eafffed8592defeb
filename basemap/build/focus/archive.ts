import type { Polygon } from 'geojson';
import { mapFeature, type MapFeature } from '../feature.ts';
import { boundsAround } from '../geometry/bounds.ts';
import { woundPolygon, type Ring } from '../geometry/ring.ts';
import { builtArchive } from '../tiles/archive.ts';
import { FOCUS_BOXES } from './boxes.ts';
import { geoMapPolygons } from './geo-maps.ts';
import { lakesOf } from './lakes.ts';
import { shoresOf } from './shores.ts';

const FIRST_ZOOM = 6;
const LAST_ZOOM = 9;

/**
 * Land, sea and lakes of the focus boxes at zoom 6 to 9. Land and sea cover a box wholly, and so hide the coarser world
 * beneath. The file is a database derived from OpenStreetMap (ODbL): nothing else may go into it.
 */
export function focusArchive(): Uint8Array {
  const lands = geoMapPolygons('@geo-maps/earth-lands-100m', FOCUS_BOXES);
  const lakes = geoMapPolygons('@geo-maps/earth-lakes-10m', FOCUS_BOXES);
  const boxes = FOCUS_BOXES.map((box) => {
    const shores = shoresOf(box, lands, lakes);
    return { ...shores, lakes: lakesOf(box, lakes, shores.sea) };
  });
  const water = [
    ...polygonFeatures(
      boxes.flatMap(({ sea }) => sea),
      'ocean',
    ),
    ...polygonFeatures(
      boxes.flatMap((box) => box.lakes),
      'lake',
    ),
  ];
  const zooms = [FIRST_ZOOM, LAST_ZOOM] as const;
  return builtArchive({
    name: 'Dateline focus',
    description: 'Land, sea and lakes of five focus areas, for the zooms 6 to 9, derived from OpenStreetMap; ODbL 1.0',
    attribution: '© OpenStreetMap contributors',
    bounds: boundsAround(FOCUS_BOXES),
    center: [44.4, 33.3, 9],
    minZoom: FIRST_ZOOM,
    maxZoom: LAST_ZOOM,
    parts: [
      {
        layer: 'earth',
        features: polygonFeatures(
          boxes.flatMap(({ land }) => land),
          'earth',
        ),
        zooms,
        tolerance: 4,
      },
      { layer: 'water', features: water, zooms, tolerance: 4 },
    ],
  });
}

function polygonFeatures(polygons: readonly Ring[][], kind: string): MapFeature<Polygon>[] {
  return polygons.map((rings) => mapFeature({ type: 'Polygon', coordinates: woundPolygon(rings) }, { kind }));
}
