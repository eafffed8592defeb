import type { Geometry, Point, Position } from 'geojson';
import { describeValue, formatChoice, type Issue } from './problem';

export type GeometryResult = { geometry: Geometry | null } | { problems: Issue[] };

/** A wrong line has as many problems as vertices; the first few tell what to mend. */
const MOST_ISSUES = 10;

/** RFC 7946 §3.1.8 advises against any nesting of collections; without a limit it could exhaust the stack. */
const DEEPEST_COLLECTION = 8;

/**
 * Checks the `geometry` of a feature against RFC 7946 §3.1: a known type, coordinates nested as it asks, positions
 * `[longitude, latitude]` in degrees of WGS84 (§4), lines of 2 and closed rings of 4 positions or more. `null` is a
 * feature without a place (§3.2). The geometry comes back as given; otherwise its problems do, at most ten.
 */
export function checkGeometry(value: unknown): GeometryResult {
  if (value === null) return { geometry: null };
  if (isPoint(value)) return { geometry: value };
  const issues: Issue[] = [];
  checkShape(value, [], 0, issues);
  if (issues.length > 0) return { problems: issues.slice(0, MOST_ISSUES) };
  return { geometry: value as Geometry };
}

/** True for a sound point of two coordinates, which nearly every geometry is; the long way says what is wrong. */
function isPoint(value: unknown): value is Point {
  if (typeof value !== 'object' || value === null) return false;
  const { type, coordinates } = value as { type?: unknown; coordinates?: unknown };
  return type === 'Point' && isSound(coordinates);
}

/** True for a position of two coordinates in range. */
function isSound(position: unknown): boolean {
  if (!Array.isArray(position) || position.length !== 2) return false;
  const [longitude, latitude] = position as unknown[];
  return isWithin(longitude, 180) && isWithin(latitude, 90);
}

function isWithin(degrees: unknown, most: number): boolean {
  return typeof degrees === 'number' && Math.abs(degrees) <= most;
}

type Path = Issue['path'];
type Check = (value: unknown, path: Path, issues: Issue[]) => void;

/** What the coordinates of each type must be (RFC 7946 §3.1.2 to §3.1.7). */
const COORDINATES: Readonly<Record<Exclude<Geometry['type'], 'GeometryCollection'>, Check>> = {
  Point: checkPosition,
  MultiPoint: listOf('positions', 0, checkPosition),
  LineString: checkLine,
  MultiLineString: listOf('lines', 0, checkLine),
  Polygon: checkPolygon,
  MultiPolygon: listOf('polygons', 0, checkPolygon),
};
const TYPES = [...Object.keys(COORDINATES), 'GeometryCollection'];

function checkShape(value: unknown, path: Path, depth: number, issues: Issue[]): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    issues.push({ path, message: `expected a geometry or null, found ${describeValue(value)}` });
    return;
  }
  const { type, coordinates, geometries } = value as Record<string, unknown>;
  if (typeof type !== 'string' || !TYPES.includes(type)) {
    const message = `unknown geometry type ${describeValue(type)}; expected ${formatChoice(TYPES)}`;
    issues.push({ path: [...path, 'type'], message });
  } else if (type !== 'GeometryCollection') {
    COORDINATES[type as keyof typeof COORDINATES](coordinates, [...path, 'coordinates'], issues);
  } else if (depth === DEEPEST_COLLECTION) {
    issues.push({ path, message: `expected no more than ${DEEPEST_COLLECTION} nested collections, found another` });
  } else {
    const checkMember: Check = (member, at, found) => checkShape(member, at, depth + 1, found);
    listOf('geometries', 0, checkMember)(geometries, [...path, 'geometries'], issues);
  }
}

function listOf(what: string, least: number, check: Check): Check {
  return (value, path, issues) => {
    if (!Array.isArray(value)) {
      issues.push({ path, message: `expected an array of ${what}, found ${describeValue(value)}` });
      return;
    }
    if (value.length < least) {
      issues.push({ path, message: `expected ${least} ${what} or more, found ${value.length}` });
    }
    for (const [index, item] of value.entries()) {
      // Paths are made only where there may be something to say.
      if (check === checkPosition && isSound(item)) continue;
      check(item, [...path, index], issues);
      if (issues.length >= MOST_ISSUES) return;
    }
  };
}

function checkLine(value: unknown, path: Path, issues: Issue[]): void {
  listOf('positions', 2, checkPosition)(value, path, issues);
}

