/** A CSS hex colour, `#rrggbb`, as red, green and blue from 0 to 1. */
export function colourOf(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255].map((part) => part / 255) as [number, number, number];
}
