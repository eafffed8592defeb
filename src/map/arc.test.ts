import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arcBetween, arrowWidth, headBearing } from './arc';
import { circleAround, distanceBetween, pointAt } from '../model/geodesy';

const popeField = [-79.0145, 35.17089];
const aliAlSalem = [47.5208, 29.3467];
const embassy = [44.396, 33.299];
const anywhere = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -80, max: 80, noNaN: true }),
);

describe('arcBetween', () => {
  it('follows the great circle on a long haul', () => {
    const line = arcBetween(popeField, aliAlSalem);
    expect(line[0]).toEqual(popeField.map((degree): unknown => expect.closeTo(degree, 6)));
    const length = line.slice(1).reduce((sum, vertex, index) => sum + distanceBetween(line[index] ?? [], vertex), 0);
    expect(length / 1000).toBeCloseTo(distanceBetween(popeField, aliAlSalem) / 1000, 0);
    expect(distanceBetween(popeField, aliAlSalem) / 1000).toBeCloseTo(10_915, -2);
  });

  it('bends a short line to its left, by less than an eighth of its length', () => {
    const line = arcBetween(aliAlSalem, embassy);
    const middle = line[Math.floor(line.length / 2)] ?? [];
    const straight = pointAt(aliAlSalem, distanceBetween(aliAlSalem, embassy) / 2, -33);
    expect(distanceBetween(middle, straight)).toBeGreaterThan(30_000);
    expect(distanceBetween(middle, straight)).toBeLessThan(distanceBetween(aliAlSalem, embassy) / 8);
  });

  it('ends at the edge of an area, never at its centre', () => {
    const line = arcBetween([47.6, 29.3], embassy, 90_000, 0);
    expect(distanceBetween([47.6, 29.3], line[0] ?? [])).toBeGreaterThanOrEqual(90_000);
  });

  it('draws nothing between ends that are one place or whose areas touch', () => {
    expect(arcBetween([20.08, 32.06], [20.08, 32.06])).toEqual([]);
    expect(arcBetween([20, 32], [20.01, 32], 1000, 1000)).toEqual([]);
  });

  it('runs on over the antimeridian without a jump', () => {
    const line = arcBetween([170, 10], [-170, 12]);
    expect(line.at(-1)?.[0]).toBeCloseTo(190, 5);
  });

  it('never jumps between neighbouring vertices, anywhere', () => {
    fc.assert(
      fc.property(anywhere, anywhere, (from, to) => {
        const line = arcBetween(from, to);
        for (const [index, vertex] of line.slice(1).entries()) {
          expect(Math.abs((vertex[0] ?? 0) - (line[index]?.[0] ?? 0))).toBeLessThanOrEqual(180);
        }
      }),
    );
  });
});

describe('circleAround', () => {
  it('has the true radius at every latitude', () => {
    fc.assert(
      fc.property(anywhere, fc.integer({ min: 1, max: 100_000 }), (centre, metres) => {
        for (const vertex of circleAround(centre, metres))
          expect(distanceBetween(centre, vertex) / metres).toBeCloseTo(1, 3);
      }),
    );
  });
});

describe('heads and widths', () => {
  it('points a head where the line ends', () => {
    expect(
      headBearing([
        [0, 0],
        [0, 1],
      ]),
    ).toBeCloseTo(0);
    expect(
      headBearing([
        [0, 0],
        [1, 0],
      ]),
    ).toBeCloseTo(90);
    expect(
      headBearing([
        [0, 1],
        [0, 0],
      ]),
    ).toBeCloseTo(180);
  });

  it('keeps 100 and 4,000 both legible, and an unknown strength thinnest', () => {
    expect(arrowWidth(100)).toBeGreaterThan(arrowWidth(undefined));
    expect(arrowWidth(4000)).toBeGreaterThan(arrowWidth(750));
    expect(arrowWidth(1_000_000)).toBe(10);
  });
});
