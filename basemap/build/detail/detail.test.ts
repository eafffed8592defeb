import { readdirSync, readFileSync } from 'node:fs';
import type { Feature, FeatureCollection, LineString, Point, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { boundsOf } from '../geometry/bounds.ts';
import { polygonSquareKilometres, ringContains, signedArea } from '../geometry/ring.ts';
import { isKind, isLayer } from '../schema.ts';
import { bearing, linesCross, metresBetween, metresToGeometry, metresToLine, midpoint } from './measure.ts';

interface ControlPoint {
  id: string;
  area: string;
  name: string;
  coordinates: [number, number];
  fixes: string;
  precisionMeters: number;
  bank?: 'left' | 'right';
  sources: { title: string; url: string }[];
}

interface Properties {
  layer: string;
  kind: string;
  kind_detail?: string;
  name?: string;
  'name:en'?: string;
  'name:ar'?: string;
  min_zoom?: number;
  is_bridge?: boolean;
  width_meters?: number;
  sources: string[];
}

type DetailFeature = Feature<Point | LineString | Polygon, Properties>;
type Area = Omit<FeatureCollection, 'features'> & {
  id: string;
  name: string;
  'name:ar': string;
  accuracyMeters: number;
  bbox: [number, number, number, number];
  features: DetailFeature[];
};

const AREAS = ['ain-al-asad', 'baghdad', 'benghazi', 'fort-bragg', 'kirkuk', 'kuwait-city'];
/** Vowel marks and the stretching line. */
const VOWEL_MARKS = /\p{Mn}|\u0640/u;

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const controlPoints = read('./control-points.json') as ControlPoint[];
const byId = new Map(controlPoints.map((point) => [point.id, point]));
const areas = new Map(AREAS.map((id) => [id, read(`./${id}.geojson`) as Area]));

/** Where the report's fact ledger has a place. */
function ledger(id: string): Position {
  const { places } = read('../../../src/cli/fixtures/ledger.json') as {
    places: { id: string; lon: number | null; lat: number | null }[];
  };
  const place = places.find((candidate) => candidate.id === id);
  if (!place || place.lon === null || place.lat === null) throw new Error(`The ledger has no point of ${id}.`);
  return [place.lon, place.lat];
}

function control(id: string): Position {
  const point = byId.get(id);
  if (!point) throw new Error(`There is no control point ${id}.`);
  return point.coordinates;
}

function area(id: string): Area {
  const found = areas.get(id);
  if (!found) throw new Error(`There is no area ${id}.`);
  return found;
}

const where = (id: string, test: (properties: Properties) => boolean): DetailFeature[] =>
  area(id).features.filter(({ properties }) => test(properties));

const lines = (features: DetailFeature[]): Position[][] =>
  features.flatMap(({ geometry }) => (geometry.type === 'LineString' ? [geometry.coordinates] : []));

const runways = (id: string): Position[][] => lines(where(id, ({ kind_detail }) => kind_detail === 'runway'));

/** The outer ring of the only polygon of a kind. */
function ringOf(id: string, kind: string): Position[] {
  const rings = where(id, (properties) => properties.kind === kind).flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? geometry.coordinates.slice(0, 1) : [],
  );
  const [ring = []] = rings;
  if (rings.length !== 1) throw new Error(`${id} has ${rings.length} polygons of ${kind}.`);
  return ring;
}

function riverOf(id: string): Position[] {
  const [river = [], ...more] = lines(where(id, ({ kind }) => kind === 'river'));
  if (more.length > 0) throw new Error(`${id} has more than one river.`);
  return river;
}

function pointNamed(id: string, name: string): Position {
  const [feature] = where(id, (properties) => properties.name === name);
  if (feature?.geometry.type !== 'Point') throw new Error(`${id} has no point ${name}.`);
  return feature.geometry.coordinates;
}

const metresToNearest = (point: Position, candidates: Position[][]): number =>
  Math.min(...candidates.map((line) => metresToLine(point, line)));

