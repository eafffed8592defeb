import { describe, expect, it } from 'vitest';
import { columnsOf } from '../model/rows';
import { entriesOf } from '../model/entry';
import { shownBy } from '../model/facet';
import { dayAt, EVERYTHING, fact } from '../model/sample';
import { stopsOf } from '../model/stops';
import { tallyOf } from '../model/tally';
import { groupsOf, undatedRows, type Listed } from './event-groups';

const columns = columnsOf(
  entriesOf([
    fact('first', '2020-01-01'),
    fact('hidden', '2020-01-01', { kind: 'statement' }),
    fact('second', '2020-01-02'),
    fact('third', '2020-01-04'),
    fact('undated', null),
  ]),
  new Map(),
  ['kuwait'],
);
const shown = shownBy({ ...EVERYTHING, hiddenKinds: new Set(['statement']) }, ['kuwait']);
const listed = (given: Partial<Listed>): Listed => ({
  columns,
  shown,
  stops: stopsOf(columns, tallyOf(columns), shown),
  only: undefined,
  open: undefined,
  ...given,
});
const rowsOf = (given: Partial<Listed>) =>
  groupsOf(listed(given)).map(({ index, rows, count }) => [index, rows, count]);

describe('groupsOf', () => {
  it('has what the filter lets through, stop by stop', () => {
    expect(rowsOf({})).toEqual([
      [0, [0], 1],
      [1, [2], 1],
      [2, [3], 1],
    ]);
  });

  it('lists one stop alone where only one is open, and counts all', () => {
    expect(rowsOf({ open: 1 })).toEqual([
      [0, [], 1],
      [1, [2], 1],
      [2, [], 1],
    ]);
  });

  it('of some rows alone has the stops that have any, all open', () => {
    expect(rowsOf({ only: [2, 3, 4], open: 0 })).toEqual([
      [1, [2], 1],
      [2, [3], 1],
    ]);
  });
});

describe('groupsOf a range', () => {
  const lasting = columnsOf(
    entriesOf([
      fact('lasts', '2019/..'),
      fact('over', '2019-12-01'),
      fact('before', '2020-01-01/2020-01-02'),
      fact('in', '2020-01-02'),
      fact('hidden', '2020-01-02', { kind: 'statement' }),
      fact('also', '2020-01-03'),
      fact('after', '2020-01-04'),
      fact('undated', null),
    ]),
    new Map(),
    ['kuwait'],
  );
  const given = {
    columns: lasting,
    stops: stopsOf(lasting, tallyOf(lasting), shown),
    within: { from: dayAt('2020-01-02'), to: dayAt('2020-01-04') },
  };

  it('has what is true in it alone, under the stop where it began', () => {
    expect(rowsOf(given)).toEqual([
      [0, [0], 1],
      [2, [2], 1],
      [3, [3], 1],
      [4, [5], 1],
    ]);
  });

  it('lists one of its stops alone where only one is open, and of some rows alone those', () => {
    expect(rowsOf({ ...given, open: 3 })).toEqual([
      [0, [], 1],
      [2, [], 1],
      [3, [3], 1],
      [4, [], 1],
    ]);
    expect(rowsOf({ ...given, only: [0, 1, 5, 6] })).toEqual([
      [0, [0], 1],
      [4, [5], 1],
    ]);
  });

  it('has nothing that no source dates', () => {
    expect(undatedRows(listed(given))).toEqual([]);
  });
});

describe('undatedRows', () => {
  it('has what no source dates, or those of some rows alone', () => {
    expect(undatedRows(listed({}))).toEqual([4]);
    expect(undatedRows(listed({ only: [2, 4] }))).toEqual([4]);
    expect(undatedRows(listed({ only: [2] }))).toEqual([]);
  });
});
