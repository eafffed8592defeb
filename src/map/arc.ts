import type { Position } from 'geojson';
import { EARTH } from '../model/geodesy';

/** A short line bends to its left by this share of its length; a long haul is curved by the earth itself. */
const BEND = 0.12;
/** From this length in metres on, a line is a long haul. */
const LONG_HAUL = 3_000_000;
/** Lines longer than this, in metres, have more sides, lest their curve show corners. */
const MANY_SIDED = 2_000_000;
/** A right angle on the sphere nearer to nothing than this, in radians, is one point: 6 micrometres on the ground. */
const ONE_POINT = 1e-12;
/** A straight piece of an author's line is at most this share of the world wide and high on a Mercator map. */
const LONGEST_PIECE = 1 / 128;
/** The share of a line's length, at its end, that its head points along. */
const HEAD = 0.04;

const RADIANS = Math.PI / 180;

export interface ArcOptions {
  /** Metres round the start that the line keeps clear of, as where it is known only as an area. */
  originRadius?: number;
  /** The same round the end. */
  targetRadius?: number;
  /** By which share of its length the line bends more to its left, or to its right where it is negative. */
  fan?: number;
}

/**
 * The line of a movement from one point to another, `[longitude, latitude]` in degrees: the great circle, bent gently
 * to its left where it is short, and by `fan` beside others between the same ends. It starts and ends outside
 * `originRadius` and `targetRadius`, so that an end known only as an area is never a pin. Longitudes run on past 180,
 * each within 180 of the one before. Between antipodes it takes the great circle that stays nearest to the equator.
 * Empty where the ends are one point or their areas touch.
 */
export function arcBetween(
  from: Position,
  to: Position,
  { originRadius = 0, targetRadius = 0, fan = 0 }: ArcOptions = {},
): Position[] {
  const circle = greatCircle(from, to);
  const length = circle.angle * EARTH;
  if (!(originRadius + targetRadius < length)) return [];
  const bend = BEND * Math.max(0, 1 - length / LONG_HAUL) + fan;
  const start = shareOutside(circle, bend, originRadius);
  // The curve is the same from either end.
  const end = 1 - shareOutside(circle, bend, targetRadius);
  // Radii that leave less than a millimetre are as good as touching.
  if (start >= end) return [];
  const sides = length > MANY_SIDED ? 64 : 24;
  const line: Position[] = [];
  for (let side = 0; side <= sides; side++) {
    const share = start + ((end - start) * side) / sides;
    line.push(continued(bentPoint(circle, share, bend), line.at(-1) ?? from));
  }
  return line;
}

type Vector = readonly [number, number, number];

/** A way round the sphere: after an angle φ it is at cos φ · `start` + sin φ · `ahead`. All are unit vectors. */
interface GreatCircle {
  start: Vector;
  ahead: Vector;
  /** At a right angle to the circle, on its left. */
  left: Vector;
  /** From end to end, in radians; 0 where the ends are one point. */
  angle: number;
}

function greatCircle(from: Position, to: Position): GreatCircle {
  const start = vectorOf(from);
  const target = vectorOf(to);
  const normal = cross(start, target);
  const sine = Math.hypot(...normal);
  const cosine = start[0] * target[0] + start[1] * target[1] + start[2] * target[2];
  if (sine < ONE_POINT && cosine < 0) {
    // Any way is the shortest. Eastward stays nearest to the equator, where a map has room for it.
    const longitude = (from[0] ?? NaN) * RADIANS;
    const ahead: Vector = [-Math.sin(longitude), Math.cos(longitude), 0];
    return { start, ahead, left: cross(start, ahead), angle: Math.PI };
  }
  const left: Vector = [normal[0] / sine, normal[1] / sine, normal[2] / sine];
  return { start, ahead: cross(left, start), left, angle: sine < ONE_POINT ? 0 : Math.atan2(sine, cosine) };
}

/** How far a bent line is aside of its great circle, as an angle. */
function asideAt(circle: GreatCircle, share: number, bend: number): number {
  return bend * circle.angle * Math.sin(Math.PI * share);
}

