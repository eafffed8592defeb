import { WORLD, eastward } from '../model/mercator';
import type { Course } from './course';
import type { ShownLeg } from './leg-states';
import type { Leg } from './legs';

/** Where the attributes of a piece are bound. */
export const PIECE = { vertices: 0, shape: 1, look: 2, style: 3 } as const;
/** Vertices of a piece at most: a long path is drawn in several, each sharing an end with the next. */
const MOST_VERTICES = 65;
/** A piece wider than this share of the world might be taken for one that goes the other way round it. */
const MOST_WIDTH = 0.4;
/** Texels in a row of the texture that holds the vertices. */
const ROW = 1024;
/** Words of a piece: first vertex and count, shape, look, style. */
const WORDS = 12;

/** Some vertices of a course, drawn in one strip. */
interface Piece {
  /** The position of its first vertex among all. */
  first: number;
  count: number;
}

/** The courses of legs on the graphics card, handed over once, and which of them a frame draws, which is little. */
export class LegBuffers {
  readonly #gl: WebGL2RenderingContext;
  readonly #pieces = new Map<Course, Piece[]>();
  readonly #texture: WebGLTexture;
  readonly #instances: WebGLBuffer;
  /** One instance a piece. */
  readonly array: WebGLVertexArrayObject;

  constructor(gl: WebGL2RenderingContext, legs: readonly Leg[]) {
    this.#gl = gl;
    this.#texture = gl.createTexture();
    this.#instances = gl.createBuffer();
    this.array = this.#arrayOf();
    this.#layOut(new Set(legs.map((leg) => leg.course)));
  }

  /** Makes the vertices readable by a program as its first texture. */
  bind(): void {
    this.#gl.activeTexture(this.#gl.TEXTURE0);
    this.#gl.bindTexture(this.#gl.TEXTURE_2D, this.#texture);
  }

  /** Hands over what is drawn, in this order; returns how many pieces that is, and the vertices of the longest. */
  fill(shown: readonly ShownLeg[]): { pieces: number; vertices: number } {
    const gl = this.#gl;
    const pieces = shown.flatMap((each) => (this.#pieces.get(each.leg.course) ?? []).map((piece) => ({ each, piece })));
    const bytes = new ArrayBuffer(pieces.length * WORDS * 4);
    const floats = new Float32Array(bytes);
    const words = new Uint32Array(bytes);
    for (const [index, { each, piece }] of pieces.entries()) {
      const { leg, from, to, opacity, thinning, lit } = each;
      const at = index * WORDS;
      words.set([piece.first, piece.count], at);
      words.set([STATUS_CODES[leg.status], Number(leg.reported) | (Number(lit) << 1)], at + 2);
      floats.set([leg.course.length, leg.width / 2, ROOM.from[leg.ends.from], ROOM.to[leg.ends.to]], at + 4);
      floats.set([from, to, opacity, thinning], at + 8);
    }
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#instances);
    gl.bufferData(gl.ARRAY_BUFFER, bytes, gl.DYNAMIC_DRAW);
    return { pieces: pieces.length, vertices: Math.max(0, ...pieces.map(({ piece }) => piece.count)) };
  }

  /** Frees what the card holds. */
  remove(): void {
    this.#gl.deleteTexture(this.#texture);
    this.#gl.deleteBuffer(this.#instances);
    this.#gl.deleteVertexArray(this.array);
  }

  #layOut(courses: ReadonlySet<Course>): void {
    const gl = this.#gl;
    let total = 0;
    for (const course of courses) {
      const starts = piecesOf(course);
      this.#pieces.set(
        course,
        starts.map(([from, to]) => ({ first: total + from, count: to - from + 1 })),
      );
      total += course.line.length;
    }
    const height = Math.max(1, Math.ceil(total / ROW));
    const texels = new Uint32Array(height * ROW * 4);
    const floats = new Float32Array(texels.buffer);
    let at = 0;
    for (const { x, y, along } of courses) {
      for (let vertex = 0; vertex < x.length; vertex++, at += 4) {
        texels[at] = x[vertex] ?? 0;
        texels[at + 1] = y[vertex] ?? 0;
        floats[at + 2] = along[vertex] ?? 0;
      }
    }
    gl.bindTexture(gl.TEXTURE_2D, this.#texture);
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 4);
    gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32UI, ROW, height, 0, gl.RGBA_INTEGER, gl.UNSIGNED_INT, texels);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  }

  #arrayOf(): WebGLVertexArrayObject {
    const gl = this.#gl;
    const array = gl.createVertexArray();
    gl.bindVertexArray(array);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#instances);
    const read = (attribute: number, size: number, offset: number) => {
      gl.enableVertexAttribArray(attribute);
      gl.vertexAttribDivisor(attribute, 1);
      if (size === 2) gl.vertexAttribIPointer(attribute, size, gl.UNSIGNED_INT, WORDS * 4, offset);
      else gl.vertexAttribPointer(attribute, size, gl.FLOAT, false, WORDS * 4, offset);
    };
    read(PIECE.vertices, 2, 0);
    read(PIECE.style, 2, 8);
    read(PIECE.shape, 4, 16);
    read(PIECE.look, 4, 32);
    gl.bindVertexArray(null);
    return array;
  }
}

/** As the shader counts them. */
const STATUS_CODES = { arrived: 0, 'under way': 1, announced: 2, 'on alert': 3 } as const;

/** Pixels that a line keeps from what stands at its ends; its head is finer than its start. */
const ROOM = { from: { free: 0, symbol: 6, unit: 18 }, to: { free: 0, symbol: 13, unit: 21 } } as const;

/** A course in pieces, each from one vertex to another. */
function piecesOf({ line, x }: Course): [number, number][] {
  const pieces: [number, number][] = [];
  let from = 0;
  let width = 0;
  for (let vertex = 1; vertex < line.length; vertex++) {
    const step = Math.abs(eastward(x[vertex] ?? 0, x[vertex - 1] ?? 0)) / WORLD;
    if (vertex - from === MOST_VERTICES || (width + step > MOST_WIDTH && vertex - from > 1)) {
      pieces.push([from, vertex - 1]);
      [from, width] = [vertex - 1, 0];
    }
    width += step;
  }
  return [...pieces, [from, line.length - 1]];
}
