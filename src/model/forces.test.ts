import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chronicleOf } from './chronicle';
import { drawnState } from './columns';
import { entriesOf, type Filter } from './entry';
import { shownBy } from './facet';
import type { Movement } from './feature';
import { forcesAt } from './forces';
import { anyFilter, anyMoment, anyStory, EVERYTHING, LAYERS, momentAt, movement, report } from './sample';
import { DAY } from './when';

const at = (date: string) => momentAt(date).to * DAY - 1;
const named = (movements: readonly Movement[], date: string, filter: Partial<Filter> = {}) =>
  forcesAt(movements, at(date), { ...EVERYTHING, ...filter }).map((force) => [
    force.movement.id,
    force.movement.reports.indexOf(force.report) + 1,
  ]);

const battalion = movement(
  'battalion',
  [report('2019-12-31'), report('2020-01-01', { reported: false }), report('/2020-01-03')],
  { partOf: 'brigade' },
);
const first = movement('first', [report('2020-01-01')], { partOf: 'battalion', layer: 'iraq' });
const brigade = movement('brigade', [report('2020-01-04', { reported: false })]);
const all = [first, battalion, brigade];

describe('forcesAt', () => {
  it('gives each movement by its latest report, and those that nothing is reported of not at all', () => {
    expect(named(all, '2019-12-30')).toEqual([]);
    expect(named(all, '2019-12-31')).toEqual([['battalion', 1]]);
    expect(named(all, '2020-01-02')).toEqual([
      ['battalion', 2],
      ['first', 1],
    ]);
    expect(named(all, '2020-01-04')).toEqual([
      ['battalion', 3],
      ['brigade', 1],
      ['first', 1],
    ]);
  });

  it('goes back to what the main report says when added context is off', () => {
    expect(named(all, '2020-01-02', { context: false })).toEqual([
      ['battalion', 1],
      ['first', 1],
    ]);
    expect(named(all, '2020-01-04', { context: false }).map(([id]) => id)).toEqual(['battalion', 'first']);
  });

  it('leaves out layers and kinds that are off', () => {
    expect(named(all, '2020-01-04', { hiddenLayers: new Set(['kuwait']) })).toEqual([['first', 1]]);
    expect(named(all, '2020-01-04', { hiddenKinds: new Set(['movement']) })).toEqual([]);
  });

  it('of two reports of one day takes the one that the list has last, and a time counts', () => {
    expect(named([movement('a', [report('2020-01-01'), report('2020-01-01')])], '2020-01-01')).toEqual([['a', 2]]);
    const timed = movement('a', [report('2020-01-01T18:00'), report('2020-01-01T06:00')]);
    expect(named([timed], '2020-01-01')).toEqual([['a', 1]]);
  });

  it('never takes an undated report', () => {
    expect(named([movement('a', [report(null)])], '2020-01-01')).toEqual([]);
    expect(named([movement('a', [report('2020-01-01'), report(null)])], '2020-01-01')).toEqual([['a', 1]]);
  });

  it('knows what includes a force, be it reported and shown or not', () => {
    const [only] = forcesAt(all, at('2020-01-01'), { ...EVERYTHING, hiddenLayers: new Set(['kuwait']) });
    expect(only?.movement.id).toBe('first');
    expect(only?.wholes).toEqual(['battalion', 'brigade']);
  });

  it('ends where a force is part of itself', () => {
    const circle = [movement('a', [report('2020')], { partOf: 'b' }), movement('b', [report('2020')], { partOf: 'a' })];
    expect(forcesAt(circle, at('2020'), EVERYTHING).map(({ wholes }) => wholes)).toEqual([['b'], ['a']]);
  });

  it('names the reports that the map draws, whatever the order of the movements', () => {
    fc.assert(
      fc.property(anyStory, anyFilter, anyMoment, (features, filter, moment) => {
        const { columns, movements } = chronicleOf(features, LAYERS);
        const shown = shownBy(filter, columns.layers);
        const drawn = entriesOf(features)
          .filter((entry, row) => entry.report && drawnState(columns, row, moment, shown) !== 'absent')
          .map(({ feature, report: drawnReport }) => [feature.id, drawnReport]);
        const forces = forcesAt(movements, moment.to * DAY - 1, filter);
        const ids = forces.map((force) => force.movement.id);
        expect(ids).toEqual(ids.toSorted());
        const reports = new Map(forces.map((force) => [force.movement.id, force.report]));
        expect(drawn).toHaveLength(reports.size);
        for (const [id, drawnReport] of drawn) expect(reports.get(id as string)).toBe(drawnReport);
        expect(forcesAt(movements.toReversed(), moment.to * DAY - 1, filter)).toEqual(forces);
      }),
      { numRuns: 300 },
    );
  });
});
