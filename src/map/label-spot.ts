import type { Position } from 'geojson';
import type { Place } from '../model/feature';
import { continued } from './arc';
import type { ShownLeg } from './leg-states';

/** What of the map is in view: degrees, `east` beyond 180 where it crosses the antimeridian, and how many pixels wide. */
export interface InView {
  west: number;
  south: number;
  east: number;
  north: number;
  width: number;
}

/** Where a label stands: `[longitude, latitude]`, and on which side of that. */
export interface Spot {
  at: Position;
  side: Side;
}

/** What words take of a map, in pixels. */
interface Room {
  across: number;
  high: number;
}

/**
 * What a label's point stands for, and so on which sides of it there is room: a line by its direction, or a place by the
 * side of it where no line comes or goes.
 */
export type Side = LineSide | PlaceSide;
type LineSide = 'upright' | 'rising' | 'level' | 'falling';
type PlaceSide = 'below' | 'right' | 'left' | 'above';

/** Up to and from which slope, in degrees, a line is level or upright beside its words. */
const LEVEL = 6;
const UPRIGHT = 62;
/** How far from the middle, as a share of what is in view, words may stand to be clear of marks. */
const ASIDE = 0.3;
/** Of a number: the size of its words and the width at which they break, in ems, for its layer. */
export const NUMBER = { size: 12.5, widest: 14, lineHeight: 1.15 };
/** How wide a letter is, in ems, about, and the air between words and a mark's middle, in pixels. */
const LETTER = 0.53;
const AIR = 10;
/** So many marks in view, or fewer, leave room for words. */
const MANY = 200;
/** The sides of a place, the best first: which way each lies, and how far to either side words reach there, in degrees. */
const SIDES: readonly { side: PlaceSide; middle: number; reach: number }[] = [
  { side: 'below', middle: 180, reach: 62 },
  { side: 'right', middle: 90, reach: 28 },
  { side: 'left', middle: 270, reach: 28 },
  { side: 'above', middle: 0, reach: 62 },
];

/** Where places in view have their marks, `[longitude, latitude]`; none where there are so many that no words keep off them. */
export function marksInView(places: ReadonlyMap<string, Place>, view: InView): Position[] {
  const marks: Position[] = [];
  for (const { point, area } of places.values()) {
    if (!point || area || !isInView(point, view)) continue;
    if (marks.length === MANY) return [];
    marks.push(point);
  }
  return marks;
}

/**
 * Where beside a line its words stand: as near the middle of the longest stretch of it in view, up to a share of its
 * vertices, as they cover none of `marks`, which are `[longitude, latitude]`. In the middle where they cover one
 * everywhere. Undefined where nothing of the line is in view.
 */
export function spotOnLine(
  line: readonly Position[],
  share: number,
  words: string,
  view: InView,
  marks: readonly Position[],
): Spot | undefined {
  const count = Math.max(2, Math.round(line.length * share));
  let [last, longest, run] = [-1, 0, 0];
  for (let vertex = 0; vertex < count; vertex++) {
    run = isInView(line[vertex] ?? [], view) ? run + 1 : 0;
    if (run > longest) [last, longest] = [vertex, run];
  }
  const middle = last - Math.floor(longest / 2);
  const room = roomFor(words);
  for (let aside = 0; aside <= ASIDE * longest; aside++) {
    for (const vertex of new Set([middle + aside, middle - aside])) {
      const spot = vertex > last - longest && vertex <= last ? spotAt(line, vertex) : undefined;
      if (spot && !marks.some((mark) => isCovered(mark, spot, room, view))) return spot;
    }
  }
  return spotAt(line, middle);
}

function spotAt(line: readonly Position[], vertex: number): (Spot & { side: LineSide }) | undefined {
  const at = line[vertex];
  return at && { at, side: sideOfLine(line[vertex - 1] ?? at, line[vertex + 1] ?? at) };
}

/** Whether words would cover a mark, if they stand on the side of a line that is tried first. */
function isCovered(
  mark: Position,
  { at, side }: { at: Position; side: LineSide },
  { across, high }: Room,
  { west, east, width }: InView,
): boolean {
  const left = side === 'level' ? -across / 2 : AIR;
  const low = { rising: -high - AIR / 2, falling: AIR / 2, upright: -high / 2, level: AIR }[side];
  const stretch = width / (east - west) / Math.cos(((at[1] ?? 0) * Math.PI) / 180);
  const [x, y] = way(at, mark).map((degrees) => degrees * stretch) as [number, number];
  return x > left - AIR && x < left + across + AIR && y > low - AIR && y < low + high + AIR;
}

/** How much room words take, in pixels, where they break as those of numbers do. */
function roomFor(words: string): Room {
  const lengths = words.split('\n').flatMap((line) => {
    const ems = line.length * LETTER;
    const lines = Math.ceil(ems / NUMBER.widest);
    return Array.from({ length: lines }, () => ems / lines);
  });
  return { across: Math.max(...lengths) * NUMBER.size, high: lengths.length * NUMBER.lineHeight * NUMBER.size };
}

/** For a place at `[longitude, latitude]`, the best side of it where none of these lines ends; below, where all have one. */
export function freeSides(shown: readonly ShownLeg[]): (place: Position) => Side {
  const bearings = new Map<string, number[]>();
  const add = (end: Position | undefined, next: Position | undefined) => {
    if (!end || !next) return;
    const [east, north] = way(end, next);
    const bearing = (Math.atan2(east, north) * 180) / Math.PI;
    const others = bearings.get(keyOf(end));
    if (others) others.push(bearing);
    else bearings.set(keyOf(end), [bearing]);
  };
  for (const { line } of new Set(shown.map(({ leg }) => leg.course))) {
    add(line[0], line[1]);
    add(line.at(-1), line.at(-2));
  }
  return (place) => {
    const taken = bearings.get(keyOf(place)) ?? [];
    const isFree = ({ middle, reach }: (typeof SIDES)[number]) =>
      taken.every((bearing) => Math.abs(((bearing - middle + 540) % 360) - 180) > reach);
    return SIDES.find(isFree)?.side ?? 'below';
  };
}

/** Words are wide and low: beside a line that is all but level they stand above it, else at a corner of theirs. */
function sideOfLine(before: Position, after: Position): LineSide {
  const [east, north] = way(before, after);
  const slope = Math.atan(north / east) * (180 / Math.PI);
  if (Math.abs(slope) < LEVEL) return 'level';
  if (!(Math.abs(slope) < UPRIGHT)) return 'upright';
  return slope > 0 ? 'rising' : 'falling';
}

function isInView([longitude = 0, latitude = 0]: Position, { west, south, east, north }: InView): boolean {
  const turned = longitude - 360 * Math.floor((longitude - west) / 360);
  return turned <= east && latitude >= south && latitude <= north;
}

/** Two ends are at one place where they are a metre apart or less, in whichever copy of the world. */
function keyOf(place: Position): string {
  return continued(place, [180])
    .map((degrees) => degrees.toFixed(5))
    .join(' ');
}

/** How far east and north it is, the shorter way round the world, in degrees of latitude as they are there. */
function way(from: Position, to: Position): [east: number, north: number] {
  const [fromEast = 0, fromNorth = 0] = from;
  const [toEast = 0, toNorth = 0] = continued(to, from);
  return [(toEast - fromEast) * Math.cos((toNorth * Math.PI) / 180), toNorth - fromNorth];
}
