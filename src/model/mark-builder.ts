import type { Marks } from './columns';
import { FORMS, type Mark } from './marks';

/** In place of how many marks a row has. */
const DROPPED = 0xffff_ffff;

/** Collects the marks of rows, in any order, in typed arrays that grow. */
export class MarkBuilder {
  #length = 0;
  #x = new Uint32Array(1024);
  #y = new Uint32Array(1024);
  #owner = new Uint32Array(1024);
  /** Most stories have none of these. */
  #uncertainty: Float32Array | null = null;
  #form: Uint8Array | null = null;

  /** Adds a mark to a row, after those that it has. */
  add(row: number, { x, y, uncertainty, form }: Mark): void {
    if (this.#length === this.#x.length) {
      this.#x = grown(this.#x);
      this.#y = grown(this.#y);
      this.#owner = grown(this.#owner);
    }
    const mark = this.#length++;
    this.#x[mark] = x;
    this.#y[mark] = y;
    this.#owner[mark] = row;
    if (uncertainty > 0) this.#uncertainty = written(this.#uncertainty ?? new Float32Array(1024), mark, uncertainty);
    if (form !== 'symbol') this.#form = written(this.#form ?? new Uint8Array(1024), mark, FORMS.indexOf(form));
  }

  /** Takes back what was added last, as far as it belongs to rows from this one on. */
  rewind(row: number): void {
    while (this.#length > 0 && (this.#owner[this.#length - 1] ?? 0) >= row) this.#length -= 1;
    this.#uncertainty?.fill(0, this.#length);
    this.#form?.fill(0, this.#length);
  }

  /**
   * The marks of the rows in `order`, each with its row's position there; those of the other of `rows` rows are left
   * out. `drawing` holds the positions in the order of the marks.
   */
  inOrder(order: Uint32Array, rows: number, drawing: Uint32Array): Marks {
    const next = new Uint32Array(rows).fill(DROPPED);
    for (const row of order) next[row] = 0;
    const entry = this.#entries(order, next, drawing);
    const { length } = entry;
    const x = new Uint32Array(length);
    const y = new Uint32Array(length);
    const uncertainty = this.#uncertainty && new Float32Array(length);
    const form = this.#form && new Uint8Array(length);
    for (let mark = 0; mark < this.#length; mark++) {
      const owner = this.#owner[mark] ?? 0;
      const to = next[owner] ?? DROPPED;
      if (to === DROPPED) continue;
      next[owner] = to + 1;
      x[to] = this.#x[mark] ?? 0;
      y[to] = this.#y[mark] ?? 0;
      if (uncertainty) uncertainty[to] = this.#uncertainty?.[mark] ?? 0;
      if (form) form[to] = this.#form?.[mark] ?? 0;
    }
    // What was left out may have been all that is no symbol.
    return { length, x, y, entry, uncertainty, form: form?.some((each) => each > 0) ? form : null };
  }

  /** The position in `order` that each mark belongs to. Leaves in `next` where the marks of each row begin. */
  #entries(order: Uint32Array, next: Uint32Array, drawing: Uint32Array): Uint32Array {
    let length = 0;
    for (let mark = 0; mark < this.#length; mark++) {
      const owner = this.#owner[mark] ?? 0;
      if (next[owner] === DROPPED) continue;
      next[owner] = (next[owner] ?? 0) + 1;
      length += 1;
    }
    const entry = new Uint32Array(length);
    let first = 0;
    for (const position of drawing) {
      const row = order[position] ?? 0;
      const after = first + (next[row] ?? 0);
      for (let mark = first; mark < after; mark++) entry[mark] = position;
      next[row] = first;
      first = after;
    }
    return entry;
  }
}

type Column = Int32Array | Uint32Array | Uint16Array | Uint8Array | Float32Array;

/** A copy that is longer, by default twice as long. */
export function grown<T extends Column>(array: T, length = array.length * 2): T {
  const longer = new (array.constructor as new (length: number) => T)(length);
  longer.set(array);
  return longer;
}

/** The array, or a longer one where it is too short, with this value at `index`. */
function written<T extends Column>(array: T, index: number, value: number): T {
  const long = index < array.length ? array : grown(array, Math.max(index + 1, array.length * 2));
  long[index] = value;
  return long;
}
