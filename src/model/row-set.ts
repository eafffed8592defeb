/** A set of rows of the columns, one bit a row, the lowest row in the lowest bit of the first word: it may be sent to and from a worker. */
export type RowSet = Uint32Array;

/** A set that can hold the rows below `length`, and holds none. */
export function emptyRowSet(length: number): RowSet {
  return new Uint32Array(Math.ceil(length / 32));
}

/** Puts a row, which must be below the length that the set was made for, into it. */
export function addRow(set: RowSet, row: number): void {
  set[row >> 5] = (set[row >> 5] ?? 0) | (1 << (row & 31));
}

/** True where the set holds the row. */
export function hasRow(set: RowSet, row: number): boolean {
  return (((set[row >> 5] ?? 0) >>> (row & 31)) & 1) === 1;
}