const isInOrOn = (ring: Position[], point: Position): boolean =>
  ringContains(ring, point) || metresToLine(point, ring) < 2;

const districts = (id: string): ControlPoint[] =>
  controlPoints.filter((point) => point.area === id && point.fixes === 'district');

const outside = (id: string): ControlPoint[] =>
  controlPoints.filter((point) => point.area === id && point.fixes === 'outside the built-up area');

describe('control points', () => {
  it('have ids of their own, and a source each', () => {
    expect(byId.size).toBe(controlPoints.length);
    for (const { id, sources, precisionMeters, coordinates } of controlPoints) {
      expect(sources.length, id).toBeGreaterThan(0);
      for (const { title, url } of sources) {
        expect(title, id).not.toBe('');
        expect(url, id).toMatch(/^https?:\/\/\S+$/);
      }
      expect(precisionMeters, id).toBeGreaterThan(0);
      expect(coordinates, id).toHaveLength(2);
    }
  });

  it('belong to an area, and hold something of it', () => {
    const used = new Set([...areas.values()].flatMap(({ features }) => features.flatMap((f) => f.properties.sources)));
    for (const { id, area: belongsTo, fixes } of controlPoints) {
      expect(AREAS, id).toContain(belongsTo);
      expect(used.has(id) || fixes.startsWith('outside'), id).toBe(true);
    }
  });
});

it('covers every area in the folder', () => {
  const files = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.geojson'));
  expect(files.map((name) => name.replace('.geojson', '')).sort()).toEqual(AREAS);
});

describe.each(AREAS)('%s', (id) => {
  const { features, accuracyMeters, bbox, ...members } = area(id);
  const positions = features.flatMap(({ geometry }) =>
    geometry.type === 'Point' ? [geometry.coordinates] : geometry.coordinates.flat(geometry.type === 'Polygon' ? 1 : 0),
  ) as Position[];

  it('says what it is, and how exact', () => {
    expect(members).toMatchObject({ type: 'FeatureCollection', id });
    expect(members.name).not.toBe('');
    expect(members['name:ar']).not.toMatch(VOWEL_MARKS);
    expect(accuracyMeters).toBeGreaterThanOrEqual(500);
    expect(bbox).toEqual([...boundsOf(positions)]);
  });

  it('holds every feature by points that exist', () => {
    for (const { properties } of features) {
      expect(properties.sources.length, JSON.stringify(properties)).toBeGreaterThan(0);
      for (const source of properties.sources) expect(byId.get(source)?.area, source).toBe(id);
    }
  });

  it('draws every feature within its accuracy of the points that hold it', () => {
    for (const { properties, geometry } of features) {
      for (const source of properties.sources) {
        const allowed = accuracyMeters + (byId.get(source)?.precisionMeters ?? NaN);
        const label = `${properties.name ?? properties.kind}: ${source}`;
        expect(metresToGeometry(control(source), geometry), label).toBeLessThan(allowed);
      }
    }
  });

  it('puts points, runways and streets on the very points that hold them', () => {
    const isExact = ({ properties: { layer, is_bridge } }: DetailFeature) =>
      ['places', 'pois', 'roads'].includes(layer) && !is_bridge;
    for (const { properties, geometry } of features.filter(isExact)) {
      const drawn = geometry.type === 'LineString' ? geometry.coordinates : [geometry.coordinates as Position];
      expect(drawn, properties.name).toEqual(properties.sources.map(control));
    }
  });

  it('keeps to the schema', () => {
    for (const { properties } of features) {
      const { layer, kind } = properties;
      expect(isLayer(layer) && isKind(layer, kind), `${layer}/${kind}`).toBe(true);
    }
  });

  it('names things in both languages, in Arabic without vowel marks', () => {
    for (const { properties } of features) {
      expect(properties['name:en']).toBe(properties.name);
      expect(properties['name:ar'] === undefined).toBe(properties.name === undefined);
      expect(properties['name:ar'] ?? '').not.toMatch(VOWEL_MARKS);
      expect(properties['name:ar'] ?? 'ا', properties.name).toMatch(/^[\u0621-\u064a0-9 ]+$/);
    }
  });

  it('rounds to five decimals, and winds outer rings counter-clockwise', () => {
    for (const value of positions.flat()) expect(Number(value.toFixed(5))).toBe(value);
    for (const { geometry } of features) {
      if (geometry.type !== 'Polygon') continue;
      expect(geometry.coordinates).toHaveLength(1);
      for (const ring of geometry.coordinates) {
        expect(ring.at(-1)).toEqual(ring[0]);
        expect(signedArea(ring)).toBeGreaterThan(0);
      }
    }
  });
});

