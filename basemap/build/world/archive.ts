import type { Bounds } from '../geometry/bounds.ts';
import { builtArchive } from '../tiles/archive.ts';
import type { LayerPart } from '../tiles/tiler.ts';
import { airfieldNames, readAirfields } from './airfields.ts';
import { borders } from './borders.ts';
import { cityNames, readCities } from './cities.ts';
import { countryNames } from './countries.ts';
import { lakeNames, lakes } from './lakes.ts';
import { land } from './land.ts';
import { isNear, provinceBorders, provinceNames, readProvinces } from './provinces.ts';
import { readRivers, rivers } from './rivers.ts';
import { seaNames } from './seas.ts';

const LAST_ZOOM = 6;
/** Zooms of Natural Earth's coarser and of its finer data. */
const FAR = [0, 3] as const;
const NEAR = [4, LAST_ZOOM] as const;

/** The whole world at zoom 0 to 6, with all names. Within `detailed` another archive draws the rivers finer. */
export function worldArchive(detailed: readonly Bounds[]): Uint8Array {
  return builtArchive({
    name: 'Dateline world',
    description: 'Land, water, borders and names of the world, for the zooms 0 to 6',
    attribution: 'Natural Earth, GeoNames, OurAirports, Unicode CLDR',
    bounds: [-180, -85.0511288, 180, 85.0511288],
    center: [44, 33, 4],
    minZoom: 0,
    maxZoom: LAST_ZOOM,
    parts: worldParts(detailed),
  });
}

function worldParts(detailed: readonly Bounds[]): LayerPart[] {
  const provinces = readProvinces();
  const near = provinces.filter(isNear);
  const far = provinces.filter((province) => !isNear(province));
  return [
    { layer: 'earth', features: land('50m'), zooms: FAR, tolerance: 4 },
    { layer: 'earth', features: land('10m'), zooms: NEAR, tolerance: 6 },
    { layer: 'water', features: lakes(), zooms: [2, LAST_ZOOM], tolerance: 6 },
    { layer: 'water', features: rivers(readRivers(), detailed), zooms: [3, LAST_ZOOM], tolerance: 6 },
    { layer: 'water', features: [...seaNames(), ...lakeNames()], zooms: [0, LAST_ZOOM], tolerance: 0 },
    { layer: 'boundaries', features: borders('50m'), zooms: FAR, tolerance: 4 },
    { layer: 'boundaries', features: borders('10m'), zooms: NEAR, tolerance: 5 },
    { layer: 'boundaries', features: provinceBorders(near), zooms: [5, LAST_ZOOM], tolerance: 6 },
    { layer: 'boundaries', features: provinceBorders(far), zooms: [LAST_ZOOM, LAST_ZOOM], tolerance: 12 },
    { layer: 'pois', features: airfieldNames(readAirfields()), zooms: [0, LAST_ZOOM], tolerance: 0 },
    { layer: 'places', features: placeNames(provinces), zooms: [0, LAST_ZOOM], tolerance: 0 },
  ];
}

function placeNames(provinces: ReturnType<typeof readProvinces>) {
  return [...countryNames(), ...cityNames(readCities()), ...provinceNames(provinces)];
}
