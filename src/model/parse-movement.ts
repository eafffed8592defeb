import { isReported, readSources, requireSource } from './citation';
import type { Draft } from './draft';
import { STATUSES, type Movement, type Report, type SourceReference } from './feature';
import { readCounts } from './parse-counts';
import { present, type Properties } from './properties';

/**
 * Reads what only a movement has: its dated reports, in order of date, undated last.
 *
 * Members `when`, `status`, `strength`, `from`, `to` and `note` of the movement itself are the one report of a movement
 * without `reports`. With them, `strength`, `from`, `to` and `sources` hold for each report that says nothing of them;
 * a `null` in a report means that it is unknown. Notes what is wrong; only then are there no reports.
 */
export function parseMovement(draft: Draft): Movement {
  const { properties, geometry, shared, citable, refer } = draft;
  const lone = properties.value('reports') === undefined;
  const rows = lone ? [properties] : properties.records('reports', 'a report, an object');
  if (!lone && properties.items('reports').length === 0) {
    properties.note('reports', 'expected at least one report, found an empty array');
  }
  const course = readCourse(properties, refer);
  const reports = rows
    .map((row) => readReport(row, row === properties ? {} : readCourse(row, refer), course, draft))
    .filter((report) => report !== undefined)
    .sort(compareReports);
  if (properties.items('sources').length === 0) requireSource(rows, properties, citable);
  const sources = shared.sources.length > 0 ? shared.sources : unionOf(reports.map((report) => report.sources));
  const partOf = properties.text('partOf');
  if (partOf !== undefined) refer('movement', partOf, properties.path('partOf'));
  return {
    ...shared,
    kind: 'movement',
    geometry,
    sources,
    reported: isReported(sources, citable) || reports.some((report) => report.reported),
    ...present({ unit: properties.text('unit'), partOf }),
    reports,
    counts: readCounts(properties, citable),
  };
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

function readReport(row: Properties, own: Course, fallback: Course, draft: Draft): Report | undefined {
  const { properties, shared, citable } = draft;
  const status = row.choice('status', 'status', STATUSES);
  const when = row.when('when');
  const cited = row === properties ? [] : readSources(row, 'sources', citable);
  const sources = cited.length > 0 ? cited : shared.sources;
  const course = present({ ...fallback, ...own });
  const note = present({ note: row.text('note') });
  return status && { when, status, ...course, sources, reported: isReported(sources, citable), ...note };
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
