import { describe, expect, it } from 'vitest';
import { chronicleOf } from '../model/chronicle';
import { shownBy } from '../model/facet';
import type { Feature } from '../model/feature';
import { EVERYTHING, LAYERS, momentAt, movement, place, report } from '../model/sample';
import { shownLegs, type Focus } from './leg-states';
import { legsOf } from './legs';
import type { InView } from './label-spot';
import { movementLabels } from './movement-labels';

const PLACES = [
  place('home', [0, 30]),
  place('kuwait', [47.6, 29.3], { area: true, uncertainty: 100_000 }),
  place('embassy', [44.4, 33.3]),
  place('guam', [144.8, 13.5]),
  place('honolulu', [-157.9, 21.3]),
];
const WORLD: InView = { west: -180, south: -85, east: 180, north: 85, width: 1024 };

function labelsOn(date: string, features: Feature[], view = WORLD, focus: Focus = {}) {
  const chronicle = chronicleOf([...PLACES, ...features], LAYERS);
  const clock = { moment: momentAt(date), shown: shownBy(EVERYTHING, LAYERS), past: true };
  const shown = shownLegs(legsOf(chronicle), chronicle, clock, focus);
  return movementLabels(
    shown,
    chronicle,
    clock,
    view,
    ({ feature, report: said }, whole) =>
      `${feature.id} ${said?.status}${whole ? ` of ${whole.entry.feature.id}${whole.listed ? ' above' : ''}` : ''}`,
    focus,
  ).features;
}
const told = (features: ReturnType<typeof labelsOn>) => features.map(({ properties }) => properties.label);

const battalion = movement('battalion', [
  report('2020-01-01', { status: 'announced', to: 'kuwait' }),
  report('2020-01-03', { status: 'arrived', to: 'kuwait' }),
]);
const paratroopers = movement('paratroopers', [report('2020-01-02', { status: 'under way', to: 'kuwait' })], {
  partOf: 'battalion',
});

describe('movementLabels', () => {
  it('says at one place all that is there without a line, the whole before its part', () => {
    expect(told(labelsOn('2020-01-02', [paratroopers, battalion]))).toEqual([
      'battalion announced\nparatroopers under way of battalion above',
    ]);
  });

  it('stands at the station of a force on alert, and nowhere where nobody says where that is', () => {
    const ready = movement('ready', [report('2020-01-01', { status: 'on alert', from: 'home' })]);
    const unknown = movement('unknown', [report('2020-01-01', { status: 'on alert', to: 'kuwait' })]);
    const [label, ...others] = labelsOn('2020-01-01', [ready, unknown]);
    expect(label?.geometry.coordinates).toEqual([0, 30]);
    expect(others).toEqual([]);
  });

  it('is silent of a part once its whole has come further', () => {
    expect(told(labelsOn('2020-01-03', [paratroopers, battalion]))).toEqual(['battalion arrived']);
  });

  it('says of which force a part is one, where that has its own line', () => {
    const flying = movement('flying', [report('2020-01-01', { status: 'under way', from: 'home', to: 'kuwait' })]);
    const part = movement('part', [report('2020-01-01', { to: 'kuwait' })], { partOf: 'flying' });
    expect(told(labelsOn('2020-01-01', [flying, part]))).toEqual(['flying under way', 'part announced of flying']);
  });

  it('stands beside the middle of what of a line is in view, also over the antimeridian', () => {
    const wing = movement('wing', [report('2020-01-01', { from: 'guam', to: 'honolulu' })]);
    const near = labelsOn('2020-01-01', [wing], { west: 170, south: 0, east: 210, north: 40, width: 1024 })[0];
    const far = labelsOn('2020-01-01', [wing], { west: -190, south: 0, east: -180, north: 40, width: 1024 })[0];
    expect((near?.geometry.coordinates[0] ?? 0) > 180).toBe(true);
    expect(far?.geometry.coordinates[0]).toBeGreaterThan(170);
    expect(far?.geometry.coordinates[0]).toBeLessThan(180);
    expect(labelsOn('2020-01-01', [wing], { west: 0, south: 0, east: 90, north: 40, width: 1024 })).toEqual([]);
  });

  it('places what is selected first, and dims what is beside it', () => {
    const other = movement('other', [report('2020-01-01', { from: 'home', to: 'embassy' })]);
    const focus = { isolated: 'battalion', selected: 'battalion' };
    const [first, second] = labelsOn('2020-01-01', [other, battalion], WORLD, focus);
    expect([first?.properties.label, second?.properties.label]).toEqual(['other announced', 'battalion announced']);
    expect(second?.properties.rank).toBeLessThan(first?.properties.rank ?? 0);
    expect(first?.properties.opacity).toBeLessThan(1);
    expect(second?.properties.opacity).toBe(1);
  });

  it('has no words of others while one is pointed at', () => {
    const other = movement('other', [report('2020-01-01', { from: 'home', to: 'embassy' })]);
    expect(told(labelsOn('2020-01-01', [other, battalion], WORLD, { isolated: 'battalion' }))).toEqual([
      'battalion announced',
    ]);
  });

  it('has a key for each label that no other has', () => {
    const many = Array.from({ length: 20 }, (_, index) =>
      movement(`m${index}`, [report('2020-01-01', { from: 'home', to: 'embassy' })]),
    );
    const keys = labelsOn('2020-01-01', many).map(({ properties }) => properties.key);
    expect(new Set(keys).size).toBe(20);
  });
});
