import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stableOrder } from './stable-order';

test.each([1, 500])('sorts by each column in turn, and leaves what is equal as it is, each row %i times', (times) => {
  const value = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }));
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value, fc.boolean()), { maxLength: 30 }), (all) => {
      // Many rows are sorted another way than few.
      const kept = [...all.keys()].filter((row) => all[row]?.[2]);
      const rows = Uint32Array.from({ length: kept.length * times }, (_, at) => kept[at % kept.length] ?? 0);
      const columns = [0, 1].map((column) => Int32Array.from(all, (row) => row[column] as number));
      const expected = [...rows].sort(
        (a, b) =>
          columns.map((column) => (column[a] ?? 0) - (column[b] ?? 0)).find((difference) => difference !== 0) ?? 0,
      );
      expect([...stableOrder(rows, columns)]).toEqual(expected);
    }),
  );
});
