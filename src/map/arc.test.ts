import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import {
  arcBetween,
  arrowWidth,
  bearingAt,
  headBearing,
  pathThrough,
  pointOnLine,
  splitAtAntimeridian,
  worldShareOf,
} from './arc';
import { bearingBetween, circleAround, distanceBetween, EARTH, pointAt } from '../model/geodesy';

const fortBragg = [-79.00603, 35.139];
const kuwait = [47.6, 29.3];
const baghdad = [44.396, 33.299];
const guam = [144.796, 13.444];
const honolulu = [-157.858, 21.307];

const anywhere = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -90, max: 90, noNaN: true }),
);
/** Two points anywhere, or as good as opposite each other. */
const anyEnds = fc.oneof(
  fc.tuple(anywhere, anywhere),
  fc
    .tuple(anywhere, fc.constantFrom(0, 1e-15, 1e-12, 1e-9, 1e-6, 1e-3))
    .map(([from, nudge]): [Position, Position] => [from, [from[0] + 180, nudge - from[1]]]),
);
const anyFan = fc.double({ min: -0.2, max: 0.2, noNaN: true });
const anyLine = fc.array(anywhere, { minLength: 2, maxLength: 8 });
const anyShare = fc.double({ min: 0, max: 1, noNaN: true });

const lengthOf = (line: Position[]) =>
  line.slice(1).reduce((sum, vertex, index) => sum + distanceBetween(line[index] ?? [], vertex), 0);
const middleOf = (line: Position[]) => line[(line.length - 1) / 2] ?? [];
const close = (position: Position, digits = 6) => position.map((degrees): unknown => expect.closeTo(degrees, digits));

/** Metres from a point to the great circle through two others, positive on its left. */
function crossTrack(point: Position, from: Position, to: Position): number {
  const angle = distanceBetween(from, point) / EARTH;
  const turn = ((bearingBetween(from, to) - bearingBetween(from, point)) * Math.PI) / 180;
  return Math.asin(Math.sin(angle) * Math.sin(turn)) * EARTH;
}

/** Degrees of longitude between neighbours, the most of them. */
const widestStep = (line: Position[]) =>
  Math.max(0, ...line.slice(1).map(([longitude = NaN], index) => Math.abs(longitude - (line[index]?.[0] ?? NaN))));