describe('the Tigris in Baghdad', () => {
  const river = riverOf('baghdad');
  const [head = [], tail = []] = [river[0], river.at(-1)];
  const bridges = where('baghdad', ({ is_bridge }) => is_bridge === true);
  const middle = ({ geometry }: DetailFeature): Position => {
    const [start = [], end = []] = geometry.type === 'LineString' ? geometry.coordinates : [];
    return midpoint(start, end);
  };
  const bridge = (id: string): Position => {
    const found = bridges.find(({ properties }) => properties.sources.includes(id));
    if (!found) throw new Error(`There is no bridge ${id}.`);
    return middle(found);
  };
  /** All that lies right of the river, as it flows: the river, then round by the south and west. */
  const rightBank = [...river, [tail[0] ?? NaN, 33], [44, 33], [44, 33.6], [head[0] ?? NaN, 33.6], head];
  const isOnRightBank = (point: Position) => ringContains(rightBank, point);

  it('flows south, and does not cross itself', () => {
    expect(head[1]).toBeGreaterThan(tail[1] ?? NaN);
    for (let at = 1; at < river.length; at++) {
      expect(linesCross(river.slice(at - 1, at + 1), river.slice(at + 1)), `vertex ${at}`).toBe(false);
    }
  });

  it.each(controlPoints.filter(({ bank }) => bank))('has $name on its $bank bank', ({ coordinates, bank }) => {
    expect(isOnRightBank(coordinates)).toBe(bank === 'right');
  });

  it.each(bridges.map((feature) => [feature.properties.name, feature] as const))(
    'is crossed by %s',
    (_name, feature) => {
      const { geometry } = feature;
      if (geometry.type !== 'LineString') throw new Error('A bridge is a line.');
      expect(linesCross(geometry.coordinates, river)).toBe(true);
      expect(geometry.coordinates.map(isOnRightBank).sort()).toEqual([false, true]);
      expect(metresToLine(middle(feature), river)).toBeLessThan(60);
    },
  );

  it.each([
    ['sarafiya-bridge', 'aimmah-bridge', 2.9],
    ['sarafiya-bridge', 'bab-al-muadham-bridge', 1.3],
    ['sarafiya-bridge', 'shuhada-bridge', 2.2],
    ['ramadan-14-bridge', 'aimmah-bridge', 1.7],
    ['ramadan-14-bridge', 'sarafiya-bridge', 1.9],
    ['ramadan-14-bridge', 'shuhada-bridge', 3.9],
  ])('has %s as far from %s as a source says: %d km', (one, other, kilometres) => {
    expect(Math.abs(metresBetween(bridge(one), bridge(other)) / 1000 - kilometres)).toBeLessThan(0.08);
  });

  it.each([
    ['july-14-bridge', 1.3],
    ['sinak-bridge', 2.8],
    ['jadriya-bridge', 3.8],
  ])('has %s as far from the Republican Palace as a source says: %d km', (id, kilometres) => {
    const metres = metresBetween(bridge(id), control('republican-palace'));
    expect(Math.abs(metres / 1000 - kilometres)).toBeLessThan(0.08);
  });

  it('is as wide as the spans of the 14 July Bridge allow', () => {
    const [{ properties: { width_meters = NaN } } = { properties: {} }] = where(
      'baghdad',
      ({ kind }) => kind === 'river',
    );
    expect(width_meters).toBeGreaterThan(168);
    expect(width_meters).toBeLessThan(335);
  });

  it('passes close by what stands on its banks', () => {
    for (const id of ['mustansiriya', 'qishla', 'babylon-hotel']) {
      expect(metresToLine(control(id), river), id).toBeLessThan(350);
      expect(metresToLine(control(id), river), id).toBeGreaterThan(100);
    }
    for (const id of ['doura-power-station', 'south-baghdad-power-station', 'palestine-hotel', 'republican-palace']) {
      expect(metresToLine(control(id), river), id).toBeLessThan(600);
    }
  });

  it('holds the embassy and FOB Freedom in its bend, on the west bank', () => {
    const from = river.findIndex((position) => metresBetween(position, control('jumhuriya-bridge')) < 60);
    const to = river.findIndex((position) => metresBetween(position, control('jadriya-bridge')) < 60);
    expect(from).toBeGreaterThan(0);
    expect(to).toBeGreaterThan(from);
    const bend = river.slice(from, to + 1);
    for (const point of [ledger('embassy-baghdad'), control('fob-freedom')]) {
      expect(isOnRightBank(point)).toBe(true);
      expect(ringContains([...bend, bend[0] ?? []], point)).toBe(true);
    }
    expect(metresToLine(ledger('embassy-baghdad'), river)).toBeLessThan(650);
    expect(metresToLine(control('fob-freedom'), river)).toBeLessThan(300);
    expect(isOnRightBank(control('abu-nuwas'))).toBe(false);
    expect(isOnRightBank(control('karrada'))).toBe(false);
  });

  describe('Green Zone', () => {
    const zone = ringOf('baghdad', 'zone');

    it('covers about 10 km²', () => {
      expect(polygonSquareKilometres([zone])).toBeGreaterThan(9);
      expect(polygonSquareKilometres([zone])).toBeLessThan(11);
    });

    it('holds the embassy, FOB Freedom and what else is known to be in it', () => {
      expect(ringContains(zone, ledger('embassy-baghdad'))).toBe(true);
      expect(ringContains(zone, ledger('green-zone'))).toBe(true);
      for (const id of ['fob-freedom', 'republican-palace', 'victory-arch', 'baghdad-clock']) {
        expect(ringContains(zone, control(id)), id).toBe(true);
      }
    });

    it('leaves out the square, the station and the museum', () => {
      for (const id of ['nisour-square', 'central-station', 'iraq-museum', 'tahrir-square', 'babylon-hotel']) {
        expect(ringContains(zone, control(id)), id).toBe(false);
      }
    });

    it("has Assassins' Gate on its northern edge", () => {
      const gate = control('assassins-gate');
      expect(metresToLine(gate, zone)).toBeLessThan(100);
      const [, , , north] = boundsOf(zone);
      expect((north - (gate[1] ?? NaN)) * 111_000).toBeLessThan(200);
      expect(ringContains(zone, [gate[0] ?? NaN, (gate[1] ?? NaN) - 0.002])).toBe(true);
      expect(ringContains(zone, [gate[0] ?? NaN, (gate[1] ?? NaN) + 0.002])).toBe(false);
    });

    it('lies wholly on the west bank', () => {
      for (const corner of zone) expect(isOnRightBank(corner)).toBe(true);
      expect(linesCross(zone, river)).toBe(false);
      // The river is drawn 200 m wide.
      for (const corner of zone) expect(metresToLine(corner, river)).toBeGreaterThan(100);
      for (const position of river) expect(metresToLine(position, zone)).toBeGreaterThan(100);
    });
  });
});

