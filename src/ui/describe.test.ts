import { expect, it } from 'vitest';
import { entriesOf } from '../model/entry';
import { movement, place, report } from '../model/sample';
import { placesOf } from './describe';
import { messagesIn } from './languages/en';

const english = messagesIn('en-GB');

const places = new Map([place('kuwait', [47.6, 29.3]), place('embassy', [44.4, 33.3])].map((each) => [each.id, each]));
const geometry = {
  type: 'LineString' as const,
  coordinates: [
    [40, 31],
    [41, -32],
  ],
};

it('says where a movement goes, or how far a dated track had come', () => {
  const force = movement(
    'force',
    [
      report('2020-01-01', { reached: 1 }),
      report('2020-01-02', { reached: 1, to: 'embassy' }),
      report('2020-01-03', { from: 'kuwait', to: 'embassy' }),
      report('2020-01-04'),
    ],
    { geometry },
  );
  expect(entriesOf([force]).map((entry) => placesOf(entry, places, english))).toEqual([
    '32.000° S, 41.000° E',
    'to embassy, origin not stated',
    'from kuwait to embassy',
    'no place stated',
  ]);
});
