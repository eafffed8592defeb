import { describe, expect, it } from 'vitest';
import { entriesOf, type Filter } from './entry';
import type { Movement, Report } from './feature';
import { countNow, drawnAt, stateAt } from './moment';
import { parseWhen } from './parse-when';

const when = (text: string) => {
  const result = parseWhen(text);
  if ('error' in result) throw new Error(result.error);
  return result.when;
};
const at = (text: string) => when(text).begin;
const everything: Filter = { hiddenLayers: new Set(), hiddenKinds: new Set(), context: true };

function report(date: string, reported = true): Report {
  return { when: when(date), status: 'announced', sources: [], reported };
}
function movement(id: string, ...reports: Report[]): Movement {
  return {
    id,
    kind: 'movement',
    layer: 'kuwait',
    title: id,
    actors: [],
    sources: [],
    reported: true,
    geometry: null,
    reports,
    counts: [],
  };
}

describe('stateAt', () => {
  it.each([
    ['2019-12-30', 'ahead'],
    ['2019-12-31', 'now'],
    ['2020-01-01', 'now'],
    ['2020-01-02', 'past'],
  ])('on %s a thing of two days is %s', (date, state) => {
    expect(stateAt(when('2019-12-31/2020-01-01'), at(date))).toBe(state);
  });

  it('knows what has no date, and what goes on', () => {
    expect(stateAt(null, at('2020'))).toBe('undated');
    expect(stateAt(when('2003/..'), at('2999'))).toBe('now');
  });
});

describe('drawnAt', () => {
  const entries = entriesOf([
    movement('force', report('2019-12-31'), report('2020-01-01'), report('2020-01-03', false)),
  ]);
  const drawn = (date: string, filter = everything) => Object.fromEntries(drawnAt(entries, filter, at(date)));

  it('shows one force as one mark, by its latest report', () => {
    expect(drawn('2019-12-30')).toEqual({});
    expect(drawn('2019-12-31')).toEqual({ 'force/1': 'now' });
    expect(drawn('2020-01-01')).toEqual({ 'force/2': 'now' });
    expect(drawn('2020-01-04')).toEqual({ 'force/3': 'past' });
  });

  it('goes back to the latest report that is left when added context is off', () => {
    expect(drawn('2020-01-04', { ...everything, context: false })).toEqual({ 'force/2': 'past' });
  });

  it('shows nothing of a layer or a kind that is off', () => {
    expect(drawn('2020-01-04', { ...everything, hiddenLayers: new Set(['kuwait']) })).toEqual({});
    expect(drawn('2020-01-04', { ...everything, hiddenKinds: new Set(['movement']) })).toEqual({});
  });
});

describe('countNow', () => {
  it('counts what is true at the date', () => {
    const entries = entriesOf([
      movement('a', report('2019-12-31')),
      movement('b', report('2019-12-31'), report('2020-01-01')),
    ]);
    expect(countNow(entries, at('2019-12-31'), (entry) => entry.layer).get('kuwait')).toBe(2);
    expect(countNow(entries, at('2020-01-01'), (entry) => entry.layer).get('kuwait')).toBe(1);
  });
});