describe('arcBetween', () => {
  it('follows the great circle on a long haul', () => {
    const line = arcBetween(fortBragg, kuwait);
    expect(line).toHaveLength(65);
    expect([line[0], line.at(-1)]).toEqual([close(fortBragg), close(kuwait)]);
    expect(lengthOf(line) / 1000).toBeCloseTo(distanceBetween(fortBragg, kuwait) / 1000, 0);
    expect(lengthOf(line) / 1e6).toBeCloseTo(10.9, 1);
    for (const vertex of line) expect(Math.abs(crossTrack(vertex, fortBragg, kuwait))).toBeLessThan(1000);
    // It passes far north of both ends.
    expect(Math.max(...line.map(([, latitude = NaN]) => latitude))).toBeGreaterThan(54);
  });

  it('bends a short line to its left, by less than an eighth of its length', () => {
    const length = distanceBetween(kuwait, baghdad);
    const line = arcBetween(kuwait, baghdad);
    expect(line).toHaveLength(25);
    const aside = crossTrack(middleOf(line), kuwait, baghdad);
    expect(aside).toBeCloseTo(0.12 * length * (1 - length / 3e6), 0);
    expect(aside).toBeGreaterThan(50_000);
    expect(aside).toBeLessThan(length / 8);
    // On the way back left is the other side.
    const back = middleOf(arcBetween(baghdad, kuwait));
    expect(crossTrack(back, kuwait, baghdad)).toBeCloseTo(-aside, 0);
  });

  it.each([
    ['short', baghdad, kuwait],
    ['long', fortBragg, kuwait],
  ])('fans a %s line out by a share of its length', (_, from, to) => {
    const length = distanceBetween(from, to);
    const [left, own, right] = [0.07, 0, -0.07].map((fan) => arcBetween(from, to, { fan }));
    const asides = [left, own, right].map((line) => crossTrack(middleOf(line ?? []), from, to));
    expect((asides[0] ?? NaN) - (asides[1] ?? NaN)).toBeCloseTo(0.07 * length, 0);
    expect((asides[2] ?? NaN) - (asides[1] ?? NaN)).toBeCloseTo(-0.07 * length, 0);
    // A lens: all begin and end as one.
    for (const line of [left, right]) expect([line?.[0], line?.at(-1)]).toEqual([close(from), close(to)]);
  });

  it('begins and ends at the edge of an area, never at its centre', () => {
    const line = arcBetween(kuwait, baghdad, { originRadius: 90_000, targetRadius: 1800, fan: 0.14 });
    const gaps = [distanceBetween(kuwait, line[0] ?? []), distanceBetween(line.at(-1) ?? [], baghdad)];
    expect(gaps[0]).toBeGreaterThanOrEqual(90_000);
    expect(gaps[0]).toBeLessThan(90_000.1);
    expect(gaps[1]).toBeGreaterThanOrEqual(1800);
    expect(gaps[1]).toBeLessThan(1800.1);
  });

  it('draws a way however short between areas that nearly touch, and none where they do', () => {
    const length = distanceBetween([20, 32], [20.01, 32]);
    const line = arcBetween([20, 32], [20.01, 32], { originRadius: length / 2, targetRadius: length / 2 - 1 });
    expect(line).toHaveLength(25);
    expect(arcBetween([20, 32], [20.01, 32], { originRadius: 1000, targetRadius: 1000 })).toEqual([]);
    expect(arcBetween([20.08, 32.06], [20.08, 32.06])).toEqual([]);
    expect(arcBetween([180, 10], [-180, 10])).toEqual([]);
  });

  it('runs on over the antimeridian without a jump, either way', () => {
    const east = arcBetween(guam, honolulu);
    expect(east.at(-1)).toEqual(close([202.142, 21.307]));
    expect(widestStep(east)).toBeLessThan(1.5);
    expect(lengthOf(east) / 1e6).toBeCloseTo(6.12, 1);
    expect(arcBetween(honolulu, guam).at(-1)).toEqual(close([-215.204, 13.444]));
  });

  it('goes from pole to pole, from a pole and over it', () => {
    const line = arcBetween([44, 80], [-136, 80]);
    expect(lengthOf(line) / distanceBetween([44, 80], [-136, 80])).toBeCloseTo(1, 2);
    expect(widestStep(line)).toBeLessThanOrEqual(180);
    expect(arcBetween([30, 90], baghdad)[0]?.[1]).toBeCloseTo(90, 9);
    expect(arcBetween(baghdad, [30, -90]).at(-1)?.[1]).toBeCloseTo(-90, 9);
    expect(lengthOf(arcBetween([30, 90], [30, -90]))).toBeCloseTo(Math.PI * EARTH, -4);
  });

  it('goes eastward between antipodes', () => {
    const line = arcBetween([44, 33], [-136, -33]);
    expect(line.at(-1)).toEqual(close([224, -33]));
    expect(Math.max(...line.map(([, latitude = NaN]) => Math.abs(latitude)))).toBeCloseTo(33, 9);
  });

  it('never jumps, breaks off or comes into an area, anywhere', () => {
    const radius = fc.integer({ min: 0, max: 400_000 });
    fc.assert(
      fc.property(anyEnds, anyFan, radius, radius, ([from, to], fan, originRadius, targetRadius) => {
        const line = arcBetween(from, to, { originRadius, targetRadius, fan });
        if (distanceBetween(from, to) <= originRadius + targetRadius + 1) return;
        expect(line.flat().every(Number.isFinite)).toBe(true);
        expect(widestStep([from, ...line])).toBeLessThanOrEqual(180 + 1e-9);
        for (const vertex of line) {
          // To a centimetre: near the antipode, haversine is no better.
          expect(distanceBetween(from, vertex)).toBeGreaterThanOrEqual(originRadius - 0.01);
          expect(distanceBetween(to, vertex)).toBeGreaterThanOrEqual(targetRadius - 0.01);
        }
        const gap = distanceBetween(line[0] ?? [], from);
        expect(gap).toBeLessThan(originRadius + 0.1);
        expect(distanceBetween(line.at(-1) ?? [], to)).toBeLessThan(targetRadius + 0.1);
      }),
      { numRuns: 200 },
    );
  });
});

