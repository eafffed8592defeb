import type { Map as MapLibre } from 'maplibre-gl';
import type { Symbol } from './protocol';

/** A frame of a map as it was drawn: RGBA, rows from the bottom. */
export class Pixels {
  readonly #width: number;
  readonly #height: number;
  readonly #ratio: number;
  readonly #bytes: Uint8Array<ArrayBuffer>;

  /** Must be called within a frame: the browser takes the picture away when it is over. */
  constructor(map: MapLibre) {
    const gl = map.painter.context.gl;
    this.#width = gl.drawingBufferWidth;
    this.#height = gl.drawingBufferHeight;
    this.#ratio = map.getPixelRatio();
    this.#bytes = new Uint8Array(this.#width * this.#height * 4);
    gl.readPixels(0, 0, this.#width, this.#height, gl.RGBA, gl.UNSIGNED_BYTE, this.#bytes);
  }

  /** The colour under a point of the map in CSS pixels, as `0xrrggbb`. */
  colourAt([x, y]: readonly [number, number]): number {
    const start = this.#start(Math.floor(x * this.#ratio), Math.floor(y * this.#ratio));
    const [red = 0, green = 0, blue = 0] = this.#bytes.subarray(start, start + 3);
    return (red << 16) | (green << 8) | blue;
  }

  /** The black symbol on a white ground within `reach` of a point of the map, all in CSS pixels. */
  symbolAt([x, y]: readonly [number, number], reach: number): Omit<Symbol, 'at'> {
    let [sum, sumX, sumY, halves] = [0, 0, 0, 0];
    const clip = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value * this.#ratio)));
    for (let row = clip(y - reach, this.#height); row < clip(y + reach, this.#height); row++) {
      for (let column = clip(x - reach, this.#width); column < clip(x + reach, this.#width); column++) {
        const share = 1 - (this.#bytes[this.#start(column, row)] ?? 0) / 255;
        sum += share;
        sumX += share * (column + 0.5);
        sumY += share * (row + 0.5);
        if (share > 0.05 && share < 0.95) halves += 1;
      }
    }
    return { middle: [sumX / sum / this.#ratio, sumY / sum / this.#ratio], covered: sum, halves };
  }

  /** How many pixels have another colour than `ground`, `0xrrggbb`, by more than eight parts of 255 in any part of it. */
  unlike(ground: number): number {
    let count = 0;
    for (let at = 0; at < this.#bytes.length; at += 4) {
      const parts = [16, 8, 0].map((shift, part) =>
        Math.abs((this.#bytes[at + part] ?? 0) - ((ground >> shift) & 255)),
      );
      if (Math.max(...parts) > 8) count += 1;
    }
    return count;
  }

  /** The same for the same pixels, and for no others. */
  async fingerprint(): Promise<string> {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', this.#bytes));
    return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  #start(column: number, row: number): number {
    return ((this.#height - 1 - row) * this.#width + column) * 4;
  }
}
