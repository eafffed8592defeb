import { describe, expect, it } from 'vitest';
import { chronicleOf } from '../model/chronicle';
import type { Feature } from '../model/feature';
import { shownBy } from '../model/facet';
import { EVERYTHING, LAYERS, momentAt, movement, place, report, whenOf } from '../model/sample';
import { shownLegs, type Focus } from './leg-states';
import { legsOf } from './legs';

const PLACES = ['home', 'kuwait', 'embassy', 'base'].map((id, index) => place(id, [index * 10, 30 + index]));

/** What is drawn on a date, the topmost first: movement, status, state. */
function drawnOn(date: string, features: Feature[], { context = true, ...focus }: Focus & { context?: boolean } = {}) {
  const chronicle = chronicleOf([...PLACES, ...features], LAYERS);
  const shown = shownBy({ ...EVERYTHING, context }, LAYERS);
  return shownLegs(legsOf(chronicle), chronicle, { moment: momentAt(date), shown, past: true }, focus).reverse();
}
const words = (shown: ReturnType<typeof drawnOn>) =>
  shown.map(({ leg, state }) => `${leg.movement} ${leg.status} ${state}`);

const battalion = movement('battalion', [
  report('2020-01-01', { status: 'announced', from: 'home', to: 'kuwait' }),
  report('2020-01-02', { status: 'under way', from: 'home', to: 'kuwait' }),
  report('2020-01-04', { status: 'arrived', to: 'kuwait' }),
  report('2020-01-06', { status: 'under way', from: 'kuwait', to: 'base' }),
]);

describe('shownLegs', () => {
  it('shows of each force the line of its latest report, and no other', () => {
    expect(words(drawnOn('2019-12-31', [battalion]))).toEqual([]);
    expect(words(drawnOn('2020-01-01', [battalion]))).toEqual(['battalion announced now']);
    expect(words(drawnOn('2020-01-02', [battalion]))).toEqual(['battalion under way now']);
    expect(words(drawnOn('2020-01-03', [battalion]))).toEqual(['battalion under way past']);
  });

  it('keeps the way to a place as a trail once the force is there by a report that tells no way', () => {
    expect(words(drawnOn('2020-01-04', [battalion]))).toEqual(['battalion under way trail']);
    expect(words(drawnOn('2020-01-06', [battalion]))).toEqual(['battalion under way now']);
  });

  it('keeps no trail to a place that a later report does not name', () => {
    const turned = movement('turned', [
      report('2020-01-01', { status: 'under way', from: 'home', to: 'kuwait' }),
      report('2020-01-02', { status: 'arrived', to: 'base' }),
    ]);
    expect(words(drawnOn('2020-01-02', [turned]))).toEqual([]);
  });

  it('shows the whole way so far of a selected force, and nothing that is ahead', () => {
    expect(words(drawnOn('2020-01-06', [battalion], { selected: 'battalion' }))).toEqual([
      'battalion under way now',
      'battalion under way trail',
      'battalion announced trail',
    ]);
    expect(words(drawnOn('2020-01-01', [battalion], { selected: 'battalion' }))).toEqual(['battalion announced now']);
  });

  it('asks of reports what the filter lets through', () => {
    const marines = movement('marines', [
      report('2020-01-01', { status: 'announced', from: 'home', to: 'embassy' }),
      report('2020-01-02', { status: 'arrived', from: 'kuwait', to: 'embassy', reported: false }),
    ]);
    expect(words(drawnOn('2020-01-03', [marines]))).toEqual(['marines arrived past']);
    expect(words(drawnOn('2020-01-03', [marines], { context: false }))).toEqual(['marines announced past']);
  });

  it('dims all others beside the isolated one, which lies on top', () => {
    const other = movement('other', [
      report('2020-01-01', { from: 'home', to: 'base', strength: { form: 'exact', low: 9000, high: 9000 } }),
    ]);
    const [top, below] = drawnOn('2020-01-01', [battalion, other], { isolated: 'battalion' });
    expect(top?.leg.movement).toBe('battalion');
    expect(below?.opacity).toBeLessThan((top?.opacity ?? 0) / 4);
    const focus = { isolated: 'battalion', selected: 'battalion' };
    expect(drawnOn('2020-01-01', [battalion, other], focus)[1]?.opacity).toBeGreaterThan((below?.opacity ?? 1) * 2);
  });

  it('draws strong forces over weak ones, and thins what ranks low among very many', () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      movement(`m${index}`, [
        report('2020-01-01', { from: 'home', to: 'base', strength: { form: 'exact', low: index, high: index } }),
      ]),
    );
    const shown = drawnOn('2020-01-01', many);
    expect(shown.slice(0, 3).map(({ leg }) => leg.movement)).toEqual(['m59', 'm58', 'm57']);
    expect(shown[0]?.thinning).toBe(1);
    const thinnings = shown.map(({ thinning }) => thinning);
    expect(thinnings).toEqual([...thinnings].sort((a, b) => b - a));
    expect(shown.at(-1)?.thinning).toBeLessThan(0.7);
  });

  it('lets only a track whose author chose it be between two vertices', () => {
    const geometry = {
      type: 'LineString' as const,
      coordinates: [
        [0, 0],
        [10, 0],
        [20, 0],
      ],
    };
    const times = ['2020-01-01', '2020-01-02', '2020-01-04'].map((date) => whenOf(date).order);
    const reports = [report('2020-01-01', { reached: 0 }), report('2020-01-02', { reached: 1 })];
    const linear = movement('linear', reports, { geometry, track: { times, linear: true } });
    const step = movement('step', reports, { geometry, track: { times, linear: false } });
    const ends = drawnOn('2020-01-02', [linear, step]).map(({ leg, to }) => {
      const end = leg.course.line.at(-1)?.[0] ?? 0;
      return [leg.movement, Math.round(end * to)];
    });
    expect(Object.fromEntries(ends)).toEqual({ linear: 15, step: 10 });
  });
});
