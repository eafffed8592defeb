import type { Chronicle } from '../model/chronicle';
import type { Entry } from '../model/entry';
import type { Movement, Place, Report, Status } from '../model/feature';
import { areaRadius } from '../model/marks';
import { arcBetween, arrowWidth, pathThrough } from './arc';
import { courseOf, type Course } from './course';
import { fansOf } from './fan';
import { pickLineOf, type PickLine } from './line-pick';

/** The line of one report of a movement: its way on the map, and how it is drawn. */
export interface Leg {
  /** The row of its report. */
  row: number;
  /** The id of its movement. */
  movement: string;
  status: Status;
  reported: boolean;
  /** The least strength that its report gives, in people; undefined where it gives none. */
  people: number | undefined;
  /** Pixels of the map across. */
  width: number;
  course: Course;
  /** The same as a pointer meets it. */
  pick: PickLine;
  /** What stands at its start and at its end, of which the line keeps clear. */
  ends: { from: LegEnd; to: LegEnd };
  /** The later reports of the movement: whether each goes to the same place and tells no way of its own. */
  later: readonly { row: number; confirms: boolean }[];
  /** Of a dated track whose author has it drawn evenly between its vertices: when it is where, as shares of the course. */
  timetable?: { times: readonly number[]; shares: readonly number[] };
}

/** Nothing, the symbol of a kind, or that of a unit, which is larger. */
export type LegEnd = 'free' | 'symbol' | 'unit';

/** Added context is hollow, and so wide at least that a core shows. */
const LEAST_HOLLOW = 4.5;

/** What a story's lines are made of: one report, the path its author drew, and how far it bends aside of others. */
interface Line {
  row: number;
  entry: Entry;
  movement: Movement;
  report: Report;
  fan: number;
}

/**
 * The legs of a story, by row: one for each report that has a line. Reports of a force between the same ends share one
 * {@link Course}; forces between the same ends lie beside each other.
 */
export function legsOf(chronicle: Chronicle): Leg[] {
  const { lines: rows, details, places } = chronicle;
  const withLine = new Set(rows);
  const lines = rows.flatMap((row): Line[] => {
    const entry = details.entry(row);
    if (entry?.feature.kind !== 'movement' || !entry.report) return [];
    return [{ row, entry, movement: entry.feature, report: entry.report, fan: 0 }];
  });
  fanOut(lines, places);
  const courses = new Map<string, Course>();
  return lines.flatMap((line) => {
    const key = courseKey(line);
    const course = courses.get(key) ?? courseOf(wayOf(line, places), !pathOf(line.movement));
    courses.set(key, course);
    return course.line.length < 2
      ? []
      : [{ ...legOf(line, course, places), later: laterThan(line, chronicle, withLine) }];
  });
}

function laterThan(
  { row, movement, report }: Line,
  { details }: Chronicle,
  withLine: ReadonlySet<number>,
): Leg['later'] {
  const rows = details.rowsOf(movement.id) ?? [];
  return rows
    .filter((each) => each > row)
    .map((each) => {
      const to = details.entry(each)?.report?.to;
      return { row: each, confirms: !withLine.has(each) && to !== undefined && to === report.to };
    });
}

function legOf(line: Line, course: Course, places: ReadonlyMap<string, Place>): Omit<Leg, 'later'> {
  const { row, movement, report } = line;
  const people = report.strength?.low;
  const width = arrowWidth(people);
  const drawnWidth = report.reported ? width : Math.max(LEAST_HOLLOW, width);
  const timetable = timetableOf(line, course);
  // Of a track it stands where the line ends so far.
  const unitEnd = report.status === 'arrived' || report.reached !== undefined ? 'to' : 'from';
  const hasUnit = (end: 'from' | 'to') => movement.sidc !== undefined && end === unitEnd;
  const endAt = (end: 'from' | 'to'): LegEnd => {
    if (hasUnit(end)) return 'unit';
    return !pathOf(movement) && places.get(report[end] ?? '')?.area === false ? 'symbol' : 'free';
  };
  return {
    row,
    movement: movement.id,
    status: report.status,
    reported: report.reported,
    people,
    width: drawnWidth,
    course,
    pick: pickLineOf(course.line, drawnWidth),
    ends: { from: endAt('from'), to: endAt('to') },
    ...(timetable ? { timetable } : {}),
  };
}

/** What the author drew, as far as the report says that it had come; undefined where they drew no line. */
function pathOf({ geometry, track }: Movement, reached = Infinity) {
  if (geometry?.type !== 'LineString') return undefined;
  // What moves evenly is on its way to the next vertex already.
  return geometry.coordinates.slice(0, reached + (track?.linear ? 2 : 1));
}

function courseKey({ movement, report, entry, fan }: Line): string {
  if (!pathOf(movement)) return JSON.stringify([report.from, report.to, fan]);
  return report.reached === undefined ? movement.id : entry.id;
}

function wayOf({ movement, report, fan }: Line, places: ReadonlyMap<string, Place>) {
  const path = pathOf(movement, report.reached);
  if (path) return pathThrough(path).line;
  const from = places.get(report.from ?? '');
  const to = places.get(report.to ?? '');
  if (!from?.point || !to?.point) return [];
  return arcBetween(from.point, to.point, { originRadius: areaRadius(from), targetRadius: areaRadius(to), fan });
}

/** Bends lines aside of others between the same ends. What an author drew is left as it is. */
function fanOut(lines: readonly Line[], places: ReadonlyMap<string, Place>): void {
  const bent = lines.flatMap((line) => {
    const from = places.get(line.report.from ?? '')?.point;
    const to = places.get(line.report.to ?? '')?.point;
    return from && to && !pathOf(line.movement) ? [{ line, force: line.movement.id, from, to }] : [];
  });
  for (const [index, fan] of fansOf(bent).entries()) {
    const line = bent[index]?.line;
    if (line) line.fan = fan;
  }
}

function timetableOf({ movement, report }: Line, { along, length }: Course): Leg['timetable'] {
  const path = pathOf(movement, report.reached);
  if (!path || report.reached === undefined || !movement.track?.linear) return undefined;
  const { indices } = pathThrough(path);
  return {
    times: movement.track.times.slice(0, path.length),
    shares: indices.map((index) => (along[index] ?? 0) / length),
  };
}
