import { describe, expect, it } from 'vitest';
import type { DatedFact, Kind, Movement } from '../model/feature';
import { chronicleOf } from '../model/chronicle';
import { movement, report, whenOf } from '../model/sample';
import type { Loaded } from './load';
import { AppState } from './state.svelte';

/** A movement of layer `b` whose reports have these dates; what has a `+` before it is added context. */
function force(id: string, dates: string[]): Movement {
  const reports = dates.map((date) => report(date.replace('+', ''), { reported: !date.startsWith('+') }));
  return movement(id, reports, { layer: 'b' });
}

function fact(
  id: string,
  layer: string,
  date: string,
  reported = true,
  kind: Exclude<Kind, 'place' | 'movement'> = 'incident',
): DatedFact {
  return {
    id,
    layer,
    kind,
    title: id,
    actors: [],
    sources: [],
    reported,
    when: whenOf(date),
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

describe('following', () => {
  const followed = force('force', ['2019-12-30/..', '2020-01-01', '+2020-01-02']);
  const openWith = (movements: Movement[]) =>
    new AppState(
      {
        ...loaded(),
        chronicle: chronicleOf(
          [fact('one', 'a', '2019-12-31'), ...movements, fact('two', 'b', '2020-01-01')],
          ['a', 'b'],
        ),
      },
      { off: [] },
    );
  const dates = (app: AppState) => app.followedRows?.map((row) => app.entry(row)?.when?.edtf);

  it('holds the reports of one movement alone, and no other feature can be followed', () => {
    const app = openWith([followed]);
    expect([app.followed, app.followedRows]).toEqual([undefined, undefined]);
    app.follow('force');
    expect(app.followed?.id).toBe('force');
    expect(dates(app)).toEqual(['2019-12-30/..', '2020-01-01', '2020-01-02']);
    for (const id of ['one', 'nobody', undefined]) {
      app.follow('force');
      app.follow(id);
      expect([id, app.followed]).toEqual([id, undefined]);
    }
  });

  it('leaves out what the filter does, keeps the stops of the story, and outlasts a selection', () => {
    const app = openWith([followed]);
    app.follow('force');
    app.context = false;
    expect(dates(app)).toEqual(['2019-12-30/..', '2020-01-01']);
    expect(app.stops.map(({ edtf }) => edtf)).toEqual(['2019-12-30', '2019-12-31', '2020-01-01']);
    app.select('one');
    app.select(undefined);
    expect(app.followed?.id).toBe('force');
  });

  it.each([
    ['its layer', (app: AppState) => app.toggleLayer('b')],
    ['its kind', (app: AppState) => app.toggleKind('movement')],
    ['added context, of which it is', (app: AppState) => (app.context = !app.context)],
  ])('ends when %s is switched off, and is not taken up when that is switched on again', (_, toggle) => {
    const app = openWith([force('force', ['+2020-01-01'])]);
    app.follow('force');
    toggle(app);
    expect(app.followed).toBeUndefined();
    toggle(app);
    expect(app.followed).toBeUndefined();
    app.follow('force');
    expect(app.followed?.id).toBe('force');
  });

  it('cannot begin while the movement is switched off, and ends with a link or with Back', () => {
    const app = openWith([followed]);
    app.toggleLayer('b');
    app.follow('force');
    expect(app.followed).toBeUndefined();
    app.toggleLayer('b');
    app.follow('force');
    app.highlighted = 'force';
    app.restore({ off: [] });
    expect([app.followed, app.isolated]).toEqual([undefined, undefined]);
  });

  it('isolates what is pointed at before what is selected before what is followed, and no other feature', () => {
    const app = openWith([followed, force('other', ['2020-01-01']), force('third', ['2020-01-01'])]);
    app.select('one');
    expect(app.isolated).toBeUndefined();
    app.follow('force');
    expect(app.isolated).toBe('force');
    app.select('other');
    expect(app.isolated).toBe('other');
    app.highlighted = 'third';
    expect(app.isolated).toBe('third');
    app.highlighted = undefined;
    app.select(undefined);
    expect(app.isolated).toBe('force');
    app.follow(undefined);
    app.select('other');
    app.toggleLayer('b');
    expect(app.isolated).toBeUndefined();
  });

  it('goes to the date of each report of the selected movement, though an earlier one lasts', () => {
    const app = openWith([followed]);
    const [first, second] = app.rowsOf('force') ?? [];
    app.select('force', app.entry(second ?? -1));
    expect(app.stop?.edtf).toBe('2020-01-01');
    app.select('force', app.entry(first ?? -1));
    expect([app.selection, app.stop?.edtf]).toEqual(['force', '2019-12-30']);
  });
});
