import type { Position } from 'geojson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entriesOf, type Entry } from './entry';
import type { Feature, Movement, Place, Report } from './feature';
import { distanceBetween } from './geodesy';
import { areaRadius, hasLine, isOutlined, marksOf, type Mark } from './marks';
import { mercatorOf } from './mercator';
import { present } from './properties';
import { anyStory, fact, movement, place, report } from './sample';

const EMBASSY: [number, number] = [44.396, 33.299];
const STRIKES: [number, number] = [41, 34.4];
const KUWAIT: [number, number] = [47.6, 29.3];
const places = new Map(
  [
    place('embassy', EMBASSY, { uncertainty: 20_000 }),
    place('exact', EMBASSY),
    place('strikes', STRIKES, { area: true, uncertainty: 20_000 }),
    place('somewhere', STRIKES, { area: true }),
    place('gate', null),
    place('kuwait', KUWAIT, { area: true, uncertainty: 20_000 }),
    place('gulf', KUWAIT, { area: true, uncertainty: 800_000 }),
    place('pole', [0, 89], { uncertainty: 10 }),
    place('outlined', EMBASSY, { geometry: { type: 'Polygon', coordinates: [[]] }, uncertainty: 20_000 }),
    place('province', KUWAIT, { geometry: { type: 'MultiPolygon', coordinates: [] }, area: true, uncertainty: 20_000 }),
    place('road', EMBASSY, { geometry: { type: 'LineString', coordinates: [] }, uncertainty: 20_000 }),
  ].map((each) => [each.id, each]),
);

const at = ([longitude, latitude]: [number, number], uncertainty = 0, area = false): Mark => {
  const [x = NaN, y = NaN] = mercatorOf([longitude, latitude]) ?? [];
  return { x, y, uncertainty, form: area ? 'area' : 'symbol' };
};
const marksOfFeature = (feature: Feature) => entriesOf([feature]).flatMap((entry) => marksOf(entry, places));
const factAt = (...ids: string[]) => marksOfFeature(fact('fact', null, { places: ids }));
const reportFrom = (from: string | undefined, to: string | undefined, more: Partial<Movement> = {}) =>
  movement('force', [report(null, { ...(from ? { from } : {}), ...(to ? { to } : {}) })], more);
const marksFrom = (...route: Parameters<typeof reportFrom>) => marksOfFeature(reportFrom(...route));
/** A force with a report for each vertex that it had reached, from `kuwait` to `exact`. */
const tracked = (reached: (number | undefined)[], coordinates: [number, number][] = [STRIKES, EMBASSY, KUWAIT]) =>
  movement(
    'force',
    reached.map((vertex, day) =>
      report(`2020-01-0${day + 1}`, present({ from: 'kuwait', to: 'exact', reached: vertex })),
    ),
    { geometry: { type: 'LineString', coordinates }, track: { times: coordinates.map(() => 0), linear: false } },
  );
const reachedLines = (...track: Parameters<typeof tracked>) =>
  entriesOf([tracked(...track)]).map((entry) => hasLine(entry, places));
const isLine = (...route: Parameters<typeof reportFrom>) =>
  entriesOf([reportFrom(...route)]).some((entry) => hasLine(entry, places));

