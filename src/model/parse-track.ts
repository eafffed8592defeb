import type { Geometry } from 'geojson';
import type { Report, Track } from './feature';
import { describeValue } from './problem';
import { present, type Properties } from './properties';
import { readPlain, type When } from './when';

/** A day on which a track has a dated vertex. */
interface TrackDay {
  /** The date of its last vertex. */
  when: When;
  /** That vertex. */
  reached: number;
}

/** A dated track, as it was read. */
export interface TrackReading {
  track: Track;
  /** In order. */
  days: TrackDay[];
}

/** A long track may have as many problems as dates; the first few tell what to mend. */
const MOST_NOTES = 10;

/**
 * Reads when a force was at each vertex of its line, from `datetimes` and `interpolation`: MF-JSON Trajectory (OGC
 * 19-045r3 §7.1), with two words of its §7.2.10 for what is between two vertices. Two things differ from it. A date may
 * be a mere day, and a time needs no zone: both are of where it happened, as in `when`, and compared as written. And
 * without `interpolation` it is a `Step`, as no source says where a force was in between.
 *
 * Undefined where there is no sound track; what is wrong is noted.
 */
export function readTrack(properties: Properties, geometry: Geometry | null): TrackReading | undefined {
  const linear = readInterpolation(properties);
  if (geometry?.type !== 'LineString') {
    const found = geometry ? `a ${geometry.type}` : 'none';
    properties.note('datetimes', `expected a LineString with a vertex for each date, found ${found}`);
    return undefined;
  }
  const vertices = geometry.coordinates.length;
  const dates = readDates(properties);
  if (dates.length !== vertices) {
    properties.note('datetimes', `expected ${vertices} dates, one for each vertex, found ${dates.length}`);
  }
  const dated = dates.filter((date) => date !== undefined);
  if (linear === undefined || dated.length !== vertices) return undefined;
  return { track: { times: dated.map(({ time }) => time), linear }, days: daysOf(dated) };
}

/** True for `Linear`, false for `Step` and where nothing is said, undefined for any other word, which is noted. */
function readInterpolation(properties: Properties): boolean | undefined {
  const word = properties.value('interpolation') ?? 'Step';
  const known = typeof word === 'string' ? word.trim().toLowerCase() : undefined;
  if (known === 'linear' || known === 'step') return known === 'linear';
  properties.note('interpolation', `unknown interpolation ${describeValue(word)}; expected Step or Linear`);
  return undefined;
}

interface DatedVertex {
  when: When;
  /** As in {@link Track}. */
  time: number;
}

/** The dates in their order, undefined for those that are noted. */
function readDates(properties: Properties): (DatedVertex | undefined)[] {
  let before: DatedVertex | undefined;
  let notes = 0;
  return properties.items('datetimes').map(({ value, path }) => {
    const date = dateOf(value);
    const vertex = typeof date === 'string' ? undefined : { when: date, time: timeAfter(date, before) };
    const message = vertex ? descent(vertex, before) : date;
    before = vertex ?? before;
    if (typeof message !== 'string') return vertex;
    if (notes++ < MOST_NOTES) properties.noteAt(path, message);
    return undefined;
  });
}

const EXPECTED = 'expected a day or a time in quotes such as "2020-01-01" or "2020-01-01T10:00:00Z"';

/** The date of one vertex, or what is wrong with it. */
function dateOf(value: unknown): When | string {
  const found = `found ${describeValue(value)}`;
  if (typeof value === 'number') return `${EXPECTED}, as a number has no time zone; ${found}`;
  if (typeof value !== 'string') return `${EXPECTED}, ${found}`;
  try {
    const when = readPlain(value.trim());
    const isPrecise = when?.form === 'date' && typeof when.lower === 'object' && when.lower.day !== undefined;
    return isPrecise ? when : `${EXPECTED}, ${found}`;
  } catch (error) {
    return `${EXPECTED}, ${found}${error instanceof RangeError ? ` (${error.message})` : ''}`;
  }
}

/** A mere day says no hour, so that on the day of the vertex before it is no earlier than that. */
function timeAfter(when: When, before: DatedVertex | undefined): number {
  const isTimed = typeof when.lower === 'object' && when.lower.time !== undefined;
  return !isTimed && before?.when.begin === when.begin ? before.time : when.order;
}

function descent({ when, time }: DatedVertex, before: DatedVertex | undefined): string | undefined {
  if (!before || time >= before.time) return undefined;
  return `expected a date no earlier than the one before it, ${describeValue(before.when.edtf)}, found ${describeValue(when.edtf)}`;
}

function daysOf(vertices: readonly DatedVertex[]): TrackDay[] {
  const days: TrackDay[] = [];
  for (const [reached, { when }] of vertices.entries()) {
    if (days.at(-1)?.when.begin === when.begin) days.pop();
    days.push({ when, reached });
  }
  return days;
}

/**
 * The reports of a movement with a track, in no order: those it is `told` by, which come in order of date, each with the
 * vertex that had been reached by then; and one more for each day of the track on which none is told. That one has the
 * date of the day's last vertex, status, strength and ends of the last report told until then, else those of the
 * movement's `own`, and the sources of the movement, as its line does.
 */
export function reportsAlong(days: readonly TrackDay[], told: readonly Report[], own: Report): Report[] {
  const reports: Report[] = [];
  for (const { when, reached } of days) {
    // What is told of a month or of several days is not told of this one.
    if (told.some((report) => report.when?.begin === when.begin && report.when.end === when.end)) continue;
    const { status, strength, from, to } =
      told.findLast((report) => report.when && report.when.begin <= when.begin) ?? own;
    const { sources, reported, note, foreign } = own;
    reports.push({ when, status, sources, reported, reached, ...present({ strength, from, to, note, foreign }) });
  }
  for (const report of told) {
    const { when } = report;
    const day = when && days.findLast((each) => each.when.begin <= when.begin);
    reports.push(day ? { ...report, reached: day.reached } : report);
  }
  return reports;
}
