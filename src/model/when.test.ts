import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { parseWhen } from './parse-when';
import { isUnsure, type When } from './when';

const read = (text: string): When => {
  const result = parseWhen(text);
  if ('error' in result) throw new Error(result.error);
  return result.when;
};
const day = (text: string) => Date.parse(`${text}T00:00:00Z`);

describe('parseWhen', () => {
  it.each([
    ['2020-01-01', '2020-01-01', '2020-01-02'],
    ['2017-12', '2017-12-01', '2018-01-01'],
    ['2003', '2003-01-01', '2004-01-01'],
    ['2019-12-31~', '2019-12-31', '2020-01-01'],
    ['2012-09-11/2012-09-12', '2012-09-11', '2012-09-13'],
    ['2014/2017-12', '2014-01-01', '2018-01-01'],
    ['[2019-12-28..2019-12-29]', '2019-12-28', '2019-12-30'],
    ['201X', '2010-01-01', '2020-01-01'],
    ['2019-21', '2019-01-01', '2019-04-01'],
  ])('%s covers the days from %s to before %s', (text, begin, end) => {
    expect(read(text)).toMatchObject({ begin: day(begin), end: day(end) });
  });

  it('keeps a time of day on its own local day, whatever the offset', () => {
    const evening = read('2019-12-27T23:30:00-05:00');
    expect(evening).toMatchObject({ begin: day('2019-12-27'), end: day('2019-12-28') });
    expect(evening.lower).toMatchObject({ time: '23:30', offset: '-05:00' });
    expect(evening.order - evening.begin).toBe((23 * 60 + 30) * 60_000);
  });

  it('never ends what is still going on', () => {
    expect(read('2003/..')).toMatchObject({ begin: day('2003-01-01'), end: Infinity, upper: 'open' });
  });

  it.each(['/2019-12-29', '../2019-12-29'])('does not show %s before the one date that is given', (text) => {
    expect(read(text)).toMatchObject({ begin: day('2019-12-29'), end: day('2019-12-30') });
  });

  it('takes an unknown end as no longer than its begin', () => {
    expect(read('2019-12-29/')).toMatchObject({ begin: day('2019-12-29'), end: day('2019-12-30'), upper: 'unknown' });
  });

  it.each([
    'Jan 1',
    '',
    '2019-02-29',
    '2019-13-01',
    '2019-00',
    '2020-01-02/2020-01-01',
    '/',
    '../..',
    '2019-12-27T25:00:00',
  ])('says what was expected instead of %s', (text) => {
    expect(parseWhen(text)).toHaveProperty(
      'error',
      expect.stringContaining('expected an EDTF date such as 2020-01-01'),
    );
  });

  it('knows a leap day and the years before 100', () => {
    expect(read('2020-02-29').end).toBe(day('2020-03-01'));
    expect(new Date(read('0079-08-24').begin).getUTCFullYear()).toBe(79);
  });

  it.each([
    ['2019-12-31~', true],
    ['2019-12-31?', true],
    ['/2020-01-03', true],
    ['[2019-12-28..2019-12-29]', true],
    ['2019-12-31', false],
    ['2003/..', false],
  ])('%s is unsure: %s', (text, unsure) => {
    expect(isUnsure(read(text))).toBe(unsure);
  });
});

describe('laws of dates', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });
  const anyDay = fc
    .date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const offset = fc
    .tuple(fc.constantFrom('+', '-'), fc.integer({ min: 0, max: 13 }))
    .map(([sign, hours]) => `${sign}${String(hours).padStart(2, '0')}:00`);

  it('no date is shifted by any zone of the reader or of the source', () => {
    fc.assert(
      fc.property(
        anyDay,
        offset,
        fc.constantFrom('Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Baghdad', 'UTC'),
        (text, shift, reader) => {
          process.env['TZ'] = reader;
          expect(read(text).begin).toBe(day(text));
          expect(read(`${text}T00:05:00${shift}`).begin).toBe(day(text));
          expect(read(`${text}T23:55:00${shift}`).begin).toBe(day(text));
        },
      ),
    );
  });

  it('every date ends after it begins, and both are midnights', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.constantFrom('/', '..'), (a, b, form) => {
        const [first, last] = a < b ? [a, b] : [b, a];
        const when = read(form === '/' ? `${first}/${last}` : `[${first}..${last}]`);
        expect(when.end).toBeGreaterThan(when.begin);
        expect(Math.abs(when.begin % 86_400_000)).toBe(0);
        expect(Math.abs(when.end % 86_400_000)).toBe(0);
      }),
    );
  });

  it('no text whatever makes it throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[\d/.~?%X[\]{}TZ:+-]{0,24}$/)),
        (text) => void parseWhen(text),
      ),
    );
  });
});