function checkPolygon(value: unknown, path: Path, issues: Issue[]): void {
  listOf('rings', 1, checkRing)(value, path, issues);
}

/** RFC 7946 §3.1.6: four positions or more, the last the same as the first. */
function checkRing(value: unknown, path: Path, issues: Issue[]): void {
  const before = issues.length;
  listOf('positions', 4, checkPosition)(value, path, issues);
  if (issues.length > before || !Array.isArray(value)) return;
  const first = value[0] as Position;
  const last = value.at(-1) as Position;
  if (first.some((number, axis) => number !== last[axis])) {
    const message = `expected a closed ring that ends at ${describeValue(first)}, found ${describeValue(last)}`;
    issues.push({ path: [...path, value.length - 1], message });
  }
}

/** RFC 7946 §3.1.1, with the two usual mistakes named: the axes swapped, and metres for degrees. */
function checkPosition(value: unknown, path: Path, issues: Issue[]): void {
  if (!Array.isArray(value) || value.length < 2) {
    issues.push({ path, message: `expected a position [longitude, latitude], found ${describeValue(value)}` });
    return;
  }
  const wrong = value.findIndex((number) => !Number.isFinite(number));
  if (wrong !== -1) {
    const message = `expected a number of degrees, found ${describeValue(value[wrong])}`;
    issues.push({ path: [...path, wrong], message });
    return;
  }
  const [longitude, latitude] = value as [number, number];
  const found = `[${longitude}, ${latitude}]`;
  if (Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90) return;
  if (Math.max(Math.abs(longitude), Math.abs(latitude)) > LARGEST_SLIP) {
    issues.push({ path, message: `${found} looks like projected metres (EPSG:3857); expected degrees` });
  } else if (Math.abs(longitude) <= 90 && Math.abs(latitude) <= 180) {
    issues.push({ path, message: `latitude and longitude look swapped: ${found}; expected [longitude, latitude]` });
  } else {
    if (Math.abs(longitude) > 180) {
      issues.push({ path: [...path, 0], message: `expected a longitude from -180 to 180, found ${longitude}` });
    }
    if (Math.abs(latitude) > 90) {
      issues.push({ path: [...path, 1], message: `expected a latitude from -90 to 90, found ${latitude}` });
    }
  }
}

/** Beyond a number of degrees anyone writes by a slip, such as a longitude counted on past 360. */
const LARGEST_SLIP = 1000;

/**
 * Says what is wrong with the `crs` member of a FeatureCollection, or undefined. RFC 7946 §4 dropped it: all is WGS84,
 * longitude first. What old software writes for just that, CRS84, is let pass.
 */
export function checkCrs(crs: unknown): string | undefined {
  if (crs === undefined || crs === null) return undefined;
  const name = (crs as { properties?: { name?: unknown } | null }).properties?.name;
  if (typeof name === 'string' && /(^|[:/])CRS84$/i.test(name)) return undefined;
  return `found the coordinate reference system ${describeValue(name ?? crs)}; expected none, or CRS84 (RFC 7946 §4)`;
}

/**
 * One `[longitude, latitude]` in degrees to draw or to fly to: a point itself, a line's middle vertex, the mean of a
 * polygon's outer vertices, and of several parts the first. Undefined where an empty geometry holds none.
 */
export function representativePoint(geometry: Geometry): Position | undefined {
  switch (geometry.type) {
    case 'Point':
      return geometry.coordinates;
    case 'MultiPoint':
      return geometry.coordinates[0];
    case 'LineString':
      return middleOf(geometry.coordinates);
    case 'MultiLineString':
      return middleOf(geometry.coordinates[0] ?? []);
    case 'Polygon':
      return meanOf(geometry.coordinates[0] ?? []);
    case 'MultiPolygon':
      return meanOf(geometry.coordinates[0]?.[0] ?? []);
    case 'GeometryCollection':
      return geometry.geometries.map(representativePoint).find((point) => point !== undefined);
  }
}

function middleOf(line: readonly Position[]): Position | undefined {
  return line[Math.floor((line.length - 1) / 2)];
}

/** The mean of a ring's corners; its last position repeats the first (RFC 7946 §3.1.6). */
function meanOf(ring: readonly Position[]): Position | undefined {
  const corners = ring.slice(0, -1);
  if (corners.length === 0) return undefined;
  return [0, 1].map((axis) => corners.reduce((sum, corner) => sum + (corner[axis] ?? 0), 0) / corners.length);
}
