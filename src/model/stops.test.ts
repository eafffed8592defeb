import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { chronicleOf } from './chronicle';
import { entriesOf, isShown, type Entry, type Filter } from './entry';
import { DATED_KINDS, shownBy } from './facet';
import { KINDS, type Feature } from './feature';
import { dayOf } from './moment';
import { anyFilter, anyStory, dayAt, EVERYTHING, fact, LAYERS, momentAt, stated, statedDay, whenOf } from './sample';
import { MOST_STOPS, neighbourStop, stopIndexAt, stopsOf, type Span, type Stop } from './stops';
import { DAY } from './when';

// Walks over many stories take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

function stopsIn(features: readonly Feature[], filter: Filter = EVERYTHING): Stop[] {
  const { columns, tally } = chronicleOf(features, LAYERS);
  return stopsOf(columns, tally, shownBy(filter, LAYERS));
}
const stops = (...dates: (string | null)[]) => stopsIn(dates.map((date, index) => fact(String(index), date)));
const stopsOn = (days: readonly number[]) => stopsIn(days.map((day) => fact(String(day), statedDay(day))));
const firstDay = ({ when }: Entry) => (when ? dayOf(when.begin) : NaN);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** The first days of a bin and of the bin after it, by the calendar. */
function binAround(day: number, span: Span): [number, number] {
  const date = new Date(day * DAY);
  const midnight = (year: number, month: number) => new Date(0).setUTCFullYear(year, month, 1) / DAY;
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (span === 'year') return [midnight(year, 0), midnight(year + 1, 0)];
  if (span === 'month') return [midnight(year, month), midnight(year, month + 1)];
  if (span === 'date') return [day, day + 1];
  let monday = day;
  while (new Date(monday * DAY).getUTCDay() !== 1) monday -= 1;
  return [monday, monday + 7];
}

/** The stops as a walk over all entries finds them, but for their names. */
function plainStops(entries: readonly Entry[], filter: Filter): Omit<Stop, 'calendar' | 'edtf'>[] {
  const begins = entries.map(firstDay);
  const rank = ({ reported, kind }: Entry) => (reported ? 0 : KINDS.length) + KINDS.indexOf(kind);
  const binsBy = (span: Span) => {
    const bins = new Map<number, { to: number; rows: number[] }>();
    for (const [row, entry] of entries.entries()) {
      if (!entry.when || !isShown(entry, filter)) continue;
      const [from, to] = binAround(firstDay(entry), span);
      bins.set(from, { to, rows: [...(bins.get(from)?.rows ?? []), row] });
    }
    return bins;
  };
  const span = (['date', 'week', 'month'] as const).find((each) => binsBy(each).size <= MOST_STOPS) ?? 'year';
  return [...binsBy(span)].map(([from, { to, rows }]) => {
    const here = rows.map((row) => ({ row, entry: entries[row] as Entry }));
    const kinds = DATED_KINDS.map((kind) => {
      const ofKind = here.filter(({ entry }) => entry.kind === kind);
      return { kind, count: ofKind.length, reported: ofKind.some(({ entry }) => entry.reported) };
    });
    return {
      span,
      from,
      to,
      count: rows.length,
      kinds: kinds.filter(({ count }) => count > 0),
      first: begins.indexOf(begins[rows[0] ?? -1] ?? NaN),
      last: begins.lastIndexOf(begins[rows.at(-1) ?? -1] ?? NaN) + 1,
      lead: here.toSorted((a, b) => rank(a.entry) - rank(b.entry))[0]?.row ?? -1,
    };
  });
}

/** A stop but for its names. */
function unnamed({ span, from, to, count, kinds, first, last, lead }: Stop): Omit<Stop, 'calendar' | 'edtf'> {
  return { span, from, to, count, kinds, first, last, lead };
}

