import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { cutAtAntimeridian, crosses } from './antimeridian.ts';
import { boundsOf } from './bounds.ts';
import { clippedRing } from './clip.ts';
import { kilometresToLine } from './distance.ts';
import {
  polygonSquareKilometres,
  ringContains,
  ringSquareKilometres,
  signedArea,
  woundPolygon,
  type Ring,
} from './ring.ts';
import { midpointRing, smoothLine, smoothRing } from './smoothing.ts';

const square = (west: number, south: number, size: number): Ring => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];

describe('a ring', () => {
  it('has an area above zero when it runs counter-clockwise', () => {
    expect(signedArea(square(0, 0, 2))).toBe(4);
    expect(signedArea(square(0, 0, 2).toReversed())).toBe(-4);
  });

  it('is measured on the sphere', () => {
    expect(ringSquareKilometres(square(0, 0, 1))).toBeCloseTo(12364, -1);
    expect(ringSquareKilometres(square(0, 60, 1))).toBeCloseTo(6088, -1);
  });

  it('is wound as RFC 7946 says, whatever it was', () => {
    const wrong = [square(0, 0, 9).toReversed(), square(1, 1, 2)];
    const [outer = [], hole = []] = woundPolygon(wrong);
    expect(signedArea(outer)).toBeGreaterThan(0);
    expect(signedArea(hole)).toBeLessThan(0);
    expect(woundPolygon([outer, hole])).toEqual([outer, hole]);
  });
});

describe('cutting at the antimeridian', () => {
  /** Land on both sides of 180°, as Chukotka is: from 170° E to 170° W. */
  const chukotka: Ring = [
    [170, 60],
    [-170, 60],
    [-170, 70],
    [170, 70],
    [170, 60],
  ];

  it('leaves alone what does not cross it', () => {
    const polygon = [square(0, 0, 5), square(1, 1, 1)];
    expect(cutAtAntimeridian(polygon)).toEqual([polygon]);
  });

  it('makes pieces without jumps that keep the area', () => {
    const pieces = cutAtAntimeridian([chukotka]);
    expect(pieces).toHaveLength(2);
    for (const ring of pieces.flat()) {
      expect(crosses(ring)).toBe(false);
      expect(ring[0]).toEqual(ring.at(-1));
    }
    const area = pieces.reduce((sum, rings) => sum + Math.abs(signedArea(rings[0] ?? [])), 0);
    expect(area).toBeCloseTo(20 * 10, 9);
    expect(pieces.map(([ring = []]) => boundsOf(ring)).sort((one, other) => one[0] - other[0])).toEqual([
      [-180, 60, -170, 70],
      [170, 60, 180, 70],
    ]);
  });

  it('cuts islands that touch the line on one side only as little as those across', () => {
    const fiji: Ring = [
      [179, -17],
      [180, -17],
      [-179.5, -16.5],
      [180, -16],
      [179, -17],
    ];
    const pieces = cutAtAntimeridian([fiji]);
    expect(pieces.flat().some(crosses)).toBe(false);
    expect(pieces.reduce((sum, [ring = []]) => sum + Math.abs(signedArea(ring)), 0)).toBeCloseTo(0.75, 9);
  });

  it('keeps a hole in the piece it lies in', () => {
    const hole: Ring = square(172, 62, 2).toReversed();
    const pieces = cutAtAntimeridian([chukotka, hole]);
    const withHole = pieces.filter((rings) => rings.length > 1);
    expect(withHole).toHaveLength(1);
    expect(withHole[0]?.[1]).toEqual(hole);
    expect(ringContains(withHole[0]?.[0] ?? [], [173, 63])).toBe(true);
  });

  it('closes a coast around the pole by way of the pole', () => {
    // As it is stitched: the last longitude is the first one's.
    const stitched: Ring = [
      [-90, -71.5],
      [0, -70],
      [90, -68.5],
      [179, -67],
      [-179, -70],
      [-90, -71.5],
    ];
    const pieces = cutAtAntimeridian([stitched]);
    expect(pieces.some(([ring = []]) => ringContains(ring, [10, -85]))).toBe(true);
    expect(pieces.some(([ring = []]) => ringContains(ring, [10, -60]))).toBe(false);
    expect(pieces.flat().some(crosses)).toBe(false);
  });
});

