import { expect, it } from 'vitest';
import { doubtsOf } from './doubt';
import { entriesOf } from './entry';
import type { DatedFeature } from './feature';
import { parseQuantity } from './quantity';
import { fact, movement, place, report } from './sample';

const PLACES = new Map(
  [place('town', [44, 33], { uncertainty: 500 }), place('area', [44, 33], { area: true }), place('lost', null)].map(
    (each) => [each.id, each],
  ),
);
function killed(value: unknown) {
  const result = parseQuantity(value);
  if ('error' in result) throw new Error(result.error);
  return { name: 'killed', quantity: result.quantity };
}
const strength = killed(100).quantity;
const at = { places: ['town'] };

it.each<[string, DatedFeature, string[]]>([
  ['a day, a town and a number', fact('a', '2020-01-01', { ...at, counts: [killed(3)] }), []],
  ['a year, as far as it goes', fact('a', '2003', at), []],
  ['that none was reported', fact('a', '2003', { ...at, counts: [killed('none reported')] }), []],
  ['no date', fact('a', null, at), ['date']],
  ['one of two days', fact('a', '[2019-12-28..2019-12-29]', at), ['date']],
  ['about a day', fact('a', '2019-12-31~', at), ['date']],
  ['no place', fact('a', '2020-01-01'), ['place']],
  ['an area', fact('a', '2020-01-01', { places: ['area'] }), ['place']],
  ['a place that nobody located', fact('a', '2020-01-01', { places: ['town', 'lost'] }), ['place']],
  ['a point of its own', fact('a', '2020-01-01', { geometry: { type: 'Point', coordinates: [1, 2] } }), []],
  ['a word for a number', fact('a', '2020-01-01', { ...at, counts: [killed('dozens')] }), ['number']],
  ['about so many', fact('a', '2020-01-01', { ...at, counts: [killed('~100')] }), ['number']],
  ['two figures for one', fact('a', '2020-01-01', { ...at, counts: [killed(3), killed(4)] }), ['number']],
  ['a force between two towns', movement('a', [report('2020', { from: 'town', to: 'town', strength })]), []],
  ['a force of unknown origin', movement('a', [report('2020', { to: 'town', strength })]), ['place']],
  ['a force on alert where it is', movement('a', [report('2020', { from: 'town', status: 'on alert', strength })]), []],
  ['a force of unknown strength', movement('a', [report('2020', { from: 'town', to: 'town' })]), ['number']],
])('of %s doubts what is unsure', (_, feature, doubts) => {
  const [entry] = entriesOf([feature]);
  expect(entry && doubtsOf(entry, PLACES)).toEqual(doubts);
});
