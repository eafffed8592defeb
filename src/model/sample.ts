import fc from 'fast-check';
import { isShown, type Entry, type Filter } from './entry';
import { DATED_KINDS } from './facet';
import { KINDS, STATUSES, type DatedFact, type Feature, type Movement, type Place, type Report } from './feature';
import { dayOf, type Moment } from './moment';
import { parseWhen } from './parse-when';
import { present } from './properties';
import { beginOf, DAY, endOf, type CalendarDate, type When } from './when';

/** Features to build tests from, stories and filters at random, and the plainest reading of them. For tests only. */

export const LAYERS = ['iraq', 'kuwait', 'world'];
export const EVERYTHING: Filter = { hiddenLayers: new Set(), hiddenKinds: new Set(), context: true };

/** Reads a date that must be good. */
export function whenOf(text: string): When {
  const result = parseWhen(text);
  if ('error' in result) throw new Error(result.error);
  return result.when;
}

/** The first day of a date. */
export function dayAt(text: string): number {
  return dayOf(whenOf(text).begin);
}

/** The days of a date. */
export function momentAt(text: string): Moment {
  const { begin, end } = whenOf(text);
  return { from: dayOf(begin), to: dayOf(end) };
}

/** A date that a source states as precisely as this, in any year whatever. */
export function stated(year: number, month?: number, day?: number): When {
  const date: CalendarDate = {
    year,
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
    approximate: false,
    uncertain: false,
  };
  const begin = beginOf(date);
  return { edtf: '', form: 'date', lower: date, upper: date, begin, end: endOf(date), order: begin };
}

/** A date that a source states to the day. */
export function statedDay(day: number): When {
  const date = new Date(day * DAY);
  return stated(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

const shared = { layer: 'kuwait', actors: [], sources: [], reported: true };

export function fact(id: string, date: string | When | null, more: Partial<DatedFact> = {}): DatedFact {
  const when = typeof date === 'string' ? whenOf(date) : date;
  return { ...shared, id, kind: 'incident', title: id, when, places: [], geometry: null, counts: [], ...more };
}

export function report(date: string | When | null, more: Partial<Report> = {}): Report {
  const when = typeof date === 'string' ? whenOf(date) : date;
  return { when, status: 'announced', sources: [], reported: true, ...more };
}

export function movement(id: string, reports: Report[], more: Partial<Movement> = {}): Movement {
  return { ...shared, id, kind: 'movement', title: id, geometry: null, reports, counts: [], ...more };
}

export function place(id: string, point: [number, number] | null, more: Partial<Place> = {}): Place {
  const geometry = point && { type: 'Point' as const, coordinates: point };
  return { ...shared, id, kind: 'place', title: id, geometry, point, area: false, ...more };
}

/** Days about the first of January 1970, so few that many things fall on one. */
const nearDay = fc.integer({ min: -20, max: 20 });
const nearText = nearDay.map((day) => new Date(day * DAY).toISOString().slice(0, 10));

/** Dates of every form, in few days and in far years, or none. */
export const anyWhen: fc.Arbitrary<When | null> = fc.oneof(
  { weight: 6, arbitrary: nearText.map(whenOf) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(nearText, fc.integer({ min: 0, max: 23 }), fc.constantFrom('', 'Z', '+03:00', '-11:00'))
      .map(([day, hour, offset]) => whenOf(`${day}T${String(hour).padStart(2, '0')}:30${offset}`)),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(nearText, nearText, fc.constantFrom('/', '..'))
      .map(([a, b, form]) => [...[a, b].sort(), form])
      .map(([first, last, form]) => whenOf(form === '/' ? `${first}/${last}` : `[${first}..${last}]`)),
  },
  { weight: 2, arbitrary: nearText.map((day) => whenOf(`${day}/..`)) },
  {
    weight: 2,
    arbitrary: fc.tuple(nearText, fc.constantFrom('/*', '../*', '*/', '*~')).map(([day, form]) => {
      return whenOf(form.replace('*', day));
    }),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('1969', '1970', '1969-12', '1970-01', '1969/1970-01', '1970-01/..').map(whenOf),
  },
  { weight: 1, arbitrary: fc.integer({ min: -3000, max: 3000 }).map((year) => stated(year)) },
  { weight: 1, arbitrary: fc.integer({ min: -1_000_000, max: 1_000_000 }).map(statedDay) },
  { weight: 1, arbitrary: fc.constant(null) },
);

/** Moments of one day, of several, and of years. */
export const anyMoment: fc.Arbitrary<Moment> = fc
  .tuple(
    fc.oneof({ weight: 8, arbitrary: nearDay }, fc.integer({ min: -1_000_000, max: 1_000_000 })),
    fc.oneof(fc.constant(1), fc.constant(7), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 365, max: 100_000 })),
  )
  .map(([from, days]) => ({ from, to: from + days }));

export const anyFilter: fc.Arbitrary<Filter> = fc
  .tuple(fc.subarray(LAYERS), fc.subarray([...KINDS]), fc.boolean(), fc.boolean(), fc.boolean())
  .map(([layers, kinds, byLayer, byKind, context]) => ({
    hiddenLayers: new Set(byLayer ? layers : []),
    hiddenKinds: new Set(byKind ? kinds : []),
    context,
  }));