describe('the marks of a fact', () => {
  it('stand at each of its places, with the soft circle of each', () => {
    expect(factAt('embassy')).toEqual([at(EMBASSY, 20_000)]);
    expect(factAt('exact')).toEqual([at(EMBASSY)]);
    expect(factAt('embassy', 'exact')).toEqual([at(EMBASSY, 20_000), at(EMBASSY)]);
  });

  it('have no symbol in a place known only as an area, whose soft circle is the mark', () => {
    expect(factAt('strikes')).toEqual([at(STRIKES, 20_000, true)]);
    expect(factAt('embassy', 'strikes')).toEqual([at(EMBASSY, 20_000), at(STRIKES, 20_000, true)]);
    expect(factAt('somewhere')).toEqual([]);
  });

  it('are none where no source locates it', () => {
    expect(factAt()).toEqual([]);
    expect(factAt('gate')).toEqual([]);
    expect(factAt('nowhere', 'toString')).toEqual([]);
    expect(factAt('gate', 'exact')).toEqual([at(EMBASSY)]);
  });

  it('are none beyond the edge of the map', () => {
    expect(factAt('pole')).toEqual([]);
    expect(marksOfFeature(fact('fact', null, { geometry: { type: 'Point', coordinates: [0, -89] } }))).toEqual([]);
  });

  it('have no soft circle over an outline', () => {
    expect(factAt('outlined')).toEqual([at(EMBASSY)]);
    expect(factAt('province')).toEqual([]);
    expect(factAt('road')).toEqual([at(EMBASSY, 20_000)]);
  });

  it('stand at a point of its own before its places', () => {
    const own = (places: string[]) =>
      fact('fact', null, { places, geometry: { type: 'Point', coordinates: [12, 34, 56] } });
    expect(marksOfFeature(own([]))).toEqual([at([12, 34])]);
    expect(marksOfFeature(own(['embassy', 'strikes']))).toEqual([at([12, 34])]);
    const path = fact('fact', null, { places: ['exact'], geometry: { type: 'LineString', coordinates: [] } });
    expect(marksOfFeature(path)).toEqual([at(EMBASSY)]);
  });
});

describe('the marks of a report', () => {
  it('have no symbol where it is drawn as a line, only the soft circles of its ends', () => {
    expect(marksFrom('kuwait', 'embassy')).toEqual([at(EMBASSY, 20_000, true), at(KUWAIT, 20_000, true)]);
    expect(marksFrom('kuwait', 'exact')).toEqual([at(KUWAIT, 20_000, true)]);
    expect(marksFrom('province', 'outlined')).toEqual([]);
  });

  it('stand at its destination, else at its origin', () => {
    expect(marksFrom(undefined, 'embassy')).toEqual([at(EMBASSY, 20_000)]);
    expect(marksFrom('exact', undefined)).toEqual([at(EMBASSY)]);
    expect(marksFrom('exact', 'gate')).toEqual([at(EMBASSY)]);
    expect(marksFrom('gate', 'exact')).toEqual([at(EMBASSY)]);
    expect(marksFrom('exact', 'exact')).toEqual([at(EMBASSY)]);
    expect(marksFrom(undefined, undefined)).toEqual([]);
    expect(marksFrom('gate', 'gate')).toEqual([]);
  });

  it('are a soft circle alone where only an area is known', () => {
    expect(marksFrom(undefined, 'kuwait')).toEqual([at(KUWAIT, 20_000, true)]);
    expect(marksFrom('kuwait', undefined)).toEqual([at(KUWAIT, 20_000, true)]);
  });

  it('stand at its origin where its destination is an area that reaches there', () => {
    expect(marksFrom('exact', 'gulf').filter(({ form }) => form !== 'area')).toEqual([at(EMBASSY)]);
    expect(marksFrom('gulf', 'exact').filter(({ form }) => form !== 'area')).toEqual([at(EMBASSY)]);
    expect(marksFrom('embassy', 'gulf')).toEqual([at(KUWAIT, 800_000, true), at(EMBASSY, 20_000)]);
  });

  it('stand at the vertex of its track that it had reached, until that is a line', () => {
    const marks = (...track: Parameters<typeof tracked>) => marksOfFeature(tracked(...track));
    expect(marks([0])).toEqual([at(STRIKES), at(KUWAIT, 20_000, true)]);
    expect(marks([1])).toEqual([at(KUWAIT, 20_000, true)]);
    expect(marks([1], [STRIKES, STRIKES, EMBASSY])).toEqual([at(STRIKES), at(KUWAIT, 20_000, true)]);
    expect(marks([0], [[0, 89], STRIKES])).toEqual([at(KUWAIT, 20_000, true)]);
  });

  it('stand at its places before its track begins', () => {
    expect(marksOfFeature(tracked([undefined]))).toEqual([at(EMBASSY), at(KUWAIT, 20_000, true)]);
  });

  it('pay no heed to a point of the movement', () => {
    const point = { geometry: { type: 'Point' as const, coordinates: [0, 0] } };
    expect(marksFrom(undefined, 'exact', point)).toEqual([at(EMBASSY)]);
  });
});

