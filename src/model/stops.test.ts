import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entriesOf, type Entry } from './entry';
import type { DatedFact } from './feature';
import { gapsOf, neighbourStop, stopIndexAt, stopsOf } from './stops';
import { parseWhen } from './parse-when';

function fact(id: string, date: string | undefined): DatedFact {
  const result = date === undefined ? { when: null } : parseWhen(date);
  if ('error' in result) throw new Error(result.error);
  return {
    id,
    kind: 'incident',
    layer: 'a',
    title: id,
    actors: [],
    sources: [],
    reported: true,
    when: result.when,
    places: [],
    geometry: null,
    counts: [],
  };
}
const entries = (...dates: (string | undefined)[]): Entry[] =>
  entriesOf(dates.map((date, index) => fact(String(index), date)));
const stops = (...dates: (string | undefined)[]) => stopsOf(entries(...dates));

const anyDate = fc.oneof(
  fc
    .date({ min: new Date('1900-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  fc.integer({ min: 1900, max: 2030 }).map(String),
  fc.integer({ min: 1900, max: 2030 }).map((year) => `${year}-06/..`),
  fc.constant(undefined),
);

describe('stopsOf', () => {
  it('makes one stop for each distinct date, none for the undated', () => {
    expect(stops('2019-12-31', '2003', undefined, '2019-12-31').map((stop) => stop.edtf)).toEqual([
      '2003',
      '2019-12-31',
    ]);
  });

  it('puts a time on the stop of its local day', () => {
    expect(stops('2019-12-27T19:20:00+03:00', '2019-12-27').map((stop) => [stop.edtf, stop.entries.length])).toEqual([
      ['2019-12-27', 2],
    ]);
  });

  it('keeps a year a year and lends no day to the entry that leads', () => {
    expect(stops('2014', '2014/2017-12').map((stop) => stop.edtf)).toEqual(['2014']);
    const month = { ...fact('month', '2019-10/..'), reported: true };
    const day = { ...fact('day', '2019-10-01'), reported: false };
    expect(stopsOf(entriesOf([day, month])).map((stop) => [stop.edtf, stop.entries.length])).toEqual([['2019-10', 2]]);
  });

  it('are sorted and unique, and hold every dated entry once', () => {
    fc.assert(
      fc.property(fc.array(anyDate), (dates) => {
        const all = stops(...dates);
        const moments = all.map((stop) => stop.date);
        expect(moments).toEqual([...new Set(moments)].sort((a, b) => a - b));
        expect(all.flatMap((stop) => stop.entries)).toHaveLength(dates.filter((date) => date !== undefined).length);
      }),
    );
  });

  it('next then previous returns', () => {
    fc.assert(
      fc.property(fc.array(anyDate, { minLength: 1 }), fc.nat(), (dates, seed) => {
        const all = stops(...dates);
        const stop = all[seed % Math.max(1, all.length)];
        const next = stop && neighbourStop(all, stop.date, 1);
        if (!next) return;
        expect(neighbourStop(all, next.date, -1)).toBe(stop);
      }),
    );
  });

  it('from a date that lost its stop, goes to the nearest one on each side', () => {
    const all = stops('2019-01-01', '2019-01-03');
    const between = Date.UTC(2019, 0, 2);
    expect(neighbourStop(all, between, -1)).toBe(all[0]);
    expect(neighbourStop(all, between, 1)).toBe(all[1]);
    expect(stopIndexAt(all, between)).toBe(0);
    expect(stopIndexAt(all, 0)).toBe(0);
    expect(stopIndexAt([], between)).toBe(-1);
  });
});

describe('gapsOf', () => {
  it('breaks the axis where years pass between days', () => {
    const gaps = gapsOf(
      stops('2003', '2012-09-11', '2012-09-12', '2019-12-27', '2019-12-28', '2019-12-31', '2020-01-01'),
    );
    expect(gaps.map((gap) => gap.after)).toEqual([0, 2]);
  });

  it('breaks nothing where dates are even', () => {
    expect(gapsOf(stops('2000', '2001', '2002', '2003'))).toEqual([]);
  });
});