describe('pathThrough', () => {
  const drawn = [
    [170, 10],
    [-170, 12],
    [-169.9, 12],
    [-169.9, 60],
  ];

  it('keeps each vertex, and says where it is', () => {
    const { line, indices } = pathThrough(drawn);
    expect(indices.map((index) => line[index])).toEqual([
      [170, 10],
      [190, 12],
      [190.1, 12],
      [190.1, 60],
    ]);
    expect([indices[0], indices.at(-1)]).toEqual([0, line.length - 1]);
    expect(pathThrough([])).toEqual({ line: [], indices: [] });
    expect(pathThrough([[44, 33, 100]])).toEqual({ line: [[44, 33]], indices: [0] });
  });

  it('is straight in longitude and latitude, in pieces of at most 1/128 of the world, anywhere', () => {
    fc.assert(
      fc.property(anyLine, (vertices) => {
        const { line, indices } = pathThrough(vertices);
        expect(widestStep(line)).toBeLessThanOrEqual(360 / 128);
        const shares = line.map(worldShareOf);
        for (const [index, [, y]] of shares.slice(1).entries()) {
          expect(Math.abs(y - (shares[index]?.[1] ?? NaN))).toBeLessThanOrEqual(1 / 128);
        }
        for (const [number, index] of indices.entries()) {
          const [longitude = NaN, latitude] = vertices[number] ?? [];
          const [found = NaN, foundLatitude] = line[index] ?? [];
          expect(foundLatitude).toBe(latitude);
          expect((found - longitude) / 360).toBeCloseTo(Math.round((found - longitude) / 360), 9);
        }
        for (const [number, start] of indices.slice(0, -1).entries()) {
          const [a = [], ...rest] = line.slice(start, (indices[number + 1] ?? NaN) + 1);
          const b = rest.at(-1) ?? a;
          for (const [longitude = NaN, latitude = NaN] of rest) {
            const aside =
              (longitude - (a[0] ?? NaN)) * ((b[1] ?? NaN) - (a[1] ?? NaN)) -
              (latitude - (a[1] ?? NaN)) * ((b[0] ?? NaN) - (a[0] ?? NaN));
            expect(aside).toBeCloseTo(0, 6);
          }
        }
      }),
    );
  });
});

describe('splitAtAntimeridian', () => {
  it.each([
    [
      'eastward',
      [
        [170, 10],
        [190, 20],
      ],
      [
        [
          [170, 10],
          [180, 15],
        ],
        [
          [-180, 15],
          [-170, 20],
        ],
      ],
    ],
    [
      'westward',
      [
        [-170, 10],
        [-190, 20],
      ],
      [
        [
          [-170, 10],
          [-180, 15],
        ],
        [
          [180, 15],
          [170, 20],
        ],
      ],
    ],
    [
      'with a vertex on it',
      [
        [170, 10],
        [180, 12],
        [190, 10],
      ],
      [
        [
          [170, 10],
          [180, 12],
        ],
        [
          [-180, 12],
          [-170, 10],
        ],
      ],
    ],
    [
      'up to it, along it and back',
      [
        [170, 10],
        [180, 12],
        [180, 14],
        [175, 14],
      ],
      [
        [
          [170, 10],
          [180, 12],
          [180, 14],
          [175, 14],
        ],
      ],
    ],
    [
      'from the other side of it',
      [
        [200, 10],
        [210, 12],
      ],
      [
        [
          [-160, 10],
          [-150, 12],
        ],
      ],
    ],
  ])('cuts a line %s', (_, line, parts) => {
    expect(splitAtAntimeridian(line)).toEqual(parts);
  });

  it.each([179.999_999_999_999_97, 180.000_000_000_000_03, -180.000_000_000_000_06])(
    'is exact beside it, at %d',
    (beside) => {
      for (const line of [
        [
          [beside - 1, 10],
          [beside, 20],
          [Math.sign(beside) * 180, 21],
        ],
        [
          [beside, 20],
          [beside + 1, 10],
        ],
      ]) {
        for (const [longitude = NaN] of splitAtAntimeridian(line).flat()) {
          expect(Math.abs(longitude)).toBeLessThanOrEqual(180);
        }
      }
    },
  );

  it('has nothing of what is no line', () => {
    expect(splitAtAntimeridian([])).toEqual([]);
    expect(splitAtAntimeridian([[44, 33]])).toEqual([]);
  });

  it('stays within 180 degrees, and is as long as the line, anywhere', () => {
    const degrees = (line: Position[]) =>
      line
        .slice(1)
        .reduce(
          (sum, [longitude = NaN, latitude = NaN], index) =>
            sum + Math.hypot(longitude - (line[index]?.[0] ?? NaN), latitude - (line[index]?.[1] ?? NaN)),
          0,
        );
    fc.assert(
      fc.property(anyLine, (vertices) => {
        const { line } = pathThrough(vertices);
        const parts = splitAtAntimeridian(line);
        for (const [longitude = NaN] of parts.flat()) expect(Math.abs(longitude)).toBeLessThanOrEqual(180);
        expect(parts.reduce((sum, part) => sum + degrees(part), 0)).toBeCloseTo(degrees(line), 6);
        for (const [index, part] of parts.slice(1).entries()) {
          const [end, start] = [parts[index]?.at(-1), part[0]];
          expect([Math.abs(end?.[0] ?? NaN), end?.[0], end?.[1]]).toEqual([180, -(start?.[0] ?? NaN), start?.[1]]);
        }
      }),
    );
  });
});

