import { FOREVER, type Columns } from '../model/columns';
import { FACETS } from '../model/facet';
import { hasBit, type BitSet } from '../model/bit-set';
import { ATTRIBUTES } from './shader-parts';

/** Bytes of a mark: place 8, begin 4, end 4, facet 2, form 2. */
const STRIDE = 20;
/** Bytes of a mark's two days of being replaced. */
const REPORTS_STRIDE = 8;
/** Marks that are laid out at a time, so that a million of them need no second copy. */
const SLICE = 32_768;

/** The marks of columns on the graphics card: handed over once, and read by every program. */
export class MarkBuffers {
  readonly #gl: WebGL2RenderingContext;
  readonly #columns: Columns;
  readonly #main: WebGLBuffer;
  readonly #reports: WebGLBuffer | null;
  readonly #uncertainty: WebGLBuffer | null;
  /** What a search found; no other marks are drawn. */
  #found: BitSet | undefined;
  /** How many marks have been handed over. */
  #uploaded = 0;
  /** One vertex a mark, for symbols. */
  readonly points: WebGLVertexArrayObject;
  /** One instance a mark, for soft circles; null where no mark is uncertain. */
  readonly instances: WebGLVertexArrayObject | null;

  /** Makes room; {@link upload} fills it. */
  constructor(gl: WebGL2RenderingContext, columns: Columns, found: BitSet | undefined) {
    this.#found = found;
    this.#gl = gl;
    this.#columns = columns;
    const { marks, replaced } = columns;
    this.#main = this.#buffer(marks.length * STRIDE);
    this.#reports = replaced && this.#buffer(marks.length * REPORTS_STRIDE);
    this.#uncertainty = marks.uncertainty && this.#buffer(marks.length * 4);
    this.points = this.#array(0);
    this.instances = this.#uncertainty && this.#array(1);
    gl.bindVertexArray(null);
  }

  /** Hands marks over for about so many milliseconds; true once all are there. */
  upload(milliseconds: number): boolean {
    const gl = this.#gl;
    const { marks } = this.#columns;
    const start = performance.now();
    while (this.#uploaded < marks.length && performance.now() - start < milliseconds) {
      const from = this.#uploaded;
      const to = Math.min(marks.length, from + SLICE);
      const write = (buffer: WebGLBuffer | null, stride: number, data: () => AllowSharedBufferSource | undefined) => {
        if (!buffer) return;
        gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
        gl.bufferSubData(gl.ARRAY_BUFFER, from * stride, data() ?? new ArrayBuffer(0));
      };
      write(this.#main, STRIDE, () => layOut(this.#columns, this.#found, from, to));
      write(this.#reports, REPORTS_STRIDE, () => interleaveReplaced(this.#columns, from, to));
      write(this.#uncertainty, 4, () => marks.uncertainty?.subarray(from, to));
      this.#uploaded = to;
    }
    return this.#uploaded === marks.length;
  }

  /** Has all marks handed over again, as a search finds others. */
  find(found: BitSet | undefined): void {
    this.#found = found;
    this.#uploaded = 0;
  }

  /** Frees what the card holds. */
  remove(): void {
    for (const buffer of [this.#main, this.#reports, this.#uncertainty]) this.#gl.deleteBuffer(buffer);
    this.#gl.deleteVertexArray(this.points);
    this.#gl.deleteVertexArray(this.instances);
  }

  #buffer(bytes: number): WebGLBuffer {
    const gl = this.#gl;
    const buffer = gl.createBuffer();
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.bufferData(gl.ARRAY_BUFFER, bytes, gl.STATIC_DRAW);
    return buffer;
  }

  #array(divisor: 0 | 1): WebGLVertexArrayObject {
    const gl = this.#gl;
    const array = gl.createVertexArray();
    gl.bindVertexArray(array);
    const read = (attribute: number, size: number, type: number, stride: number, offset: number) => {
      gl.enableVertexAttribArray(attribute);
      if (type === gl.FLOAT) gl.vertexAttribPointer(attribute, size, type, false, stride, offset);
      else gl.vertexAttribIPointer(attribute, size, type, stride, offset);
      gl.vertexAttribDivisor(attribute, divisor);
    };
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#main);
    read(ATTRIBUTES.place, 2, gl.UNSIGNED_INT, STRIDE, 0);
    read(ATTRIBUTES.begin, 1, gl.INT, STRIDE, 8);
    read(ATTRIBUTES.end, 1, gl.INT, STRIDE, 12);
    read(ATTRIBUTES.style, 2, gl.UNSIGNED_SHORT, STRIDE, 16);
    if (this.#reports) {
      gl.bindBuffer(gl.ARRAY_BUFFER, this.#reports);
      read(ATTRIBUTES.replaced, 2, gl.INT, REPORTS_STRIDE, 0);
    }
    // Symbols know nothing of it.
    if (this.#uncertainty && divisor === 1) {
      gl.bindBuffer(gl.ARRAY_BUFFER, this.#uncertainty);
      read(ATTRIBUTES.uncertainty, 1, gl.FLOAT, 4, 0);
    }
    return array;
  }
}

function layOut(
  { marks, begin, end, facet }: Columns,
  found: BitSet | undefined,
  from: number,
  to: number,
): ArrayBuffer {
  const bytes = new ArrayBuffer((to - from) * STRIDE);
  const words = new Uint32Array(bytes);
  const halves = new Uint16Array(bytes);
  for (let mark = from; mark < to; mark++) {
    const word = ((mark - from) * STRIDE) / 4;
    const row = marks.entry[mark] ?? 0;
    words[word] = marks.x[mark] ?? 0;
    words[word + 1] = marks.y[mark] ?? 0;
    words[word + 2] = begin[row] ?? FOREVER;
    words[word + 3] = end[row] ?? FOREVER;
    halves[word * 2 + 8] = found && !hasBit(found, row) ? FACETS : (facet[row] ?? 0);
    halves[word * 2 + 9] = marks.form?.[mark] ?? 0;
  }
  return bytes;
}

function interleaveReplaced({ marks, replaced, replacedReported }: Columns, from: number, to: number): Int32Array {
  const pairs = new Int32Array((to - from) * 2);
  for (let mark = from; mark < to; mark++) {
    const row = marks.entry[mark] ?? 0;
    pairs[(mark - from) * 2] = replaced?.[row] ?? FOREVER;
    pairs[(mark - from) * 2 + 1] = replacedReported?.[row] ?? FOREVER;
  }
  return pairs;
}