const anyDate = fc.oneof(
  fc
    .date({ min: new Date('1900-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  fc.integer({ min: 1900, max: 2030 }).map(String),
  fc.integer({ min: 1900, max: 2030 }).map((year) => `${year}-06/..`),
  fc.constant(null),
);

const FACT_KINDS = ['incident', 'statement', 'context'] as const;

/** A story of 1200 entries in so many days about the first of January 1970, or of the year 0. */
const anyLongStory = (days: number): fc.Arbitrary<Feature[]> =>
  fc.tuple(fc.constantFrom(0, dayAt('0000')), fc.integer({ min: 1, max: 2 ** 31 - 2 })).map(([middle, seed]) => {
    let state = seed;
    // Park and Miller's generator: fast-check's own take long for so many, and cluster in few days.
    const below = (limit: number) => {
      state = (state * 48_271) % (2 ** 31 - 1);
      return state % limit;
    };
    return Array.from({ length: 1200 }, (_, index) => {
      const date = new Date((middle + below(days) - Math.floor(days / 2)) * DAY);
      const parts = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
      const [year = 0, month, day] = parts.slice(0, below(4) > 0 ? 3 : 1 + below(2));
      const layer = LAYERS[below(3)] ?? '';
      const kind = FACT_KINDS[below(3)] ?? 'incident';
      return fact(String(index), stated(year, month, day), { layer, kind, reported: below(2) === 0 });
    });
  });
/** In how many days such a story has stops of each span. */
const LENGTHS: [days: number, span: Span][] = [
  [300, 'date'],
  [2000, 'week'],
  [12_000, 'month'],
  [40_000, 'year'],
  [1_500_000, 'year'],
];
const RUNS = { numRuns: 4 };

describe('stopsOf', () => {
  it('makes one stop for each distinct date, none for the undated', () => {
    expect(stops('2019-12-31', '2003', null, '2019-12-31').map((stop) => [stop.edtf, stop.count])).toEqual([
      ['2003', 1],
      ['2019-12-31', 2],
    ]);
    expect(stops(null)).toEqual([]);
    expect(stops()).toEqual([]);
  });

  it('puts a time on the stop of its local day', () => {
    expect(stops('2019-12-27T19:20:00+03:00', '2019-12-27').map((stop) => [stop.edtf, stop.count])).toEqual([
      ['2019-12-27', 2],
    ]);
  });

  it('keeps a year a year and lends no day to the entry that leads', () => {
    expect(stops('2014', '2014/2017-12').map((stop) => stop.edtf)).toEqual(['2014']);
    const month = fact('month', '2019-10/..');
    const day = fact('day', '2019-10-01', { reported: false });
    expect(stopsIn([day, month]).map(({ edtf, calendar, count }) => [edtf, calendar, count])).toEqual([
      ['2019-10', { year: 2019, month: 10, approximate: false, uncertain: false }, 2],
    ]);
  });

  it('is a moment of one day, however the date is stated', () => {
    expect(stops('2003', '2004-02', '2005-03-04/..').map(({ span, from, to }) => [span, from, to])).toEqual([
      ['date', dayAt('2003-01-01'), dayAt('2003-01-02')],
      ['date', dayAt('2004-02-01'), dayAt('2004-02-02')],
      ['date', dayAt('2005-03-04'), dayAt('2005-03-05')],
    ]);
  });

  it('leaves doubts and times out of the name of a date', () => {
    expect(stops('2019-12-31~', '2020-01-01T12:00Z', '2020-01-02?').map(({ edtf }) => edtf)).toEqual([
      '2019-12-31',
      '2020-01-01',
      '2020-01-02',
    ]);
    expect(stops('2019-12-31%')[0]?.calendar).toEqual({
      year: 2019,
      month: 12,
      day: 31,
      approximate: false,
      uncertain: false,
    });
  });

  it('names dates before 1970, before the year 100 and before the year 0', () => {
    const dates = [
      stated(1969, 12, 31),
      stated(79, 8, 24),
      stated(0),
      stated(-44, 3, 15),
      stated(-44, 2),
      stated(-500),
    ];
    const found = stopsIn(dates.map((when, index) => fact(String(index), when)));
    expect(found.map(({ edtf }) => edtf)).toEqual([
      '-0500',
      '-0044-02',
      '-0044-03-15',
      '0000',
      '0079-08-24',
      '1969-12-31',
    ]);
    expect(found.map(({ from, calendar }) => [from, calendar.year, calendar.month, calendar.day])).toEqual([
      [dayAt('-0500'), -500, undefined, undefined],
      [dayAt('-0044-02'), -44, 2, undefined],
      [dayAt('-0044-03-15'), -44, 3, 15],
      [dayAt('0000'), 0, undefined, undefined],
      [dayAt('0079-08-24'), 79, 8, 24],
      [-1, 1969, 12, 31],
    ]);
  });

  it('are sorted and unique, and hold every dated entry once', () => {
    fc.assert(
      fc.property(fc.array(anyDate), (dates) => {
        const all = stops(...dates);
        const days = all.map((stop) => stop.from);
        expect(days).toEqual([...new Set(days)].sort((a, b) => a - b));
        expect(sum(all.map((stop) => stop.count))).toBe(dates.filter((date) => date !== null).length);
      }),
    );
  });

  it('is what a walk over all entries finds', () => {
    fc.assert(
      fc.property(anyStory, anyFilter, (features, filter) => {
        expect(stopsIn(features, filter).map(unnamed)).toEqual(plainStops(entriesOf(features), filter));
      }),
      { numRuns: 200 },
    );
  });

  it('counts what is shown, by kind, and keeps the rows of what is hidden', () => {
    const features = [
      fact('a', '2020-01-01', { kind: 'context' }),
      fact('b', '2020-01-01', { kind: 'statement', reported: false }),
      fact('c', '2020-01-01', { kind: 'statement' }),
      fact('d', '2020-01-01', { layer: 'iraq' }),
      fact('e', '2020-01-02', { layer: 'iraq' }),
    ];
    const [stop, ...more] = stopsIn(features, { ...EVERYTHING, hiddenLayers: new Set(['iraq']) });
    expect(more).toEqual([]);
    expect(stop).toMatchObject({ count: 3, first: 0, last: 4, lead: 2 });
    expect(stop?.kinds).toEqual([
      { kind: 'statement', count: 2, reported: true },
      { kind: 'context', count: 1, reported: true },
    ]);
    expect(stopsIn(features, { ...EVERYTHING, context: false })[0]).toMatchObject({ count: 3, lead: 3 });
  });
});

describe('the lead of a stop', () => {
  it('is what is reported before what is added, incidents before all else', () => {
    const leadOf = (...features: Feature[]) => {
      const [stop] = stopsIn(features);
      return entriesOf(features)[stop?.lead ?? -1]?.id;
    };
    const added = fact('added', '2020-01-01', { reported: false });
    const context = fact('context', '2020-01-01', { kind: 'context' });
    const statement = fact('statement', '2020-01-01', { kind: 'statement' });
    expect(leadOf(added, context)).toBe('context');
    expect(leadOf(added, context, statement)).toBe('statement');
    expect(leadOf(added, context, statement, fact('incident', '2020-01-01'))).toBe('incident');
  });

  it('is the earliest in the list of those that are alike, whatever their layers', () => {
    const evening = fact('evening', '2020-01-01T20:00', { layer: 'iraq' });
    const morning = fact('morning', '2020-01-01T06:00', { layer: 'world' });
    const [stop] = stopsIn([evening, morning]);
    expect(entriesOf([evening, morning])[stop?.lead ?? -1]?.id).toBe('morning');
  });
});

describe('bins', () => {
  const daysFrom = (first: string, count: number, step = 1) =>
    Array.from({ length: count }, (_, index) => dayAt(first) + index * step);

  it('are made only of more dates than a slider holds', () => {
    expect(stopsOn(daysFrom('2019-01-01', MOST_STOPS)).map(({ span }) => span)).toEqual(Array(MOST_STOPS).fill('date'));
    expect(new Set(stopsOn(daysFrom('2019-01-01', MOST_STOPS + 1)).map(({ span }) => span))).toEqual(new Set(['week']));
  });

  it.each([
    [7, MOST_STOPS, 'date'],
    [3, MOST_STOPS * 2, 'week'],
    [7, MOST_STOPS + 1, 'month'],
    [28, MOST_STOPS + 1, 'month'],
    [31, MOST_STOPS + 30, 'year'],
    [400, MOST_STOPS + 1, 'year'],
    [365.2425, MOST_STOPS + 100, 'year'],
  ])('with a date every %f days, %i times, last a %s', (step, count, span) => {
    const days = Array.from({ length: count }, (_, index) => Math.floor(index * step));
    expect(new Set(stopsOn(days).map((stop) => stop.span))).toEqual(new Set([span]));
  });

  it('are weeks from Monday to Sunday, named by both', () => {
    const found = stopsOn(daysFrom('2022-03-02', 600));
    expect(found.slice(0, 2)).toMatchObject([
      { edtf: '2022-02-28/2022-03-06', ...momentAt('2022-02-28/2022-03-06'), count: 5 },
      { edtf: '2022-03-07/2022-03-13', ...momentAt('2022-03-07/2022-03-13'), count: 7 },
    ]);
    expect(found[0]?.calendar).toEqual({ year: 2022, month: 2, day: 28, approximate: false, uncertain: false });
    expect(new Set(found.map(({ from }) => new Date(from * DAY).getUTCDay()))).toEqual(new Set([1]));
    expect(found.map(({ edtf }) => edtf)).toContain('2022-12-26/2023-01-01');
  });

  it('are months, named to the month', () => {
    const found = stopsOn(daysFrom('1923-10-30', 700, 7));
    expect(found.slice(0, 3)).toMatchObject([
      { span: 'month', edtf: '1923-10', ...momentAt('1923-10'), count: 1 },
      { span: 'month', edtf: '1923-11', ...momentAt('1923-11'), count: 4 },
      { span: 'month', edtf: '1923-12', ...momentAt('1923-12'), count: 4 },
    ]);
    expect(found[0]?.calendar).toEqual({ year: 1923, month: 10, approximate: false, uncertain: false });
  });

  it('are years where nothing else is short enough, however many', () => {
    const found = stopsOn(daysFrom('0999-07-01', 1000, 366));
    expect(found).toHaveLength(1000);
    expect(found[0]).toMatchObject({ span: 'year', edtf: '0999', ...momentAt('0999') });
    expect(found[0]?.calendar).toEqual({ year: 999, approximate: false, uncertain: false });
  });

  it('go on over the year 0 and over 1970', () => {
    const about = (day: number, step: number) =>
      stopsOn(Array.from({ length: 1002 }, (_, index) => day + (index - 501) * step));
    const names = (found: Stop[], from: string) => {
      const at = found.findIndex(({ edtf }) => edtf === from);
      return found.slice(at, at + 3).map(({ edtf }) => edtf);
    };
    expect(names(about(0, 1), '1969-12-22/1969-12-28')).toEqual([
      '1969-12-22/1969-12-28',
      '1969-12-29/1970-01-04',
      '1970-01-05/1970-01-11',
    ]);
    expect(names(about(0, 8), '1969-12')).toEqual(['1969-12', '1970-01', '1970-02']);
    // The first of January 0000 was a Saturday.
    expect(names(about(dayAt('0000'), 1), '-0001-12-20/-0001-12-26')).toEqual([
      '-0001-12-20/-0001-12-26',
      '-0001-12-27/0000-01-02',
      '0000-01-03/0000-01-09',
    ]);
    expect(names(about(dayAt('0000'), 8), '-0001-12')).toEqual(['-0001-12', '0000-01', '0000-02']);
    expect(names(about(dayAt('0000'), 200), '-0001')).toEqual(['-0001', '0000', '0001']);
  });

  it('fall apart into dates where a filter leaves few enough', () => {
    const features = daysFrom('2019-01-01', 600).map((day, index) =>
      fact(String(day), statedDay(day), { layer: index % 3 === 0 ? 'iraq' : 'kuwait' }),
    );
    expect(stopsIn(features)[0]?.span).toBe('week');
    const left = stopsIn(features, { ...EVERYTHING, hiddenLayers: new Set(['iraq']) });
    expect([left.length, left[0]?.span]).toEqual([400, 'date']);
  });

  it('begin with their first days, whatever in them is shown first', () => {
    const features = daysFrom('2022-03-07', 700).map((day, index) =>
      fact(String(day), statedDay(day), { layer: index % 7 === 0 ? 'iraq' : 'kuwait' }),
    );
    const [stop] = stopsIn(features, { ...EVERYTHING, hiddenLayers: new Set(['iraq']) });
    expect(stop).toMatchObject({ edtf: '2022-03-07/2022-03-13', ...momentAt('2022-03-07/2022-03-13'), count: 6 });
  });

  it.each(LENGTHS)('are what a walk over all entries finds in %i days, by the %s', (days, span) => {
    fc.assert(
      fc.property(anyLongStory(days), anyFilter, (features, filter) => {
        expect(stopsIn(features)[0]?.span).toBe(span);
        for (const each of [EVERYTHING, filter]) {
          expect(stopsIn(features, each).map(unnamed)).toEqual(plainStops(entriesOf(features), each));
        }
      }),
      RUNS,
    );
  });

  it.each(LENGTHS)('count every entry that is shown once, by kinds that add up, in %i days by the %s', (days) => {
    fc.assert(
      fc.property(anyLongStory(days), anyFilter, (features, filter) => {
        const found = stopsIn(features, filter);
        const shown = entriesOf(features).filter((entry) => entry.when && isShown(entry, filter));
        expect(sum(found.map(({ count }) => count))).toBe(shown.length);
        expect(found.map(({ kinds }) => sum(kinds.map(({ count }) => count)))).toEqual(found.map(({ count }) => count));
        const holding = shown
          .map(firstDay)
          .map((day) => found.filter(({ from, to }) => from <= day && day < to).length);
        expect(holding).toEqual(shown.map(() => 1));
      }),
      RUNS,
    );
  });

  it.each(LENGTHS)('have rows that never overlap and leave out nothing shown, in %i days by the %s', (days) => {
    fc.assert(
      fc.property(anyLongStory(days), anyFilter, (features, filter) => {
        const entries = entriesOf(features);
        const found = stopsIn(features, filter);
        const rows = found.map(({ first, last }) => entries.slice(first, last));
        const counts = rows.map((here) => here.filter((entry) => isShown(entry, filter)).length);
        expect(counts).toEqual(found.map(({ count }) => count));
        const bad = found.filter(
          ({ first, last, from, to, lead }, index) =>
            first < (found[index - 1]?.last ?? 0) ||
            !(lead >= first && lead < last) ||
            !rows[index]?.every((entry) => firstDay(entry) >= from && firstDay(entry) < to),
        );
        expect(bad).toEqual([]);
        const all = stopsIn(features);
        expect(all.map(({ first }) => first)).toEqual([0, ...all.slice(0, -1).map(({ last }) => last)]);
        expect(all.at(-1)?.last).toBe(entries.length);
      }),
      RUNS,
    );
  });

  it.each(LENGTHS)('have names that read as just their days, in %i days by the %s', (days) => {
    fc.assert(
      fc.property(anyLongStory(days), (features) => {
        const found = stopsIn(features).slice(0, 100);
        const read = found.map(({ edtf }) => whenOf(edtf)).map(({ begin, end }) => [dayOf(begin), dayOf(end)]);
        // The name of a date may be a year, which a stop takes for its first day.
        expect(read).toEqual(found.map(({ from, to, span }, at) => [from, span === 'date' ? read[at]?.[1] : to]));
        const stating = found.map(({ calendar: { year, month, day } }) => dayOf(stated(year, month, day).begin));
        expect(stating).toEqual(found.map(({ from }) => from));
      }),
      RUNS,
    );
  });
});

describe('neighbourStop', () => {
  it('next then previous returns', () => {
    fc.assert(
      fc.property(fc.array(anyDate, { minLength: 1 }), fc.nat(), (dates, seed) => {
        const all = stops(...dates);
        const stop = all[seed % Math.max(1, all.length)];
        const next = stop && neighbourStop(all, stop.from, 1);
        if (!next) return;
        expect(neighbourStop(all, next.from, -1)).toBe(stop);
      }),
    );
  });

  it('from a date that lost its stop, goes to the nearest one on each side', () => {
    const all = stops('2019-01-01', '2019-01-03');
    const between = dayAt('2019-01-02');
    expect(neighbourStop(all, between, -1)).toBe(all[0]);
    expect(neighbourStop(all, between, 1)).toBe(all[1]);
  });

  it('ends at the first and at the last stop, and comes back from beyond them', () => {
    const all = stops('2019-01-01', '2019-01-03');
    expect(neighbourStop(all, dayAt('2019-01-01'), -1)).toBeUndefined();
    expect(neighbourStop(all, dayAt('2019-01-03'), 1)).toBeUndefined();
    expect(neighbourStop(all, dayAt('2018-01-01'), 1)).toBe(all[0]);
    expect(neighbourStop(all, dayAt('2018-01-01'), -1)).toBeUndefined();
    expect(neighbourStop(all, dayAt('2020-01-01'), -1)).toBe(all[1]);
    expect(neighbourStop(all, dayAt('2020-01-01'), 1)).toBeUndefined();
    expect(neighbourStop([], 0, 1)).toBeUndefined();
  });

  it('from any day of a bin, leaves the bin', () => {
    const all = stopsOn(Array.from({ length: 700 }, (_, index) => dayAt('2022-02-28') + index));
    for (const day of [7, 8, 13].map((each) => dayAt('2022-02-28') + each)) {
      expect(neighbourStop(all, day, -1)).toBe(all[0]);
      expect(neighbourStop(all, day, 1)).toBe(all[2]);
    }
  });
});

describe('stopIndexAt', () => {
  it('is the last stop that begins at or before a day, else the first', () => {
    const all = stops('2019-01-01', '2019-01-03');
    expect(stopIndexAt(all, dayAt('2019-01-01'))).toBe(0);
    expect(stopIndexAt(all, dayAt('2019-01-02'))).toBe(0);
    expect(stopIndexAt(all, dayAt('2019-01-03'))).toBe(1);
    expect(stopIndexAt(all, Infinity)).toBe(1);
    expect(stopIndexAt(all, 0)).toBe(0);
    expect(stopIndexAt([], dayAt('2019-01-02'))).toBe(-1);
  });

  it('is the bin that a day falls in', () => {
    const all = stopsOn(Array.from({ length: 700 }, (_, index) => dayAt('2022-02-28') + index));
    expect([0, 6, 7, 13, 14].map((day) => stopIndexAt(all, dayAt('2022-02-28') + day))).toEqual([0, 0, 1, 1, 2]);
  });

  it('is what a walk over the stops finds', () => {
    fc.assert(
      fc.property(fc.array(anyDate), fc.integer({ min: -30_000, max: 30_000 }), (dates, day) => {
        const all = stops(...dates);
        const last = all.findLastIndex(({ from }) => from <= day);
        expect(stopIndexAt(all, day)).toBe(all.length === 0 ? -1 : Math.max(0, last));
      }),
    );
  });
});