describe('the rest of Baghdad', () => {
  it.each([
    ['15L/33R', [44.2419, 33.2682]],
    ['15R/33L', [44.22575, 33.2557]],
  ])("has the ledger's midpoint of runway %s on a runway", (_name, middle) => {
    expect(metresToNearest(middle, runways('baghdad'))).toBeLessThan(30);
  });

  it("has the ledger's airport in its aerodrome, and two runways with it", () => {
    const ring = ringOf('baghdad', 'aerodrome');
    expect(ringContains(ring, ledger('biap'))).toBe(true);
    expect(runways('baghdad')).toHaveLength(2);
    for (const end of runways('baghdad').flat()) expect(ringContains(ring, end)).toBe(true);
    expect(ringContains(ring, ledger('camp-victory'))).toBe(false);
  });

  it('has every district in the built-up area, and not the airport, nor what lies beyond', () => {
    const ring = ringOf('baghdad', 'urban_area');
    expect(districts('baghdad').length).toBeGreaterThan(12);
    for (const { id, coordinates } of districts('baghdad')) expect(isInOrOn(ring, coordinates), id).toBe(true);
    expect(ringContains(ring, ledger('baghdad'))).toBe(true);
    expect(ringContains(ring, ledger('embassy-baghdad'))).toBe(true);
    expect(outside('baghdad').length).toBeGreaterThan(1);
    for (const { id, coordinates } of outside('baghdad')) expect(isInOrOn(ring, coordinates), id).toBe(false);
    for (const point of [...runways('baghdad').flat(), ledger('taji')]) expect(isInOrOn(ring, point)).toBe(false);
  });
});

