/** Bytes are kept in blocks of this size, so that no file needs one stretch of memory, and few features cross a border. */
const BLOCK = 1 << 18;

/** The UTF-8 text of a file as bytes, kept so that parts of it can be read later. */
export class SourceText {
  /** Bytes so far. */
  length = 0;
  readonly #blocks: Uint8Array[] = [];
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  /** Adds a copy of these bytes to the end. */
  append(chunk: Uint8Array): void {
    for (let from = 0; from < chunk.length;) {
      const within = this.length % BLOCK;
      if (within === 0) this.#blocks.push(new Uint8Array(BLOCK));
      const part = chunk.subarray(from, from + BLOCK - within);
      this.#blocks.at(-1)?.set(part, within);
      this.length += part.length;
      from += part.length;
    }
  }

  /** Gives back the memory beyond the end. Nothing is appended after it. */
  close(): void {
    const last = this.#blocks.pop();
    if (last) this.#blocks.push(last.slice(0, this.length - this.#blocks.length * BLOCK));
  }

  /** The bytes from `from` up to `to`: a view where they lie in one block, else a copy. */
  bytes(from: number, to: number): Uint8Array {
    const first = Math.floor(from / BLOCK);
    if (to <= (first + 1) * BLOCK) {
      return (this.#blocks[first] ?? new Uint8Array(0)).subarray(from - first * BLOCK, to - first * BLOCK);
    }
    const copy = new Uint8Array(Math.min(to, this.length) - from);
    for (let at = from; at < from + copy.length;) {
      const end = Math.min((Math.floor(at / BLOCK) + 1) * BLOCK, from + copy.length);
      copy.set(this.bytes(at, end), at - from);
      at = end;
    }
    return copy;
  }

  /**
   * The text of the bytes from `from` up to `to`, which must not divide a character; what is no UTF-8 becomes U+FFFD,
   * and a byte order mark at the start of the file is left out. Throws where it is longer than a text can be.
   */
  text(from: number, to: number): string {
    const text = this.#decoder.decode(this.bytes(from, to));
    return from === 0 && text.startsWith('\ufeff') ? text.slice(1) : text;
  }
}
