import type { GeoJSONVTFeature } from '@maplibre/geojson-vt';
import { expect, it } from 'vitest';
import { mergedFeatures } from './merge.ts';

type Point = [number, number];
const outer = (x: number, size: number): Point[] => [
  [x, 0],
  [x + size, 0],
  [x + size, size],
  [x, size],
  [x, 0],
];
const polygon = (geometry: Point[][], tags = { kind: 'earth' }): GeoJSONVTFeature => ({ type: 3, tags, geometry });

it('makes one feature of those with like properties', () => {
  const merged = mergedFeatures([
    polygon([outer(0, 5)]),
    polygon([outer(9, 5)]),
    polygon([outer(0, 2)], { kind: 'lake' }),
  ]);
  expect(merged).toEqual([polygon([outer(0, 5), outer(9, 5)]), polygon([outer(0, 2)], { kind: 'lake' })]);
});

it('keeps points single', () => {
  const point: GeoJSONVTFeature = { type: 1, tags: { kind: 'country' }, geometry: [[1, 1]] };
  expect(mergedFeatures([point, point])).toHaveLength(2);
});

it('drops rings that have no area, with their holes, and repeated points', () => {
  const flat: Point[] = [
    [0, 0],
    [5, 0],
    [5, 0],
    [0, 0],
  ];
  const hole = outer(1, 2).toReversed();
  const repeated: Point[] = [
    [0, 0],
    [0, 0],
    [5, 0],
    [5, 5],
    [0, 5],
    [0, 0],
  ];
  expect(mergedFeatures([polygon([flat, hole, repeated])])).toEqual([polygon([outer(0, 5).toSpliced(0, 0)])]);
  expect(
    mergedFeatures([
      {
        type: 2,
        tags: {},
        geometry: [
          [
            [3, 3],
            [3, 3],
          ],
        ],
      },
    ]),
  ).toEqual([]);
});
