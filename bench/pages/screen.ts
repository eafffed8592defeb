import type { Pixel } from '../scene';

/** Part of a picture, in pixels from its top left corner. */
export interface Area extends Pixel {
  width: number;
  height: number;
}

/** A colour profile or rounding moves a colour by far less than this {@link colorDistance}. */
export const SAME = 40;

export type Color = readonly [red: number, green: number, blue: number];

/** Reads what was drawn, inside the task that drew it: afterwards the browser may have taken the picture away. */
export interface Screen {
  /** Returns a reader of the colours in the area, by pixels of the whole picture. */
  read(area: Area): (pixel: Pixel) => Color;
}

/** The screen of a map that draws with WebGL on all of a canvas. */
export function webglScreen(canvas: HTMLCanvasElement): Screen {
  const gl = canvas.getContext('webgl2');
  if (!gl) throw new Error('the canvas has no WebGL2 context');
  return {
    read({ x: left, y: top, width, height }) {
      const bytes = new Uint8Array(width * height * 4);
      const bound = gl.getParameter(gl.READ_FRAMEBUFFER_BINDING) as WebGLFramebuffer | null;
      gl.bindFramebuffer(gl.READ_FRAMEBUFFER, null);
      gl.readPixels(left, canvas.height - top - height, width, height, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
      gl.bindFramebuffer(gl.READ_FRAMEBUFFER, bound);
      // WebGL has its rows from the bottom up.
      return ({ x, y }) => colorIn(bytes, (top + height - 1 - y) * width + x - left);
    },
  };
}

/** The screen of a map whose 2D canvas lies on a ground, and has pixel (0, 0) of the picture at `corner`. */
export function canvasScreen(context: CanvasRenderingContext2D, corner: () => Pixel, ground: Color): Screen {
  return {
    read({ x: left, y: top, width, height }) {
      const { x: right, y: down } = corner();
      const { data } = context.getImageData(left + right, top + down, width, height);
      return ({ x, y }) => {
        const pixel = (y - top) * width + x - left;
        const opacity = (data[pixel * 4 + 3] ?? 0) / 255;
        const [red, green, blue] = colorIn(data, pixel);
        const over = (color: number, below: number) => color * opacity + below * (1 - opacity);
        return [over(red, ground[0]), over(green, ground[1]), over(blue, ground[2])];
      };
    },
  };
}

function colorIn(bytes: Uint8Array | Uint8ClampedArray, pixel: number): Color {
  return [bytes[pixel * 4] ?? 0, bytes[pixel * 4 + 1] ?? 0, bytes[pixel * 4 + 2] ?? 0];
}

/** How far apart two colours are: the sum of the differences of their parts, 0 to 765. */
export function colorDistance(one: Color, other: Color): number {
  return Math.abs(one[0] - other[0]) + Math.abs(one[1] - other[1]) + Math.abs(one[2] - other[2]);
}

/** A colour from its CSS hex form, `#rrggbb`. */
export function colorOf(hex: string): Color {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
