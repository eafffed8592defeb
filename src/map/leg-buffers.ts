import { WORLD, eastward } from '../model/mercator';
import type { Course } from './course';
import type { ShownLeg } from './leg-states';
import type { Leg } from './legs';

/** Where the only attribute of a vertex of the strip is bound: `piece << PIECE_SHIFT | vertex`. */
export const STRIP_VERTEX = 0;
export const PIECE_SHIFT = 7;
/** Texels in a row of a texture, as a power of two. */
export const ROW_SHIFT = 10;
/** Texels of a piece: its vertices and style, its shape, its look. */
export const PIECE_TEXELS = 3;
/**
 * Vertices of a piece at most: a long path is drawn in several, each sharing an end with the next. Two more must be
 * countable in {@link PIECE_SHIFT} bits.
 */
const MOST_VERTICES = 65;
/** A piece wider than this share of the world might be taken for one that goes the other way round it. */
const MOST_WIDTH = 0.4;

/** Some vertices of a course, drawn in one strip. */
interface Piece {
  /** The position of its first vertex among all. */
  first: number;
  count: number;
}

/**
 * The courses of legs on the graphics card, handed over once, and which of them a frame draws, which is little. Both are
 * textures: all pieces are drawn as one strip, and its vertices look up where they are.
 */
export class LegBuffers {
  readonly #gl: WebGL2RenderingContext;
  readonly #pieces = new Map<Course, Piece[]>();
  readonly #vertices: WebGLTexture;
  readonly #drawn: WebGLTexture;
  readonly #strip: WebGLBuffer;
  /** One vertex after the other along the strip. */
  readonly array: WebGLVertexArrayObject;

  constructor(gl: WebGL2RenderingContext, legs: readonly Leg[]) {
    this.#gl = gl;
    this.#vertices = gl.createTexture();
    this.#drawn = gl.createTexture();
    this.#strip = gl.createBuffer();
    this.array = this.#arrayOf();
    this.#layOut(new Set(legs.map((leg) => leg.course)));
  }

  /** Makes the vertices readable by a program as its first texture, and what is drawn as its second. */
  bind(): void {
    const gl = this.#gl;
    gl.activeTexture(gl.TEXTURE1);
    gl.bindTexture(gl.TEXTURE_2D, this.#drawn);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.#vertices);
  }

  /**
   * Hands over what is drawn, in this order, on a map so many pixels round the world; returns how many vertices the strip
   * has.
   */
  fill(shown: readonly ShownLeg[], world: number): number {
    const gl = this.#gl;
    const pieces = shown.flatMap((each) => (this.#pieces.get(each.leg.course) ?? []).map((piece) => ({ each, piece })));
    const texels = texelsFor(pieces.length * PIECE_TEXELS);
    const floats = new Float32Array(texels.buffer);
    const strip: number[] = [];
    for (const [index, { each, piece }] of pieces.entries()) {
      const { leg, from, to, opacity, thinning, lit } = each;
      const at = index * PIECE_TEXELS * 4;
      const stride = strideOf(leg.course, world, thinning);
      const style = STATUS_CODES[leg.status] | (Number(leg.reported) << 2) | (Number(lit) << 3);
      texels.set([piece.first, piece.count, stride, style], at);
      floats.set([leg.course.length, leg.width / 2, ROOM.from[leg.ends.from], ROOM.to[leg.ends.to]], at + 4);
      floats.set([from, to, opacity, thinning], at + 8);
      // The strip begins and ends each piece in a point, so that it has no area from one to the next.
      const vertices = Math.ceil((piece.count - 1) / stride) + 3;
      for (let vertex = 0; vertex < vertices; vertex++) {
        const word = (index << PIECE_SHIFT) | vertex;
        strip.push(word, word);
      }
    }
    this.#upload(this.#drawn, texels);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#strip);
    gl.bufferData(gl.ARRAY_BUFFER, Uint32Array.from(strip), gl.DYNAMIC_DRAW);
    return strip.length;
  }

  /** Frees what the card holds. */
  remove(): void {
    this.#gl.deleteTexture(this.#vertices);
    this.#gl.deleteTexture(this.#drawn);
    this.#gl.deleteBuffer(this.#strip);
    this.#gl.deleteVertexArray(this.array);
  }

  #layOut(courses: ReadonlySet<Course>): void {
    let total = 0;
    for (const course of courses) {
      const starts = piecesOf(course);
      this.#pieces.set(
        course,
        starts.map(([from, to]) => ({ first: total + from, count: to - from + 1 })),
      );
      total += course.line.length;
    }
    const texels = texelsFor(total);
    const floats = new Float32Array(texels.buffer);
    let at = 0;
    for (const { x, y, along } of courses) {
      for (let vertex = 0; vertex < x.length; vertex++, at += 4) {
        texels[at] = x[vertex] ?? 0;
        texels[at + 1] = y[vertex] ?? 0;
        floats[at + 2] = along[vertex] ?? 0;
      }
    }
    this.#upload(this.#vertices, texels);
  }

  #arrayOf(): WebGLVertexArrayObject {
    const gl = this.#gl;
    const array = gl.createVertexArray();
    gl.bindVertexArray(array);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#strip);
    gl.enableVertexAttribArray(STRIP_VERTEX);
    gl.vertexAttribIPointer(STRIP_VERTEX, 1, gl.UNSIGNED_INT, 4, 0);
    gl.bindVertexArray(null);
    return array;
  }

  #upload(texture: WebGLTexture, texels: Uint32Array): void {
    const gl = this.#gl;
    const [width, height] = [1 << ROW_SHIFT, texels.length >> (ROW_SHIFT + 2)];
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 4);
    gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32UI, width, height, 0, gl.RGBA_INTEGER, gl.UNSIGNED_INT, texels);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  }
}

/** Room for so many texels, in whole rows of four words a texel. */
function texelsFor(count: number): Uint32Array<ArrayBuffer> {
  return new Uint32Array(Math.max(1, Math.ceil(count / (1 << ROW_SHIFT))) << (ROW_SHIFT + 2));
}

/**
 * Every how many of its vertices a course shows where the world is so many pixels round: of an even curve as few as look
 * round, its sides nowhere more than 0.3 pixels off it, or 0.65 where it has receded; of a path that an author drew, all.
 */
export function strideOf({ even, length, line }: Course, world: number, thinning: number): number {
  const sides = (0.5 + 0.8 * thinning) * Math.sqrt(Math.max(1, length * world));
  return even ? Math.max(1, Math.floor((line.length - 1) / sides)) : 1;
}

/** As the shader counts them. */
const STATUS_CODES = { arrived: 0, 'under way': 1, announced: 2, 'on alert': 3 } as const;

/** Pixels that a line keeps from what stands at its ends; its head is finer than its start. */
export const ROOM = { from: { free: 0, symbol: 6, unit: 18 }, to: { free: 0, symbol: 13, unit: 21 } } as const;

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
