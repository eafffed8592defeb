import type { Position } from 'geojson';
import { edges } from './ring.ts';

const KILOMETRES_PER_DEGREE = 111.3;

/** Shortest distance in km from a point to a line, on a plane that is true around the point. */
export function kilometresToLine(point: readonly [number, number], line: Position[]): number {
  const shrink = Math.cos((point[1] * Math.PI) / 180);
  const local = line.map(([longitude = NaN, latitude = NaN]): [number, number] => [
    (longitude - point[0]) * shrink * KILOMETRES_PER_DEGREE,
    (latitude - point[1]) * KILOMETRES_PER_DEGREE,
  ]);
  return Math.min(...edges(local).map(([start, end]) => originToSegment(start, end)));
}

/** Distance in km of two points that are near each other. */
export function kilometresBetween([x1 = NaN, y1 = NaN]: Position, [x2 = NaN, y2 = NaN]: Position): number {
  const shrink = Math.cos((((y1 + y2) / 2) * Math.PI) / 180);
  return Math.sqrt(((x2 - x1) * shrink) ** 2 + (y2 - y1) ** 2) * KILOMETRES_PER_DEGREE;
}

function originToSegment([x1 = NaN, y1 = NaN]: Position, [x2 = NaN, y2 = NaN]: Position): number {
  const [width, height] = [x2 - x1, y2 - y1];
  const length = width * width + height * height;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(x1 * width + y1 * height) / length));
  return Math.sqrt((x1 + along * width) ** 2 + (y1 + along * height) ** 2);
}
