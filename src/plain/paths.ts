import type { PlainFeature } from './tiles';

type Point = readonly [x: number, y: number];
type Box = readonly [left: number, top: number, right: number, bottom: number];

/** Points nearer than this to the one before, in pixels, are left out: nobody would see them. */
const LEAST = 0.5;

/** SVG path data of areas: rings that are closed, of which those that go round the other way are holes (`nonzero`). Tiles overlap. */
export function areaPath({ parts }: Pick<PlainFeature, 'parts'>): string {
  return parts
    .map(thinned)
    .filter((ring) => ring.length > 2)
    .map((ring) => `${runOf(ring)}Z`)
    .join('');
}

/**
 * SVG path data of lines, or of the outlines of areas, within the feature's tile: beyond it they are the next tile's, and
 * along it runs the edge by which areas were cut.
 */
export function linePath({ parts, tile }: Pick<PlainFeature, 'parts' | 'tile'>): string {
  return parts
    .flatMap((part) => (tile ? cut(part, tile) : [part]))
    .map(thinned)
    .map(runOf)
    .join('');
}

/** SVG path data of a circle round each point. */
export function circlePath({ parts }: Pick<PlainFeature, 'parts'>, radius: number): string {
  // An arc's radius is just half of its chord.
  const side = short(radius);
  const half = `a${side} ${side} 0 1 0`;
  return parts
    .flat()
    .map(([x, y]) => `M${short(x - side)} ${short(y)}${half} ${2 * side} 0${half} ${-2 * side} 0Z`)
    .join('');
}

/** A length in pixels, to a tenth. */
export function short(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

function runOf(points: readonly Point[]): string {
  return points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`).join('');
}

function thinned(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const [index, point] of points.entries()) {
    const before = kept.at(-1);
    const near = before && Math.abs(point[0] - before[0]) < LEAST && Math.abs(point[1] - before[1]) < LEAST;
    if (!near || index === points.length - 1) kept.push(point);
  }
  return kept;
}

/** The pieces of a line of which no segment lies wholly on the far side of one of the box's edges. */
function cut(points: readonly Point[], box: Box): Point[][] {
  const pieces: Point[][] = [];
  let piece: Point[] = [];
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    if (before && isBeyond(before, point, box)) {
      if (piece.length > 1) pieces.push(piece);
      piece = [];
    }
    piece.push(point);
  }
  if (piece.length > 1) pieces.push(piece);
  return pieces;
}

function isBeyond([x, y]: Point, [toX, toY]: Point, [left, top, right, bottom]: Box): boolean {
  return (
    (x <= left && toX <= left) ||
    (x >= right && toX >= right) ||
    (y <= top && toY <= top) ||
    (y >= bottom && toY >= bottom)
  );
}
