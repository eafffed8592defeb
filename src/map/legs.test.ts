import { describe, expect, it } from 'vitest';
import { chronicleOf } from '../model/chronicle';
import type { Feature } from '../model/feature';
import { distanceBetween } from '../model/geodesy';
import { LAYERS, movement, place, report } from '../model/sample';
import { legsOf } from './legs';

const PLACES = [
  place('bragg', [-79.00603, 35.139]),
  place('kuwait', [47.6, 29.3], { area: true, uncertainty: 100_000 }),
  place('embassy', [44.396, 33.299]),
  place('guam', [144.8, 13.5]),
  place('honolulu', [-157.9, 21.3]),
  place('nowhere', null),
];
const legsAmong = (...movements: Feature[]) => legsOf(chronicleOf([...PLACES, ...movements], LAYERS));
const quantity = (low: number) => ({ form: 'exact', low, high: low }) as const;

describe('legsOf', () => {
  it('draws nothing whose origin or destination no source locates', () => {
    expect(
      legsAmong(
        movement('no-origin', [report('2020-01-01', { to: 'kuwait' })]),
        movement('no-destination', [report('2020-01-01', { from: 'bragg' })]),
        movement('not-located', [report('2020-01-01', { from: 'nowhere', to: 'kuwait' })]),
      ),
    ).toEqual([]);
  });

  it('follows the great circle from Fort Bragg and ends at the edge of Kuwait, 10,900 km away', () => {
    const [leg] = legsAmong(movement('battalion', [report('2020-01-01', { from: 'bragg', to: 'kuwait' })]));
    const line = leg?.course.line ?? [];
    expect(distanceBetween(line.at(-1) ?? [], [47.6, 29.3])).toBeGreaterThanOrEqual(100_000 - 1);
    expect(distanceBetween(line.at(-1) ?? [], [47.6, 29.3])).toBeLessThan(300_000);
    const length = line.slice(1).reduce((sum, vertex, index) => sum + distanceBetween(line[index] ?? [], vertex), 0);
    expect(length / 1000).toBeGreaterThan(10_500);
    expect(length / 1000).toBeLessThan(10_900);
    expect(leg?.ends).toEqual({ from: 'symbol', to: 'free' });
  });

  it('keeps one course from report to report, so that it is one line that changes', () => {
    const legs = legsAmong(
      movement('marines', [
        report('2020-01-01', { from: 'kuwait', to: 'embassy', status: 'announced' }),
        report('2020-01-02', { from: 'kuwait', to: 'embassy', status: 'under way', strength: quantity(100) }),
      ]),
    );
    expect(legs.map(({ status }) => status)).toEqual(['announced', 'under way']);
    expect(legs[0]?.course).toBe(legs[1]?.course);
    expect(legs[1]?.width).toBeGreaterThan(legs[0]?.width ?? Infinity);
  });

  it('lays forces between the same ends beside each other', () => {
    const legs = legsAmong(
      ...['a', 'b', 'c'].map((id) => movement(id, [report('2020-01-01', { from: 'bragg', to: 'embassy' })])),
    );
    const middles = legs.map(({ course }) => course.line[Math.floor(course.line.length / 2)] ?? []);
    expect(distanceBetween(middles[0] ?? [], middles[1] ?? [])).toBeGreaterThan(300_000);
    expect(distanceBetween(middles[1] ?? [], middles[2] ?? [])).toBeGreaterThan(300_000);
  });

  it('runs on over the antimeridian, and no neighbours lie far apart', () => {
    const [leg] = legsAmong(movement('wing', [report('2020-01-01', { from: 'guam', to: 'honolulu' })]));
    const line = leg?.course.line ?? [];
    expect(line.at(-1)?.[0]).toBeCloseTo(202.1, 5);
    for (const [index, [longitude = 0]] of line.slice(1).entries()) {
      expect(Math.abs(longitude - (line[index]?.[0] ?? 0))).toBeLessThan(5);
    }
    expect(leg?.course.length).toBeGreaterThan(0.15);
    expect(leg?.course.length).toBeLessThan(0.2);
  });

  it('draws the path that the author drew, and a dated track as far as it had come', () => {
    const geometry = {
      type: 'LineString' as const,
      coordinates: [
        [40, 30],
        [41, 31],
        [42, 33],
      ],
    };
    const legs = legsAmong(
      movement('path', [report('2020-01-01')], { geometry }),
      movement('track', [report('2020-01-01', { reached: 1 }), report('2020-01-03', { reached: 2 })], {
        geometry,
        track: { times: [0, 1, 2], linear: false },
      }),
    );
    expect(legs.map(({ course }) => course.line.at(-1))).toEqual([
      [42, 33],
      [41, 31],
      [42, 33],
    ]);
    expect(legs.map(({ timetable }) => timetable)).toEqual([undefined, undefined, undefined]);
  });

  it('keeps clear of the symbol of a unit: at its start until it arrived, and where a track has come to', () => {
    const coordinates = [
      [40, 30],
      [41, 31],
    ];
    const [ahead, arrived, path, track] = legsAmong(
      movement('ahead', [report('2020-01-01', { from: 'bragg', to: 'embassy' })], { sidc: 'SFGPUCI----F---' }),
      movement('arrived', [report('2020-01-01', { from: 'bragg', to: 'embassy', status: 'arrived' })], {
        sidc: 'SFGPUCI----F---',
      }),
      movement('path', [report('2020-01-01')], {
        geometry: { type: 'LineString', coordinates },
        sidc: 'SFGPUCI----F---',
      }),
      movement('track', [report('2020-01-01', { reached: 1 })], {
        geometry: { type: 'LineString', coordinates },
        track: { times: [0, 1], linear: false },
        sidc: 'SFGPUCI----F---',
      }),
    );
    expect(ahead?.ends).toEqual({ from: 'unit', to: 'symbol' });
    expect(arrived?.ends).toEqual({ from: 'symbol', to: 'unit' });
    expect(path?.ends).toEqual({ from: 'unit', to: 'free' });
    expect(track?.ends).toEqual({ from: 'free', to: 'unit' });
  });

  it('gives a track that moves evenly the way to its next vertex, with times', () => {
    const geometry = {
      type: 'LineString' as const,
      coordinates: [
        [0, 0],
        [10, 0],
        [30, 0],
      ],
    };
    const [leg] = legsAmong(
      movement('track', [report('2020-01-01', { reached: 1 })], {
        geometry,
        track: { times: [5, 6, 7], linear: true },
      }),
    );
    expect(leg?.timetable?.times).toEqual([5, 6, 7]);
    expect(leg?.timetable?.shares.map((share) => Math.round(share * 1000) / 1000)).toEqual([0, 0.333, 1]);
  });
});
