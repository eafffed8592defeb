import type { Marks } from '../model/columns';
import { EARTH } from '../model/geodesy';
import { WORLD } from '../model/mercator';
import { SCREEN_RECIPE, circleRecipe } from './circle-shaders';
import { coloursOf, frameTurns, isRound, type Frame } from './frame';
import type { Program, Programs } from './program';
import type { Theme } from './theme';

/** Circles smaller than a symbol, in pixels of the map, would only smudge its edge. */
export const LEAST_CIRCLE = 8;
/** Cells a side of a circle's square: the globe bends it, a flat map does not. */
const GLOBE_CELLS = 6;
export const SOFT_OPACITY = { light: 0.27, dark: 0.36 };
/** Soft things need no more than half the pixels. */
const SHARE = 0.5;

/**
 * The soft circles of uncertain places. They are drawn aside and laid over the map as one picture, of which each pixel
 * holds the strongest circle there: the same doubt told twice is not a deeper one.
 */
export class SoftCircles {
  /** How far the widest of them goes to either side, as a share of the world. */
  readonly #widest: number;
  #texture: WebGLTexture | null = null;
  #framebuffer: WebGLFramebuffer | null = null;
  #size: [number, number] = [0, 0];

  constructor(marks: Marks) {
    this.#widest = widestOf(marks);
  }

  /** Draws `count` instances of the bound vertex array aside. `setClock` sets the uniforms that say what shows. */
  draw(frame: Frame, count: number, theme: Theme, setClock: (program: Program) => void): void {
    const { gl, programs, shader, ratio, world } = frame;
    this.#prepare(gl);
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.#framebuffer);
    gl.viewport(0, 0, ...this.#size);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.disable(gl.DEPTH_TEST);
    gl.disable(gl.STENCIL_TEST);
    gl.enable(gl.BLEND);
    gl.blendEquation(gl.MAX);
    const program = programs.use(circleRecipe(shader));
    setClock(program);
    const cells = isRound(frame) ? GLOBE_CELLS : 1;
    gl.uniform1i(program.at('u_cells'), cells);
    gl.uniform1f(program.at('u_world'), world);
    gl.uniform1f(program.at('u_least'), LEAST_CIRCLE * ratio);
    gl.uniform3fv(program.at('u_colours[0]'), coloursOf(theme));
    for (const turn of frameTurns(frame, this.#widest * world)) {
      gl.uniform1f(program.at('u_turn'), turn);
      gl.drawArraysInstanced(gl.TRIANGLES, 0, cells * cells * 6, count);
    }
    gl.blendEquation(gl.FUNC_ADD);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  }

  /** Lays what was drawn aside over the map. */
  lay(gl: WebGL2RenderingContext, programs: Programs, theme: Theme): void {
    if (!this.#texture) return;
    const program = programs.use(SCREEN_RECIPE);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.#texture);
    gl.uniform1i(program.at('u_picture'), 0);
    gl.uniform1f(program.at('u_opacity'), theme.dark ? SOFT_OPACITY.dark : SOFT_OPACITY.light);
    gl.bindVertexArray(null);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
  }

  /** What an earlier context held is gone with it. */
  forget(): void {
    this.#texture = this.#framebuffer = null;
    this.#size = [0, 0];
  }

  /** Frees what the card holds. */
  remove(gl: WebGL2RenderingContext): void {
    gl.deleteTexture(this.#texture);
    gl.deleteFramebuffer(this.#framebuffer);
    this.forget();
  }

  #prepare(gl: WebGL2RenderingContext): void {
    const size: [number, number] = [
      Math.max(1, Math.round(gl.drawingBufferWidth * SHARE)),
      Math.max(1, Math.round(gl.drawingBufferHeight * SHARE)),
    ];
    if (this.#texture && size[0] === this.#size[0] && size[1] === this.#size[1]) return;
    this.remove(gl);
    this.#size = size;
    this.#texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, this.#texture);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, ...size, 0, gl.RGBA, gl.UNSIGNED_BYTE, null);
    for (const [name, value] of [
      [gl.TEXTURE_MIN_FILTER, gl.LINEAR],
      [gl.TEXTURE_MAG_FILTER, gl.LINEAR],
      [gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE],
      [gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE],
    ] as const) {
      gl.texParameteri(gl.TEXTURE_2D, name, value);
    }
    this.#framebuffer = gl.createFramebuffer();
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.#framebuffer);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, this.#texture, 0);
  }
}

function widestOf({ length, y, uncertainty }: Marks): number {
  let widest = 0;
  for (let mark = 0; uncertainty && mark < length; mark++) {
    const metres = uncertainty[mark] ?? 0;
    if (metres === 0) continue;
    const stretch = Math.cosh(Math.PI * (1 - (2 * (y[mark] ?? 0)) / WORLD));
    const sine = Math.sin(Math.min(metres / EARTH, Math.PI / 2)) * stretch;
    widest = Math.max(widest, sine < 1 ? Math.asin(sine) / (2 * Math.PI) : 0.5);
  }
  return widest;
}
