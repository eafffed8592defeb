import type { GeometryCollection, Topology } from 'topojson-specification';
import { packageData } from '../package-data.ts';

/** Scale of Natural Earth's data: 1:50 million for the lower zooms, 1:10 million from there on. */
export type Scale = '50m' | '10m';

/** A country as world-atlas has it. `id` is its numeric code of ISO 3166-1; territories without one have none. */
export interface CountryProperties {
  name: string;
}

export type CountryAtlas = Topology<{ countries: GeometryCollection<CountryProperties>; land: GeometryCollection }>;

/** Natural Earth's countries and their land, from world-atlas. */
export function countryAtlas(scale: Scale): CountryAtlas {
  return packageData<CountryAtlas>(`world-atlas/countries-${scale}.json`);
}
