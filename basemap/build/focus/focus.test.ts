import { describe, expect, it } from 'vitest';
import type { Bounds } from '../geometry/bounds.ts';
import { boundsOf } from '../geometry/bounds.ts';
import { polygonSquareKilometres, ringContains, type Ring } from '../geometry/ring.ts';
import { lakesOf } from './lakes.ts';
import { shoresOf } from './shores.ts';

const BOX: Bounds = [0, 0, 2, 1];
const area = (polygons: Ring[][]) => polygons.reduce((sum, rings) => sum + polygonSquareKilometres(rings), 0);
const rectangle = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const isIn = (polygons: Ring[][], position: [number, number]) =>
  polygons.some(
    ([outer = [], ...holes]) => ringContains(outer, position) && !holes.some((hole) => ringContains(hole, position)),
  );

describe('shores', () => {
  /** Land in the west, reaching beyond the box; an island in the sea; a crumb of a lake that is a hole in the land. */
  const lands = [[rectangle(-5, -5, 1, 5), rectangle(0.2, 0.2, 0.3, 0.3)], [rectangle(1.4, 0.4, 1.6, 0.6)]];
  const { land, sea } = shoresOf(BOX, lands, []);

  it('cover the box together, without overlap', () => {
    expect(area(land) + area(sea)).toBeCloseTo(area([[rectangle(...BOX)]]), 0);
    for (const position of [
      [0.5, 0.5],
      [1.2, 0.5],
      [1.5, 0.5],
      [0.25, 0.25],
      [1.99, 0.01],
    ] as const) {
      expect(isIn(land, [...position])).not.toBe(isIn(sea, [...position]));
    }
  });

  it('end at the box', () => {
    expect(boundsOf([...land, ...sea].flat(2))).toEqual(BOX);
  });

  it('know islands, and ignore holes in the land', () => {
    expect(isIn(land, [1.5, 0.5])).toBe(true);
    expect(isIn(land, [0.25, 0.25])).toBe(true);
    expect(isIn(sea, [1.2, 0.5])).toBe(true);
  });

  it('are freed of the notches that lakes have bitten into the coast', () => {
    const notched: Ring = [
      [0, 0],
      [1, 0],
      [1, 0.4],
      [0.70004, 0.4],
      [0.7, 0.6],
      [1, 0.6],
      [1, 1],
      [0, 1],
      [0, 0],
    ];
    const crumb: Ring = [
      [0.70004, 0.4],
      [1.01, 0.5],
      [0.70002, 0.60004],
      [0.70004, 0.4],
    ];
    const inNotch: [number, number] = [0.8, 0.5];
    expect(isIn(shoresOf(BOX, [[notched]], []).sea, inNotch)).toBe(true);
    expect(isIn(shoresOf(BOX, [[notched]], [[crumb]]).land, inNotch)).toBe(true);
  });
});

describe('lakes', () => {
  const sea = [[rectangle(1, 0, 2, 1)]];
  const inland = rectangle(0.2, 0.2, 0.5, 0.5);

  it('are kept on land, smoothed', () => {
    const [lake = [], ...more] = lakesOf(BOX, [[inland]], sea);
    expect(more).toEqual([]);
    expect(lake).toHaveLength(1);
    expect(lake[0]?.length).toBeGreaterThan(10);
    expect(isIn([lake], [0.35, 0.35])).toBe(true);
    expect(isIn([lake], [0.2, 0.2])).toBe(false);
  });

  it('have no islands, which are chance', () => {
    const [lake = []] = lakesOf(BOX, [[inland, rectangle(0.3, 0.3, 0.45, 0.45)]], sea);
    expect(lake).toHaveLength(1);
  });

  it('are dropped in the sea, and across its shore', () => {
    expect(lakesOf(BOX, [[rectangle(1.2, 0.2, 1.6, 0.6)]], sea)).toEqual([]);
    expect(lakesOf(BOX, [[rectangle(0.8, 0.2, 1.2, 0.6)]], sea)).toEqual([]);
  });

  it('are cut at the edge of the box', () => {
    const [lake = []] = lakesOf(BOX, [[rectangle(-0.3, 0.2, 0.3, 0.8)]], sea);
    expect(boundsOf(lake.flat())[0]).toBe(0);
  });

  it('are dropped where they are small, or blocks of pixels', () => {
    expect(lakesOf(BOX, [[rectangle(0.2, 0.2, 0.21, 0.21)]], sea)).toEqual([]);
    expect(lakesOf(BOX, [[rectangle(0.2, 0.2, 0.25, 0.25)]], sea)).toEqual([]);
  });
});
