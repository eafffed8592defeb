import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Citable } from './citation';
import type { Movement } from './feature';
import { parseFeature } from './parse-feature';
import { formatPath } from './problem';

const CITABLE: Citable = { sources: new Set(['fox', 'bbc', 'cnn']), report: 'fox' };
const movement = { kind: 'movement', title: '82nd Airborne', sources: ['bbc'] };
const alert = { when: '2019-12-31', status: 'on alert' };
const arrived = { when: '2020-01-02', status: 'arrived' };

function read(properties: object) {
  const feature = { type: 'Feature', id: 'm', geometry: null, properties: { ...movement, ...properties } };
  return parseFeature(feature, 'kuwait', CITABLE);
}

function movementOf(properties: object): Movement {
  const { feature, issues } = read(properties);
  expect(issues).toEqual([]);
  if (feature?.kind !== 'movement') throw new Error('no movement');
  return feature;
}

const issuesOf = (properties: object) =>
  read(properties).issues.map(({ path, message }) => `${formatPath(path.slice(1))}: ${message}`);

describe('reports', () => {
  test('come back in order of date, undated last', () => {
    const rows = [{ ...arrived, when: null }, arrived, { ...alert, note: 'first' }, { ...arrived, note: 'second' }];
    const { reports } = movementOf({ reports: rows });
    expect(reports.map((report) => [report.when?.edtf, report.note])).toEqual([
      ['2019-12-31', 'first'],
      ['2020-01-02', undefined],
      ['2020-01-02', 'second'],
      [undefined, undefined],
    ]);
  });
  test('none is lost in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 28 }), { minLength: 1 }), (days) => {
        const rows = days.map((day, index) => ({
          status: 'arrived',
          when: `2020-02-${String(day).padStart(2, '0')}`,
          note: String(index),
        }));
        const { reports } = movementOf({ reports: rows });
        expect(reports.map((report) => report.when?.begin)).toEqual(
          reports.map((report) => report.when?.begin ?? 0).sort((a, b) => a - b),
        );
        expect(new Set(reports.map((report) => report.note)).size).toBe(days.length);
      }),
    );
  });
  test('may be JSON inside a string, one alone too', () => {
    expect(movementOf({ reports: JSON.stringify([alert, arrived]) }).reports).toHaveLength(2);
    expect(movementOf({ reports: JSON.stringify(alert) }).reports).toMatchObject([{ status: 'on alert' }]);
  });
  test('the movement itself is its one report where it has no others', () => {
    const lone = movementOf({
      ...alert,
      strength: '~100',
      from: 'bragg',
      to: 'kuwait',
      note: 'n',
      unit: 'u',
      partOf: 'x',
    });
    expect(lone).toMatchObject({ unit: 'u', partOf: 'x', geometry: null, counts: [] });
    expect(lone.reports).toMatchObject([
      {
        status: 'on alert',
        strength: { form: 'about' },
        from: 'bragg',
        to: 'kuwait',
        note: 'n',
        sources: [{ id: 'bbc' }],
      },
    ]);
  });
  test('take strength, origin and destination from the movement; null means unknown', () => {
    const { reports } = movementOf({
      strength: 750,
      from: 'bragg',
      to: 'kuwait',
      reports: [alert, { ...arrived, strength: 100, from: 'italy', to: null }],
    });
    expect(reports[0]).toMatchObject({ strength: { low: 750 }, from: 'bragg', to: 'kuwait' });
    expect(reports[1]).toMatchObject({ strength: { low: 100 }, from: 'italy' });
    expect(reports[1]).not.toHaveProperty('to');
  });
  test('mention places and the larger force', () => {
    const { references } = read({ from: 'a', partOf: 'force', reports: [{ ...alert, to: 'b' }] });
    expect(references.map(({ kind, id, path }) => [kind, id, formatPath(path)])).toEqual([
      ['place', 'a', 'properties.from'],
      ['place', 'b', 'properties.reports[0].to'],
      ['movement', 'force', 'properties.partOf'],
    ]);
  });
});

describe('sources of reports', () => {
  test('are inherited from the movement', () => {
    const { reports, reported } = movementOf({ reports: [alert, { ...arrived, sources: 'fox#3' }] });
    expect(reports.map((report) => [report.sources, report.reported])).toEqual([
      [[{ id: 'bbc' }], false],
      [[{ id: 'fox', locator: '3' }], true],
    ]);
    expect(reported).toBe(true);
  });
  test('are the movement’s where it has none, each once', () => {
    const reports = [alert, arrived, arrived].map((row) => ({ ...row, sources: ['bbc', 'cnn#1'] }));
    expect(movementOf({ sources: undefined, reports }).sources).toEqual([{ id: 'bbc' }, { id: 'cnn', locator: '1' }]);
  });
  test('are missing once for the whole, or for the report that has none', () => {
    const message = 'sources: found no source; expected at least one source of the story';
    expect(issuesOf({ sources: undefined, reports: [alert, arrived] })).toEqual([message]);
    expect(issuesOf({ sources: undefined, ...alert })).toEqual([message]);
    expect(issuesOf({ sources: undefined, reports: [alert, { ...arrived, sources: 'bbc' }] })).toEqual([
      `reports[0].${message}`,
    ]);
  });
});

describe('wrong reports', () => {
  const statuses = 'expected on alert, announced, under way or arrived';

  test.each([
    [{ reports: [alert, { status: 'arived' }] }, `reports[1].status: unknown status "arived"; ${statuses}`],
    [{ reports: [{}] }, `reports[0].status: no status; ${statuses}`],
    [{}, `status: no status; ${statuses}`],
    [{ reports: [] }, 'reports: expected at least one report, found an empty array'],
    [{ reports: '[]' }, 'reports: expected at least one report, found an empty array'],
    [{ reports: 'arrived' }, 'reports: expected a report, an object, found "arrived"'],
    [{ reports: [null] }, 'reports[0]: expected a report, an object, found null'],
    [
      { reports: [{ ...alert, when: 7 }] },
      'reports[0].when: expected an EDTF date in quotes such as "2020-01-01", found 7',
    ],
    [
      { reports: [{ ...alert, strength: {} }] },
      'reports[0].strength: expected a count such as 100, "~100" or "dozens", found an object',
    ],
    [{ reports: [{ ...alert, to: 7 }] }, 'reports[0].to: expected text, found 7'],
    [{ reports: [{ ...alert, note: 7 }] }, 'reports[0].note: expected text, found 7'],
    [{ reports: [alert], partOf: ['x'] }, 'partOf: expected text, found an array'],
    [{ reports: [alert], unit: 7 }, 'unit: expected text, found 7'],
  ])('%j', (properties, message) => {
    expect(issuesOf(properties)).toEqual([message]);
  });
});
