import type { Position } from 'geojson';

/** A line as far as it matters which others it lies with: whose it is, and its ends, `[longitude, latitude]`. */
export interface FannedLine {
  /** Id of the force that moves. */
  force: string;
  from: Position;
  to: Position;
}

/** Ends lie together within this share of the line's length. */
const TOGETHER = 0.03;
/** How far apart neighbouring lines bend, and how far the outermost two at most, as shares of their length. */
const APART = 0.07;
const WIDEST = 0.4;

const RADIANS = Math.PI / 180;

/**
 * For each line the `fan` that {@link arcBetween} takes, so that forces whose lines have both ends together lie side by
 * side like the ribs of a fan. Each force has one slot there, by order of its id and whatever the date, so that its line
 * never moves from report to report; the slots are even about 0, where a lone force stays. Lines are in one fan where
 * both their ends are within 3 % of the shorter one's length, or where others between them make it so. What goes the
 * other way is in another fan.
 */
export function fansOf(lines: readonly FannedLine[]): number[] {
  const courses = coursesOf(lines);
  const fans = joined(courses);
  const fanOf = (line: number) => fans[courses.ofLine[line] ?? 0] ?? 0;
  const forces = new Map<number, Set<string>>();
  for (const [index, { force }] of lines.entries()) {
    const fan = fanOf(index);
    const members = forces.get(fan);
    if (members) members.add(force);
    else forces.set(fan, new Set([force]));
  }
  const slots = new Map([...forces].map(([fan, members]) => [fan, slotsOf(members)]));
  return lines.map(({ force }, index) => slots.get(fanOf(index))?.get(force) ?? 0);
}

function slotsOf(forces: ReadonlySet<string>): Map<string, number> {
  const outermost = forces.size - 1;
  const apart = Math.min(APART, WIDEST / outermost);
  return new Map([...forces].sort().map((force, slot) => [force, (slot - outermost / 2) * apart]));
}

/** The distinct pairs of ends of some lines. */
interface Courses {
  count: number;
  /** Six numbers each: both ends as points of the unit sphere. */
  ends: Float64Array;
  /** The way from end to end, in radii of the sphere. */
  lengths: Float64Array;
  /** The number of each line's pair. */
  ofLine: number[];
}

function coursesOf(lines: readonly FannedLine[]): Courses {
  const numbers = new Map<string, number>();
  const ends = new Float64Array(6 * lines.length);
  const lengths = new Float64Array(lines.length);
  const ofLine = lines.map(({ from, to }) => {
    const key = `${from[0]} ${from[1]} ${to[0]} ${to[1]}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = numbers.size;
    numbers.set(key, number);
    setPoint(ends, 6 * number, from);
    setPoint(ends, 6 * number + 3, to);
    lengths[number] = 2 * Math.asin(Math.min(1, Math.sqrt(squareBetween(ends, 6 * number, 6 * number + 3)) / 2));
    return number;
  });
  return { count: numbers.size, ends, lengths, ofLine };
}

function setPoint(ends: Float64Array, at: number, [longitude = NaN, latitude = NaN]: Position): void {
  const radius = Math.cos(latitude * RADIANS);
  ends[at] = radius * Math.cos(longitude * RADIANS);
  ends[at + 1] = radius * Math.sin(longitude * RADIANS);
  ends[at + 2] = Math.sin(latitude * RADIANS);
}

/** The square of the straight distance between two points, by where each begins. */
function squareBetween(ends: Float64Array, one: number, other: number): number {
  const x = (ends[one] ?? NaN) - (ends[other] ?? NaN);
  const y = (ends[one + 1] ?? NaN) - (ends[other + 1] ?? NaN);
  const z = (ends[one + 2] ?? NaN) - (ends[other + 2] ?? NaN);
  return x * x + y * y + z * z;
}

/**
 * By course, a number that all courses of its fan have. Sorts them by one direction of the six in which they differ,
 * and compares each only with those that are near it in that one.
 */
function joined({ count, ends, lengths }: Courses): Int32Array {
  const parents = Int32Array.from({ length: count }, (_, course) => course);
  const places = Float64Array.from(parents, (course) => placeOf(ends, course));
  const order = Int32Array.from(parents).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  for (const [rank, course] of order.entries()) {
    const length = lengths[course] ?? 0;
    // The direction has length 1, so that what is farther along it than both ends together may be is farther apart.
    const reach = (places[course] ?? 0) + Math.SQRT2 * TOGETHER * length;
    for (let next = rank + 1; next < count; next++) {
      const other = order[next] ?? 0;
      if ((places[other] ?? 0) > reach) break;
      if (parents[other] === parents[course]) continue;
      const square = (TOGETHER * Math.min(length, lengths[other] ?? 0)) ** 2;
      if (squareBetween(ends, 6 * course, 6 * other) > square) continue;
      if (squareBetween(ends, 6 * course + 3, 6 * other + 3) > square) continue;
      parents[rootOf(parents, other)] = rootOf(parents, course);
    }
  }
  return parents.map((_, course) => rootOf(parents, course));
}

/** Uneven, so that lines from one place, along one meridian or to one place are spread all the same. Its length is 1. */
const DIRECTION = [0.43, -0.29, 0.37, 0.41, 0.53, -0.37].map((share, _, all) => share / Math.hypot(...all));

/** How far along the direction a course lies. */
function placeOf(ends: Float64Array, course: number): number {
  return DIRECTION.reduce((sum, share, axis) => sum + share * (ends[6 * course + axis] ?? NaN), 0);
}

/** The course that stands for all that are joined with this one. */
function rootOf(parents: Int32Array, course: number): number {
  let root = course;
  for (let parent = parents[root] ?? root; parent !== root; parent = parents[root] ?? root) {
    // Halves the way for the next time.
    parents[root] = parents[parent] ?? parent;
    root = parent;
  }
  return root;
}
