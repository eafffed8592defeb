import type { SourceText } from './source-text';

/** A place in a text, as an editor counts: both from 1, columns in UTF-16 units. */
export interface Spot {
  line: number;
  column: number;
}

/** Where a text ends that begins at this spot. Lines end as in RFC 8259: LF, CR or both. */
export function spotAfter(text: string, start: Spot = { line: 1, column: 1 }): Spot {
  let { line } = start;
  let lineStart = 1 - start.column;
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) {
    line += 1;
    lineStart = index + end.length;
  }
  return { line, column: text.length - lineStart + 1 };
}

/** A spot in a text that itself begins at `start`, in the text around it. */
export function shifted({ line, column }: Spot, start: Spot): Spot {
  return { line: line + start.line - 1, column: line === 1 ? column + start.column - 1 : column };
}

/** How many bytes are counted at once. */
const STRIDE = 1 << 20;

/** Counts the lines of a file's bytes, once from the start to the end. */
export class SpotFinder {
  readonly #source: SourceText;
  readonly #decoder = new TextDecoder();
  #offset = 0;
  #spot: Spot = { line: 1, column: 1 };
  /** A line break that may yet be the first half of one. */
  #pending = '';

  constructor(source: SourceText) {
    this.#source = source;
  }

  /** The spot of an offset in bytes, at which a JSON value or blanks begin. Offsets must not fall. */
  at(offset: number): Spot {
    while (this.#offset < offset) {
      const end = Math.min(offset, this.#offset + STRIDE);
      const text = this.#pending + this.#decoder.decode(this.#source.bytes(this.#offset, end), { stream: true });
      this.#pending = text.endsWith('\r') ? '\r' : '';
      this.#spot = spotAfter(text.slice(0, text.length - this.#pending.length), this.#spot);
      this.#offset = end;
    }
    return spotAfter(this.#pending, this.#spot);
  }
}
