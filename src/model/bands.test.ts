import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf, bandsOf } from './bands';
import { dayOf } from './moment';
import { anyWhen, dayAt, whenOf } from './sample';

const band = (edtf: string) => bandOf(whenOf(edtf));

describe('bandOf', () => {
  it.each(['2019-12-31', '2019-12-27T19:20:00+03:00', '2012-09-11/2012-09-12'])('%s is sure and has none', (edtf) => {
    expect(band(edtf)).toBeUndefined();
  });

  it.each([
    ['[2019-12-28..2019-12-29]', '2019-12-28', '2019-12-29', 'soft', 'soft', false],
    ['2019-12-31~', '2019-12-30', '2020-01-01', 'soft', 'soft', false],
    ['2019-12-31?', '2019-12-30', '2020-01-01', 'soft', 'soft', false],
    ['2020-01', '2020-01-01', '2020-01-31', 'soft', 'soft', false],
    ['2014', '2014-01-01', '2014-12-31', 'soft', 'soft', false],
    ['2014/2017-12', '2014-01-01', '2017-12-31', 'soft', 'soft', true],
    ['2014-06-10/2017', '2014-06-10', '2017-12-31', 'sure', 'soft', true],
    // Nobody says when it began: it may be on the day before which it did.
    ['/2020-01-03', '2020-01-03', '2020-01-03', 'unstated', 'sure', false],
    ['../2020-03-17', '2020-03-17', '2020-03-17', 'unstated', 'sure', false],
    ['2020-01-03/', '2020-01-03', '2020-01-03', 'sure', 'unstated', false],
  ])('%s reaches from %s to %s, %s to %s', (edtf, from, last, start, end, lasts) => {
    expect(band(edtf)).toEqual({ from: dayAt(from), last: dayAt(last), start, end, lasts });
  });

  it.each([
    ['2003/..', '2003-01-01', 'soft'],
    ['2020-01-04/..', '2020-01-04', 'sure'],
  ])('%s goes on from %s', (edtf, from, start) => {
    expect(band(edtf)).toEqual({ from: dayAt(from), last: Infinity, start, end: 'open', lasts: true });
  });

  it('of a season is its months', () => {
    const { begin, end } = whenOf('2019-22');
    expect(band('2019-22')).toEqual({
      from: dayOf(begin),
      last: dayOf(end) - 1,
      start: 'soft',
      end: 'soft',
      lasts: false,
    });
  });

  it('holds the days on which a thing is shown, whatever its date', () => {
    fc.assert(
      fc.property(anyWhen, (when) => {
        const found = when && bandOf(when);
        if (!when || !found) return;
        expect(found.from).toBeLessThanOrEqual(dayOf(when.begin));
        expect(found.last).toBeGreaterThanOrEqual(when.end === Infinity ? Infinity : dayOf(when.end) - 1);
        expect(found.last).toBeGreaterThanOrEqual(found.from);
      }),
    );
  });
});

describe('bandsOf', () => {
  it('has each once, earliest first, and none of what is sure', () => {
    const dates = ['2020-01', '2003/..', '2019-12-31', '2020-01', '2003'].map(whenOf);
    expect(bandsOf(dates).map(({ from, last }) => [from, last])).toEqual([
      [dayAt('2003'), Infinity],
      [dayAt('2003'), dayAt('2003-12-31')],
      [dayAt('2020-01'), dayAt('2020-01-31')],
    ]);
    expect(bandsOf([])).toEqual([]);
  });
});
