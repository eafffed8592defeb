import { describe, expect, it } from 'vitest';
import { chronicleOf } from '../model/chronicle';
import { shownBy } from '../model/facet';
import type { Feature, Report } from '../model/feature';
import { EVERYTHING, LAYERS, fact, momentAt, movement, place, report, whenOf } from '../model/sample';
import { shownLegs, type Focus } from './leg-states';
import { legsOf } from './legs';
import { unitFeatures } from './units';

const SIDC = 'SFGPUCI----F---';
const PLACES = [place('home', [40, 30]), place('base', [44, 33])];

/** Where units stand on a date: longitude and latitude to a tenth, and how strongly each is drawn. */
function unitsOn(date: string, features: Feature[], focus: Focus = {}) {
  const chronicle = chronicleOf([...PLACES, ...features], LAYERS);
  const clock = { moment: momentAt(date), shown: shownBy(EVERYTHING, LAYERS), past: true };
  const legs = shownLegs(legsOf(chronicle), chronicle, clock, focus);
  return unitFeatures(legs, chronicle, clock, focus).features.map(({ geometry, properties }) => [
    ...geometry.coordinates.map((degrees) => Math.round(degrees * 10) / 10),
    properties.opacity,
  ]);
}
const unit = (id: string, ...reports: Report[]) => movement(id, reports, { sidc: SIDC });

describe('unitFeatures', () => {
  it('stand at the start of a line until the force has arrived, and never on the way', () => {
    const battalion = unit(
      'battalion',
      report('2020-01-01', { status: 'announced', from: 'home', to: 'base' }),
      report('2020-01-02', { status: 'under way', from: 'home', to: 'base' }),
      report('2020-01-03', { status: 'arrived', from: 'home', to: 'base' }),
    );
    expect(unitsOn('2019-12-31', [battalion])).toEqual([]);
    expect(unitsOn('2020-01-01', [battalion])).toEqual([[40, 30, 1]]);
    expect(unitsOn('2020-01-02', [battalion])).toEqual([[40, 30, 1]]);
    expect(unitsOn('2020-01-03', [battalion])).toEqual([[44, 33, 1]]);
  });

  it('stand at their place where there is no line, and of any other kind of event too', () => {
    const arrived = unit('arrived', report('2020-01-01', { status: 'arrived', to: 'base' }));
    const raid = fact('raid', '2020-01-01', { places: ['home'], sidc: SIDC });
    expect(unitsOn('2020-01-01', [arrived, raid]).sort()).toEqual([
      [40, 30, 1],
      [44, 33, 1],
    ]);
    expect(unitsOn('2020-01-02', [arrived])).toEqual([[44, 33, 0.6]]);
  });

  it('are at the point that a track had reached', () => {
    const coordinates = [
      [40, 0],
      [42, 0],
      [46, 0],
    ];
    const times = ['2020-01-01', '2020-01-02', '2020-01-04'].map((date) => whenOf(date).order);
    const reports = [1, 2].map((reached) => report(`2020-01-0${reached * 2}`, { status: 'under way', reached }));
    const track = { geometry: { type: 'LineString' as const, coordinates }, sidc: SIDC };
    const step = movement('step', reports, { ...track, track: { times, linear: false } });
    const linear = movement('linear', reports, { ...track, track: { times, linear: true } });
    expect(unitsOn('2020-01-02', [step])).toEqual([[42, 0, 1]]);
    expect(unitsOn('2020-01-02', [linear])).toEqual([[44, 0, 1]]);
    expect(unitsOn('2020-01-04', [step])).toEqual([[46, 0, 1]]);
  });

  it('are faint beside another movement that is pointed at', () => {
    const arrived = unit('arrived', report('2020-01-01', { status: 'arrived', to: 'base' }));
    const [[, , opacity] = []] = unitsOn('2020-01-01', [arrived], { isolated: 'other' });
    expect(opacity).toBeLessThan(0.3);
  });

  it('are none without a code', () => {
    expect(unitsOn('2020-01-01', [movement('plain', [report('2020-01-01', { to: 'base' })])])).toEqual([]);
  });
});
