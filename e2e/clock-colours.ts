/** A colour as red, green and blue, 0 to 255. */
export type Colour = readonly [number, number, number];

/** The colour of a number `0xrrggbb`, or of a CSS hex colour. */
export function colourFrom(value: number | string): Colour {
  const number = typeof value === 'string' ? Number.parseInt(value.slice(1), 16) : value;
  return [(number >> 16) & 255, (number >> 8) & 255, number & 255];
}

/** One colour laid over another. */
export function laidOver(ground: Colour, top: Colour, opacity: number): Colour {
  const mix = (index: 0 | 1 | 2) => ground[index] * (1 - opacity) + top[index] * opacity;
  return [mix(0), mix(1), mix(2)];
}

/** By how many levels two colours differ where they differ most. */
export function difference(a: Colour, b: Colour): number {
  return Math.max(...([0, 1, 2] as const).map((index) => Math.abs(a[index] - b[index])));
}
