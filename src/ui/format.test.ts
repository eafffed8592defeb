import { describe, expect, it } from 'vitest';
import type { Count } from '../model/feature';
import { parseWhen } from '../model/parse-when';
import { parseQuantity } from '../model/quantity';
import { entriesOf, type Entry } from '../model/entry';
import { movement, report } from '../model/sample';
import { messagesIn } from './languages/en';
import {
  formatCounts,
  formatCountsBriefly,
  formatDistance,
  formatForce,
  formatQuantity,
  formatSourceDate,
  formatWhen,
} from './format';

const english = messagesIn('en-GB');

const words = (edtf: string) => {
  const result = parseWhen(edtf);
  if ('error' in result) throw new Error(result.error);
  return formatWhen(result.when, english);
};
const quantity = (value: string | number) => {
  const result = parseQuantity(value);
  if ('error' in result) throw new Error(result.error);
  return result.quantity;
};
const count = (name: string, value: string | number, by?: string): Count => ({
  name,
  quantity: quantity(value),
  ...(by === undefined ? {} : { by }),
});

describe('formatWhen', () => {
  it.each([
    ['2019-12-31', '31 December 2019'],
    ['2017-12', 'December 2017'],
    ['2003', '2003'],
    ['2003/..', 'since 2003'],
    ['2019-12-31~', 'around 31 December 2019'],
    ['2019-12-31?', 'perhaps 31 December 2019'],
    ['[2019-12-28..2019-12-29]', 'one day between 28 December 2019 and 29 December 2019'],
    ['../2020-03-29', 'until 29 March 2020'],
    ['/2020-01-03', 'by 3 January 2020, start not stated'],
    ['2020-01-03/', 'from 3 January 2020, end not stated'],
    ['2014/2017-12', '2014 – December 2017'],
    ['2019-12-27T19:20:00+03:00', '27 December 2019, 19:20 local time'],
    ['201X', '201X'],
  ])('%s reads %s', (edtf, text) => {
    expect(words(edtf)).toBe(text);
  });

  it('writes two days of a month once', () => {
    expect(words('2012-09-11/2012-09-12').replaceAll(/\s/g, ' ')).toMatch(/^11\s?–\s?12 September 2012$/);
  });
});

describe('quantities in words', () => {
  it.each([
    [4000, '4,000'],
    ['~100', '~100'],
    ['>=500', '≥500'],
    ['24-31', '24–31'],
    ['none reported', 'none reported'],
  ])('%s prints as it was reported', (value, text) => {
    expect(formatQuantity(quantity(value), english)).toBe(text);
  });

  it('says whose figure each is where sources differ, and a span in a list', () => {
    const killed = [count('killed', 25, 'PMF'), count('killed', 24), count('killed', '>=31', 'Press TV')];
    expect(formatCounts(killed, english)).toEqual(['25 (PMF) / 24 / ≥31 (Press TV) killed']);
    expect(formatCountsBriefly(killed, english)).toEqual(['24–31 killed, sources differ']);
  });

  it('never prints a zero for what was not reported', () => {
    expect(formatCounts([count('injured', 'none reported', 'Fox News')], english)).toEqual([
      'no injuries reported (Fox News)',
    ]);
  });

  it('writes one of a thing in the singular', () => {
    expect(formatCounts([count('clinics', 1)], english)).toEqual(['1 clinic']);
  });
});

describe('the words for a force', () => {
  const force = (strength?: string | number): Entry => {
    const said = report('2020-01-01', {
      status: 'under way',
      ...(strength === undefined ? {} : { strength: quantity(strength) }),
    });
    const [entry] = entriesOf([movement('force', [said])]);
    if (!entry) throw new Error('a movement has an entry for each report');
    return entry;
  };

  it.each([
    ['~650', '~650 under way'],
    ['hundreds', 'hundreds under way'],
    [undefined, 'under way, strength not stated'],
  ])('of %s people', (strength, text) => {
    expect(formatForce(force(strength), undefined, english)).toBe(text);
  });

  it('say of a part what it is counted in, so that nobody adds it', () => {
    const part = force('>=500');
    expect(formatForce(part, { entry: force('~750'), listed: true }, english)).toBe('of these ≥500 under way');
    expect(formatForce(part, { entry: force('~750'), listed: false }, english)).toBe(
      '≥500 under way, counted in the ~750',
    );
    expect(formatForce(part, { entry: force(), listed: false }, english)).toBe(
      '≥500 under way, part of a larger force',
    );
  });
});

describe('distances and source dates', () => {
  it.each([
    [150, '150 m'],
    [2500, '2.5 km'],
    [90_000, '90 km'],
  ])('%d metres read %s', (metres, text) => {
    expect(formatDistance(metres, english)).toBe(text);
  });

  it('leaves a source date it cannot read as it is', () => {
    expect(formatSourceDate('2020-01-01', english)).toBe('1 Jan 2020');
    expect(formatSourceDate('New Year', english)).toBe('New Year');
    expect(formatSourceDate('2020-02-31', english)).toBe('2020-02-31');
  });
});