describe('hasLine', () => {
  it('is true where both ends are located and apart, by more than they are known as', () => {
    expect(isLine('kuwait', 'embassy')).toBe(true);
    expect(isLine('embassy', 'strikes')).toBe(true);
    expect(isLine('exact', 'embassy')).toBe(false);
    expect(isLine('gulf', 'embassy')).toBe(false);
    expect(isLine('embassy', 'gulf')).toBe(false);
    expect(isLine('embassy', 'gate')).toBe(false);
    expect(isLine('embassy', undefined)).toBe(false);
    expect(isLine(undefined, 'embassy')).toBe(false);
  });

  it('is true of a path that its author drew, wherever its ends', () => {
    const drawn = { geometry: { type: 'LineString' as const, coordinates: [EMBASSY, STRIKES] } };
    expect(isLine(undefined, undefined, drawn)).toBe(true);
    expect(isLine('gate', 'exact', drawn)).toBe(true);
    expect(marksFrom('gate', 'exact', drawn)).toEqual([]);
    expect(marksFrom(undefined, 'embassy', drawn)).toEqual([at(EMBASSY, 20_000, true)]);
  });

  it('is true of a track from where it has left its first vertex', () => {
    expect(reachedLines([undefined, 0, 1, 2])).toEqual([false, false, true, true]);
    expect(reachedLines([1, 2], [EMBASSY, EMBASSY, STRIKES])).toEqual([false, true]);
    expect(reachedLines([2], [EMBASSY, STRIKES, EMBASSY])).toEqual([true]);
  });

  it('is false of a fact', () => {
    const line = { type: 'LineString' as const, coordinates: [EMBASSY, STRIKES] };
    const entries = entriesOf([fact('fact', null, { places: ['kuwait', 'embassy'], geometry: line })]);
    expect(entries.map((entry) => hasLine(entry, places))).toEqual([false]);
  });
});

describe('areaRadius', () => {
  it('is that of an area, and none of a place known better', () => {
    const radius = (id: string) => areaRadius(places.get(id) as Place);
    expect(['kuwait', 'embassy', 'somewhere'].map(radius)).toEqual([20_000, 0, 0]);
  });
});

describe('isOutlined', () => {
  it('is true of polygons alone', () => {
    expect([...places.values()].filter(isOutlined).map(({ id }) => id)).toEqual(['outlined', 'province']);
  });
});

/** Where symbols stood before there were columns, and whether a line was drawn in their place. */
function plainSymbols(entry: Entry, located: ReadonlyMap<string, Place>): Mark[] {
  const path = plainPath(entry);
  if (path) return new Set(path.map(String)).size > 1 ? [] : plainMark(path.at(-1) ?? []);
  if (plainLine(entry, located)) return [];
  if (entry.feature.kind !== 'movement' && entry.feature.geometry?.type === 'Point') {
    const [longitude = NaN, latitude = NaN] = entry.feature.geometry.coordinates;
    return plainMark([longitude, latitude]);
  }
  const { status, from } = entry.report ?? {};
  const standing = status === 'on alert' ? entry.places.filter((id) => id === from) : entry.places;
  const pinned = standing.map((id) => located.get(id)).filter((each) => each?.point && !each.area);
  return (entry.report ? pinned.slice(0, 1) : pinned).flatMap((each) => plainMark(each?.point ?? []));
}
const plainMark = (position: number[]) =>
  mercatorOf(position) ? [{ ...at(position as [number, number]), uncertainty: NaN }] : [];

/** The vertices of a track up to the one that a report had reached. */
function plainPath({ feature, report: reading }: Entry): Position[] | undefined {
  if (feature.kind !== 'movement' || !feature.track || reading?.reached === undefined) return undefined;
  return feature.geometry?.type === 'LineString'
    ? feature.geometry.coordinates.slice(0, reading.reached + (feature.track.linear ? 2 : 1))
    : [];
}

