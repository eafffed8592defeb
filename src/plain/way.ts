import type { Course } from '../map/course';
import type { PickLine } from '../map/line-pick';
import { short } from './paths';
import type { PlainView } from './view';

/** Pixels beyond the edges of a view to which ways are followed: more than any head is wide or any dash is long. */
const MARGIN = 48;

/** A vertex of a way. */
interface Vertex {
  x: number;
  y: number;
  /** Pixels from the start of the way. */
  along: number;
  /** How many pixels right and down one pixel across is, which goes to the right of the way. */
  acrossX: number;
  acrossY: number;
}

/** A course in a copy of the world that a view shows, in pixels. */
export interface Way {
  vertices: readonly Vertex[];
  /** Between how far along it is in view, or nearly so, in order. */
  runs: readonly (readonly [from: number, to: number])[];
}

/** A corner of a figure on a way, in pixels along it and, positive on its right, across it. */
export type Corner = readonly [along: number, across: number];

/** All corners of which `along * corner[0] + across * corner[1]` is at most `most`. */
export interface HalfPlane {
  along: number;
  across: number;
  most: number;
}

/** The copies of the world, 0 the one that longitudes are given in, in which a view shows something of a line's box. */
export function copiesInView({ west, east, north, south }: PickLine, view: PlainView): number[] {
  const { world, left, top, width, height } = view;
  if (north * world - top > height + MARGIN || south * world - top < -MARGIN) return [];
  const first = Math.ceil((left - MARGIN) / world - east);
  const last = Math.floor((left + width + MARGIN) / world - west);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

/** A course's way in a copy of the world, of whose vertices every so many show, as `strideOf` has it. */
export function wayOf(course: Course, { x, y }: PickLine, view: PlainView, copy: number, stride: number): Way {
  const { world, left, top } = view;
  const last = x.length - 1;
  const points = Array.from({ length: Math.ceil(last / stride) + 1 }, (_, index) => {
    const vertex = Math.min(last, index * stride);
    return {
      x: ((x[vertex] ?? NaN) + copy) * world - left,
      y: (y[vertex] ?? NaN) * world - top,
      along: (course.along[vertex] ?? NaN) * world,
    };
  });
  const vertices = points.map((point, index): Vertex => {
    const came = directionOf(points[index - 1] ?? point, point);
    const goes = directionOf(point, points[index + 1] ?? point);
    const [east, south, size] = directionOf({ x: 0, y: 0 }, { x: came[0] + goes[0], y: came[1] + goes[1] });
    // Half of what two directions of length 1 sum up to is the cosine of half the angle between them. At a corner the strip
    // keeps its width, but grows no spike.
    const miter = 1 / Math.max(0.4, came[2] === 0 || goes[2] === 0 ? 1 : size / 2);
    return { ...point, acrossX: -south * miter, acrossY: east * miter };
  });
  return { vertices, runs: runsOf(vertices, view) };
}

/** The direction from one point to another as a vector of length 1, or 0 where they are one, and how far it is. */
function directionOf(
  from: { x: number; y: number },
  to: { x: number; y: number },
): [x: number, y: number, distance: number] {
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  return distance < 1e-4 ? [0, 0, 0] : [(to.x - from.x) / distance, (to.y - from.y) / distance, distance];
}

function runsOf(vertices: readonly Vertex[], { width, height }: PlainView): Way['runs'] {
  const runs: [number, number][] = [];
  for (const [index, to] of vertices.entries()) {
    const from = vertices[index - 1];
    if (!from) continue;
    const [enters, leaves] = shareWithin(from, to, width, height);
    if (!(enters < leaves)) continue;
    const start = from.along + enters * (to.along - from.along);
    const end = from.along + leaves * (to.along - from.along);
    const before = runs.at(-1);
    // Where one piece ends the next begins, but for rounding.
    if (before && start - before[1] < 1e-6) before[1] = end;
    else runs.push([start, end]);
  }
  return runs;
}

/** Between which shares of its length a piece of a way is in view; the first is not less than the second where none is. */
function shareWithin(from: Vertex, to: Vertex, width: number, height: number): [enters: number, leaves: number] {
  let [enters, leaves] = [0, 1];
  for (const [start, end, most] of [
    [from.x, to.x, width + MARGIN],
    [from.y, to.y, height + MARGIN],
  ] as const) {
    if (start === end) {
      if (start < -MARGIN || start > most) return [1, 0];
      continue;
    }
    const [one, other] = [(-MARGIN - start) / (end - start), (most - start) / (end - start)];
    enters = Math.max(enters, Math.min(one, other));
    leaves = Math.min(leaves, Math.max(one, other));
  }
  return [enters, leaves];
}

/**
 * SVG path data of a figure whose corners are given in order, bent as the way is and cut off at its ends; empty where it
 * has no area. `sense` 1 keeps that order and -1 turns it round, of a figure that is the same on both sides of the way.
 */
export function outlineOf(way: Way, corners: readonly Corner[], sense: 1 | -1): string {
  if (corners.length < 3) return '';
  const points: string[] = [];
  for (const [index, corner] of corners.entries()) {
    const next = corners[(index + 1) % corners.length] ?? corner;
    for (const [along, across] of [corner, ...bendsBetween(way, corner, next)]) {
      const [x, y] = pixelOn(way, along, across * sense);
      points.push(`${short(x)} ${short(y)}`);
    }
  }
  return `M${points.join('L')}Z`;
}

/** SVG path data of a circle round a point of a way, in the same sense as an {@link outlineOf}. */
export function dotOn(way: Way, along: number, radius: number, sense: 1 | -1): string {
  const [x, y] = pixelOn(way, along, 0);
  const side = short(radius);
  const arc = `a${side} ${side} 0 1 ${sense === 1 ? 0 : 1}`;
  return `M${short(x - side)} ${short(y)}${arc} ${short(2 * side)} 0${arc} ${short(-2 * side)} 0Z`;
}

/** What of a figure is within a half-plane. */
export function within(corners: readonly Corner[], { along, across, most }: HalfPlane): Corner[] {
  const beyond = (corner: Corner) => corner[0] * along + corner[1] * across - most;
  return corners.flatMap((corner, index) => {
    const next = corners[(index + 1) % corners.length] ?? corner;
    const [here, there] = [beyond(corner), beyond(next)];
    const kept = here <= 0 ? [corner] : [];
    if (!((here < 0 && there > 0) || (here > 0 && there < 0))) return kept;
    const share = here / (here - there);
    return [...kept, [corner[0] + share * (next[0] - corner[0]), corner[1] + share * (next[1] - corner[1])] as const];
  });
}

/** Where the side of a figure meets the way's vertices. */
function bendsBetween({ vertices }: Way, from: Corner, to: Corner): Corner[] {
  const [low, high] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])];
  const bends: Corner[] = [];
  if (low === high) return bends;
  for (let index = pieceAt(vertices, low) + 1; index < vertices.length; index++) {
    const along = vertices[index]?.along ?? Infinity;
    if (along >= high) break;
    if (along > low) bends.push([along, from[1] + ((along - from[0]) / (to[0] - from[0])) * (to[1] - from[1])]);
  }
  return from[0] <= to[0] ? bends : bends.reverse();
}

/** Beyond the ends of a way all is at its end, so that what would lie there has no area. */
function pixelOn({ vertices }: Way, along: number, across: number): [x: number, y: number] {
  const piece = pieceAt(vertices, along);
  const [from, to] = [vertices[piece], vertices[piece + 1]];
  if (!from || !to) return [NaN, NaN];
  const share = to.along > from.along ? Math.min(1, Math.max(0, (along - from.along) / (to.along - from.along))) : 0;
  const acrossX = from.acrossX + share * (to.acrossX - from.acrossX);
  const acrossY = from.acrossY + share * (to.acrossY - from.acrossY);
  return [from.x + share * (to.x - from.x) + across * acrossX, from.y + share * (to.y - from.y) + across * acrossY];
}

/** The index of the last vertex, but for the very last, that is not beyond. */
function pieceAt(vertices: readonly Vertex[], along: number): number {
  let [low, high] = [0, vertices.length - 2];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((vertices[middle]?.along ?? Infinity) <= along) low = middle;
    else high = middle - 1;
  }
  return low;
}
