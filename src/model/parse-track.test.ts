import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Citable } from './citation';
import type { Movement } from './feature';
import { parseFeature } from './parse-feature';
import { formatPath } from './problem';
import { DAY } from './when';

const CITABLE: Citable = { sources: new Set(['fox', 'bbc']), report: 'fox' };
const movement = { kind: 'movement', title: '82nd Airborne', sources: ['bbc'], from: 'bragg', to: 'kuwait' };

const line = (vertices: number) => ({
  type: 'LineString',
  coordinates: Array.from({ length: vertices }, (_, index) => [40 + (index % 100), 30]),
});

function read(properties: { datetimes: unknown } & Record<string, unknown>, geometry?: unknown) {
  const vertices = Array.isArray(properties.datetimes) ? properties.datetimes.length : 3;
  const track = { ...movement, ...properties };
  const feature = { type: 'Feature', id: 'm', geometry: geometry ?? line(vertices), properties: track };
  return parseFeature(feature, 'kuwait', CITABLE);
}

function movementOf(...given: Parameters<typeof read>): Movement {
  const { feature, issues } = read(...given);
  expect(issues).toEqual([]);
  if (feature?.kind !== 'movement') throw new Error('no movement');
  return feature;
}

const issuesOf = (...given: Parameters<typeof read>) =>
  read(...given).issues.map(({ path, message }) => `${formatPath(path).replace('properties.', '')}: ${message}`);
/** Each report as date, status and vertex. */
const saidBy = ({ reports }: Movement) =>
  reports.map(({ when, status, reached }) => [when?.edtf, status, reached] as const);

const at = (text: string) => Date.parse(`${text}Z`);

describe('datetimes', () => {
  test('date each vertex, to the day or the minute, by the calendar and the clock where it happened', () => {
    const datetimes = ['2020-01-01', '2020-01-02T06:30:00Z', '2020-01-02T18:00+03:00', '2020-01-04T23:59'];
    expect(movementOf({ datetimes }).track).toEqual({
      times: [at('2020-01-01T00:00'), at('2020-01-02T06:30'), at('2020-01-02T18:00'), at('2020-01-04T23:59')],
      linear: false,
    });
  });

  test('may be JSON inside a string', () => {
    const datetimes = '["2020-01-01", "2020-01-02", "2020-01-03"]';
    expect(movementOf({ datetimes }).track?.times).toHaveLength(3);
  });

  test('of a mere day are no earlier than a time before it on that day', () => {
    const datetimes = ['2020-01-01T10:00', '2020-01-01', '2020-01-01T11:00', '2020-01-02'];
    const times = [at('2020-01-01T10:00'), at('2020-01-01T10:00'), at('2020-01-01T11:00'), at('2020-01-02T00:00')];
    expect(movementOf({ datetimes }).track?.times).toEqual(times);
  });

  test('may be in doubt', () => {
    const [report] = movementOf({ datetimes: ['2020-01-01~', '2020-01-02?'] }).reports;
    expect(report?.when?.lower).toMatchObject({ approximate: true });
  });

  test('are none where they are null', () => {
    const lone = movementOf({ datetimes: null, when: '2020-01-01', status: 'arrived' });
    expect(lone).not.toHaveProperty('track');
    expect(saidBy(lone)).toEqual([['2020-01-01', 'arrived', undefined]]);
  });

  const expected = 'expected a day or a time in quotes such as "2020-01-01" or "2020-01-01T10:00:00Z"';
  const days = ['2020-01-01', '2020-01-02', '2020-01-03'];
  test.each<[unknown, string]>([
    [[days[0], 1577923200000, days[2]], `datetimes[1]: ${expected}, as a number has no time zone; found 1577923200000`],
    [[days[0], '2020-01', days[2]], `datetimes[1]: ${expected}, found "2020-01"`],
    [[days[0], '2020-01-02/2020-01-03', days[2]], `datetimes[1]: ${expected}, found "2020-01-02/2020-01-03"`],
    [[days[0], '[2020-01-02..2020-01-03]'], `datetimes[1]: ${expected}, found "[2020-01-02..2020-01-03]"`],
    [[days[0], 'Jan 2', days[2]], `datetimes[1]: ${expected}, found "Jan 2"`],
    [[days[0], null, days[2]], `datetimes[1]: ${expected}, found null`],
    [
      [days[0], '2020-02-30', '2020-03-01'],
      `datetimes[1]: ${expected}, found "2020-02-30" (there is no such day or time)`,
    ],
    [
      [days[1], days[0], days[2]],
      'datetimes[1]: expected a date no earlier than the one before it, "2020-01-02", found "2020-01-01"',
    ],
    [
      ['2020-01-01T10:00Z', '2020-01-01T09:59Z'],
      'datetimes[1]: expected a date no earlier than the one before it, "2020-01-01T10:00Z", found "2020-01-01T09:59Z"',
    ],
    ['2020-01-01', 'datetimes: expected 3 dates, one for each vertex, found 1'],
    [JSON.stringify(days.slice(1)), 'datetimes: expected 3 dates, one for each vertex, found 2'],
    ['[]', 'datetimes: expected 3 dates, one for each vertex, found 0'],
  ])('are noted where they are wrong: %j', (datetimes, message) => {
    expect(issuesOf({ datetimes })).toEqual([message]);
  });

  test('have a count that is told beside what is wrong with one', () => {
    expect(issuesOf({ datetimes: ['x', ...days] }, line(5))).toEqual([
      `datetimes[0]: ${expected}, found "x"`,
      'datetimes: expected 5 dates, one for each vertex, found 4',
    ]);
  });

  test('are not noted ten thousand times', () => {
    expect(issuesOf({ datetimes: Array.from({ length: 10_000 }, (_, second) => second) })).toHaveLength(10);
  });

  test.each([
    [null, 'none'],
    [{ type: 'Point', coordinates: [44, 33] }, 'a Point'],
    [
      {
        type: 'MultiLineString',
        coordinates: [
          [
            [44, 33],
            [45, 33],
          ],
        ],
      },
      'a MultiLineString',
    ],
  ])('want a line: %j', (geometry, found) => {
    const track = { ...movement, datetimes: days };
    const { issues } = parseFeature({ type: 'Feature', id: 'm', geometry, properties: track }, 'kuwait', CITABLE);
    const message = `expected a LineString with a vertex for each date, found ${found}`;
    expect(issues).toEqual([{ path: ['properties', 'datetimes'], message }]);
  });
});

