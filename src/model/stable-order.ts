/**
 * `rows` in ascending order of the first column, then of the next and so on; what is equal in all stays in its order.
 * A column holds 32-bit integers by row. Takes time in proportion to the rows, and as much memory again.
 */
export function stableOrder(rows: Uint32Array, columns: readonly ArrayLike<number>[]): Uint32Array {
  if (rows.length < FEW) return sortFew(rows, columns);
  let from = rows.slice();
  let into = new Uint32Array(rows.length);
  for (const column of columns.toReversed()) {
    for (const half of [0, 1] as const) {
      const next = startsOf(rows, column, half);
      if (!next) continue;
      for (let at = 0; at < from.length; at++) {
        const row = from[at] ?? 0;
        const digit = digitOf(column[row] ?? 0, half);
        const to = next[digit] ?? 0;
        into[to] = row;
        next[digit] = to + 1;
      }
      [from, into] = [into, from];
    }
  }
  return from;
}

/** Of fewer rows it takes longer to count all digits than to compare. */
const FEW = 4096;

function sortFew(rows: Uint32Array, columns: readonly ArrayLike<number>[]): Uint32Array {
  const compare = (a: number, b: number) => {
    for (const column of columns) {
      const difference = (column[a] ?? 0) - (column[b] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  };
  return rows.slice().sort(compare);
}

const DIGITS = 1 << 16;

/** The lower or the upper half of an integer, so that halves sort as the integers do: negative ones first. */
function digitOf(value: number, half: 0 | 1): number {
  return half === 0 ? value & 0xffff : (value >>> 16) ^ 0x8000;
}

/** Where the rows with each digit begin once sorted; undefined where all have the same, and there is nothing to sort. */
function startsOf(rows: Uint32Array, column: ArrayLike<number>, half: 0 | 1): Uint32Array | undefined {
  const starts = new Uint32Array(DIGITS);
  for (let at = 0; at < rows.length; at++) {
    const digit = digitOf(column[rows[at] ?? 0] ?? 0, half);
    starts[digit] = (starts[digit] ?? 0) + 1;
  }
  if (starts[digitOf(column[rows[0] ?? 0] ?? 0, half)] === rows.length) return undefined;
  let start = 0;
  for (let digit = 0; digit < DIGITS; digit++) {
    const count = starts[digit] ?? 0;
    starts[digit] = start;
    start += count;
  }
  return starts;
}
