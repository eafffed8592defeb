import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { arcBetween, pathThrough, worldShareOf } from './arc';
import { courseOf } from './course';
import { strideOf } from './leg-buffers';

const WAYS: [name: string, from: Position, to: Position][] = [
  ['50 km', [44.4, 33.3], [44.4, 33.75]],
  ['550 km', [44.4, 33.3], [47.98, 29.37]],
  ['2,600 km', [20.07, 32.1], [47.98, 29.37]],
  ['10,900 km', [-78.95, 35.1], [48.1, 29.3]],
];

/** Pixels by which a course of every so many vertices is off the course of all. */
function aside(line: readonly Position[], stride: number, world: number): number {
  const points = line.map((position) => worldShareOf(position).map((share) => share * world) as [number, number]);
  const offs = points.map((point, index) => {
    const start = index - (index % stride);
    return distance(point, points[start] ?? point, points[Math.min(points.length - 1, start + stride)] ?? point);
  });
  return Math.max(...offs);
}

type Pixel = [number, number];

function distance([x, y]: Pixel, [fromX, fromY]: Pixel, [toX, toY]: Pixel): number {
  const length = Math.hypot(toX - fromX, toY - fromY);
  if (length === 0) return Math.hypot(x - fromX, y - fromY);
  return Math.abs((toX - fromX) * (y - fromY) - (toY - fromY) * (x - fromX)) / length;
}

describe('strideOf', () => {
  it.each(WAYS)('keeps a curve of %s round at every zoom, and saves where it is small', (_, from, to) => {
    const line = arcBetween(from, to);
    const course = courseOf(line, true);
    for (let zoom = 0; zoom < 14; zoom += 0.5) {
      const world = 512 * 2 ** zoom;
      // Where all vertices show, no choice of them could be rounder.
      if (strideOf(course, world, 0.3) === 1) break;
      expect(aside(line, strideOf(course, world, 1), world)).toBeLessThan(0.3);
      expect(aside(line, strideOf(course, world, 0.3), world)).toBeLessThan(0.65);
    }
    expect(strideOf(course, 20 / course.length, 1)).toBeGreaterThan(2);
    expect(strideOf(course, 5_000 / course.length, 1)).toBe(1);
  });

  it('leaves every vertex of a path that an author drew', () => {
    const path: Position[] = Array.from({ length: 200 }, (_, index) => [44 + index / 1e5, 33 + (index % 2) / 1e5]);
    expect(strideOf(courseOf(pathThrough(path).line), 512, 1)).toBe(1);
  });
});
