import { describe, expect, it, vi } from 'vitest';
import type { DatedFact, Feature, Kind, Movement, Story } from '../model/feature';
import { chronicleOf } from '../model/chronicle';
import { dayAt, movement, report, whenOf } from '../model/sample';
import { StoryFinder } from './finder';
import type { Loaded } from './load';
import { AppState, type ViewState } from './state.svelte';

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
const storyOf = (on: boolean): Story => ({
  title: 'T',
  sources: [],
  date: '2020-01-01',
  layers: [
    { id: 'a', file: 'a.geojson', title: 'A', on: true },
    { id: 'b', file: 'b.geojson', title: 'B', on },
  ],
});
const FEATURES = [
  fact('one', 'a', '2019-12-31'),
  fact('two', 'b', '2020-01-01'),
  fact('three', 'a', '2020-01-03', false),
];
function loaded(on = true, features: Feature[] = FEATURES): Loaded {
  const chronicle = chronicleOf(features, ['a', 'b']);
  const finder = new StoryFinder(chronicle, [], true);
  return { story: storyOf(on), chronicle, problems: [], finder, dispose: () => {} };
}
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
    void app.showEverything();
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
    new AppState(loaded(true, [fact('one', 'a', '2019-12-31'), ...movements, fact('two', 'b', '2020-01-01')]), {
      off: [],
    });
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

