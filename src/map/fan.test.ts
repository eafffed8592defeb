import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { distanceBetween, pointAt } from '../model/geodesy';
import { fansOf, type FannedLine } from './fan';

const kuwait = [47.6, 29.3];
const baghdad = [44.396, 33.299];
const norfolk = [-76.29, 36.95];
const guam = [144.796, 13.444];

const line = (force: string, from: Position, to: Position): FannedLine => ({ force, from, to });
const between = (...forces: string[]) => forces.map((force) => line(force, kuwait, baghdad));
const close = (shares: number[]) => shares.map((share): unknown => expect.closeTo(share, 9));

/** Kuwait to Baghdad is 537 km, of which 3 % are 16 km. */
const beside = (position: Position, kilometres: number) => pointAt(position, kilometres * 1000, 60);

describe('fansOf', () => {
  it('leaves a lone force alone, however many reports it has', () => {
    expect(fansOf([])).toEqual([]);
    expect(fansOf(between('a', 'a', 'a'))).toEqual([0, 0, 0]);
  });

  it('spreads forces evenly by their ids, each with one slot for all its reports', () => {
    expect(fansOf(between('b', 'a'))).toEqual(close([0.035, -0.035]));
    expect(fansOf(between('c', 'a', 'c', 'b', 'a'))).toEqual(close([0.07, -0.07, 0.07, 0, -0.07]));
  });

  it('spreads many no wider than 0.2 to either side', () => {
    const fans = fansOf(between(...'a b c d e f g h i j k'.split(' ')));
    expect([fans[0], fans[5], fans[10]]).toEqual(close([-0.2, 0, 0.2]));
    expect((fans[1] ?? NaN) - (fans[0] ?? NaN)).toBeCloseTo(0.04, 9);
  });

  it('takes ends within 3 % of the length as one', () => {
    const near = line('b', beside(kuwait, 15), beside(baghdad, 15));
    const far = line('b', kuwait, beside(baghdad, 17));
    expect(fansOf([...between('a'), near])).toEqual(close([-0.035, 0.035]));
    expect(fansOf([...between('a'), far])).toEqual([0, 0]);
    // The same 15 km are much to a short line, and 200 km little to a long one.
    const [here, there] = [beside(kuwait, 15), beside(kuwait, 100)];
    expect(fansOf([line('a', kuwait, there), line('b', here, there)])).toEqual([0, 0]);
    expect(fansOf([line('a', norfolk, kuwait), line('b', norfolk, beside(kuwait, 200))])).toEqual(
      close([-0.035, 0.035]),
    );
  });

  it('takes lines as one by way of others between them', () => {
    const chain = [0, 12, 24].map((kilometres, index) =>
      line('abc'.charAt(index), kuwait, beside(baghdad, kilometres)),
    );
    expect(fansOf(chain)).toEqual(close([-0.07, 0, 0.07]));
  });

  it('keeps those that go back to themselves', () => {
    expect(fansOf([...between('a'), line('b', baghdad, kuwait)])).toEqual([0, 0]);
    const back = ['c', 'd'].map((force) => line(force, baghdad, kuwait));
    expect(fansOf([...between('a', 'b'), ...back])).toEqual(close([-0.035, 0.035, -0.035, 0.035]));
  });

  it('knows no antimeridian and no pole', () => {
    expect(fansOf([line('a', [180, 10], guam), line('b', [-179.9, 10], guam)])).toEqual(close([-0.035, 0.035]));
    expect(fansOf([line('a', [0, 89.9], guam), line('b', [180, 89.9], guam)])).toEqual(close([-0.035, 0.035]));
  });

  it('finds what a comparison of all with all finds, in whatever order', () => {
    const anyPlace = fc
      .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }))
      .map(([x, y]) => [40 + x / 8 + (x % 3) * 3, 30 + y / 8 + (y % 2) * 4]);
    const anyLine = fc.record({ force: fc.constantFrom('a', 'b', 'c', 'd', 'e'), from: anyPlace, to: anyPlace });
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 40 }), (lines) => {
        const fans = fansOf(lines);
        expect(fans).toEqual(close(plainFans(lines)));
        expect(fansOf(lines.toReversed()).reverse()).toEqual(fans);
      }),
      { numRuns: 200 },
    );
  });

  it('takes little time for 10,000 lines', () => {
    const place = (number: number, apart: number) => [38 + (number % 8) * apart, 29 + Math.floor(number / 8) * apart];
    const lines = Array.from({ length: 10_000 }, (_, index) => {
      const pair = index % 3000;
      return line(`force-${index % 997}`, place(pair % 55, 1.3), place(Math.floor(pair / 55), 1.37));
    });
    const start = performance.now();
    const fans = fansOf(lines);
    // Many times what it takes on a quiet machine, and far less than all with all would.
    expect(performance.now() - start).toBeLessThan(2000);
    expect(fans.some((fan) => fan !== 0)).toBe(true);
  });
});

/** The same by the book: joins any two lines that are alike until nothing changes. */
function plainFans(lines: readonly FannedLine[]): number[] {
  const fans = lines.map((_, index) => index);
  const areAlike = (a: FannedLine, b: FannedLine) => {
    const reach = 0.03 * Math.min(distanceBetween(a.from, a.to), distanceBetween(b.from, b.to));
    return distanceBetween(a.from, b.from) <= reach && distanceBetween(a.to, b.to) <= reach;
  };
  for (const [index, one] of lines.entries()) {
    for (const [at, other] of lines.entries()) {
      const [to, from] = [fans[index], fans[at]];
      if (to === undefined || to === from || !areAlike(one, other)) continue;
      for (const [each, fan] of fans.entries()) if (fan === from) fans[each] = to;
    }
  }
  return lines.map(({ force }, index) => {
    const forces = [...new Set(lines.filter((_, each) => fans[each] === fans[index]).map((each) => each.force))].sort();
    const outermost = forces.length - 1;
    return (forces.indexOf(force) - outermost / 2) * Math.min(0.07, 0.4 / outermost);
  });
}
