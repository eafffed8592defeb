import { describe, expect, it } from 'vitest';
import type { MapFeature } from '../feature.ts';
import { isKind } from '../schema.ts';
import { airfieldNames, airfieldUse, readAirfields } from './airfields.ts';
import { cityNames, firstZoom, readCities, type City } from './cities.ts';
import { countryNames } from './countries.ts';
import { lakeNames } from './lakes.ts';
import { provinceNames, type Province } from './provinces.ts';
import { seaNames } from './seas.ts';

const CITIES = cityNames(readCities());
const COUNTRIES = countryNames();
const AIRFIELDS = airfieldNames(readAirfields());
const named = (features: readonly MapFeature[], english: string) =>
  features.filter(({ properties }) => properties['name:en'] === english).map(({ properties }) => properties);

describe('all names', () => {
  const all = [
    { layer: 'places', features: [...CITIES, ...COUNTRIES] },
    { layer: 'pois', features: AIRFIELDS },
    { layer: 'water', features: [...seaNames(), ...lakeNames()] },
  ] as const;

  it.each(all)('of $layer have kinds of the schema, whole zooms, and English', ({ layer, features }) => {
    for (const { properties } of features) {
      expect(isKind(layer, properties['kind'])).toBe(true);
      expect(Number.isInteger(properties['min_zoom'])).toBe(true);
      expect(properties['name']).toBe(properties['name:en']);
      expect(properties['name']).not.toBe('');
    }
  });

  it.each(all)('of $layer have Arabic without vowel marks, in Arabic letters', ({ features }) => {
    const arabic = features.map(({ properties }) => properties['name:ar']).filter((name) => name !== undefined);
    expect(arabic.length).toBeGreaterThan(9);
    expect(arabic.filter((name) => /[\u064B-\u0652]/.test(String(name)))).toEqual([]);
    expect(arabic.filter((name) => !/^[\u0600-\u06FF]/.test(String(name)))).toEqual([]);
  });
});

describe('cities', () => {
  it('are shown from the zooms that the list or their size says', () => {
    expect(named(CITIES, 'Baghdad')).toMatchObject([
      { kind_detail: 'city', capital: 'yes', min_zoom: 3, 'name:ar': 'بغداد' },
    ]);
    expect(named(CITIES, 'Kuwait City')).toMatchObject([{ capital: 'yes', min_zoom: 4, population_rank: 8 }]);
    expect(named(CITIES, 'Benghazi')).toMatchObject([{ min_zoom: 4 }]);
    expect(named(CITIES, 'Al-Qaim')).toMatchObject([{ min_zoom: 7 }]);
  });

  it('of one name: only the one that is meant', () => {
    expect(named(CITIES, 'Washington')).toMatchObject([{ capital: 'yes', 'name:ar': 'واشنطن' }]);
    expect(named(CITIES, 'Fayetteville').filter((city) => city['name:ar'])).toMatchObject([{ min_zoom: 7 }]);
  });

  it('have Arabic from the time zones', () => {
    // The one in Ontario has none.
    expect(named(CITIES, 'London').map((city) => city['name:ar'])).toEqual([undefined, 'لندن']);
    expect(named(CITIES, 'Melbourne')[0]?.['name:ar']).toBe('ميلبورن');
  });

  const city = (population: number, featureCode = 'PPL'): City => ({
    name: 'X',
    country: 'XX',
    featureCode,
    population,
    loc: { coordinates: [0, 0] },
  });

  it('come later the smaller they are', () => {
    expect([6e6, 3e6, 6e5, 3e5, 2e5, 5e4, 4000].map((population) => firstZoom(city(population)))).toEqual([
      3, 4, 5, 6, 7, 8, 9,
    ]);
    expect([2e6, 5e5, 5e4].map((population) => firstZoom(city(population, 'PPLC')))).toEqual([3, 4, 6]);
  });
});

describe('countries', () => {
  it('are named once each, at a zoom by their area', () => {
    expect(named(COUNTRIES, 'Iraq')).toMatchObject([{ kind: 'country', 'name:ar': 'العراق', min_zoom: 3 }]);
    expect(named(COUNTRIES, 'Russia')).toMatchObject([{ min_zoom: 0 }]);
    expect(named(COUNTRIES, 'Kuwait')).toMatchObject([{ min_zoom: 5 }]);
    expect(named(COUNTRIES, 'Kosovo')).toHaveLength(1);
    expect(new Set(COUNTRIES.map(({ properties }) => properties['name'])).size).toBe(COUNTRIES.length);
  });

  it('have their names inside', () => {
    const at = (english: string) => COUNTRIES.find(({ properties }) => properties['name'] === english)?.geometry;
    expect(at('Russia')).toMatchObject({ coordinates: [expect.closeTo(95, -1.5), expect.closeTo(62, -1)] });
    expect(at('United States')).toMatchObject({ coordinates: [expect.closeTo(-100, -1.5), expect.closeTo(40, -1)] });
  });
});

describe('airfields', () => {
  it('are military or civil where their names say so', () => {
    expect(airfieldUse('Al Udeid Air Base')).toBe('military');
    expect(airfieldUse('Erbil International Airport')).toBe('civil');
    expect(airfieldUse('Samarra East Air Base / Dhuluiya Airport')).toBeUndefined();
  });

  it('of the story come early', () => {
    expect(named(AIRFIELDS, 'Al Asad Air Base')).toMatchObject([{ kind_detail: 'military', min_zoom: 7 }]);
    expect(AIRFIELDS.filter(({ properties }) => properties['min_zoom'] === 7)).toHaveLength(10);
  });
});

describe('provinces', () => {
  const province = (adm0_a3: string, min_label: number): Province => ({
    type: 'Feature',
    properties: { adm0_a3, name: 'X', name_en: 'X', name_ar: 'محافظة الأنبار', latitude: 0, longitude: 0, min_label },
    geometry: { type: 'Polygon', coordinates: [] },
  });

  it('are named one zoom before Natural Earth says, from 5 on, without "governorate"', () => {
    const names = provinceNames([province('IRQ', 3.5), province('IRQ', 6.6), province('IRQ', 9)]);
    expect(names.map(({ properties }) => properties['min_zoom'])).toEqual([5, 6, 8]);
    expect(names[0]?.properties['name:ar']).toBe('الأنبار');
  });

  it('are left out where they come too late, and in Kuwait', () => {
    expect(provinceNames([province('IRQ', 9.5), province('FRA', 7.7), province('KWT', 5)])).toEqual([]);
  });
});