describe('Kuwait', () => {
  it('has Ali Al Salem between and beside its runways', () => {
    expect(metresToNearest(ledger('ali-al-salem'), runways('kuwait-city'))).toBeLessThan(200);
    expect(ringContains(ringOf('kuwait-city', 'military'), ledger('ali-al-salem'))).toBe(true);
    for (const middle of [
      [47.5214, 29.3477],
      [47.5201, 29.34575],
    ]) {
      expect(metresToNearest(middle, runways('kuwait-city'))).toBeLessThan(30);
    }
  });

  it("has the ledger's camps", () => {
    expect(metresBetween(pointNamed('kuwait-city', 'Camp Arifjan'), ledger('camp-arifjan'))).toBeLessThan(50);
    expect(metresBetween(pointNamed('kuwait-city', 'Camp Buehring'), ledger('camp-buehring'))).toBeLessThan(50);
    expect(metresToNearest([47.436, 29.69765], runways('kuwait-city'))).toBeLessThan(30);
  });

  it('has the city in the built-up area, and not the airport, the bases or Jahra', () => {
    const ring = ringOf('kuwait-city', 'urban_area');
    for (const { id, coordinates } of districts('kuwait-city')) expect(isInOrOn(ring, coordinates), id).toBe(true);
    for (const { id, coordinates } of outside('kuwait-city')) expect(isInOrOn(ring, coordinates), id).toBe(false);
    for (const id of ['kuwait-towers', 'liberation-tower']) expect(isInOrOn(ring, control(id)), id).toBe(true);
    expect(ringContains(ring, ledger('kuwait-city'))).toBe(true);
    for (const end of runways('kuwait-city').flat()) expect(isInOrOn(ring, end)).toBe(false);
  });
});

describe('Benghazi', () => {
  it('has the mission at the southern end of the built-up area, 6 km south of the city point', () => {
    const [city, mission] = [ledger('benghazi'), ledger('benghazi-smc')];
    expect(Math.abs(metresBetween(city, mission) / 1000 - 6)).toBeLessThan(0.5);
    expect(Math.abs(bearing(city, mission) - 180)).toBeLessThan(20);
    const ring = ringOf('benghazi', 'urban_area');
    expect(isInOrOn(ring, city)).toBe(true);
    expect(isInOrOn(ring, mission)).toBe(true);
    expect(boundsOf(ring)[1]).toBeGreaterThan((mission[1] ?? NaN) - 0.005);
  });

  it('has Benina, 19 km east of the city, outside it', () => {
    expect(ringContains(ringOf('benghazi', 'aerodrome'), ledger('benina'))).toBe(true);
    expect(metresToNearest(ledger('benina'), runways('benghazi'))).toBeLessThan(250);
    expect(Math.abs(metresBetween(ledger('benghazi'), ledger('benina')) / 1000 - 19)).toBeLessThan(0.5);
    const ring = ringOf('benghazi', 'urban_area');
    for (const end of runways('benghazi').flat()) expect(isInOrOn(ring, end)).toBe(false);
    for (const { id, coordinates } of outside('benghazi')) expect(isInOrOn(ring, coordinates), id).toBe(false);
    for (const { id, coordinates } of districts('benghazi')) expect(isInOrOn(ring, coordinates), id).toBe(true);
  });
});

