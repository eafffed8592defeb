import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { chronicleOf } from './chronicle';
import { entriesOf, isShown, type Entry } from './entry';
import { facetOf, isReportedFacet, kindOf, layerOf, shownBy } from './facet';
import { dayOf } from './moment';
import { anyFilter, anyMoment, anyStory, fact, LAYERS, momentAt, movement, plainState, report } from './sample';
import { countBeginning, countTrue, sumBy } from './tally';

// Walks over many stories take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** How many entries of the list have each name, none left out that has any. */
function countBy(entries: readonly Entry[], name: (entry: Entry) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(name(entry), (counts.get(name(entry)) ?? 0) + 1);
  return counts;
}

function withoutZeros<Key>(counts: Map<Key, number>): Map<Key, number> {
  return new Map([...counts].filter(([, count]) => count !== 0));
}

const byLayer = (facet: number) => LAYERS[layerOf(facet)] ?? '';
const anyQuestions = fc.array(fc.tuple(anyFilter, anyMoment), { minLength: 50, maxLength: 50 });

describe('countTrue', () => {
  it('counts what is true at the date', () => {
    const { tally } = chronicleOf(
      [
        movement('a', [report('2019-12-31')]),
        movement('b', [report('2019-12-31'), report('2020-01-01')]),
        fact('c', '2019-12-30/2019-12-31', { layer: 'iraq' }),
      ],
      LAYERS,
    );
    const count = (date: string) => withoutZeros(sumBy(tally, countTrue(tally, momentAt(date)), byLayer));
    expect(count('2019-12-29')).toEqual(new Map());
    expect(count('2019-12-31')).toEqual(
      new Map([
        ['iraq', 1],
        ['kuwait', 2],
      ]),
    );
    expect(count('2020-01-01')).toEqual(new Map([['kuwait', 1]]));
    expect(count('2019-12-30/2020-01-01').get('kuwait')).toBe(3);
    expect(count('2020-01-02')).toEqual(new Map());
  });

  it('is what a walk over all entries counts', () => {
    fc.assert(
      fc.property(anyStory, anyQuestions, (features, questions) => {
        const { tally } = chronicleOf(features, LAYERS);
        const entries = entriesOf(features);
        for (const [, moment] of questions) {
          const counts = countTrue(tally, moment);
          const expected = Array.from(
            tally.facets,
            (facet) =>
              entries.filter(
                ({ when, layer, feature, reported }) =>
                  facetOf(LAYERS.indexOf(layer), feature.kind, reported) === facet &&
                  plainState(when, moment) === 'now',
              ).length,
          );
          expect(counts).toEqual(expected);
        }
      }),
    );
  });
});

describe('countBeginning', () => {
  it('is what a walk over all entries counts', () => {
    fc.assert(
      fc.property(anyStory, anyQuestions, (features, questions) => {
        const { tally } = chronicleOf(features, LAYERS);
        const entries = entriesOf(features);
        for (const [, moment] of questions) {
          const beginning = entries.filter(
            ({ when }) => when && dayOf(when.begin) >= moment.from && dayOf(when.begin) < moment.to,
          );
          const counts = sumBy(tally, countBeginning(tally, moment), (facet) =>
            [byLayer(facet), kindOf(facet), isReportedFacet(facet)].join(' '),
          );
          expect(withoutZeros(counts)).toEqual(
            countBy(beginning, ({ layer, kind, reported }) => [layer, kind, reported].join(' ')),
          );
        }
      }),
    );
  });
});

describe('sumBy', () => {
  it('sums by layer and by kind what a filter lets through', () => {
    fc.assert(
      fc.property(anyStory, anyQuestions, (features, questions) => {
        const { tally, columns } = chronicleOf(features, LAYERS);
        const entries = entriesOf(features);
        for (const [filter, moment] of questions) {
          const now = entries.filter((entry) => plainState(entry.when, moment) === 'now');
          const counts = countTrue(tally, moment);
          const shown = shownBy(filter, columns.layers);
          const left = now.filter((entry) => isShown(entry, filter));
          expect(withoutZeros(sumBy(tally, counts, byLayer))).toEqual(countBy(now, ({ layer }) => layer));
          expect(withoutZeros(sumBy(tally, counts, byLayer, shown))).toEqual(countBy(left, ({ layer }) => layer));
          expect(withoutZeros(sumBy(tally, counts, kindOf, shown))).toEqual(countBy(left, ({ kind }) => kind));
          expect(sumBy(tally, counts, () => 'all', shown).get('all') ?? 0).toBe(left.length);
        }
      }),
    );
  });
});

describe('tallyOf', () => {
  it('knows the first row of each first day, and of each facet on it', () => {
    fc.assert(
      fc.property(anyStory, (features) => {
        const { tally, columns } = chronicleOf(features, LAYERS);
        const entries = entriesOf(features).filter(({ when }) => when);
        const begins = entries.map(({ when }) => dayOf(when?.begin ?? NaN));
        const days = [...new Set(begins)];
        expect([...tally.beginDays]).toEqual(days);
        expect([...tally.firstRows]).toEqual([...days.map((day) => begins.indexOf(day)), entries.length]);
        for (const [position, facet] of tally.facets.entries()) {
          const leads = days.map((day) =>
            begins.findIndex((begin, row) => begin === day && columns.facet[row] === facet),
          );
          expect([...(tally.leads[position] ?? [])]).toEqual(leads);
        }
      }),
    );
  });

  it('has every facet that a dated entry has, ascending, and each day once', () => {
    fc.assert(
      fc.property(anyStory, (features) => {
        const { tally, columns } = chronicleOf(features, LAYERS);
        const facets = [...new Set(columns.facet.subarray(0, columns.dated))].sort((a, b) => a - b);
        expect([...tally.facets]).toEqual(facets);
        for (const days of [tally.beginDays, tally.endDays]) {
          expect([...days]).toEqual([...new Set(days)].sort((a, b) => a - b));
        }
      }),
    );
  });

  it('counts nothing where nothing has a date', () => {
    const { tally } = chronicleOf([fact('a', null)], LAYERS);
    expect(countTrue(tally, momentAt('2020'))).toEqual([]);
    expect(countBeginning(tally, momentAt('2020'))).toEqual([]);
    expect(sumBy(tally, [], kindOf).size).toBe(0);
  });
});
