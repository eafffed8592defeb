import { expect, it } from 'vitest';
import { chronicleOf } from './chronicle';
import { dropsOf } from './drops';
import { EVERYTHING, fact, LAYERS } from './sample';
import { setBit, emptyBits } from './bit-set';
import type { Found } from './wanted';

const { columns } = chronicleOf(
  [
    fact('a', '2020-01-01', { layer: 'iraq' }),
    fact('b', '2020-01-02', { layer: 'kuwait', kind: 'statement' }),
    fact('c', '2020-01-03', { layer: 'kuwait', reported: false }),
    fact('d', '2020-01-04', { layer: 'kuwait' }),
  ],
  LAYERS,
);
const rows = (...numbers: number[]) => {
  const set = emptyBits(columns.length);
  for (const row of numbers) setBit(set, row);
  return set;
};
const finding = (own: number[], almost: Found['almost']): Found => ({ rows: rows(...own), places: new Set(), almost });
const without = (layers: string[], kinds: 'statement'[] = [], context = true) => ({
  hiddenLayers: new Set(layers),
  hiddenKinds: new Set(kinds),
  context,
});

it('names each switch that alone hides something, with how much', () => {
  expect(dropsOf(columns, without(['kuwait', 'iraq']), undefined)).toEqual([
    { layer: 'iraq', count: 1 },
    { layer: 'kuwait', count: 3 },
  ]);
});

it('does not name a switch that is of no use alone', () => {
  expect(dropsOf(columns, without(['kuwait'], ['statement'], false), finding([1, 2], new Map()))).toEqual([]);
});

it('names what was asked by what each wish alone keeps out, of what is switched on', () => {
  const found = finding(
    [],
    new Map([
      ['actor', rows(0, 3)],
      ['text', rows(1)],
      ['source', rows()],
    ]),
  );
  expect(dropsOf(columns, EVERYTHING, found)).toEqual([
    { criterion: 'text', count: 1 },
    { criterion: 'actor', count: 2 },
  ]);
  expect(dropsOf(columns, without(['kuwait']), found)).toEqual([{ criterion: 'actor', count: 1 }]);
});

it('names a switch only for what a search found', () => {
  expect(dropsOf(columns, without(['kuwait', 'iraq']), finding([3], new Map()))).toEqual([
    { layer: 'kuwait', count: 1 },
  ]);
  expect(dropsOf(columns, without([], [], false), finding([2], new Map()))).toEqual([{ context: true, count: 1 }]);
  expect(dropsOf(columns, without([], ['statement']), finding([1], new Map()))).toEqual([
    { kind: 'statement', count: 1 },
  ]);
});
