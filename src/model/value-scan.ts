/** Bytes that JSON's structure is made of. */
export const BYTE = {
  quote: 0x22,
  comma: 0x2c,
  colon: 0x3a,
  backslash: 0x5c,
  arrayStart: 0x5b,
  arrayEnd: 0x5d,
  objectStart: 0x7b,
  objectEnd: 0x7d,
} as const;

/** True for the blanks of RFC 8259. */
export function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** True for what ends a number or a word and is no part of it. */
export function isDelimiter(byte: number): boolean {
  return (
    isBlank(byte) || byte === BYTE.comma || byte === BYTE.arrayEnd || byte === BYTE.objectEnd || byte === BYTE.colon
  );
}

/** `[` and `]`, and with this bit `{` and `}`; no other byte of JSON's structure lies so high. */
const BRACE = 0x20;

/** Finds the end of one JSON value in chunks of bytes by counting brackets. Whether the value is sound, it does not ask. */
export class ValueScan {
  /** True once the end was found. */
  done = false;
  #depth = 0;
  #isWord = false;
  /** See {@link afterString}: 1 or 2 where the last chunk ended in a string. */
  #beyond = 0;

  /** Prepares for the next value, by its first byte, which is no delimiter. */
  begin(byte: number): void {
    this.done = false;
    this.#depth = 0;
    this.#beyond = 0;
    this.#isWord = byte !== BYTE.quote && (byte & ~BRACE) !== BYTE.arrayStart;
  }

  /** Reads on from `at`. Returns where the value ends, or the chunk's length where it goes on in the next one. */
  read(chunk: Uint8Array, at: number): number {
    if (this.#isWord) return this.#readWord(chunk, at);
    const { length } = chunk;
    let depth = this.#depth;
    let next = at;
    if (this.#beyond > 0) {
      next = afterString(chunk, at + this.#beyond - 1);
      this.done = depth === 0 && next <= length;
    }
    // Every byte of a large file passes here or in `afterString`.
    while (next < length && !this.done) {
      const byte = chunk[next++] ?? 0;
      if (byte === BYTE.quote) {
        next = afterString(chunk, next);
        this.done = depth === 0 && next <= length;
      } else if (byte >= BYTE.arrayStart) {
        const bracket = byte & ~BRACE;
        if (bracket === BYTE.arrayStart) depth += 1;
        else if (bracket === BYTE.arrayEnd) this.done = --depth === 0;
      }
    }
    this.#depth = depth;
    this.#beyond = Math.max(0, next - length);
    return Math.min(next, length);
  }

  #readWord(chunk: Uint8Array, at: number): number {
    for (let next = at; next < chunk.length; next++) {
      if (!isDelimiter(chunk[next] ?? 0)) continue;
      this.done = true;
      return next;
    }
    return chunk.length;
  }
}

/**
 * The index after the quote that closes a string. Beyond the chunk's length where none does: by 1, or by 2 where the
 * next chunk's first byte follows a backslash.
 */
function afterString(chunk: Uint8Array, from: number): number {
  const { length } = chunk;
  let next = from;
  while (next < length) {
    const byte = chunk[next++];
    if (byte === BYTE.quote) return next;
    if (byte === BYTE.backslash) next += 1;
  }
  return next + 1;
}
