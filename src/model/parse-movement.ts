import { isReported, readSources, requireSource } from './citation';
import type { Draft } from './draft';
import { STATUSES, type Movement, type Report, type SourceReference, type Status } from './feature';
import { readCounts } from './parse-counts';
import { readRoute } from './parse-route';
import { readTrack, reportsAlong } from './parse-track';
import { present, type Properties } from './properties';

/**
 * Reads what only a movement has: its dated reports, in order of date, undated last, and when it was at each vertex of
 * its line, see {@link readTrack}.
 *
 * Members `when`, `status`, `strength`, `from`, `to` and `note` of the movement itself are the one report of a movement
 * without `reports`. With them, `strength`, `from`, `to` and `sources` hold for each report that says nothing of them;
 * a `null` in a report means that it is unknown. With `datetimes`, each day of the track is reported too, see
 * {@link reportsAlong}: the movement must cite a source itself, its `status` is `under way` where it gives none, and it
 * is a report of its own only where it has a `when`. Notes what is wrong; only then are there no reports.
 */
export function parseMovement(draft: Draft): Movement {
  const { properties, shared, citable, refer } = draft;
  const hasTrack = properties.value('datetimes') !== undefined;
  const course = readCourse(properties, refer);
  const { rows, own, told } = readReports(draft, course, hasTrack);
  const reading = hasTrack ? readTrack(properties, draft.geometry) : undefined;
  const reports = (reading && own ? reportsAlong(reading.days, told, own) : told).sort(compareReports);
  if (properties.items('sources').length === 0) requireSource(hasTrack ? [properties] : rows, properties, citable);
  const sources = shared.sources.length > 0 ? shared.sources : unionOf(reports.map((report) => report.sources));
  const partOf = properties.text('partOf');
  if (partOf !== undefined) refer('movement', partOf, properties.path('partOf'));
  return {
    ...shared,
    kind: 'movement',
    geometry: readRoute(draft.geometry, properties),
    sources,
    reported: isReported(sources, citable) || reports.some((report) => report.reported),
    ...present({ unit: properties.words('unit'), partOf, track: reading?.track }),
    reports,
    counts: readCounts(properties, citable),
  };
}

interface ReportReading {
  rows: readonly Properties[];
  /** What the movement itself says, where it may be a report. */
  own: Report | undefined;
  /** The reports as they are written, in order of date. */
  told: Report[];
}

function readReports(draft: Draft, course: Course, hasTrack: boolean): ReportReading {
  const { properties, refer } = draft;
  const lone = properties.value('reports') === undefined;
  const own =
    lone || hasTrack ? readReport(properties, {}, course, draft, hasTrack ? 'under way' : undefined) : undefined;
  if (lone) return { rows: [properties], own, told: own && (own.when || !hasTrack) ? [own] : [] };
  const rows = properties.records('reports', 'a report, an object');
  if (properties.items('reports').length === 0) {
    properties.note('reports', 'expected at least one report, found an empty array');
  }
  const told = rows
    .map((row) => readReport(row, readCourse(row, refer), course, draft))
    .filter((report) => report !== undefined)
    .sort(compareReports);
  return { rows, own, told };
}

type Course = Partial<Record<'from' | 'to', string | undefined>> & { strength?: Report['strength'] | undefined };

/** How many go from where to where: members for what is written only, undefined for what is written as unknown. */
function readCourse(row: Properties, refer: Draft['refer']): Course {
  const course: Course = {};
  if (row.has('strength')) course.strength = row.quantity('strength');
  for (const end of ['from', 'to'] as const) {
    if (!row.has(end)) continue;
    const id = row.text(end);
    course[end] = id === undefined ? undefined : refer('place', id, row.path(end));
  }
  return course;
}

function readReport(
  row: Properties,
  own: Course,
  fallback: Course,
  draft: Draft,
  assumed?: Status,
): Report | undefined {
  const { properties, shared, citable } = draft;
  const isAssumed = assumed !== undefined && row.value('status') === undefined;
  const status = isAssumed ? assumed : row.choice('status', 'status', STATUSES);
  const when = row.when('when');
  const cited = row === properties ? [] : readSources(row, 'sources', citable);
  const sources = cited.length > 0 ? cited : shared.sources;
  const course = present({ ...fallback, ...own });
  const note = present({ note: row.words('note') });
  const foreign = present({ foreign: note.note === undefined ? undefined : row.foreign });
  return status && { when, status, ...course, sources, reported: isReported(sources, citable), ...note, ...foreign };
}

function unionOf(lists: readonly SourceReference[][]): SourceReference[] {
  const union = new Map(lists.flat().map((source) => [JSON.stringify([source.id, source.locator]), source]));
  return [...union.values()];
}

/** By date as the list shows it; the sort is stable, so that undated reports stay as written. */
function compareReports(a: Report, b: Report): number {
  if (!a.when || !b.when) return Number(!a.when) - Number(!b.when);
  return a.when.begin - b.when.begin || a.when.order - b.when.order;
}
