import { expect, test, vi } from 'vitest';
import { chronicleOf } from '../model/chronicle';
import { parseDataset } from '../model/dataset';
import { storyForFile } from '../model/parse-story';
import { BoundedCache } from './bounded-cache';
import type { Question } from './large-messages';
import { RemoteDetails } from './remote-details';

const features = [
  { id: 'p', kind: 'place', name: 'P' },
  { id: 'b', kind: 'incident', title: 'B', when: '2020-01-02', place: 'p' },
  { id: 'a', kind: 'context', title: 'A', when: '2020-01-01' },
  { id: 'm', kind: 'movement', title: 'M', to: 'p', reports: [{ when: '2019', status: 'arrived' }, { status: 'announced' }] },
].map(({ id, ...properties }) => ({ type: 'Feature', id, geometry: null, properties })); // prettier-ignore
const text = JSON.stringify({ type: 'FeatureCollection', features });
const chronicle = chronicleOf(parseDataset(storyForFile('a'), [{ file: 'a', layer: 'a', text }]).features, ['a']);

/** Details whose questions wait to be answered. */
function remote() {
  const questions: Question[] = [];
  const reports = { reportRows: Uint32Array.from([0, 3]), reportMovements: Uint32Array.from([0, 0]) };
  const details = new RemoteDetails((asked) => questions.push(asked), reports, chronicle.movements, chronicle.places);
  const answer = () => {
    const { rows, features: ids, places } = questions.shift() ?? { rows: [], features: [], places: [] };
    details.take({ entries: rows.map((row) => [row, chronicle.details.entry(row)]) }, false);
    const rowsOf = ids.map((id): [string, Uint32Array] => [id, Uint32Array.from(chronicle.details.rowsOf(id) ?? [])]);
    const rowsAt = places.map((id): [string, Uint32Array] => [
      id,
      Uint32Array.from(chronicle.details.rowsAt(id) ?? []),
    ]);
    details.take({ rowsOf, rowsAt }, true);
  };
  return { details, questions, answer };
}

test('what is wanted is there once it was answered, and is not asked again', async () => {
  const { details, questions, answer } = remote();
  expect([details.entry(2), details.rowsOf('a'), details.rowsAt('p')]).toEqual([undefined, undefined, undefined]);
  const wanted = Promise.all([
    details.want({ rows: [2, 1] }),
    details.want({ feature: 'a', rows: [2] }),
    details.want({ place: 'p' }),
  ]);
  await Promise.resolve();
  expect(questions).toEqual([{ rows: [2, 1], features: ['a'], places: ['p'] }]);
  answer();
  await wanted;
  expect(details.entry(2)).toEqual(chronicle.details.entry(2));
  expect(details.rowsOf('a')).toEqual(chronicle.details.rowsOf('a'));
  expect(details.rowsAt('p')).toEqual(chronicle.details.rowsAt('p'));
  await details.want({ rows: [1, 2], feature: 'a', place: 'p' });
  expect(questions).toEqual([]);
});

test('reports and movements are there at once, and what no place or feature is has no rows', () => {
  const { details, questions } = remote();
  expect([0, 3].map((row) => details.entry(row))).toEqual([0, 3].map((row) => chronicle.details.entry(row)));
  expect(details.entry(0)?.feature).toBe(chronicle.movements[0]);
  expect(details.rowsOf('m')).toEqual([0, 3]);
  expect([details.rowsOf('p'), details.rowsAt('nowhere')]).toEqual([[], []]);
  expect(questions).toEqual([]);
});

test('while a question is under way the next one gathers', async () => {
  const { details, questions, answer } = remote();
  const done = vi.fn();
  void details.want({ rows: [1] }).then(done);
  await Promise.resolve();
  const rest = [details.want({ rows: [2] }), details.want({ feature: 'nobody' })];
  await Promise.resolve();
  expect(questions).toHaveLength(1);
  answer();
  await Promise.resolve();
  expect(done).toHaveBeenCalledOnce();
  expect(questions).toEqual([{ rows: [2], features: ['nobody'], places: [] }]);
  answer();
  await Promise.all(rest);
  expect(details.rowsOf('nobody')).toEqual([]);
});

test('where the worker failed, whoever waits is told', async () => {
  const { details } = remote();
  const waiting = details.want({ rows: [1] });
  details.fail(new Error('gone'));
  await expect(waiting).rejects.toThrow('gone');
  await expect(details.want({ rows: [1] })).rejects.toThrow('gone');
});

test('a cache forgets what was used longest ago', () => {
  const cache = new BoundedCache<string, number>(3);
  for (const [key, weight] of [['a', 1], ['b', 1], ['c', 1]] as const) cache.set(key, 1, weight); // prettier-ignore
  cache.get('a');
  cache.set('d', 1);
  expect(['a', 'b', 'c', 'd'].filter((key) => cache.get(key))).toEqual(['a', 'c', 'd']);
  cache.set('e', 1, 9);
  expect(['a', 'c', 'd', 'e'].filter((key) => cache.get(key))).toEqual(['e']);
});
