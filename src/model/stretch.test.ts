import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chronicleOf } from './chronicle';
import { shownBy } from './facet';
import { dayAt, EVERYTHING, fact, LAYERS } from './sample';
import { stopsOf, type Stop } from './stops';
import { openingStretch } from './opening-stretch';
import { edtfOfStretch, slideStretch, stretchHolding, stretchWithin } from './stretch';

function stopsAt(...dates: string[]): Stop[] {
  const { columns, tally } = chronicleOf(
    dates.map((date, index) => fact(String(index), date)),
    LAYERS,
  );
  return stopsOf(columns, tally, shownBy(EVERYTHING, LAYERS));
}

const stops = stopsAt('2003', '2012-09-11', '2019-12-27', '2019-12-31', '2020-01-01');

/** A stretch of so many stops, and how many there are. */
const anyStretch = fc
  .tuple(fc.nat(60), fc.nat(60), fc.nat(60))
  .map(([first, more, after]) => ({ stretch: { first, last: first + more }, total: first + more + after + 1 }));

describe('stretchWithin', () => {
  it.each([
    ['2003', '2020-01-01', 0, 4],
    ['2012-09-11', '2019-12-31', 1, 3],
    ['2010', '2019-12-30', 1, 2],
    ['2019-12-28', '2025', 3, 4],
    // Nothing lies between: the last before.
    ['2013', '2014', 1, 1],
    // Nor before all.
    ['1990', '1991', 0, 0],
    ['2021', '2022', 4, 4],
  ])('from %s to %s are the stops %i to %i', (from, to, first, last) => {
    expect(stretchWithin(stops, dayAt(from), dayAt(to))).toEqual({ first, last });
  });

  it('is of no stops where there are none', () => {
    expect(stretchWithin([], 0, 10)).toEqual({ first: -1, last: -1 });
  });
});

describe('slideStretch', () => {
  it('moves as far as there are stops, and stays as long as it is', () => {
    fc.assert(
      fc.property(anyStretch, fc.integer({ min: -99, max: 99 }), ({ stretch, total }, by) => {
        const { first, last } = slideStretch(stretch, by, total);
        expect(last - first).toBe(stretch.last - stretch.first);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(last).toBeLessThan(total);
        const isAtEnd = by < 0 ? first === 0 : last === total - 1;
        expect(first - stretch.first === by || isAtEnd).toBe(true);
      }),
    );
  });
});

describe('stretchHolding', () => {
  it('holds the stop, and moves no further than it must', () => {
    fc.assert(
      fc.property(anyStretch, fc.nat(200), ({ stretch, total }, wish) => {
        const index = wish % total;
        const held = stretchHolding(stretch, index, total);
        expect(held.first <= index && index <= held.last).toBe(true);
        expect(held.last - held.first).toBe(stretch.last - stretch.first);
        if (index >= stretch.first && index <= stretch.last) expect(held).toEqual(stretch);
        else expect([held.first, held.last]).toContain(index);
      }),
    );
  });
});

describe('openingStretch', () => {
  it.each([
    [15, 25, { first: 12, last: 15 }],
    [24, 25, { first: 21, last: 24 }],
    [0, 25, { first: 0, last: 3 }],
    [1, 2, { first: 0, last: 1 }],
    [0, 1, { first: 0, last: 0 }],
  ])('about stop %i of %i is %j', (index, total, stretch) => {
    expect(openingStretch(index, total)).toEqual(stretch);
  });
});

describe('edtfOfStretch', () => {
  it('is the date of one stop, or the interval from the first to the last', () => {
    expect(edtfOfStretch(stops, { first: 0, last: 0 })).toBe('2003');
    expect(edtfOfStretch(stops, { first: 0, last: 3 })).toBe('2003/2019-12-31');
    expect(edtfOfStretch([], { first: -1, last: -1 })).toBeUndefined();
  });

  it('begins with the first day of a week and ends with the last of another', () => {
    const weeks = ['2022-02-28/2022-03-06', '2022-03-07/2022-03-13'].map((edtf) => ({ edtf }) as Stop);
    expect(edtfOfStretch(weeks, { first: 0, last: 0 })).toBe('2022-02-28/2022-03-06');
    expect(edtfOfStretch(weeks, { first: 0, last: 1 })).toBe('2022-02-28/2022-03-13');
  });
});