describe('interpolation', () => {
  const datetimes = ['2020-01-01', '2020-01-02'];

  test.each([
    ['Step', false],
    ['step', false],
    ['Linear', true],
    ['LINEAR', true],
    [null, false],
    ['', false],
  ])('%j', (interpolation, linear) => {
    expect(movementOf({ datetimes, interpolation }).track?.linear).toBe(linear);
  });

  test.each([
    ['Cubic', '"Cubic"'],
    [1, '1'],
    [['Linear'], 'an array'],
  ])('is noted where it is another: %j', (interpolation, found) => {
    const message = `interpolation: unknown interpolation ${found}; expected Step or Linear`;
    expect(issuesOf({ datetimes, interpolation })).toEqual([message]);
  });
});

describe('the reports of a track', () => {
  const datetimes = ['2020-01-01T06:00', '2020-01-01T18:00', '2020-01-03', '2020-01-05'];

  test('are one a day, of its last vertex, under way', () => {
    const track = movementOf({ datetimes, strength: '~100', note: 'by road' });
    expect(saidBy(track)).toEqual([
      ['2020-01-01T18:00', 'under way', 1],
      ['2020-01-03', 'under way', 2],
      ['2020-01-05', 'under way', 3],
    ]);
    expect(track).toMatchObject({ sources: [{ id: 'bbc' }], reported: false });
    for (const report of track.reports) {
      expect(report).toMatchObject({ from: 'bragg', to: 'kuwait', strength: { form: 'about' }, note: 'by road' });
      expect(report).toMatchObject({ sources: [{ id: 'bbc' }], reported: false });
    }
  });

  test('have the status of the movement', () => {
    expect(saidBy(movementOf({ datetimes: datetimes.slice(2), status: 'on alert' }))).toEqual([
      ['2020-01-03', 'on alert', 0],
      ['2020-01-05', 'on alert', 1],
    ]);
  });

  test('go on from the reports that are told', () => {
    const reports = [
      { when: '2020-01-04', status: 'arrived', strength: 750, to: 'italy', sources: 'fox' },
      { when: '2019-12-31', status: 'announced', note: 'first' },
      { when: '2020-01-03', status: 'under way', sources: 'fox#2' },
      { when: null, status: 'arrived' },
    ];
    const track = movementOf({ datetimes, status: 'on alert', reports });
    expect(saidBy(track)).toEqual([
      ['2019-12-31', 'announced', undefined],
      ['2020-01-01T18:00', 'announced', 1],
      ['2020-01-03', 'under way', 2],
      ['2020-01-04', 'arrived', 2],
      ['2020-01-05', 'arrived', 3],
      [undefined, 'arrived', undefined],
    ]);
    expect(track.reports.map(({ sources }) => sources[0]?.id)).toEqual(['bbc', 'bbc', 'fox', 'fox', 'bbc', 'bbc']);
    expect(track.reports.map(({ note }) => note)).toEqual(['first', ...Array<undefined>(5).fill(undefined)]);
    expect(track.reports[4]).toMatchObject({ strength: { low: 750 }, from: 'bragg', to: 'italy', reported: false });
    expect(track.reported).toBe(true);
  });

  test('before the first that is told have the status of the movement', () => {
    const reports = [{ when: '2020-01-04', status: 'arrived' }];
    const statuses = (status?: string) =>
      movementOf({ datetimes, reports, ...(status === undefined ? {} : { status }) }).reports.map(
        (each) => each.status,
      );
    expect(statuses()).toEqual(['under way', 'under way', 'arrived', 'arrived']);
    expect(statuses('announced')).toEqual(['announced', 'announced', 'arrived', 'arrived']);
  });

  test('stay beside what is told of a month, of several days, or of the movement itself', () => {
    const reports = [{ when: '2020-01', status: 'announced' }];
    expect(saidBy(movementOf({ datetimes: datetimes.slice(2), reports }))).toEqual([
      ['2020-01', 'announced', undefined],
      ['2020-01-03', 'announced', 0],
      ['2020-01-05', 'announced', 1],
    ]);
    expect(saidBy(movementOf({ datetimes: datetimes.slice(2), when: '2020-01-03/2020-01-05' }))).toEqual([
      ['2020-01-03', 'under way', 0],
      ['2020-01-03/2020-01-05', 'under way', 0],
      ['2020-01-05', 'under way', 1],
    ]);
  });

  test('cite the sources of the movement, which must have one', () => {
    const reports = [{ when: '2020-01-01', status: 'arrived', sources: 'fox' }];
    const message = 'sources: found no source; expected at least one source of the story';
    expect(issuesOf({ datetimes, sources: null })).toEqual([message]);
    expect(issuesOf({ datetimes, reports, sources: null })).toEqual([message]);
    expect(issuesOf({ datetimes, reports: [{ ...reports[0], sources: null }] })).toEqual([]);
  });

  test('have nothing more wrong with them than what is told has', () => {
    const statuses = 'expected on alert, announced, under way or arrived';
    const unknown = (path: string) => `${path}: unknown status "gone"; ${statuses}`;
    expect(issuesOf({ datetimes, status: 'gone' })).toEqual([unknown('status')]);
    expect(issuesOf({ datetimes, reports: [{ status: 'gone' }] })).toEqual([unknown('reports[0].status')]);
    expect(issuesOf({ datetimes, reports: [{ when: '2020-01-03' }] })).toEqual([`reports[0].status: no status; ${statuses}`]); // prettier-ignore
    expect(issuesOf({ datetimes, reports: [] })).toEqual(['reports: expected at least one report, found an empty array']); // prettier-ignore
  });

  test('come one for each day at least, in order, and none goes back', () => {
    const day = fc.integer({ min: 0, max: 12 });
    const text = (days: number, hour: number | null) => {
      const date = new Date(days * DAY).toISOString().slice(0, 10);
      return hour === null ? date : `${date}T${String(hour).padStart(2, '0')}:00`;
    };
    const vertex = fc.tuple(day, fc.option(fc.integer({ min: 0, max: 23 })));
    const told = fc.record({
      when: fc.oneof(
        day.map((days) => text(days, null)),
        fc.constantFrom('1970-01', '1970-01-03/1970-01-05', null),
      ),
      status: fc.constantFrom('announced', 'arrived'),
    });
    fc.assert(
      fc.property(fc.array(vertex, { minLength: 2, maxLength: 12 }), fc.array(told, { maxLength: 4 }), (all, rows) => {
        const dates = all.map(([days, hour]) => text(days, hour)).sort();
        const days = dates.map((date) => date.slice(0, 10));
        const track = movementOf({ datetimes: dates, ...(rows.length > 0 ? { reports: rows } : {}) });
        const dated = track.reports.filter(({ when }) => when);
        const begins = dated.map(({ when }) => when?.begin ?? NaN);
        expect(begins).toEqual(begins.toSorted((a, b) => a - b));
        expect(track.track?.times).toEqual(track.track?.times.toSorted((a, b) => a - b));
        for (const { when, reached } of dated) {
          const last = days.findLastIndex((date) => at(`${date}T00:00`) <= (when?.begin ?? NaN));
          expect(reached).toBe(last === -1 ? undefined : last);
        }
        const silent = new Set(days.filter((date) => !rows.some(({ when }) => when === date)));
        expect(track.reports).toHaveLength(rows.length + silent.size);
        for (const date of days) {
          const ofDay = dated.filter(
            ({ when }) => when?.begin === at(`${date}T00:00`) && when.end - when.begin === DAY,
          );
          expect(ofDay).not.toEqual([]);
        }
      }),
    );
  });
});
