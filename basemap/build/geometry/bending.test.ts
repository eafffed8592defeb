import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { bentRing } from './bending.ts';
import { kilometresBetween } from './distance.ts';
import { closedRing, type Ring } from './ring.ts';

const MIDDLE: Position = [48, 29.4];
/** The corners of a regular polygon about {@link MIDDLE}, so many kilometres from it. */
const polygon = (corners: number, radius: number): Ring =>
  closedRing(
    Array.from({ length: corners }, (_, index) => {
      const turn = (2 * Math.PI * index) / corners;
      const [x = 0, y = 0] = MIDDLE;
      const degrees = radius / 111.32;
      return [x + (degrees * Math.cos(turn)) / Math.cos((y * Math.PI) / 180), y + degrees * Math.sin(turn)];
    }),
  );
const radii = (ring: Ring) => ring.map((position) => kilometresBetween(MIDDLE, position));

describe('bending', () => {
  it('finds the circle that a polygon was cut from', () => {
    const bent = radii(bentRing(polygon(12, 10), 1000));
    expect(bent).toHaveLength(12 * 5 + 1);
    expect(Math.min(...bent)).toBeGreaterThan(9.9);
    expect(Math.max(...bent)).toBeLessThan(10.1);
    // The middles of the polygon's own edges are 9.66 km out.
    expect(Math.min(...radii(bentRing(polygon(12, 10), 100)))).toBeLessThan(9.8);
  });

  it('goes the same way round holes and land', () => {
    const forth = bentRing(polygon(12, 10), 1000);
    const back = bentRing(polygon(12, 10).toReversed(), 1000);
    expect(radii(back).every((radius) => radius > 9.9)).toBe(true);
    expect(back).toHaveLength(forth.length);
  });

  it('strays no further than it is let', () => {
    const [straight, bent] = [polygon(10, 20), bentRing(polygon(10, 20), 100)];
    const height = (ring: Ring) => Math.min(...radii(ring));
    // Half an edge's height over its chord is all that the curve could take.
    const middle = 20 * Math.cos(Math.PI / 10);
    expect(height(straight)).toBeGreaterThan(19.9);
    expect(height(bent)).toBeGreaterThan(middle);
    expect(height(bent)).toBeLessThan(middle + 0.5);
  });

  it('keeps sharp corners and short edges', () => {
    for (const ring of [polygon(4, 10), polygon(40, 1)]) expect(bentRing(ring, 100)).toEqual(ring);
  });

  it('keeps the ring closed', () => {
    const bent = bentRing(polygon(9, 10), 100);
    expect(bent.at(-1)).toEqual(bent[0]);
  });
});
