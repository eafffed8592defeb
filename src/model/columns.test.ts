import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { chronicleOf } from './chronicle';
import { countBefore, drawnState, FOREVER, marksOfRows, stateOfRow, type Columns } from './columns';
import { entriesOf, type Entry, type Filter } from './entry';
import { facetOf, isReportedFacet, kindOf, layerOf, MOST_LAYERS, rankOf, shownBy } from './facet';
import type { Feature } from './feature';
import { FORMS, marksOf, type Mark } from './marks';
import { dayOf, stateAt, type Moment } from './moment';
import { RowBuilder } from './rows';
import {
  anyFilter,
  anyMoment,
  anyStory,
  EVERYTHING,
  fact,
  LAYERS,
  momentAt,
  movement,
  place,
  plainDrawn,
  report,
  stated,
  statedDay,
  whenOf,
} from './sample';
import { DAY } from './when';

// Walks over many stories take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** The state, by entry id, of what the columns say is drawn. */
function drawnBy(columns: Columns, entries: readonly Entry[], filter: Filter, moment: Moment): Map<string, string> {
  const shown = shownBy(filter, columns.layers);
  const states = entries.map((entry, row): [string, string] => [entry.id, drawnState(columns, row, moment, shown)]);
  return new Map(states.filter(([, state]) => state !== 'absent'));
}

describe('drawnState', () => {
  const force = [
    movement('force', [report('2019-12-31'), report('2020-01-01'), report('2020-01-03', { reported: false })]),
  ];
  const drawn = (features: Feature[], date: string, filter: Partial<Filter> = {}) => {
    const { columns } = chronicleOf(features, LAYERS);
    return Object.fromEntries(drawnBy(columns, entriesOf(features), { ...EVERYTHING, ...filter }, momentAt(date)));
  };

  it('shows one force as one mark, by its latest report', () => {
    expect(drawn(force, '2019-12-30')).toEqual({});
    expect(drawn(force, '2019-12-31')).toEqual({ 'force/1': 'now' });
    expect(drawn(force, '2020-01-01')).toEqual({ 'force/2': 'now' });
    expect(drawn(force, '2020-01-04')).toEqual({ 'force/3': 'past' });
  });

  it('of several days shows the latest report that begins in them or before', () => {
    expect(drawn(force, '2019-12-30/2020-01-02')).toEqual({ 'force/2': 'now' });
    expect(drawn(force, '2020-01')).toEqual({ 'force/3': 'now' });
  });

  it('goes back to the latest report that is left when added context is off', () => {
    expect(drawn(force, '2020-01-04', { context: false })).toEqual({ 'force/2': 'past' });
  });

  it('of two reports of one day shows the one that comes last in the list, and a time counts', () => {
    const sameDay = [movement('force', [report('2020-01-01', { reported: false }), report('2020-01-01')])];
    expect(drawn(sameDay, '2020-01-01')).toEqual({ 'force/2': 'now' });
    const timed = [movement('force', [report('2020-01-01T18:00'), report('2020-01-01T06:00')])];
    expect(drawn(timed, '2020-01-01')).toEqual({ 'force/1': 'now' });
    const added = [movement('force', [report('2020-01-01'), report('2020-01-01', { reported: false })])];
    expect(drawn(added, '2020-01-01')).toEqual({ 'force/2': 'now' });
    expect(drawn(added, '2020-01-01', { context: false })).toEqual({ 'force/1': 'now' });
  });

  it('lets an undated report replace none', () => {
    expect(drawn([movement('force', [report('2020-01-01'), report(null)])], '2020-01-02')).toEqual({
      'force/1': 'past',
    });
  });

  it('keeps the reports of two forces apart', () => {
    const two = [movement('a', [report('2020-01-01')]), movement('b', [report('2020-01-01')], { layer: 'iraq' })];
    expect(drawn(two, '2020-01-01')).toEqual({ 'a/1': 'now', 'b/1': 'now' });
    expect(drawn(two, '2020-01-01', { hiddenLayers: new Set(['iraq']) })).toEqual({ 'a/1': 'now' });
  });

  it('shows nothing of a layer or a kind that is off', () => {
    expect(drawn(force, '2020-01-04', { hiddenLayers: new Set(['kuwait']) })).toEqual({});
    expect(drawn(force, '2020-01-04', { hiddenKinds: new Set(['movement']) })).toEqual({});
  });

  it('is what a walk over all entries says', () => {
    fc.assert(
      fc.property(anyStory, fc.array(fc.tuple(anyFilter, anyMoment), { minLength: 10 }), (features, questions) => {
        const { columns } = chronicleOf(features, LAYERS);
        const entries = entriesOf(features);
        for (const [filter, moment] of questions) {
          expect(drawnBy(columns, entries, filter, moment)).toEqual(plainDrawn(entries, filter, moment));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('draws no movement twice', () => {
    fc.assert(
      fc.property(anyStory, anyFilter, anyMoment, (features, filter, moment) => {
        const entries = entriesOf(features);
        const drawnIds = drawnBy(chronicleOf(features, LAYERS).columns, entries, filter, moment);
        const forces = entries.filter(({ id, report }) => report && drawnIds.has(id)).map(({ feature }) => feature.id);
        expect(forces).toEqual([...new Set(forces)]);
      }),
    );
  });
});

describe('stateOfRow', () => {
  it('is what a date says by itself', () => {
    fc.assert(
      fc.property(anyStory, fc.array(anyMoment, { minLength: 10 }), (features, moments) => {
        const { columns } = chronicleOf(features, LAYERS);
        const entries = entriesOf(features);
        for (const moment of moments) {
          const states = entries.map((_, row) => stateOfRow(columns, row, moment));
          expect(states).toEqual(entries.map(({ when }) => stateAt(when, moment)));
        }
      }),
    );
  });
});

describe('countBefore', () => {
  it('counts the values below a limit', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 })), fc.integer({ min: -12, max: 12 }), (values, limit) => {
        const sorted = Int32Array.from(values).sort();
        expect(countBefore(sorted, limit)).toBe(values.filter((value) => value < limit).length);
      }),
    );
  });

  it('looks no further than it is told', () => {
    expect(countBefore([1, 2, 3, 4], 9, 2)).toBe(2);
    expect(countBefore([], 9)).toBe(0);
  });
});

