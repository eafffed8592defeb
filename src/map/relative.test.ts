import fc from 'fast-check';
import { expect, test } from 'vitest';
import { facetOf, shownBy } from '../model/facet';
import { WORLD, mercatorOf } from '../model/mercator';
import { indexOf, marksWithin } from '../model/pick';
import { RowBuilder } from '../model/rows';
import { EVERYTHING, momentAt, whenOf } from '../model/sample';
import { relativeTo, sphericalTo, turnsOf, type Relative } from './relative';

type Point = [number, number];

const [WIDTH, HEIGHT] = [1280, 800];
/** Pixels from MapLibre's camera to the middle of the map. */
const DISTANCE = HEIGHT * 1.5;
const round = Math.fround;

/** Seeded points anywhere on earth, each with a middle of the map at most so many degrees off. */
function pointsNear(degrees: number): { place: Point; centre: Point }[] {
  const within = (most: number) => fc.integer({ min: -1e9, max: 1e9 }).map((lot) => (lot / 1e9) * most);
  const longitude = fc.oneof({ weight: 8, arbitrary: within(180) }, fc.constantFrom(180, -180, 179.999_999_9, 0));
  const arbitrary = fc.tuple(longitude, within(85.05), within(degrees), within(degrees));
  return fc.sample(arbitrary, { numRuns: 1000, seed: 18 }).map(([east, north, aside, up]) => ({
    place: [east, north],
    centre: [east + aside, Math.max(-85, Math.min(85, north + up * Math.cos((north * Math.PI) / 180)))],
  }));
}

/** Mercator pixels in 64 bits, straight from degrees. */
function pixelsOf([longitude, latitude]: Point, world: number): Point {
  const north = Math.asinh(Math.tan((latitude * Math.PI) / 180));
  return [(longitude / 360 + 0.5) * world, (0.5 - north / (2 * Math.PI)) * world];
}

function degreesOf([x, y]: Point, world: number): Point {
  const north = Math.PI * (1 - (2 * y) / world);
  return [(x / world - 0.5) * 360, (Math.atan(Math.sinh(north)) * 180) / Math.PI];
}

/** As MapLibre's for a flat map that is not tilted: mercator coordinates 0 to 1 to clip space, column-major. */
function flatMatrix(centre: Point, world: number): number[] {
  const [x, y] = pixelsOf(centre, world);
  const [right, up] = [(2 * DISTANCE) / WIDTH, (2 * DISTANCE) / HEIGHT];
  return [right * world, 0, 0, 0, 0, -up * world, 0, 0, 0, 0, -1, 0, -right * x, up * y, 0, DISTANCE];
}

/** A row of a matrix times a vector, each operation in 32 bits. */
function times(matrix: Float32Array, row: number, vector: readonly number[]): number {
  return vector.reduce((sum, value, column) => round(sum + round((matrix[column * 4 + row] ?? 0) * value)), 0);
}

/** From clip space to pixels of the map, each operation in 32 bits. */
function onScreen(matrix: Float32Array, vector: readonly number[]): Point {
  const [x, y, w] = [0, 1, 3].map((row) => times(matrix, row, vector)) as [number, number, number];
  const share = (value: number) => round(round(round(value / w) * 0.5) + 0.5);
  return [round(share(x) * WIDTH), round(share(-y) * HEIGHT)];
}

/** The shader's `fromCentre`: integers until the difference is taken, 32 bits from then on. */
function fromCentre([x, y]: Point, { centre }: Pick<Relative, 'centre'>): Point {
  const south = y >= centre[1] ? round(y - centre[1]) : -round(centre[1] - y);
  return [round(round((x - centre[0]) | 0) / WORLD), round(south / WORLD)];
}

/** The middle of the map in the turn of the world that its steps are in. */
function wrapped(longitude: number): number {
  return longitude - Math.floor(longitude / 360 + 0.5) * 360;
}

function stepsOf(place: Point): Point {
  const steps = mercatorOf(place);
  if (!steps) throw new RangeError('beyond the edge');
  return steps;
}

/** The pixel from the middle of the map, by the shorter way round the world. */
function truePixel(place: Point, centre: Point, world: number): Point {
  const [[x, y], [middleX, middleY]] = [pixelsOf(place, world), pixelsOf(centre, world)];
  const east = x - middleX;
  return [WIDTH / 2 + east - Math.round(east / world) * world, HEIGHT / 2 + y - middleY];
}

