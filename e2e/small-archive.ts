import type { Geometry, Position } from 'geojson';
import { mapFeature, type MapFeature } from '../basemap/build/feature';
import type { LayerName } from '../basemap/build/schema';
import { builtArchive } from '../basemap/build/tiles/archive';

/** What one feature of each kind says in Protomaps' own tiles (schema version 4). */
const FEATURES: [LayerName, Geometry, Record<string, string | number | boolean>][] = [
  ['earth', box(-1, -1, 1, 1), { kind: 'earth' }],
  ['landcover', box(-0.3, -0.3, 0, 0), { kind: 'urban_area' }],
  ['landuse', box(0.1, 0.1, 0.2, 0.2), { kind: 'aerodrome' }],
  ['landuse', box(-0.2, -0.2, -0.1, -0.1), { kind: 'residential' }],
  ['water', box(0.25, -0.5, 1, 0.5), { kind: 'ocean' }],
  ['water', line([-0.5, 0.3], [0.2, 0.3]), { kind: 'river', name: 'نهر', 'name:en': 'River', min_zoom: 9 }],
  ['water', point(0.4, 0.05), { kind: 'sea', name: 'بحر', 'name:en': 'Sea', min_zoom: 3 }],
  ['roads', line([-0.5, -0.05], [0.2, -0.05]), { kind: 'highway', kind_detail: 'motorway', name: 'Highway' }],
  ['roads', line([-0.05, -0.5], [-0.05, 0.5]), { kind: 'major_road', kind_detail: 'primary', name: 'Road' }],
  ['roads', line([0.12, 0.12], [0.18, 0.18]), { kind: 'aeroway', kind_detail: 'runway' }],
  ['boundaries', line([-0.5, 0.2], [0.5, 0.2]), { kind: 'country', kind_detail: 2 }],
  ['boundaries', line([-0.5, 0.25], [0.5, 0.25]), { kind: 'country', kind_detail: 2, disputed: true }],
  ['boundaries', line([-0.2, -0.5], [-0.2, 0.5]), { kind: 'region', kind_detail: 4 }],
  ['pois', point(0.15, 0.15), { kind: 'aerodrome', name: 'Field', 'name:en': 'Field', min_zoom: 9 }],
  [
    'places',
    point(-0.15, 0.1),
    { ...named('City', 'مدينة'), kind: 'locality', kind_detail: 'city', population_rank: 12, min_zoom: 4 },
  ],
  ['places', point(-0.25, -0.25), { ...named('Quarter', 'حي'), kind: 'neighbourhood', min_zoom: 9 }],
];

function named(english: string, arabic: string) {
  return { name: arabic, 'name:en': english, 'name:ar': arabic };
}

function point(longitude: number, latitude: number): Geometry {
  return { type: 'Point', coordinates: [longitude, latitude] };
}

function line(...coordinates: Position[]): Geometry {
  return { type: 'LineString', coordinates };
}

function box(west: number, south: number, east: number, north: number): Geometry {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}

/** The bytes of a PMTiles archive about `[0, 0]`, zoom 8 to 10, with tiles as Protomaps makes them. */
export function smallArchive(): Uint8Array {
  const layers = new Map<LayerName, MapFeature[]>();
  for (const [layer, geometry, properties] of FEATURES) {
    layers.set(layer, [...(layers.get(layer) ?? []), mapFeature(geometry, properties)]);
  }
  return builtArchive({
    name: 'small',
    description: 'A few features of each kind',
    attribution: '© <b>Someone</b>',
    bounds: [-1, -1, 1, 1],
    center: [0, 0, 9],
    minZoom: 8,
    maxZoom: 10,
    parts: [...layers].map(([layer, features]) => ({ layer, features, zooms: [8, 10], tolerance: 3 })),
  });
}