describe('columnsOf', () => {
  it('has a row for each entry, in the same order', () => {
    fc.assert(
      fc.property(anyStory, (features) => {
        const { columns } = chronicleOf(features, LAYERS);
        const entries = entriesOf(features);
        expect(columns.length).toBe(entries.length);
        expect(columns.dated).toBe(entries.filter(({ when }) => when).length);
        for (const [row, { when, layer, kind, reported }] of entries.entries()) {
          const facet = columns.facet[row] ?? NaN;
          expect([LAYERS[layerOf(facet)], kindOf(facet), isReportedFacet(facet)]).toEqual([layer, kind, reported]);
          expect(columns.begin[row]).toBe(when ? dayOf(when.begin) : FOREVER);
          expect(columns.end[row]).toBe(when && when.end !== Infinity ? dayOf(when.end) : FOREVER);
        }
      }),
    );
  });

  it('knows the most days that anything lasts', () => {
    const longest = (...dates: (string | null)[]) =>
      chronicleOf(
        dates.map((date, index) => fact(`${index}`, date)),
        LAYERS,
      ).columns.longest;
    expect(longest()).toBe(0);
    expect(longest(null)).toBe(0);
    expect(longest('2020-01-01', '2020-01', '1969-12-30/1970-01-02', null)).toBe(31);
    expect(longest('2020-01-01', '2003/..')).toBe(FOREVER);
  });

  it.each([
    ['2003', 0],
    ['2003-04', 1],
    ['2003-04-09', 2],
    ['2003-04-09T12:00', 2],
    ['2003/2003-04-09', 0],
    ['2003-04/..', 1],
    ['/2003-04-09', 2],
    ['../2003', 0],
  ])('states the first day of %s by %i parts beside the year', (date, precision) => {
    expect([...chronicleOf([fact('a', date)], LAYERS).columns.precision]).toEqual([precision]);
  });

  it('has columns for the rare only where something needs them', () => {
    const plain = chronicleOf([place('a', [0, 0]), fact('b', '2020', { places: ['a'] })], LAYERS).columns;
    expect([plain.replaced, plain.replacedReported, plain.marks.form, plain.marks.uncertainty]).toEqual(
      Array(4).fill(null),
    );
    const soft = place('a', [0, 0], { area: true, uncertainty: 10 });
    const rare = chronicleOf([soft, fact('b', '2020', { places: ['a'] }), movement('c', [report('2020')])], LAYERS);
    expect([...(rare.columns.replaced ?? [])]).toEqual([FOREVER, FOREVER]);
    expect([...(rare.columns.marks.form ?? [])]).toEqual([1]);
    expect([...(rare.columns.marks.uncertainty ?? [])]).toEqual([10]);
  });

  it('holds the marks of every row, by first day, and of one day what leads last', () => {
    fc.assert(
      fc.property(anyStory, (features) => {
        const { columns, places } = chronicleOf(features, LAYERS);
        const { marks } = columns;
        for (const [row, entry] of entriesOf(features).entries()) {
          const own = [...marks.entry.keys()].filter((mark) => marks.entry[mark] === row);
          const held = own.map((mark) => ({
            x: marks.x[mark],
            y: marks.y[mark],
            uncertainty: marks.uncertainty?.[mark] ?? 0,
            form: FORMS[marks.form?.[mark] ?? 0] ?? 'symbol',
          }));
          expect(held).toEqual(marksOf(entry, places));
          const day = columns.begin[row] ?? 0;
          const [first, last] = marksOfRows(
            columns,
            countBefore(columns.begin, day),
            countBefore(columns.begin, day + 1),
          );
          for (const mark of own) expect(mark >= first && mark < last).toBe(true);
        }
        const ranks = Array.from(marks.entry, (row) => [
          columns.begin[row] ?? 0,
          -rankOf(columns.facet[row] ?? 0),
          row,
        ]);
        const inOrder = ranks.toSorted((a, b) => a.map((part, at) => part - (b[at] ?? 0)).find(Boolean) ?? 0);
        expect(ranks).toEqual(inOrder);
        expect(marksOfRows(columns, 0, columns.length)).toEqual([0, marks.length]);
      }),
    );
  });
});