/** The point of a bent line at a share of its way. */
function bentPoint(circle: GreatCircle, share: number, bend: number): Position {
  const { start, ahead, left, angle } = circle;
  const aside = asideAt(circle, share, bend);
  const back = Math.cos(aside) * Math.cos(share * angle);
  const forth = Math.cos(aside) * Math.sin(share * angle);
  const sideways = Math.sin(aside);
  const x = back * start[0] + forth * ahead[0] + sideways * left[0];
  const y = back * start[1] + forth * ahead[1] + sideways * left[1];
  const z = back * start[2] + forth * ahead[2] + sideways * left[2];
  return [Math.atan2(y, x) / RADIANS, Math.atan2(z, Math.sqrt(x * x + y * y)) / RADIANS];
}

/** The share of its way at which a bent line is `radius` metres, and at most a centimetre more, from where it starts. */
function shareOutside(circle: GreatCircle, bend: number, radius: number): number {
  if (!(radius > 0)) return 0;
  const least = Math.cos((radius + 0.001) / EARTH);
  let inside = 0;
  let outside = 1;
  for (let halving = 0; halving < 32; halving++) {
    const share = (inside + outside) / 2;
    const isOutside = Math.cos(asideAt(circle, share, bend)) * Math.cos(share * circle.angle) <= least;
    if (isOutside) outside = share;
    else inside = share;
  }
  return outside;
}

/** The same point with its longitude within 180 degrees of the one before it. */
export function continued([longitude = NaN, latitude = NaN]: Position, [before = NaN]: Position): Position {
  return [longitude - Math.round((longitude - before) / 360) * 360, latitude];
}

function vectorOf([longitude = NaN, latitude = NaN]: Position): Vector {
  const radius = Math.cos(latitude * RADIANS);
  return [radius * Math.cos(longitude * RADIANS), radius * Math.sin(longitude * RADIANS), Math.sin(latitude * RADIANS)];
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

/**
 * The line that an author drew, `[longitude, latitude]` in degrees and without heights, for a map to draw as it is:
 * longitudes run on past 180, each within 180 of the one before, and what is long is cut into pieces, so that it is
 * straight in longitude and latitude (RFC 7946 §3.1.1) and can be bent over a globe. `indices` has, for each of the
 * author's vertices, where in `line` it is.
 */
export function pathThrough(vertices: readonly Position[]): { line: Position[]; indices: number[] } {
  const line: Position[] = [];
  const indices = vertices.map((vertex) => {
    const before = line.at(-1);
    if (before) appendStraight(line, before, continued(vertex, before));
    else line.push(continued(vertex, vertex));
    return line.length - 1;
  });
  return { line, indices };
}

/** Appends `to`, and before it so many points between that no piece is too long. */
function appendStraight(line: Position[], from: Position, to: Position): void {
  const [x, y] = worldShareOf(from);
  const [toX, toY] = worldShareOf(to);
  if (Math.max(Math.abs(toX - x), Math.abs(toY - y)) > LONGEST_PIECE) {
    const middle = between(from, to, 0.5);
    appendStraight(line, from, middle);
    appendStraight(line, middle, to);
  } else line.push(to);
}

function between([longitude = NaN, latitude = NaN]: Position, to: Position, share: number): Position {
  return [longitude + share * ((to[0] ?? NaN) - longitude), latitude + share * ((to[1] ?? NaN) - latitude)];
}

/**
 * The parts of a line whose longitudes run on, cut wherever it crosses the antimeridian as RFC 7946 §3.1.9 asks:
 * longitudes within ±180, and each cut on both sides, at its latitude on the straight piece that crosses. Neighbouring
 * vertices are at most 180 degrees apart, as {@link arcBetween} and {@link pathThrough} have them. A line of fewer than
 * two vertices has no part.
 */
export function splitAtAntimeridian(line: readonly Position[]): Position[][] {
  const cut = line.flatMap((vertex, index) => [...crossing(line[index - 1] ?? vertex, vertex), vertex]);
  const parts: Position[][] = [];
  let world = NaN;
  for (const [index, to] of cut.slice(1).entries()) {
    const from = cut[index] ?? to;
    // What runs along the antimeridian stays where it was.
    const isAlong = from[0] === to[0] && parts.length > 0;
    const here = isAlong ? world : worldOf(Math.min(from[0] ?? NaN, to[0] ?? NaN));
    if (here !== world) parts.push([turnedBack(from, here)]);
    parts.at(-1)?.push(turnedBack(to, here));
    world = here;
  }
  return parts;
}

/** Where a straight piece crosses the antimeridian, if it does between its ends. */
function crossing(from: Position, to: Position): Position[] {
  const [start = NaN, end = NaN] = [from[0], to[0]];
  const antimeridian = worldOf(Math.max(start, end)) * 360 - 180;
  if (!(antimeridian > Math.min(start, end) && antimeridian < Math.max(start, end))) return [];
  return [[antimeridian, between(from, to, (antimeridian - start) / (end - start))[1] ?? NaN]];
}

/** Which copy of the world a longitude is in, each from its own -180 up to, and not with, its 180. */
function worldOf(longitude: number): number {
  const near = Math.round(longitude / 360);
  // The division rounds what is all but on the antimeridian; these do not.
  if (longitude < near * 360 - 180) return near - 1;
  return longitude < near * 360 + 180 ? near : near + 1;
}

function turnedBack([longitude = NaN, latitude = NaN]: Position, turns: number): Position {
  return [longitude - turns * 360, latitude];
}

/**
 * Where a `[longitude, latitude]` in degrees is on a Mercator map, `[x, y]` in shares of the world: x east from the
 * antimeridian, below 0 or above 1 where the longitude runs on; y south from the northern edge, beyond which nothing is.
 */
export function worldShareOf([longitude = NaN, latitude = NaN]: Position): [number, number] {
  const y = 0.5 - Math.asinh(Math.tan(latitude * RADIANS)) / (2 * Math.PI);
  return [longitude / 360 + 0.5, Math.min(1, Math.max(0, y))];
}

/** The inverse of {@link worldShareOf}. */
function positionAt(x: number, y: number): Position {
  return [(x - 0.5) * 360, Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) / RADIANS];
}

