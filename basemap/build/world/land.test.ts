import { expect, it } from 'vitest';
import { crosses } from '../geometry/antimeridian.ts';
import { ringContains, ringSquareKilometres, signedArea } from '../geometry/ring.ts';
import { land } from './land.ts';

const LAND = land('50m').map(({ geometry }) => geometry.coordinates);
const isLand = (position: [number, number]) =>
  LAND.some(
    ([outer = [], ...holes]) => ringContains(outer, position) && !holes.some((hole) => ringContains(hole, position)),
  );

it('has no edge that jumps over the antimeridian', () => {
  expect(LAND.flat().filter(crosses)).toEqual([]);
});

it('keeps the Caspian a hole in Eurasia', () => {
  expect(isLand([51, 41])).toBe(false);
  expect(isLand([55, 41])).toBe(true);
});

it('keeps land on both sides of the antimeridian, and at the south pole', () => {
  for (const position of [
    [176, 67],
    [-175, 66.7],
    [178.5, -18],
    [44.4, 33.3],
    [20, 32],
    [10, -85],
    [-170, -85],
  ] as const) {
    expect(isLand([...position]), String(position)).toBe(true);
  }
  expect(isLand([0, 0])).toBe(false);
  expect(isLand([-40, 70.5])).toBe(true);
});

it('has the area of the world’s land', () => {
  const area = LAND.reduce(
    (sum, [outer = [], ...holes]) =>
      holes.reduce((rest, hole) => rest - ringSquareKilometres(hole), sum + ringSquareKilometres(outer)),
    0,
  );
  expect(area / 1e6).toBeGreaterThan(144);
  expect(area / 1e6).toBeLessThan(151);
});

it('is wound as RFC 7946 says', () => {
  for (const [outer = [], ...holes] of LAND) {
    expect(signedArea(outer)).toBeGreaterThan(0);
    expect(holes.every((hole) => signedArea(hole) < 0)).toBe(true);
  }
});