test('at zoom 18 the shader puts a mark within half a pixel of its place, and that pixel finds the mark', () => {
  const world = 512 * 2 ** 18;
  const points = pointsNear(0.0016);
  const builder = new RowBuilder(['one']);
  for (const { place } of points) {
    const [x, y] = stepsOf(place);
    const row = { when: whenOf('2020-01-01'), facet: facetOf(0, 'incident', true) };
    builder.add(row, [{ x, y, uncertainty: 0, form: 'symbol' }]);
  }
  const { columns } = builder.finish();
  const index = indexOf(columns);
  let worst = 0;
  for (const { place, centre } of points) {
    const steps = stepsOf(place);
    const relative = relativeTo(stepsOf(centre), flatMatrix([wrapped(centre[0]), centre[1]], world));
    const drawn = onScreen(relative.matrix, [...fromCentre(steps, relative), 0, 1]);
    const [x, y] = truePixel(place, centre, world);
    worst = Math.max(worst, Math.hypot(drawn[0] - x, drawn[1] - y));

    const [middleX, middleY] = pixelsOf(centre, world);
    const pointer = degreesOf([middleX + drawn[0] - WIDTH / 2, middleY + drawn[1] - HEIGHT / 2], world);
    const reach = (0.5 * WORLD) / world;
    const found = marksWithin(
      columns,
      index,
      stepsOf(pointer),
      reach,
      momentAt('2020-01-01'),
      shownBy(EVERYTHING, ['one']),
    );
    expect(found.map((mark) => [columns.marks.x[mark], columns.marks.y[mark]])).toContainEqual(steps);
  }
  // Two thirds of it are the steps in which places are held.
  expect(worst).toBeLessThan(0.05);
});

test('a camera that went round the world measures from the same place', () => {
  const world = 512 * 2 ** 10;
  const centre = stepsOf([179.9, 20]);
  const here = relativeTo(centre, flatMatrix([179.9, 20], world));
  const beyond = relativeTo([centre[0] - WORLD, centre[1]], flatMatrix([-180.1, 20], world));
  expect(beyond.centre).toEqual(here.centre);
  for (const [index, value] of beyond.matrix.entries()) expect(value).toBeCloseTo(here.matrix[index] ?? NaN, 2);
});

test('on the globe, ways from the centre reach the same clip space as places on the sphere', () => {
  const matrix = fc.sample(fc.integer({ min: -1000, max: 1000 }), { numRuns: 16, seed: 3 });
  const plane: [number, number, number, number] = [0.3, -0.5, 0.7, -0.2];
  for (const { place, centre } of pointsNear(120).slice(0, 100)) {
    const { matrix: spherical, horizon, latitude } = sphericalTo(stepsOf(centre), matrix, plane);
    const north = (centre[1] * Math.PI) / 180;
    expect(latitude[0]).toBeCloseTo(Math.sin(north), 7);
    expect(latitude[1]).toBeCloseTo(Math.cos(north), 7);
    const [x, y, z] = onSphere(place[0], place[1]);
    const [east, up, out] = onSphere(place[0] - centre[0], place[1]);
    const way = [east, up - latitude[0], out - latitude[1]];
    for (const row of [0, 1, 2, 3]) {
      expect(
        dot(
          spherical.filter((_, index) => index % 4 === row),
          [...way, 1],
        ),
      ).toBeCloseTo(
        dot(
          matrix.filter((_, index) => index % 4 === row),
          [x, y, z, 1],
        ),
        2,
      );
    }
    expect(dot(horizon, [...way, 1])).toBeCloseTo(dot(plane, [x, y, z, 1]), 6);
  }
});

/** East from the meridian of Greenwich, along the axis, and towards that meridian. */
function onSphere(longitude: number, latitude: number): [number, number, number] {
  const [east, north] = [(longitude * Math.PI) / 180, (latitude * Math.PI) / 180];
  return [Math.sin(east) * Math.cos(north), Math.sin(north), Math.cos(east) * Math.cos(north)];
}

function dot(a: ArrayLike<number>, b: readonly number[]): number {
  return b.reduce((sum, value, index) => sum + value * (a[index] ?? 0), 0);
}

test('a map shows each copy of the world that reaches into it, and no other', () => {
  expect(turnsOf(1280, 512 * 2 ** 18)).toEqual([0]);
  expect(turnsOf(512, 512)).toEqual([0]);
  expect(turnsOf(513, 512)).toEqual([-1, 0, 1]);
  expect(turnsOf(1280, 512)).toEqual([-1, 0, 1]);
  expect(turnsOf(1537, 512)).toEqual([-2, -1, 0, 1, 2]);
});

test('what stands beyond the edge of a copy and reaches over it is shown too', () => {
  expect(turnsOf(500, 512, 5)).toEqual([0]);
  expect(turnsOf(500, 512, 14)).toEqual([-1, 0, 1]);
});