const anyDegree = (most: number) => fc.integer({ min: -most * 1e6, max: most * 1e6 }).map((micro) => micro / 1e6);
const anyLongitude = fc.oneof(fc.constantFrom(180, -180, 179.999_999_9, -179.999_999_9, 179.5, -179.5), anyDegree(180));
const anyLatitude = fc.oneof(fc.constantFrom(85.051_128_7, -85.051_128_7, -86, 90, 0), anyDegree(1), anyDegree(85));

/** Points of which many are the same, or lie at the antimeridian, at the edge of the map, or beyond it. */
const anyPoint: fc.Arbitrary<[number, number] | null> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<[number, number]>([44.4, 33.3], [180, 0], [-180, 0]) },
  { weight: 7, arbitrary: fc.tuple(anyLongitude, anyLatitude) },
  { weight: 1, arbitrary: fc.constant(null) },
);

const PLACES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const anyPlaces: fc.Arbitrary<Place[]> = fc
  .tuple(
    ...PLACES.map((id) =>
      fc
        .record({
          point: anyPoint,
          area: fc.integer({ min: 0, max: 3 }).map((lot) => lot === 0),
          uncertainty: fc.constantFrom(undefined, 100, 30_000, 3_000_000),
          outlined: fc.integer({ min: 0, max: 5 }).map((lot) => lot === 0),
        })
        .map(({ point, area, uncertainty, outlined }) =>
          place(id, point, {
            area,
            ...(uncertainty === undefined ? {} : { uncertainty }),
            ...(outlined && point
              ? { geometry: { type: 'Polygon', coordinates: [[point, point, point, point]] } }
              : {}),
          }),
        ),
    ),
  )
  .map((places) => places);

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const anySidc = maybe(fc.constantFrom('10031000161211000000', 'SHGPUCA----F---'));

const anyFact = fc
  .record({
    when: anyWhen,
    layer: fc.constantFrom(...LAYERS),
    kind: fc.constantFrom(...DATED_KINDS.filter((kind) => kind !== 'movement')),
    reported: fc.boolean(),
    places: fc.array(fc.constantFrom(...PLACES), { maxLength: 3 }),
    own: fc.option(anyPoint, { freq: 8 }),
    sidc: anySidc,
  })
  .map(({ when, own, sidc, ...more }) => (id: string): Feature => {
    const geometry = own && { type: 'Point' as const, coordinates: own };
    return fact(id, when, { ...more, geometry, ...present({ sidc }) });
  });

/** The vertices of a track, of which some are the same, some lie beyond the edge of the map, and far apart. */
const anyVertices = fc.array(
  fc.oneof(fc.constant<[number, number]>([44.4, 33.3]), fc.tuple(anyLongitude, anyLatitude)),
  { minLength: 2, maxLength: 4 },
);

const anyMovement = fc
  .record({
    layer: fc.constantFrom(...LAYERS),
    vertices: maybe(anyVertices),
    linear: fc.boolean(),
    sidc: anySidc,
    reports: fc.array(
      fc.record({
        when: anyWhen,
        status: fc.constantFrom(...STATUSES),
        reported: fc.boolean(),
        from: maybe(fc.constantFrom(...PLACES)),
        to: maybe(fc.constantFrom(...PLACES)),
        reached: maybe(fc.nat()),
      }),
      { minLength: 1, maxLength: 8 },
    ),
  })
  .map(({ layer, vertices, linear, sidc, reports: rows }) => (id: string): Feature => {
    const reports = rows.map(({ when, reached, ...more }) =>
      report(when, present({ ...more, reached: vertices && reached && reached % vertices.length })),
    );
    const track = vertices && { times: vertices.map((_, vertex) => vertex * DAY), linear };
    const geometry = vertices && { type: 'LineString' as const, coordinates: vertices };
    const reported = reports.some((each) => each.reported);
    return movement(id, reports, { layer, reported, ...present({ geometry, track, sidc }) });
  });

/** The features of a story: places, facts of every kind, and movements of several reports, in no order. */
export const anyStory: fc.Arbitrary<Feature[]> = fc
  .tuple(anyPlaces, fc.array(fc.oneof(anyFact, anyMovement), { maxLength: 40 }))
  .map(([places, dated]) => [...places, ...dated.map((named, index) => named(`feature-${index}`))]);

/** What is true of a date at a moment, read in milliseconds. */
export function plainState(when: When | null, { from, to }: Moment): 'ahead' | 'now' | 'past' | 'undated' {
  if (!when) return 'undated';
  if (when.begin >= to * DAY) return 'ahead';
  return when.end > from * DAY ? 'now' : 'past';
}

/**
 * What the map draws at a moment: the state, `now` or `past`, by entry id. Absent are entries that are ahead, undated
 * or filtered out, and reports that a later report of the same movement replaced: one force is one mark. This is the
 * rule as it was before there were columns, a walk over all entries.
 */
export function plainDrawn(entries: readonly Entry[], filter: Filter, moment: Moment): Map<string, 'now' | 'past'> {
  const latestReport = new Map<string, string>();
  const drawn = new Map<string, 'now' | 'past'>();
  for (const entry of entries) {
    const state = plainState(entry.when, moment);
    if ((state !== 'now' && state !== 'past') || !isShown(entry, filter)) continue;
    if (entry.report) {
      const replaced = latestReport.get(entry.feature.id);
      if (replaced !== undefined) drawn.delete(replaced);
      latestReport.set(entry.feature.id, entry.id);
    }
    drawn.set(entry.id, state);
  }
  return drawn;
}
