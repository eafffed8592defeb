import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, stateAt } from './moment';
import { anyMoment, anyWhen, dayAt, momentAt, plainState, stated, whenOf } from './sample';
import { DAY } from './when';

describe('dayOf', () => {
  it.each([
    ['1970-01-01', 0],
    ['1970-01-02', 1],
    ['1969-12-31', -1],
    ['2020-01-01', 18_262],
    ['0000-01-01', -719_528],
    ['-0001-12-31', -719_529],
  ])('%s is day %i', (date, day) => {
    expect(dayOf(whenOf(date).begin)).toBe(day);
  });

  it('is the same all day long, before 1970 too', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -2_000_000, max: 2_000_000 }),
        fc.integer({ min: 0, max: DAY - 1 }),
        (day, time) => {
          expect(dayOf(day * DAY + time)).toBe(day);
        },
      ),
    );
  });
});

describe('stateAt', () => {
  it.each([
    ['2019-12-30', 'ahead'],
    ['2019-12-31', 'now'],
    ['2020-01-01', 'now'],
    ['2020-01-02', 'past'],
  ])('on %s a thing of two days is %s', (date, state) => {
    expect(stateAt(whenOf('2019-12-31/2020-01-01'), momentAt(date))).toBe(state);
  });

  it.each([
    ['2019-12-24/2019-12-30', 'ahead'],
    ['2019-12-25/2019-12-31', 'now'],
    ['2020-01-01/2020-01-07', 'now'],
    ['2019', 'now'],
    ['2020-01-02/2020-01-08', 'past'],
  ])('in %s a thing of two days is %s', (dates, state) => {
    expect(stateAt(whenOf('2019-12-31/2020-01-01'), momentAt(dates))).toBe(state);
  });

  it('knows what has no date, and what goes on', () => {
    expect(stateAt(null, momentAt('2020-01-01'))).toBe('undated');
    expect(stateAt(whenOf('2003/..'), momentAt('2999-01-01'))).toBe('now');
  });

  it('reads years before 0 as any others', () => {
    const when = stated(-44, 3);
    expect(stateAt(when, momentAt('-0044-02-28'))).toBe('ahead');
    expect(stateAt(when, momentAt('-0044-03-15'))).toBe('now');
    expect(stateAt(when, momentAt('-0044-04-01'))).toBe('past');
    expect(stateAt(when, momentAt('-0045'))).toBe('ahead');
    expect(stateAt(when, momentAt('-0043'))).toBe('past');
  });

  it('of one day is what it was when a moment was a midnight', () => {
    fc.assert(
      fc.property(anyWhen, fc.integer({ min: -40, max: 40 }), (when, day) => {
        const date = day * DAY;
        const former = !when ? 'undated' : date < when.begin ? 'ahead' : date < when.end ? 'now' : 'past';
        expect(stateAt(when, { from: day, to: day + 1 })).toBe(former);
      }),
    );
  });

  it('of several days is now where it is on any of them, else as on the last', () => {
    fc.assert(
      fc.property(anyWhen, fc.integer({ min: -40, max: 40 }), fc.integer({ min: 1, max: 40 }), (when, from, days) => {
        const states = Array.from({ length: days }, (_, day) =>
          stateAt(when, { from: from + day, to: from + day + 1 }),
        );
        expect(stateAt(when, { from, to: from + days })).toBe(states.find((state) => state === 'now') ?? states.at(-1));
      }),
    );
  });

  it('reads days as milliseconds would be read', () => {
    fc.assert(
      fc.property(anyWhen, anyMoment, (when, moment) => {
        expect(stateAt(when, moment)).toBe(plainState(when, moment));
      }),
      { numRuns: 1000 },
    );
  });

  it('puts a time on its local day, whatever its zone', () => {
    for (const time of ['2019-12-27T00:10:00+14:00', '2019-12-27T23:50:00-11:00', '2019-12-27T12:00:00Z']) {
      expect(stateAt(whenOf(time), momentAt('2019-12-27'))).toBe('now');
      expect(dayOf(whenOf(time).order)).toBe(dayAt('2019-12-27'));
    }
  });
});