describe('clipping a ring', () => {
  it('keeps what lies within', () => {
    const ring = clippedRing(square(0, 0, 10), [5, 5, 20, 20]) ?? [];
    expect(boundsOf(ring)).toEqual([5, 5, 10, 10]);
    expect(Math.abs(signedArea(ring))).toBe(25);
    expect(ring[0]).toEqual(ring.at(-1));
  });

  it('puts cuts exactly on the edge', () => {
    const ring =
      clippedRing(
        [
          [0, 0],
          [0.3, 1],
          [0.1, 0],
          [0, 0],
        ],
        [0, 0, 1, 0.1],
      ) ?? [];
    expect(Math.max(...ring.map(([, latitude = 0]) => latitude))).toBe(0.1);
  });

  it('gives nothing of what lies outside', () => {
    expect(clippedRing(square(0, 0, 1), [5, 5, 6, 6])).toBeUndefined();
  });
});

describe('smoothing', () => {
  const stairs: Position[] = [
    [0, 0],
    [2, 0],
    [2, 1],
    [1, 1],
    [1, 2],
    [0, 2],
    [0, 0],
  ];

  it('keeps a ring closed, inside its bounds, and near its area', () => {
    const smooth = smoothRing(midpointRing(stairs));
    expect(smooth[0]).toEqual(smooth.at(-1));
    const [west, south, east, north] = boundsOf(smooth);
    expect([west, south].every((edge) => edge >= 0) && [east, north].every((edge) => edge <= 2)).toBe(true);
    expect(signedArea(smooth)).toBeGreaterThan(0.5 * signedArea(stairs));
  });

  it('leaves no corner sharper than 45°', () => {
    const turns = (ring: Position[]) =>
      ring.slice(2).map((end, index) => {
        const [start = [], middle = []] = [ring[index], ring[index + 1]];
        const angle = (from: Position, to: Position) =>
          Math.atan2((to[1] ?? 0) - (from[1] ?? 0), (to[0] ?? 0) - (from[0] ?? 0));
        const turn = Math.abs(angle(middle, end) - angle(start, middle));
        return Math.min(turn, 2 * Math.PI - turn);
      });
    expect(Math.max(...turns(stairs))).toBeGreaterThan(1.5);
    expect(Math.max(...turns(smoothRing(midpointRing(stairs))))).toBeLessThan(Math.PI / 4);
  });

  it('keeps the ends of a line', () => {
    const smooth = smoothLine([
      [0, 0],
      [1, 1],
      [2, 0],
    ]);
    expect(smooth[0]).toEqual([0, 0]);
    expect(smooth.at(-1)).toEqual([2, 0]);
    expect(smooth.length).toBeGreaterThan(3);
    expect(Math.max(...smooth.map(([, y = 0]) => y))).toBeLessThan(1);
  });
});

it('measures distances to a line in km, to its nearest point and not to its corners', () => {
  expect(
    kilometresToLine(
      [0, 0],
      [
        [-1, 1],
        [1, 1],
      ],
    ),
  ).toBeCloseTo(111.3, 6);
  expect(
    kilometresToLine(
      [0, 60],
      [
        [1, 60],
        [2, 60],
      ],
    ),
  ).toBeCloseTo(55.65, 2);
});

it('takes holes off a polygon’s area', () => {
  const area = polygonSquareKilometres([square(0, 0, 2), square(0.5, 0.5, 1)]);
  expect(area).toBeCloseTo(ringSquareKilometres(square(0, 0, 2)) - ringSquareKilometres(square(0.5, 0.5, 1)), 6);
});