function plainLine({ feature, report: reading }: Entry, located: ReadonlyMap<string, Place>): boolean {
  if (feature.kind === 'movement' && feature.track) return false;
  const [from, to] = [located.get(reading?.from ?? ''), located.get(reading?.to ?? '')];
  if (!from?.point || !to?.point) return false;
  const length = distanceBetween(from.point, to.point);
  return length > 0 && areaRadius(from) + areaRadius(to) < length;
}

/** The soft circles that were drawn for an entry: one of each of its places that has one. */
function plainCircles(entry: Entry, located: ReadonlyMap<string, Place>): Pick<Mark, 'x' | 'y' | 'uncertainty'>[] {
  return [...new Set(entry.places)].flatMap((id) => {
    const { point = null, uncertainty = 0, geometry = null } = located.get(id) ?? {};
    if (!point || !uncertainty || geometry?.type === 'Polygon') return [];
    return plainMark(point).map(({ x, y }) => ({ x, y, uncertainty }));
  });
}

const placesAmong = (features: readonly Feature[]) =>
  new Map(features.flatMap((each) => (each.kind === 'place' ? [[each.id, each]] : [])));

describe('forms', () => {
  const formsOf = (more: Partial<Report>, sidc?: string) => {
    const own = sidc === undefined ? {} : { sidc };
    const [entry] = entriesOf([movement('force', [report('2020-01-01', more)], own)]);
    return entry ? marksOf(entry, places) : [];
  };

  it('put the ring of a force on alert at its station, which it has not left', () => {
    expect(formsOf({ status: 'on alert', from: 'exact' })).toEqual([{ ...at(EMBASSY), form: 'station' }]);
    expect(formsOf({ status: 'on alert' })).toEqual([]);
    expect(formsOf({ status: 'on alert', to: 'exact' })).toEqual([]);
    expect(formsOf({ status: 'arrived', to: 'exact' })).toEqual([at(EMBASSY)]);
  });

  it('leave the symbol to the unit where the author gives its code', () => {
    expect(formsOf({ status: 'arrived', to: 'exact' }, 'SFGPUCI----F---')).toEqual([{ ...at(EMBASSY), form: 'unit' }]);
  });
});

describe('marksOf', () => {
  it('puts symbols where they stood when all was drawn from entries', () => {
    fc.assert(
      fc.property(anyStory, (features) => {
        const located = placesAmong(features);
        for (const entry of entriesOf(features)) {
          const symbols = marksOf(entry, located).filter(({ form }) => form !== 'area');
          const alike = { uncertainty: NaN, form: 'symbol' };
          expect(symbols.map((mark) => ({ ...mark, ...alike }))).toEqual(plainSymbols(entry, located));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('draws the soft circles that were drawn from entries', () => {
    fc.assert(
      fc.property(anyStory, (features) => {
        const located = placesAmong(features);
        for (const entry of entriesOf(features)) {
          // A fact with a point of its own stands for itself, and its places do not.
          if (entry.feature.kind !== 'movement' && entry.feature.geometry?.type === 'Point') continue;
          const circles = marksOf(entry, located)
            .filter(({ uncertainty }) => uncertainty > 0)
            .map(({ x, y, uncertainty }) => ({ x, y, uncertainty }));
          const once = new Map(circles.map((circle) => [JSON.stringify(circle), circle]));
          const expected = new Map(plainCircles(entry, located).map((circle) => [JSON.stringify(circle), circle]));
          expect(once).toEqual(expected);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has an area only with a soft circle, which is drawn for it', () => {
    fc.assert(
      fc.property(anyStory, (features) => {
        const located = placesAmong(features);
        const marks = entriesOf(features).flatMap((entry) => marksOf(entry, located));
        expect(marks.filter(({ form, uncertainty }) => form === 'area' && !(uncertainty > 0))).toEqual([]);
      }),
    );
  });
});
