import { describe, expect, it } from 'vitest';
import type { DatedFact, Kind } from '../model/feature';
import { parseWhen } from '../model/parse-when';
import { chronicleOf } from '../model/chronicle';
import type { Loaded } from './load';
import { AppState } from './state.svelte';

function fact(
  id: string,
  layer: string,
  date: string,
  reported = true,
  kind: Exclude<Kind, 'place' | 'movement'> = 'incident',
): DatedFact {
  const result = parseWhen(date);
  if ('error' in result) throw new Error(result.error);
  return {
    id,
    layer,
    kind,
    title: id,
    actors: [],
    sources: [],
    reported,
    when: result.when,
    places: [],
    geometry: null,
    counts: [],
  };
}
const loaded = (on = true): Loaded => ({
  story: {
    title: 'T',
    sources: [],
    date: '2020-01-01',
    layers: [
      { id: 'a', file: 'a.geojson', title: 'A', on: true },
      { id: 'b', file: 'b.geojson', title: 'B', on },
    ],
  },
  chronicle: chronicleOf(
    [fact('one', 'a', '2019-12-31'), fact('two', 'b', '2020-01-01'), fact('three', 'a', '2020-01-03', false)],
    ['a', 'b'],
  ),
  problems: [],
  dispose: () => {},
});
const open = (view = {}, on = true) => new AppState(loaded(on), { off: [], ...view });

describe('AppState', () => {
  it('opens on the date of the story and steps to neighbours', () => {
    const app = open();
    expect(app.stop?.edtf).toBe('2020-01-01');
    app.step(-1);
    expect(app.stop?.edtf).toBe('2019-12-31');
    app.step(-1);
    expect(app.stop?.edtf).toBe('2019-12-31');
  });

  it('has no stop for a date whose layer is off, and stands at the one before', () => {
    const app = open();
    app.toggleLayer('b');
    expect(app.stops.map((stop) => stop.edtf)).toEqual(['2019-12-31', '2020-01-03']);
    expect(app.stop?.edtf).toBe('2019-12-31');
    app.toggleLayer('b');
    expect(app.stop?.edtf).toBe('2020-01-01');
  });

  it('switches added context off as a whole', () => {
    const app = open();
    app.context = false;
    expect([0, 1, 2].map((row) => app.isShown(row))).toEqual([true, true, false]);
  });

  it('goes to the date of an event that is chosen, and keeps the date of one that is true now', () => {
    const app = open();
    app.select('three', app.entry(2));
    expect([app.selection, app.stop?.edtf]).toEqual(['three', '2020-01-03']);
  });

  it.each([{ date: 'nonsense' }, { date: '2020-02-31' }, { selection: 'nobody' }, { off: ['nothing'] }])(
    'falls back to the opening where a link says %j',
    (view) => {
      expect(open(view)).toMatchObject({ selection: undefined });
      expect(open(view).stop?.edtf).toBe('2020-01-01');
    },
  );

  it.each([true, false])('a link to a view brings the view back (second layer opens on: %s)', (on) => {
    const app = open({}, on);
    app.showEverything();
    app.step(-1);
    app.toggleKind('statement');
    app.select('one');
    const back = open(app.view, on);
    expect(back.view).toEqual(app.view);
    expect(back.hiddenLayers).toEqual(new Set());
    app.toggleKind('statement');
    expect(open(app.view, on).hiddenLayers).toEqual(new Set());
  });
});