/**
 * The point `[longitude, latitude]` at a share of a line's length on a Mercator map, from 0 at its start to 1 at its end.
 * Undefined where the line has no vertex.
 */
export function pointOnLine(line: readonly Position[], share: number): Position | undefined {
  const piece = pieceAt(line, share);
  if (!piece) return undefined;
  const { from, to, within } = piece;
  return positionAt(from[0] + within * (to[0] - from[0]), from[1] + within * (to[1] - from[1]));
}

/**
 * The direction of a line at a share of its length, both on a Mercator map: degrees clockwise from up, -180 to 180, as
 * MapLibre's `icon-rotate` takes it; at a vertex that of the piece before. 0 where the line has no length.
 */
export function bearingAt(line: readonly Position[], share: number): number {
  const piece = pieceAt(line, share);
  return piece ? bearing(piece.from, piece.to) : 0;
}

/**
 * The direction of a line's head, as {@link bearingAt}: of the last 4 % of its length as one, so that a short last piece
 * does not turn it.
 */
export function headBearing(line: readonly Position[]): number {
  const neck = pointOnLine(line, 1 - HEAD);
  const end = line.at(-1);
  return neck && end ? bearing(worldShareOf(neck), worldShareOf(end)) : 0;
}

function bearing([x, y]: readonly [number, number], [toX, toY]: readonly [number, number]): number {
  return toX === x && toY === y ? 0 : Math.atan2(toX - x, y - toY) / RADIANS;
}

/** The piece of a line that a share of its length falls into, in shares of the world, and where in the piece. */
function pieceAt(line: readonly Position[], share: number) {
  const vertices = line.map(worldShareOf);
  const lengths = vertices.slice(1).map((to, index) => distance(vertices[index] ?? to, to));
  let left = Math.min(1, Math.max(0, share)) * lengths.reduce((sum, length) => sum + length, 0);
  const last = lengths.findLastIndex((length) => length > 0);
  for (const [index, length] of lengths.entries()) {
    const [from, to] = [vertices[index], vertices[index + 1]];
    // The last piece takes whatever rounding has left over.
    if (from && to && length > 0 && (left <= length || index === last)) {
      return { from, to, within: Math.min(1, left / length) };
    }
    left -= length;
  }
  const [only] = vertices;
  return only && { from: only, to: only, within: 0 };
}

function distance([x, y]: readonly [number, number], [toX, toY]: readonly [number, number]): number {
  return Math.hypot(toX - x, toY - y);
}

/**
 * Width in pixels of a movement's line. Each tenfold strength adds as much again, so that 100 people (4.25) and 4,000
 * (9.5) are both legible and apart; 100,000 and more are 14. What is unknown is thinnest, 2.
 */
export function arrowWidth(people: number | undefined): number {
  if (people === undefined) return 2;
  return Math.min(14, Math.max(2.5, 3.25 * Math.log10(people) - 2.25));
}
