import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chronicleOf } from './chronicle';
import { entriesOf } from './entry';
import { hasLine } from './marks';
import { anyStory, fact, LAYERS, movement, place, report } from './sample';

const features = [
  place('embassy', [44.396, 33.299]),
  place('kuwait', [47.6, 29.3]),
  place('gate', null),
  movement('force', [
    report('2020-01-04', { from: 'kuwait', to: 'embassy' }),
    report('2019-12-31', { to: 'kuwait' }),
    report(null, { from: 'embassy', to: 'embassy' }),
  ]),
  fact('attack', '2020-01-01', { places: ['embassy', 'gate', 'embassy'] }),
  fact('order', null, { places: ['gate'] }),
];
const chronicle = chronicleOf(features, LAYERS);
const { details } = chronicle;

describe('chronicleOf', () => {
  it('tells the entry of each row, and of no other', () => {
    expect(['force/2', 'attack', 'force/1', 'force/3', 'order'].map((_, row) => details.entry(row)?.id)).toEqual([
      'force/2',
      'attack',
      'force/1',
      'force/3',
      'order',
    ]);
    expect(details.entry(5)).toBeUndefined();
    expect(details.entry(-1)).toBeUndefined();
  });

  it('tells the rows of a feature, ascending, and none of what it does not know', () => {
    expect(details.rowsOf('force')).toEqual([0, 2, 3]);
    expect(details.rowsOf('order')).toEqual([4]);
    for (const id of ['nothing', 'toString', '__proto__', 'embassy', 'force/1']) expect(details.rowsOf(id)).toEqual([]);
  });

  it('tells the rows that a place concerns, ascending and each once', () => {
    expect(details.rowsAt('embassy')).toEqual([1, 2, 3]);
    expect(details.rowsAt('gate')).toEqual([1, 4]);
    expect(details.rowsAt('kuwait')).toEqual([0, 2]);
    for (const id of ['nothing', 'constructor', 'force']) expect(details.rowsAt(id)).toEqual([]);
  });

  it('has the places by id, the movements, and the rows of what is drawn as a line', () => {
    expect([...chronicle.places.keys()]).toEqual(['embassy', 'kuwait', 'gate']);
    expect(chronicle.movements.map(({ id }) => id)).toEqual(['force']);
    expect(chronicle.lines).toEqual([2]);
  });

  it('has everything at hand, and nothing to wait for', async () => {
    await expect(details.want({ rows: [1], feature: 'force', place: 'gate' })).resolves.toBeUndefined();
  });

  it('agrees with the list of entries', () => {
    fc.assert(
      fc.property(anyStory, (random) => {
        const { columns, details: told, index, lines, movements, places } = chronicleOf(random, LAYERS);
        const entries = entriesOf(random);
        const rowsWhere = (holds: (entry: (typeof entries)[number]) => boolean) =>
          [...entries.keys()].filter((row) => holds(entries[row] as (typeof entries)[number]));
        expect(columns.length).toBe(entries.length);
        expect(index.numItems).toBe(columns.marks.length);
        expect(entries.map((_, row) => told.entry(row))).toEqual(entries);
        for (const { id } of random) {
          expect(told.rowsOf(id)).toEqual(rowsWhere(({ feature }) => feature.id === id));
          expect(told.rowsAt(id)).toEqual(rowsWhere((entry) => entry.places.includes(id)));
        }
        expect(lines).toEqual(rowsWhere((entry) => hasLine(entry, places)));
        expect(movements).toEqual(random.filter(({ kind }) => kind === 'movement'));
      }),
    );
  });

  it('holds a story of nothing', () => {
    const empty = chronicleOf([], []);
    expect(empty.columns.length).toBe(0);
    expect(empty.lines).toEqual([]);
    expect(empty.details.entry(0)).toBeUndefined();
  });
});