describe('finding', () => {
  const features = [
    { ...fact('one', 'a', '2019-12-31'), title: 'A storm', actors: ['Sea'] },
    { ...fact('two', 'b', '2020-01-01'), title: 'A calm', actors: ['Sea', 'Sky'] },
    force('force', ['2019-12-30/..', '2020-01-02']),
  ];
  const openFor = async (view: Partial<ViewState>) => {
    const app = new AppState(loaded(true, features), { off: [], ...view });
    await expect.poll(() => app.finding.share).toBeUndefined();
    return app;
  };

  it('shows, counts and stops at what it finds alone, and at all again when it ends', async () => {
    const app = await openFor({ wanted: { text: 'STORM' }, date: '2020-01-01' });
    expect(app.stops.map(({ edtf, count }) => [edtf, count])).toEqual([['2019-12-31', 1]]);
    expect(app.stop?.edtf).toBe('2019-12-31');
    expect(app.countsNow.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect([app.isFound('one'), app.isFound('two'), app.isFound('force')]).toEqual([true, false, false]);
    await app.finding.drop('text');
    expect([app.finding.wanted, app.finding.found]).toEqual([{}, undefined]);
    expect(app.stops).toHaveLength(4);
  });

  it('is in the link with all that is asked, and nothing that is empty', async () => {
    const app = await openFor({});
    expect(app.view.wanted).toBeUndefined();
    await app.finding.look({ text: ' ', actor: 'Sky' });
    expect(app.view.wanted).toEqual({ actor: 'Sky' });
    expect(app.stops.map(({ edtf }) => edtf)).toEqual(['2020-01-01']);
    const back = await openFor(app.view);
    expect(back.view).toEqual(app.view);
    void app.showEverything();
    expect(app.view.wanted).toBeUndefined();
  });

  it('ends following what it does not find', async () => {
    const app = await openFor({});
    app.follow('force');
    await app.finding.look({ actor: 'Sea' });
    expect(app.followed).toBeUndefined();
  });

  it('lets only the last search say what is found', async () => {
    const app = await openFor({});
    const first = app.finding.look({ text: 'storm' });
    await app.finding.look({ text: 'calm' });
    await first;
    expect(app.stops.map(({ edtf }) => edtf)).toEqual(['2020-01-01']);
  });
});

describe('a range', () => {
  const dates = ['2003/..', '2019-12-27', '2019-12-29', '2019-12-31', '2020-01-01', '2020-01-03'];
  const features = dates.map((date, index) => fact(`at-${index}`, index % 2 ? 'b' : 'a', date));
  const openAt = (date?: string, more: Partial<ViewState> = {}) =>
    new AppState(loaded(true, features), { off: [], ...(date === undefined ? {} : { date }), ...more });

  it('is the days from its first stop to its last, of which only what is true is drawn', () => {
    const app = openAt('2019-12-27/2019-12-31');
    expect([app.ranged, app.date, app.stretch]).toEqual([true, '2019-12-27/2019-12-31', { first: 1, last: 3 }]);
    expect(app.moment).toEqual({ from: dayAt('2019-12-27'), to: dayAt('2020-01-01') });
    expect(app.clock.past).toBe(false);
    // What lasts since 2003 is true in it.
    expect(app.eventCount).toBe(4);
    app.toggleLayer('a');
    expect([app.date, app.eventCount]).toEqual(['2019-12-27/2019-12-31', 2]);
  });

  it('is left for its last date', () => {
    const app = openAt();
    expect([app.ranged, app.clock.past, app.eventCount]).toEqual([false, true, 1]);
    app.setRange({ first: 0, last: 2 });
    expect(app.date).toBe('2003/2019-12-29');
    app.setRange(undefined);
    expect([app.ranged, app.date]).toEqual([false, '2019-12-29']);
  });

  it('moves as a whole, a stop at a time or to the ends, and stays as long as it is', () => {
    const app = openAt('2019-12-27/2019-12-29');
    app.step(1);
    expect(app.date).toBe('2019-12-29/2019-12-31');
    app.goTo(5);
    expect(app.date).toBe('2020-01-01/2020-01-03');
    app.step(1);
    expect(app.date).toBe('2020-01-01/2020-01-03');
    app.goTo(0);
    expect(app.date).toBe('2003/2019-12-27');
    app.step(-1);
    expect(app.date).toBe('2003/2019-12-27');
  });

  it('moves no further than it must to hold what is chosen, and not for what is true in it', () => {
    const app = openAt('2019-12-27/2019-12-29');
    app.select('at-0', app.entry(0));
    expect(app.date).toBe('2019-12-27/2019-12-29');
    app.select('at-4', app.entry(4));
    expect([app.date, app.selection]).toEqual(['2019-12-31/2020-01-01', 'at-4']);
    app.select('at-1', app.entry(1));
    expect(app.date).toBe('2019-12-27/2019-12-29');
  });

  it('opens the stop that is gone to in the list, while it is in the range', () => {
    const app = openAt('2019-12-27/2019-12-31');
    expect(app.openIndex).toBe(1);
    app.goTo(2);
    expect([app.openIndex, app.date]).toEqual([2, '2019-12-27/2019-12-31']);
    app.goTo(5);
    app.setRange({ first: 0, last: 1 });
    expect(app.openIndex).toBe(0);
  });

  it.each([
    ['2019-12-27/2019-12-31', '2019-12-27/2019-12-31'],
    ['2003/2020-01-03', '2003/2020-01-03'],
    // From and to what is no stop.
    ['2019-12-20/2019-12-30', '2019-12-27/2019-12-29'],
    // One stop is a date.
    ['2019-12-31/2019-12-31', '2019-12-31'],
    ['2019-12-30/2019-12-31', '2019-12-31'],
    // And what is no interval between two dates is no range.
    ['2019-12-31/..', '2019-12-31'],
    ['2019-12-31/2019-12-01', '2020-01-01'],
    ['2019-12-27/nonsense', '2020-01-01'],
    ['/', '2020-01-01'],
  ])('a link to %s is read as %s', (date, read) => {
    expect(openAt(date).date).toBe(read);
  });

  it('is in the link, as is the scale, and comes back', () => {
    const app = openAt('2019-12-27/2020-01-01', { trueScale: true });
    expect(app.view).toMatchObject({ date: '2019-12-27/2020-01-01', trueScale: true });
    expect(new AppState(loaded(true, features), app.view).view).toEqual(app.view);
    app.trueScale = false;
    expect(app.view).not.toHaveProperty('trueScale');
    app.restore({ off: [] });
    expect([app.ranged, app.view]).toEqual([false, { off: [] }]);
  });
});

describe('play', () => {
  it('goes from stop to stop, rests longer where much happens, ends at the last and begins again', () => {
    vi.useFakeTimers();
    try {
      const many = Array.from({ length: 60 }, (_, index) => fact(`many-${index}`, 'a', '2020-01-02'));
      const app = new AppState(
        loaded(true, [fact('one', 'a', '2020-01-01'), ...many, fact('last', 'a', '2020-01-03')]),
        { off: [] },
      );
      app.play();
      vi.advanceTimersByTime(1499);
      expect([app.date, app.playing]).toEqual(['2020-01-01', true]);
      vi.advanceTimersByTime(1);
      expect(app.date).toBe('2020-01-02');
      vi.advanceTimersByTime(2999);
      expect([app.date, app.playing]).toEqual(['2020-01-02', true]);
      vi.advanceTimersByTime(1);
      expect([app.date, app.playing]).toEqual(['2020-01-03', false]);
      app.playback.speed = 2;
      app.play();
      expect(app.date).toBe('2020-01-01');
      vi.advanceTimersByTime(750);
      expect(app.date).toBe('2020-01-02');
      app.select('one');
      vi.advanceTimersByTime(60_000);
      expect([app.date, app.playing]).toEqual(['2020-01-02', false]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('moves a range as a whole', () => {
    vi.useFakeTimers();
    try {
      const app = new AppState(
        loaded(
          true,
          [1, 2, 3].map((day) => fact(String(day), 'a', `2020-01-0${day}`)),
        ),
        { off: [], date: '2020-01-01/2020-01-02' },
      );
      app.play();
      vi.advanceTimersByTime(5000);
      expect([app.date, app.playing]).toEqual(['2020-01-02/2020-01-03', false]);
      app.play();
      expect(app.date).toBe('2020-01-01/2020-01-02');
    } finally {
      vi.useRealTimers();
    }
  });
});
