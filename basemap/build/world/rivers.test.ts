import { describe, expect, it } from 'vitest';
import { RiverNetwork } from './river-course.ts';
import { RIVERS } from './river-names.ts';
import { nearestLine, readRivers, riverNames, rivers, type River } from './rivers.ts';

const LINES = readRivers();

const line = (...coordinates: [number, number][]): River => ({
  type: 'Feature',
  properties: { min_zoom: 4.2, strokeweig: 0.3 },
  geometry: { type: 'LineString', coordinates },
});

describe('each named river', () => {
  it.each(RIVERS)('$english: every point finds a line', ({ points }) => {
    expect(points.filter((point) => !nearestLine(LINES, point))).toEqual([]);
  });

  it('has lines of its own', () => {
    const named = new Set([...riverNames(LINES).values()].map(({ english }) => english));
    expect(RIVERS.map(({ english }) => english).filter((english) => !named.has(english))).toEqual([]);
  });
});

it('names the whole Tigris and Euphrates, but not each other’s water', () => {
  const names = riverNames(LINES);
  const at = (point: [number, number]) => names.get(nearestLine(LINES, point) ?? line())?.english;
  expect(
    [
      [43.13, 36.34],
      [44.4, 33.32],
      [44.54, 33.13],
      [46.76, 32.11],
    ].map((point) => at(point as [number, number])),
  ).toEqual(Array(4).fill('Tigris'));
  expect(
    [
      [38.1, 36.9],
      [40.9, 34.5],
      [43.5, 33.42],
      [45.2, 31.35],
    ].map((point) => at(point as [number, number])),
  ).toEqual(Array(4).fill('Euphrates'));
  expect(at([48.2, 30.4])).toBe('Shatt al-Arab');
});

it('writes kind, weight, names and a whole zoom', () => {
  const named = rivers(LINES).find(({ properties }) => properties['name:en'] === 'Tigris');
  expect(named?.properties).toMatchObject({ kind: 'river', name: 'Tigris', 'name:ar': 'دجلة' });
  for (const { properties } of rivers(LINES)) {
    expect([3, 4, 5]).toContain(properties['min_zoom']);
    expect(properties['weight']).toBeGreaterThan(0);
  }
});

it('sets apart what is drawn finer elsewhere', () => {
  const box = [44.2, 33.2, 44.6, 33.5] as const;
  const detailed = rivers(LINES, [box]).filter(({ properties }) => properties['detailed']);
  expect(new Set(detailed.map(({ properties }) => properties['name:en']))).toEqual(new Set(['Tigris']));
  for (const { geometry } of detailed) {
    for (const [longitude = 0, latitude = 0] of geometry.coordinates) {
      expect(longitude).toBeGreaterThanOrEqual(box[0] - 1e-9);
      expect(longitude).toBeLessThanOrEqual(box[2] + 1e-9);
      expect(latitude).toBeGreaterThanOrEqual(box[1] - 1e-9);
      expect(latitude).toBeLessThanOrEqual(box[3] + 1e-9);
    }
  }
  expect(rivers(LINES).some(({ properties }) => properties['detailed'])).toBe(false);
});

describe('a course', () => {
  const [upper, middle, lower, branch, far] = [
    line([0, 0], [1, 0]),
    // A gap of 2 km, as the data has them.
    line([1.02, 0], [2, 0]),
    line([2, 0], [3, 0]),
    line([1, 0], [1, 1]),
    line([9, 9], [9, 10]),
  ];
  const network = new RiverNetwork([upper, middle, lower, branch, far]);

  it('is the lines from one to another, without branches', () => {
    expect(network.course(upper, lower)).toEqual([upper, middle, lower]);
    expect(network.course(lower, lower)).toEqual([lower]);
  });

  it('is empty where lines do not touch', () => {
    expect(network.course(upper, far)).toEqual([]);
  });
});