describe('RowBuilder', () => {
  const marksOfNumber = (index: number): Mark[] =>
    Array.from({ length: index % 4 }, (_, each) => index * 4 + each).map((x) => {
      return { x, y: x + 1, uncertainty: x % 3, form: FORMS[x % 4] ?? 'symbol' };
    });

  it('puts rows that come in any order into the order of the list', () => {
    fc.assert(
      fc.property(anyStory, (features) => {
        const added = features.flatMap((feature) => entriesOf([feature]));
        const builder = new RowBuilder(LAYERS);
        for (const [index, { when, layer, feature, reported }] of added.entries()) {
          const facet = facetOf(LAYERS.indexOf(layer), feature.kind, reported);
          expect(builder.add({ when, facet }, [])).toBe(index);
        }
        expect(builder.length).toBe(added.length);
        const { order, columns } = builder.finish();
        expect(Array.from(order, (row) => added[row]?.id)).toEqual(entriesOf(features).map(({ id }) => id));
        const former = chronicleOf(features, LAYERS).columns;
        expect({ ...columns, marks: null, replaced: null, replacedReported: null }).toEqual({
          ...former,
          marks: null,
          replaced: null,
          replacedReported: null,
        });
      }),
    );
  });

  it('keeps with each of thousands of rows what belongs to it', () => {
    const builder = new RowBuilder(LAYERS);
    const days = Array.from({ length: 5000 }, (_, index) => ((index * 2741) % 5000) - 2500);
    for (const [index, day] of days.entries()) {
      const replaced = index % 7 === 0 ? { replaced: day + 3, replacedReported: day + 4 } : {};
      const when = day === 0 ? null : statedDay(day);
      builder.add({ when, facet: index % 1024, ...replaced }, marksOfNumber(index));
    }
    const { order, columns } = builder.finish();
    const sorted = [...days].sort((a, b) => Number(a === 0) - Number(b === 0) || a - b);
    expect(Array.from(order, (index) => days[index])).toEqual(sorted);
    expect(columns.dated).toBe(4999);
    const rowsOf = (column: Iterable<number> | null) => [...(column ?? [])];
    const added = [...order];
    const day = (index: number) => days[index] ?? NaN;
    expect(rowsOf(columns.begin)).toEqual(added.map((index) => (day(index) === 0 ? FOREVER : day(index))));
    expect(rowsOf(columns.facet)).toEqual(added.map((index) => index % 1024));
    expect(rowsOf(columns.precision)).toEqual(added.map((index) => (day(index) === 0 ? 0 : 2)));
    expect(rowsOf(columns.replaced)).toEqual(added.map((index) => (index % 7 === 0 ? day(index) + 3 : FOREVER)));
    expect(rowsOf(columns.replacedReported)).toEqual(
      added.map((index) => (index % 7 === 0 ? day(index) + 4 : FOREVER)),
    );
    const marks = added.flatMap((index, row) => marksOfNumber(index).map((each) => ({ ...each, row })));
    expect(rowsOf(columns.marks.entry)).toEqual(marks.map(({ row }) => row));
    expect(rowsOf(columns.marks.x)).toEqual(marks.map(({ x }) => x));
    expect(rowsOf(columns.marks.y)).toEqual(marks.map(({ y }) => y));
    expect(rowsOf(columns.marks.uncertainty)).toEqual(marks.map(({ uncertainty }) => uncertainty));
    expect(rowsOf(columns.marks.form)).toEqual(marks.map(({ form }) => FORMS.indexOf(form)));
  });

  it('puts thousands of rows in order by day, by time of day and by end, and keeps what is alike as added', () => {
    const anyRow = fc.record({
      day: fc.noBias(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3_000_000, max: 3_000_000 }))),
      minute: fc.noBias(fc.integer({ min: 0, max: 1439 })).map((minute) => (minute > 700 ? minute : 0)),
      days: fc.constantFrom(1, 2, 366, 70_000, Infinity),
    });
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 1500, maxLength: 3000 }), (rows) => {
        const builder = new RowBuilder(LAYERS);
        for (const { day, minute, days } of rows) {
          const when = statedDay(day);
          const order = when.begin + minute * 60_000;
          builder.add({ when: { ...when, order, end: when.begin + days * DAY }, facet: 0 }, []);
        }
        const until = ({ day, days }: (typeof rows)[number]) => (days === Infinity ? FOREVER : day + days);
        const expected = [...rows.entries()].sort(
          ([, a], [, b]) => a.day - b.day || a.minute - b.minute || until(a) - until(b),
        );
        expect([...builder.finish().order]).toEqual(expected.map(([row]) => row));
      }),
      { numRuns: 10, endOnFailure: true },
    );
  });

  it.each([
    ['the earlier time', ['2020-01-01T18:00', '2020-01-01T06:00']],
    ['the shorter', ['2020-01-01/2020-01-03', '2020-01-01/2020-01-02']],
    ['what ends', ['2020-01-01/..', '2020-01-01/2020-01-02']],
    ['the earlier day', ['1970-01-01', '1969-12-31']],
    ['the earlier year, before 0 too,', ['0001', '0000']],
  ])('puts %s first where nothing else differs', (_, dates) => {
    const builder = new RowBuilder(LAYERS);
    for (const date of dates) builder.add({ when: whenOf(date), facet: 0 }, []);
    expect([...builder.finish().order]).toEqual([1, 0]);
  });

  it('lets a row stand where only later rows tell, behind the marks that it has', () => {
    const builder = new RowBuilder(LAYERS);
    const [one, two, three] = marksOfNumber(3) as [Mark, Mark, Mark];
    builder.add({ when: whenOf('2021'), facet: 0 }, [one]);
    builder.add({ when: whenOf('2020'), facet: 0 }, [two]);
    builder.stand(0, [three]);
    const { marks } = builder.finish().columns;
    expect([...marks.x]).toEqual([two.x, one.x, three.x]);
    expect([...marks.entry]).toEqual([0, 1, 1]);
  });

  it('leaves out a row that was dropped, with its marks', () => {
    fc.assert(
      fc.property(anyStory, fc.infiniteStream(fc.boolean()), (features, drops) => {
        const { places } = chronicleOf(features, LAYERS);
        const added = features.flatMap((feature) => entriesOf([feature]));
        const dropped = added.map(() => drops.next().value === true);
        const build = (left: readonly Entry[], drop: boolean) => {
          const builder = new RowBuilder(LAYERS);
          for (const entry of left) builder.add({ when: entry.when, facet: 0 }, marksOf(entry, places));
          for (const [row, isDropped] of dropped.entries()) if (drop && isDropped) builder.drop(row);
          return builder.finish();
        };
        const { columns, order } = build(added, true);
        const kept = added.filter((_, row) => !dropped[row]);
        const expected = build(kept, false);
        const whole = ({ uncertainty, form, ...marks }: Columns['marks']) => ({
          ...marks,
          uncertainty: Array.from(marks.x, (_, mark) => uncertainty?.[mark] ?? 0),
          form: Array.from(marks.x, (_, mark) => form?.[mark] ?? 0),
        });
        expect({ ...columns, marks: whole(columns.marks) }).toEqual({
          ...expected.columns,
          marks: whole(expected.columns.marks),
        });
        expect(Array.from(order, (row) => added[row])).toEqual(Array.from(expected.order, (row) => kept[row]));
      }),
    );
  });

  it('takes back the rows that were added last, with what belongs to them', () => {
    const builder = new RowBuilder(LAYERS);
    builder.add({ when: whenOf('2020'), facet: 1 }, marksOfNumber(2));
    for (const index of [7, 3, 11]) {
      builder.add({ when: whenOf('2021'), facet: 2, replaced: 5 }, marksOfNumber(index));
    }
    builder.rewind(1);
    expect(builder.length).toBe(1);
    const plain = [7, 8].map((x) => ({ x, y: 0, uncertainty: 0, form: 'symbol' as const }));
    builder.add({ when: whenOf('2019'), facet: 3 }, plain);
    const { columns, order } = builder.finish();
    expect([...order]).toEqual([1, 0]);
    expect([...columns.facet]).toEqual([3, 1]);
    expect(columns.replaced).toBeNull();
    const left = [...plain, ...marksOfNumber(2)];
    expect([...columns.marks.x]).toEqual(left.map(({ x }) => x));
    expect([...(columns.marks.uncertainty ?? [])]).toEqual(left.map(({ uncertainty }) => uncertainty));
    expect([...(columns.marks.form ?? [])]).toEqual(left.map(({ form }) => FORMS.indexOf(form)));
  });

  it('forgets what replaced a row that was dropped', () => {
    const builder = new RowBuilder(LAYERS);
    builder.add({ when: whenOf('2020'), facet: 0, replaced: 5 }, []);
    builder.add({ when: whenOf('2019'), facet: 0 }, []);
    builder.drop(0);
    expect(builder.finish().columns).toMatchObject({ length: 1, replaced: null, replacedReported: null });
  });

  it('puts what is stated within a day by its time, then the shorter first, then as added', () => {
    const builder = new RowBuilder(LAYERS);
    const dates = ['2020-01-01T18:00', '2020-01-01/..', '2020-01-01/2020-01-03', '2020-01-01', '2020', '2020-01-01'];
    for (const date of dates) builder.add({ when: whenOf(date), facet: 0 }, []);
    expect([...builder.finish().order]).toEqual([3, 5, 2, 4, 1, 0]);
  });

  it('holds the last layer there may be, and years before 0', () => {
    const layers = Array.from({ length: MOST_LAYERS }, (_, index) => `layer-${index}`);
    const { columns } = chronicleOf(
      [fact('a', stated(-44, 3, 15), { layer: `layer-${MOST_LAYERS - 1}` }), fact('b', stated(-500))],
      layers,
    );
    expect([...columns.begin]).toEqual([-902_149, -735_525]);
    expect([...columns.precision]).toEqual([0, 2]);
    expect(layerOf(columns.facet[1] ?? 0)).toBe(MOST_LAYERS - 1);
  });

  it('makes columns of nothing', () => {
    const { order, columns } = new RowBuilder([]).finish();
    expect(order).toHaveLength(0);
    expect(columns).toMatchObject({ length: 0, dated: 0, longest: 0, marks: { length: 0 } });
  });
});
