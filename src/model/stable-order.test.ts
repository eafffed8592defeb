import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stableOrder } from './stable-order';

test('sorts by each column in turn, and leaves what is equal as it is', () => {
  const value = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }));
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value, fc.boolean()), { maxLength: 30 }), (all) => {
      const rows = Uint32Array.from([...all.keys()].filter((row) => all[row]?.[2]));
      const columns = [0, 1].map((column) => Int32Array.from(all, (row) => row[column] as number));
      const expected = [...rows].sort(
        (a, b) =>
          columns.map((column) => (column[a] ?? 0) - (column[b] ?? 0)).find((difference) => difference !== 0) ?? a - b,
      );
      expect([...stableOrder(rows, columns)]).toEqual(expected);
    }),
  );
});