describe('places along a line', () => {
  const corner = [
    [0, 0],
    [10, 0],
    [10, 0],
    [10, -9.949],
  ];

  it('finds a share of the length on the map', () => {
    expect(pointOnLine(corner, 0)).toEqual(close([0, 0]));
    expect(pointOnLine(corner, 0.25)).toEqual(close([5, 0], 1));
    expect(pointOnLine(corner, 0.75)).toEqual(close([10, -5], 1));
    expect(pointOnLine(corner, 1)).toEqual(close([10, -9.949]));
    expect(pointOnLine([[44, 33]], 0.5)).toEqual(close([44, 33]));
    expect(pointOnLine([], 0.5)).toBeUndefined();
    expect(bearingAt(corner, 0.25)).toBeCloseTo(90, 9);
    expect(bearingAt(corner, 0.75)).toBeCloseTo(180, 9);
    expect(bearingAt([[44, 33]], 0.5)).toBe(0);
    expect(bearingAt([], 0.5)).toBe(0);
  });

  it('goes along a map, where half of the way north is not half of the latitude', () => {
    const meridian = [
      [0, 0],
      [0, 80],
    ];
    expect(pointOnLine(meridian, 0.5)?.[1]).toBeCloseTo(57.04, 1);
    expect(pointOnLine(meridian, 0.5)?.[1]).toBeGreaterThan(50);
  });

  it('is on the line, anywhere', () => {
    fc.assert(
      fc.property(anyLine, anyShare, (vertices, share) => {
        const { line } = pathThrough(vertices);
        const point = pointOnLine(line, share) ?? [];
        const longitudes = line.map(([longitude = NaN]) => longitude);
        expect(point[0]).toBeGreaterThanOrEqual(Math.min(...longitudes) - 1e-9);
        expect(point[0]).toBeLessThanOrEqual(Math.max(...longitudes) + 1e-9);
        expect(Math.abs(point[1] ?? NaN)).toBeLessThan(85.06);
        expect(Math.abs(bearingAt(line, share))).toBeLessThanOrEqual(180);
      }),
    );
  });
});

describe('headBearing', () => {
  it.each([
    ['up', [0, 1], 0],
    ['right', [1, 0], 90],
    ['down', [0, -1], 180],
    ['left', [-1, 0], -90],
  ])('points %s', (_, to, degrees) => {
    expect(headBearing([[0, 0], to])).toBeCloseTo(degrees, 9);
  });

  it('is not turned by a short last piece', () => {
    const twitching = [
      [0, 0],
      [10, 0],
      [10, 0.01],
    ];
    expect(headBearing(twitching)).toBeGreaterThan(85);
    expect(headBearing(arcBetween(guam, honolulu))).toBeCloseTo(bearingAt(arcBetween(guam, honolulu), 0.98), 0);
  });

  it('is 0 where nothing points anywhere', () => {
    expect(headBearing([])).toBe(0);
    expect(headBearing([[44, 33]])).toBe(0);
    expect(headBearing([baghdad, baghdad])).toBe(0);
  });
});

describe('arrowWidth', () => {
  it('keeps 100 and 4,000 both legible and apart', () => {
    expect(arrowWidth(undefined)).toBe(2);
    expect(arrowWidth(0)).toBe(2.5);
    expect(arrowWidth(100)).toBeCloseTo(4.25, 2);
    expect(arrowWidth(750)).toBeCloseTo(7.1, 1);
    expect(arrowWidth(4000)).toBeCloseTo(9.5, 1);
    expect(arrowWidth(100_000)).toBe(14);
    expect(arrowWidth(Infinity)).toBe(14);
  });

  it('never shrinks as a force grows', () => {
    const people = fc.integer({ min: 0, max: 2_000_000 });
    fc.assert(
      fc.property(people, people, (a, b) => {
        expect(arrowWidth(Math.max(a, b))).toBeGreaterThanOrEqual(arrowWidth(Math.min(a, b)));
        expect(arrowWidth(a)).toBeGreaterThan(arrowWidth(undefined));
      }),
    );
  });
});

describe('circleAround', () => {
  it('has the true radius at every latitude', () => {
    const off = fc.double({ min: -80, max: 80, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: -180, max: 180 }), off, fc.integer({ min: 1, max: 100_000 }), (x, y, metres) => {
        for (const vertex of circleAround([x, y], metres)) {
          expect(distanceBetween([x, y], vertex) / metres).toBeCloseTo(1, 3);
        }
      }),
    );
  });

  it('is where pointAt is', () => {
    expect(circleAround(kuwait, 90_000)[0]).toEqual(close(pointAt(kuwait, 90_000, 0)));
  });
});