describe('Kirkuk', () => {
  const k1 = pointNamed('kirkuk', 'K-1 Air Base');
  const airBase = ledger('kirkuk-airbase');

  it('has K-1 north-west of the city, 7.6 km from the air base, which it is not', () => {
    expect(metresBetween(k1, ledger('k1'))).toBeLessThan(50);
    expect(Math.abs(metresBetween(k1, airBase) / 1000 - 7.6)).toBeLessThan(0.3);
    for (const from of [ledger('kirkuk'), control('kirkuk-citadel'), airBase]) {
      expect(Math.abs(bearing(from, k1) - 315)).toBeLessThan(30);
    }
    expect(ringContains(ringOf('kirkuk', 'military'), k1)).toBe(false);
    for (const runway of runways('kirkuk')) expect(metresToLine(k1, runway)).toBeGreaterThan(5_000);
  });

  it('has the air base around its runways', () => {
    expect(runways('kirkuk')).toHaveLength(2);
    expect(ringContains(ringOf('kirkuk', 'military'), ledger('kirkuk-airbase'))).toBe(true);
    expect(metresToNearest(ledger('kirkuk-airbase'), runways('kirkuk'))).toBeLessThan(250);
  });
});

describe('Ain al-Asad', () => {
  it("has the base around its runways, with the ledger's midpoints on them", () => {
    expect(ringContains(ringOf('ain-al-asad', 'military'), ledger('ain-al-asad'))).toBe(true);
    for (const middle of [
      [42.4546, 33.78995],
      [42.4278, 33.78125],
    ]) {
      expect(metresToNearest(middle, runways('ain-al-asad'))).toBeLessThan(30);
    }
  });

  it('has the Euphrates between Haqlaniyah and Barwanah, and the base west of it', () => {
    const river = riverOf('ain-al-asad');
    expect(linesCross([control('haqlaniyah'), control('barwanah')], river)).toBe(true);
    const base = ledger('ain-al-asad');
    expect(metresToLine(base, river)).toBeGreaterThan(8_000);
    const nearest = river.reduce((best, next) => (metresBetween(base, next) < metresBetween(base, best) ? next : best));
    expect(bearing(base, nearest)).toBeLessThan(110);
  });
});

describe('Fort Bragg', () => {
  it("has the ledger's Pope Field on a runway, north of the post and north-west of Simmons", () => {
    const pope = ledger('pope-field');
    expect(metresToNearest(pope, runways('fort-bragg'))).toBeLessThan(60);
    expect(bearing(ledger('fort-bragg'), pope)).toBeGreaterThan(340);
    const [simmons = []] = lines(where('fort-bragg', ({ sources }) => sources[0] === 'simmons-10'));
    expect(Math.abs(bearing(midpoint(simmons[0] ?? [], simmons[1] ?? []), pope) - 300)).toBeLessThan(30);
  });

  it('has the grounds of three airfields, each around its own runways', () => {
    const grounds = area('fort-bragg').features.filter(({ properties }) => properties.layer === 'landuse');
    const holders = runways('fort-bragg').map((runway) =>
      grounds.filter(({ geometry }) => runway.every((end) => metresToGeometry(end, geometry) === 0)),
    );
    expect(grounds).toHaveLength(3);
    for (const holding of holders) expect(holding).toHaveLength(1);
    expect(new Set(holders.flat()).size).toBe(3);
  });
});
