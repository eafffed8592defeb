/** Up to so many marks stand at full size; the more there are beyond, the smaller each. */
const FULL = 1000;
/** By so many steps of zoom symbols double, until they have their full size. */
const DOUBLING = 4;
/** The zoom to which the smallest size belongs. */
const FAR = 4;

/**
 * The size of symbols as a share of their full size, 0 to 1, where a map holds so many marks: a million are dots on
 * a continent and symbols in a town.
 */
export function symbolScale(marks: number, zoom: number): number {
  const crowded = Math.min(1, (FULL / Math.max(1, marks)) ** (1 / 4));
  return Math.min(1, crowded * 2 ** (Math.max(0, zoom - FAR) / DOUBLING));
}
