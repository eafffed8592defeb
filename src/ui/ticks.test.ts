import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { truePositions } from '../model/axis';
import { chronicleOf } from '../model/chronicle';
import { shownBy } from '../model/facet';
import { EVERYTHING, fact, LAYERS } from '../model/sample';
import { gapsOf } from '../model/gaps';
import { stopsOf, type Stop } from '../model/stops';
import { messagesIn as arabic } from './languages/ar';
import { messagesIn as english } from './languages/en';
import { formatLength, gapLabels } from './gap-labels';
import { timeTicks } from './time-ticks';
import { labelWidth, takeRoom, tickLabels, type Taken } from './ticks';

const words = english('en-GB');

function stopsAt(...dates: string[]): Stop[] {
  const { columns, tally } = chronicleOf(
    dates.map((date, index) => fact(String(index), date)),
    LAYERS,
  );
  return stopsOf(columns, tally, shownBy(EVERYTHING, LAYERS));
}

const story = stopsAt(
  ...['2003', '2012-09-11', '2012-09-12', '2014', '2014-06-10', '2017-12', '2019-10', '2019-11-08', '2019-12-27'],
  ...['2019-12-28', '2019-12-29', '2019-12-31', '2020-01-01', '2020-01-03', '2020-01-04', '2020-08-23'],
);

describe('the length of a gap', () => {
  it.each([
    [3540, '9 years', '9 yrs'],
    [730, '1 year', '1 yr'],
    [476, '15 months', '15 mths'],
    [160, '5 months', '5 mths'],
    [21, '21 days', '21 days'],
    [1, '1 day', '1 day'],
  ])('%i days are %s, in short %s', (days, long, short) => {
    expect(formatLength(days, words, 'long')).toBe(long);
    expect(formatLength(days, words, 'short')).toBe(short);
  });

  it.each([
    [3540, '٩ سنوات'],
    [800, 'سنتان'],
    [476, '١٥ شهرًا'],
    [160, '٥ أشهر'],
    [21, '٢١ يومًا'],
  ])('%i days are %s in Arabic', (days, long) => {
    expect(formatLength(days, arabic('ar-IQ'), 'long').replaceAll('\u00a0', ' ')).toBe(long);
  });
});

describe('takeRoom', () => {
  it('never lets two labels touch, and none stick out', () => {
    const anyLabel = fc.tuple(fc.double({ min: 0, max: 900, noNaN: true }), fc.integer({ min: 4, max: 200 }));
    fc.assert(
      fc.property(fc.array(anyLabel), (labels) => {
        const taken: Taken = [];
        for (const [at, size] of labels) takeRoom(taken, at, size, 900);
        const sorted = taken.toSorted((a, b) => a[0] - b[0]);
        for (const [index, [from, to]] of sorted.entries()) {
          expect(from).toBeGreaterThanOrEqual(-26.001);
          expect(to).toBeLessThanOrEqual(926.001);
          expect(from).toBeGreaterThanOrEqual(sorted[index - 1]?.[1] ?? -Infinity);
        }
      }),
    );
  });
});

describe('tickLabels', () => {
  it('has both ends of a range before all else', () => {
    for (const width of [150, 300, 600, 1200]) {
      const labels = tickLabels(story, { first: 8, last: 12 }, width, words);
      expect(labels[8]).toBe('27 Dec');
      if (width > 300) expect(labels[12]).toBe('1 Jan 2020');
    }
  });
});

describe('gapLabels', () => {
  const gaps = gapsOf(story);

  it('says all lengths in full where there is room', () => {
    expect(gapLabels(gaps, 120, words)).toEqual(gaps.map(({ days }) => formatLength(days, words, 'long')));
  });

  it('says the longest in full, then in short, then none, and none on no axis', () => {
    const said = (spacing: number) => gapLabels(gaps, spacing, words)[0];
    expect([said(40), said(12.7), said(8), said(0)]).toEqual(['9 years', '9 yrs', undefined, undefined]);
  });

  it('never lets two touch', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (spacing) => {
        const ends = gapLabels(gaps, spacing, words).flatMap((text, index) => {
          const at = ((gaps[index]?.after ?? NaN) + 0.5) * spacing;
          return text === undefined ? [] : [[at - text.length * 2.95, at + text.length * 2.95] as const];
        });
        for (const [index, [from]] of ends.entries()) expect(from).toBeGreaterThan(ends[index - 1]?.[1] ?? -Infinity);
      }),
    );
  });
});

describe('timeTicks', () => {
  const ticksOf = (stops: readonly Stop[], width: number, at = 0) =>
    timeTicks({ stops, positions: truePositions(stops), stretch: { first: at, last: at }, width }, words);
  const said = (stops: readonly Stop[], width: number, at = 0) =>
    ticksOf(stops, width, at)
      .filter(({ now, text }) => !now && text !== undefined)
      .map(({ text }) => text);

  it('has years where years pass, as many as there is room for', () => {
    expect(said(story, 970, 11)).toContain('2004');
    expect(said(story, 300, 11)).toEqual(['2005', '2010', '2015']);
  });

  it('has months and days where these are few', () => {
    expect(said(stopsAt('2019-10-15', '2020-04-20'), 600)).toEqual(['Dec', 'Jan 2020', 'Feb', 'Mar', 'Apr']);
    expect(said(stopsAt('2019-12-27', '2020-01-03'), 600)).toEqual(['28', '29', '30', '31', '1 Jan', '2', '3']);
  });

  it('labels the date itself first, and in full', () => {
    const [own] = ticksOf(story, 970, 11);
    expect(own).toMatchObject({ now: true, text: '31 Dec 2019' });
  });

  it('has nothing but the date where no time passes', () => {
    expect(ticksOf(stopsAt('2020-01-01'), 600)).toHaveLength(1);
    expect(ticksOf([], 600)).toEqual([]);
  });

  it('is never more than the axis holds, whatever time passes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000_000 }), fc.integer({ min: 100, max: 2000 }), (days, width) => {
        const [from, to] = [0, days].map((day) => ({ from: day, calendar: { year: 1970 } }) as Stop);
        const ticks = ticksOf([from as Stop, to as Stop], width);
        expect(ticks.length).toBeLessThanOrEqual(width / 24 + 3);
        for (const { at } of ticks) expect(at >= 0 && at <= width).toBe(true);
        expect(labelWidth('')).toBeGreaterThan(0);
      }),
    );
  });
});
