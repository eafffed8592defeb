import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barsOf, nearestStop, placeOfDay, truePositions } from './axis';
import type { KindCount, Stop } from './stops';

const stop = (from: number, kinds: KindCount[] = [{ kind: 'incident', count: 1, reported: true }]) =>
  ({ from, to: from + 1, kinds, count: kinds.reduce((sum, { count }) => sum + count, 0) }) as Stop;
const anyDays = fc
  .uniqueArray(fc.integer({ min: -5000, max: 5000 }), { minLength: 1, maxLength: 40 })
  .map((days) => days.sort((a, b) => a - b));

describe('truePositions', () => {
  it('are as far apart as the days are', () => {
    expect(truePositions([0, 1, 3, 10].map((day) => stop(day)))).toEqual([0, 0.1, 0.3, 1]);
  });

  it('begin at 0 where there is nothing to measure', () => {
    expect(truePositions([])).toEqual([]);
    expect(truePositions([stop(7)])).toEqual([0]);
  });
});

describe('nearestStop', () => {
  it('is the one that no other is nearer than', () => {
    fc.assert(
      fc.property(anyDays, fc.double({ min: -1, max: 2, noNaN: true }), (days, share) => {
        const positions = truePositions(days.map((day) => stop(day)));
        const found = positions[nearestStop(positions, share)] ?? NaN;
        for (const position of positions) {
          expect(Math.abs(found - share)).toBeLessThanOrEqual(Math.abs(position - share));
        }
      }),
    );
  });

  it('is the earlier of two, and none of none', () => {
    expect(nearestStop([0, 1], 0.5)).toBe(0);
    expect(nearestStop([], 0.5)).toBe(-1);
  });
});

describe('placeOfDay', () => {
  const stops = [stop(0), stop(10), stop(110)];
  const even = [0, 0.5, 1];

  it.each([
    [-5, 0],
    [0, 0],
    [5, 0.25],
    [10, 0.5],
    [60, 0.75],
    [110, 1],
    [Infinity, 1],
  ])('of day %d is %d between its stops', (day, place) => {
    expect(placeOfDay(stops, even, day)).toBe(place);
  });

  it('is that of the stop itself, on every axis', () => {
    fc.assert(
      fc.property(anyDays, (days) => {
        const all = days.map((day) => stop(day));
        const positions = truePositions(all);
        for (const [index, day] of days.entries()) expect(placeOfDay(all, positions, day)).toBe(positions[index]);
      }),
    );
  });

  it('is 0 without stops', () => {
    expect(placeOfDay([], [], 7)).toBe(0);
  });
});

describe('barsOf', () => {
  it('draws apart what is apart, and together what would touch', () => {
    const incident: KindCount = { kind: 'incident', count: 2, reported: false };
    const statement: KindCount = { kind: 'statement', count: 3, reported: true };
    const bars = barsOf([stop(0, [statement]), stop(1, [incident, statement]), stop(2, [incident])], [0, 3, 10], 5);
    expect(bars).toEqual([
      { at: 0, kinds: [incident, { ...statement, count: 6 }], count: 8, first: 0, last: 1 },
      { at: 10, kinds: [incident], count: 2, first: 2, last: 2 },
    ]);
  });

  it('keeps every event once, and its bars a pitch apart', () => {
    fc.assert(
      fc.property(anyDays, fc.integer({ min: 1, max: 500 }), (days, pitch) => {
        const bars = barsOf(
          days.map((day) => stop(day)),
          days,
          pitch,
        );
        expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(days.length);
        for (const [index, { at }] of bars.entries()) {
          if (index > 0) expect(at - (bars[index - 1]?.at ?? NaN)).toBeGreaterThanOrEqual(pitch);
        }
      }),
    );
  });

  it('leaves the stops as they are', () => {
    const stops = [stop(0), stop(1)];
    const before = structuredClone(stops);
    barsOf(stops, [0, 1], 5);
    expect(stops).toEqual(before);
  });
});
