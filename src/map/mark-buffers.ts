import { FOREVER, type Columns } from '../model/columns';
import { ATTRIBUTES } from './shader-parts';

/** Bytes of a mark: place 8, begin 4, end 4, facet 2, area 2. */
const STRIDE = 20;
/** Marks that are laid out at a time, so that a million of them need no second copy. */
const SLICE = 65_536;

/** The marks of columns on the graphics card: uploaded once, and read by every program. */
export class MarkBuffers {
  readonly #gl: WebGL2RenderingContext;
  readonly #buffers: WebGLBuffer[] = [];
  /** One vertex a mark, for symbols. */
  readonly points: WebGLVertexArrayObject;
  /** One instance a mark, for soft circles; null where no mark is uncertain. */
  readonly instances: WebGLVertexArrayObject | null;

  constructor(gl: WebGL2RenderingContext, columns: Columns) {
    this.#gl = gl;
    const { marks, replaced, replacedReported } = columns;
    const main = this.#buffer(marks.length * STRIDE);
    for (let from = 0; from < marks.length; from += SLICE) {
      gl.bufferSubData(gl.ARRAY_BUFFER, from * STRIDE, layOut(columns, from, Math.min(marks.length, from + SLICE)));
    }
    const reports = replaced && replacedReported ? this.#buffer(marks.length * 8) : null;
    if (reports) gl.bufferSubData(gl.ARRAY_BUFFER, 0, interleaveReplaced(columns));
    const uncertainty = marks.uncertainty ? this.#buffer(marks.length * 4) : null;
    if (marks.uncertainty) gl.bufferSubData(gl.ARRAY_BUFFER, 0, marks.uncertainty);
    this.points = this.#array(0, main, reports, null);
    this.instances = uncertainty && this.#array(1, main, reports, uncertainty);
    gl.bindVertexArray(null);
  }

  /** Frees what the card holds. */
  remove(): void {
    for (const buffer of this.#buffers) this.#gl.deleteBuffer(buffer);
    this.#gl.deleteVertexArray(this.points);
    this.#gl.deleteVertexArray(this.instances);
  }

  #buffer(bytes: number): WebGLBuffer {
    const gl = this.#gl;
    const buffer = gl.createBuffer();
    this.#buffers.push(buffer);
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.bufferData(gl.ARRAY_BUFFER, bytes, gl.STATIC_DRAW);
    return buffer;
  }

  #array(
    divisor: 0 | 1,
    main: WebGLBuffer,
    reports: WebGLBuffer | null,
    uncertainty: WebGLBuffer | null,
  ): WebGLVertexArrayObject {
    const gl = this.#gl;
    const array = gl.createVertexArray();
    gl.bindVertexArray(array);
    const read = (attribute: number, size: number, type: number, stride: number, offset: number) => {
      gl.enableVertexAttribArray(attribute);
      if (type === gl.FLOAT) gl.vertexAttribPointer(attribute, size, type, false, stride, offset);
      else gl.vertexAttribIPointer(attribute, size, type, stride, offset);
      gl.vertexAttribDivisor(attribute, divisor);
    };
    gl.bindBuffer(gl.ARRAY_BUFFER, main);
    read(ATTRIBUTES.place, 2, gl.UNSIGNED_INT, STRIDE, 0);
    read(ATTRIBUTES.begin, 1, gl.INT, STRIDE, 8);
    read(ATTRIBUTES.end, 1, gl.INT, STRIDE, 12);
    read(ATTRIBUTES.style, 2, gl.UNSIGNED_SHORT, STRIDE, 16);
    if (reports) {
      gl.bindBuffer(gl.ARRAY_BUFFER, reports);
      read(ATTRIBUTES.replaced, 2, gl.INT, 8, 0);
    }
    if (uncertainty) {
      gl.bindBuffer(gl.ARRAY_BUFFER, uncertainty);
      read(ATTRIBUTES.uncertainty, 1, gl.FLOAT, 4, 0);
    }
    return array;
  }
}

function layOut({ marks, begin, end, facet }: Columns, from: number, to: number): ArrayBuffer {
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
    halves[word * 2 + 8] = facet[row] ?? 0;
    halves[word * 2 + 9] = marks.area?.[mark] ?? 0;
  }
  return bytes;
}

function interleaveReplaced({ marks, replaced, replacedReported }: Columns): Int32Array<ArrayBuffer> {
  const pairs = new Int32Array(marks.length * 2);
  for (let mark = 0; mark < marks.length; mark++) {
    const row = marks.entry[mark] ?? 0;
    pairs[mark * 2] = replaced?.[row] ?? FOREVER;
    pairs[mark * 2 + 1] = replacedReported?.[row] ?? FOREVER;
  }
  return pairs;
}
