import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eastward, mercatorOf, positionOf, WORLD } from './mercator';

const EDGE = 85.051_128_779_806_6;
const step = fc.oneof(
  fc.integer({ min: 0, max: WORLD - 1 }),
  fc.integer({ min: 0, max: 3 }),
  fc.integer({ min: WORLD - 4, max: WORLD - 1 }),
);
/** Numbers everywhere between two others, and not only near zero. */
const between = (min: number, max: number) =>
  fc.oneof(
    fc.integer({ min: 0, max: 1e15 }).map((share) => min + (max - min) * (share / 1e15)),
    fc.double({ min, max, noNaN: true }),
  );
const longitude = between(-180, 180);
const latitude = between(-EDGE, EDGE);
const steps = (position: number[]): [number, number] => {
  const found = mercatorOf(position);
  if (!found) throw new Error('expected a place on the map');
  return found;
};

describe('mercatorOf', () => {
  it('has its origin in the north-west, and half the world at 0, 0', () => {
    expect(mercatorOf([-180, EDGE])).toEqual([0, 0]);
    expect(mercatorOf([0, 0])).toEqual([WORLD / 2, WORLD / 2]);
    expect(mercatorOf([90, 0])).toEqual([(WORLD * 3) / 4, WORLD / 2]);
  });

  it('gives every step of the world back from its middle', () => {
    fc.assert(
      fc.property(step, step, (x, y) => {
        expect(mercatorOf(positionOf(x, y))).toEqual([x, y]);
      }),
      { numRuns: 2000 },
    );
  });

  it('moves no point by more than half a step', () => {
    fc.assert(
      fc.property(longitude, latitude, (east, north) => {
        const [back, up] = positionOf(...steps([east, north]));
        const half = 180 / WORLD + 1e-12;
        const turn = Math.abs(back - east);
        expect(Math.min(turn, 360 - turn)).toBeLessThanOrEqual(half);
        // A step is as many degrees of latitude as of longitude at the equator, and fewer towards the poles.
        expect(Math.abs(up - north)).toBeLessThanOrEqual(half);
      }),
      { numRuns: 2000 },
    );
  });

  it('is web mercator to within a step', () => {
    fc.assert(
      fc.property(longitude, latitude, (east, north) => {
        const [x, y] = steps([east, north]);
        const tangent = Math.tan(Math.PI / 4 + (north * Math.PI) / 360);
        expect(Math.abs(y - ((1 - Math.log(tangent) / Math.PI) / 2) * WORLD)).toBeLessThanOrEqual(1.5);
        expect(Math.abs(eastward(x, Math.floor(((east + 180) / 360) * WORLD)))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('gives whole steps of the world and nothing else', () => {
    const far = between(-1e6, 1e6);
    const atAntimeridian = fc
      .tuple(fc.constantFrom(-540, -180, 180, 540), fc.constantFrom(-1, 0, 1))
      .map(([meridian, ulps]) => meridian * (1 + ulps * Number.EPSILON));
    fc.assert(
      fc.property(fc.oneof(far, atAntimeridian), latitude, (east, north) => {
        for (const value of steps([east, north])) {
          expect(Number.isInteger(value)).toBe(true);
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThan(WORLD);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('wraps round the world', () => {
    expect(steps([180, 0])).toEqual(steps([-180, 0]));
    expect(steps([540, 12])).toEqual(steps([180, 12]));
    fc.assert(
      fc.property(longitude, latitude, fc.integer({ min: -5, max: 5 }), (east, north, turns) => {
        const [x, y] = steps([east, north]);
        const [wrapped, same] = steps([east + turns * 360, north]);
        expect(Math.abs(eastward(wrapped, x))).toBeLessThanOrEqual(1);
        expect(same).toBe(y);
      }),
    );
  });

  it('goes east as longitudes do, and south as latitudes fall', () => {
    fc.assert(
      fc.property(longitude, longitude, latitude, latitude, (a, b, c, d) => {
        const [west, east] = a < b ? [a, b] : [b, a];
        const [south, north] = c < d ? [c, d] : [d, c];
        // Nearer to the antimeridian than this is on it.
        fc.pre(east < 179.999_999_999);
        expect(steps([west, 0])[0]).toBeLessThanOrEqual(steps([east, 0])[0]);
        expect(steps([0, north])[1]).toBeLessThanOrEqual(steps([0, south])[1]);
      }),
    );
  });

  it.each([
    ['the northern edge', [0, EDGE], 0],
    ['the southern edge', [0, -EDGE], WORLD - 1],
  ])('ends with %s', (_, position, y) => {
    expect(steps(position)[1]).toBe(y);
  });

  it.each([[[0, 85.052]], [[0, -85.052]], [[0, 90]], [[0, -90]], [[0, NaN]], [[NaN, 0]], [[Infinity, 0]], [[]], [[1]]])(
    'has no place for %j',
    (position) => {
      expect(mercatorOf(position)).toBeUndefined();
    },
  );
});

describe('eastward', () => {
  it('is the shorter way round over the antimeridian', () => {
    const [fiji] = steps([179, -17]);
    const [samoa] = steps([-172, -14]);
    expect(eastward(samoa, fiji)).toBeGreaterThan(0);
    expect(eastward(fiji, samoa)).toBe(-eastward(samoa, fiji));
    expect(eastward(samoa, fiji) / WORLD).toBeCloseTo(9 / 360, 8);
    expect(eastward(0, WORLD - 1)).toBe(1);
    expect(eastward(WORLD - 1, 0)).toBe(-1);
  });

  it('is exact for every two steps', () => {
    fc.assert(
      fc.property(step, step, (a, b) => {
        expect(eastward(a, b)).toBe(Number(BigInt.asIntN(32, BigInt(a) - BigInt(b))));
      }),
      { numRuns: 2000 },
    );
  });

  it('undoes a way of less than half the world from anywhere', () => {
    fc.assert(
      fc.property(step, fc.integer({ min: 1 - WORLD / 2, max: WORLD / 2 - 1 }), (from, way) => {
        const [to] = Uint32Array.of(from + way);
        expect(eastward(to ?? NaN, from)).toBe(way);
      }),
      { numRuns: 2000 },
    );
  });
});
