import { expect, it } from 'vitest';
import { unvowelled } from './arabic.ts';
import { exemplarCities } from './exemplar-cities.ts';
import { looseKey, plainLatin } from './latin.ts';
import { nameFields } from './names.ts';
import { populationRank } from './population-rank.ts';
import { territories, territoriesByNumber } from './territories.ts';

it('takes vowel marks off Arabic names, and nothing else', () => {
  expect(unvowelled('عمّان')).toBe('عمان');
  expect(unvowelled('عُمان')).toBe('عمان');
  expect(unvowelled('آغا أبو إربد ؤ ئ')).toBe('آغا أبو إربد ؤ ئ');
  expect(nameFields('Amman', 'عمّان')).toEqual({ name: 'Amman', 'name:en': 'Amman', 'name:ar': 'عمان' });
});

it('writes transcriptions plainly', () => {
  expect(plainLatin('As Sulaymānīyah')).toBe('As Sulaymaniyah');
  expect(plainLatin('Al ‘Amārah')).toBe("Al 'Amarah");
  expect(plainLatin('Elazığ')).toBe('Elazig');
  expect(looseKey('St. John’s')).toBe(looseKey('St Johns'));
});

it('ranks populations by the steps of the Protomaps schema', () => {
  expect([0, 199, 200, 49_999, 50_000, 1e6, 4_999_999, 5e6, 1e9].map(populationRank)).toEqual([
    1, 1, 2, 7, 8, 12, 12, 13, 18,
  ]);
});

it('knows territories in both languages, by either code', () => {
  expect(territoriesByNumber().get('368')).toMatchObject({ code: 'IQ', english: 'Iraq', arabic: 'العراق' });
  expect(territories().get('CD')?.english).toBe('Congo (DRC)');
  expect(territories().get('IQ')?.population).toBeGreaterThan(4e7);
});

it('has the cities of time zones, those of grouped areas too', () => {
  const arabic = new Map(exemplarCities().map((city) => [city.english, city.arabic]));
  expect(arabic.get('New York')).toBe('نيويورك');
  expect(arabic.get('Ho Chi Minh City')).toBeDefined();
  expect(arabic.get('Cordoba') ?? arabic.get('Córdoba')).toBeDefined();
});
