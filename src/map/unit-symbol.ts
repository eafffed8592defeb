import { SYMBOL_PATHS } from './symbols';
import type { Theme } from './theme';

/** A military symbol as it is drawn on the map. */
export interface UnitSymbol {
  image: ImageData;
  /** Pixels of the image for each pixel of the map. */
  pixelRatio: number;
  /**
   * Pixels of the map, right and down, by which to shift the image's middle so that the symbol stands where it should: a
   * headquarters on the foot of its staff, any other on the middle of its frame. MapLibre's `icon-offset` with
   * `icon-anchor` `center`.
   */
  offset: [x: number, y: number];
}

export interface UnitSymbolOptions {
  /** For a dark ground. */
  dark: boolean;
  /** How high the octagon of MIL-STD-2525 is, in pixels of the map; a frame is up to 1.5 times as wide. */
  size?: number;
}

const PIXEL_RATIO = 2;
/** Pixels of the map: the box of `SYMBOL_PATHS`. */
const BOX = 24;
const SIZE = 22;
/** Pixels of the map: the rim that lifts a symbol off what lies under it. */
const RIM = 1.5;
/** Pale on either ground, as the symbols' frames and icons are black. */
const RIM_COLOUR = '#fdfcfa';

/**
 * Draws the symbol that a code of MIL-STD-2525 or APP-6 stands for; undefined where the library knows no such symbol.
 * The library is large, and is loaded when this is first called: it rejects where that fails.
 */
export async function unitSymbol(
  sidc: string,
  { dark, size = SIZE }: UnitSymbolOptions,
): Promise<UnitSymbol | undefined> {
  const { default: milsymbol } = await import('milsymbol');
  const symbol = new milsymbol.Symbol(sidc, {
    size,
    // The standard's fills for a dark ground glare less.
    colorMode: dark ? 'Medium' : 'Light',
    // In hundredths of the size.
    outlineWidth: (RIM * 100) / size,
    outlineColor: RIM_COLOUR,
  });
  if (symbol.isValid() !== true) return undefined;
  const canvas = symbol.asCanvas(PIXEL_RATIO);
  const image = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height);
  const anchor = symbol.getAnchor();
  const middle = { x: canvas.width / 2 / PIXEL_RATIO, y: canvas.height / 2 / PIXEL_RATIO };
  return image && { image, pixelRatio: PIXEL_RATIO, offset: [middle.x - anchor.x, middle.y - anchor.y] };
}

/** Name of the image of a code's symbol in a theme. */
export function unitSymbolName(sidc: string, { dark }: Pick<UnitSymbolOptions, 'dark'>): string {
  return ['unit', dark ? 'dark' : 'light', sidc].join(':');
}

/** A movement's own symbol, for a unit whose code nobody can draw. Throws where the browser has no canvas. */
export function plainSymbol({ movement, casing }: Pick<Theme, 'movement' | 'casing'>): UnitSymbol {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = BOX * PIXEL_RATIO;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('the browser has no canvas to draw on');
  pen.scale(PIXEL_RATIO, PIXEL_RATIO);
  pen.lineJoin = 'round';
  pen.lineWidth = 2 * RIM;
  pen.strokeStyle = casing;
  pen.fillStyle = movement;
  const path = new Path2D(SYMBOL_PATHS.movement);
  pen.stroke(path);
  pen.fill(path);
  const image = pen.getImageData(0, 0, canvas.width, canvas.height);
  return { image, pixelRatio: PIXEL_RATIO, offset: [0, 0] };
}
