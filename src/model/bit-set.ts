/** A set of whole numbers from 0, such as rows or facets, one bit each, the lowest in the lowest bit of the first word. It may be sent to and from a worker. */
export type BitSet = Uint32Array;

/** A set that can hold the numbers below `length`, and holds none. */
export function emptyBits(length: number): BitSet {
  return new Uint32Array(Math.ceil(length / 32));
}

/** Puts a number, which must be below the length that the set was made for, into it. */
export function setBit(set: BitSet, number: number): void {
  set[number >> 5] = (set[number >> 5] ?? 0) | (1 << (number & 31));
}

/** True where the set holds the number. */
export function hasBit(set: BitSet, number: number): boolean {
  return (((set[number >> 5] ?? 0) >>> (number & 31)) & 1) === 1;
}
