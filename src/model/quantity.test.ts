import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuantity, sumQuantities, type Quantity } from './quantity';

const read = (value: unknown): Quantity => {
  const result = parseQuantity(value);
  if ('error' in result) throw new Error(result.error);
  return result.quantity;
};

describe('parseQuantity', () => {
  it.each([
    [100, { form: 'exact', low: 100, high: 100 }],
    ['~750', { form: 'about', low: 750, high: 750 }],
    ['>=500', { form: 'at least', low: 500, high: Infinity }],
    ['≤40', { form: 'at most', low: 0, high: 40 }],
    ['24-31', { form: 'range', low: 24, high: 31 }],
    ['3,000–3,500', { form: 'range', low: 3000, high: 3500 }],
    ['Dozens', { form: 'dozens', low: 24, high: Infinity }],
    ['none reported', { form: 'none reported', low: 0, high: Infinity }],
  ])('reads %s', (value, quantity) => {
    expect(read(value)).toEqual(quantity);
  });

  it('never turns "none reported" into a zero', () => {
    expect(read('none reported').high).toBe(Infinity);
  });

  it.each(['many', 'constructor', '__proto__', '', '31-24', '~24-31', -3, 1.5, NaN, null, undefined, {}, '1e400'])(
    'says what was expected instead of %j',
    (value) => {
      expect(parseQuantity(value)).toHaveProperty('error', expect.stringContaining('expected a count such as 100'));
    },
  );
});

describe('sumQuantities', () => {
  const quantity = fc
    .tuple(fc.nat(10_000), fc.nat(10_000), fc.constantFrom('', '~', '>='))
    .map(([a, b, sign]) => read(sign ? `${sign}${a}` : a < b ? `${a}-${b}` : a));

  it('holds every possible total and no order changes it', () => {
    fc.assert(
      fc.property(fc.array(quantity), (quantities) => {
        const sum = sumQuantities(quantities);
        expect(sum.low).toBe(quantities.reduce((total, { low }) => total + low, 0));
        expect(sum.high).toBeGreaterThanOrEqual(sum.low);
        expect(sumQuantities([...quantities].reverse())).toEqual(sum);
      }),
    );
  });

  it('of about 750 and at least 500 is at least 1,250, and of nothing is 0', () => {
    expect(sumQuantities([read('~750'), read('>=500')])).toEqual({ form: 'at least', low: 1250, high: Infinity });
    expect(sumQuantities([])).toEqual({ form: 'exact', low: 0, high: 0 });
  });
});
