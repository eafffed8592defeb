import { SQUARE, expect, figure, inked, onDay, pixelsFrom, seeded, test } from './clock-page';
import type { SceneMark } from './pages/scene';

type Point = [number, number];

const random = seeded(1);
const PLACES: Point[] = [
  [180, 0],
  [-180, 51.5],
  [179.999_999, -16.5],
  [-179.999_999, 84],
  [180, -84],
  [0, 0],
  [44.396, 33.299],
  ...Array.from({ length: 9 }, (): Point => [random() * 360 - 180, random() * 168 - 84]),
];

/** Squares of which each stands on a day of its own, in their order. */
function squares(places: readonly Point[]): SceneMark[] {
  return places.map((at, day) => ({ at, begin: day, end: day + 1, facet: SQUARE }));
}

for (const [projection, zooms] of [
  ['mercator', [3, 14, 18, 22]],
  ['globe', [3, 8, 11.5, 14, 18, 22]],
] as const) {
  test(`a mark is drawn within half a pixel of its place, ${projection}`, async ({ ask }) => {
    await ask('open', 'map', inked(squares(PLACES), { projection }));
    for (const zoom of zooms) {
      const looks = PLACES.map((place, day) => ({
        look: {
          camera: { center: pixelsFrom(place, zoom, random() * 400 - 200, random() * 300 - 150), zoom },
          clock: onDay(day),
        },
        place,
      }));
      const symbols = await ask('weigh', 'map', looks);
      const away = symbols.map(({ at, middle }) => Math.hypot(middle[0] - at[0], middle[1] - at[1]));
      figure(`zoom ${zoom}: off by at most ${Math.max(...away).toFixed(3)} pixels`);
      for (const [day, { covered }] of symbols.entries()) {
        expect.soft(covered, `pixels of ${PLACES[day]?.join()} at zoom ${zoom}`).toBeGreaterThan(300);
        expect.soft(away[day], `${PLACES[day]?.join()} at zoom ${zoom}`).toBeLessThan(0.5);
      }
    }
  });
}

/** All symbols of a row of places, in every copy of the world that the map shows, as the marks of one day. */
const ROUND: Point[] = [-180, -175, -100, -3, 1, 60, 140, 172, 179.9].map((longitude, index) => [
  longitude,
  (index % 5) * 25 - 50,
]);
const WIDTH = 1280;

test('over the antimeridian and in every copy of the world, marks stand where the map says', async ({ ask }) => {
  const marks = squares(ROUND).map((mark) => ({ ...mark, begin: 0, end: 1 }));
  await ask('open', 'map', inked(marks, { width: WIDTH }));
  let copies = 0;
  for (const zoom of [0, 0.6, 1, 2, 3]) {
    const look = { camera: { center: [180, 0] as Point, zoom }, clock: onDay(0) };
    await ask('sample', 'map', [look], []);
    const world = 512 * 2 ** zoom;
    const middles = (await ask('project', 'map', ROUND)).flatMap(([x, y]) =>
      [-2, -1, 0, 1, 2].map((turn): Point => [x + turn * world, y]),
    );
    // A square of 9.3 pixels each way, also where its middle is out of sight.
    for (const [reach, colour] of [
      [8, 0x000000],
      [11, 0xffffff],
    ] as const) {
      const points = middles.flatMap(([x, y]): Point[] => [
        [x - reach, y],
        [x + reach, y],
        [x, y - reach],
        [x, y + reach],
      ]);
      const seen = points.filter(([x, y]) => x >= 0 && x < WIDTH && y >= 0 && y < 384);
      const [colours = []] = await ask('sample', 'map', [look], seen);
      expect(
        colours.every((found) => found === colour),
        `zoom ${zoom}, ${reach} pixels off`,
      ).toBe(true);
      copies += seen.length;
    }
  }
  figure(`${copies} points looked at`);
});

test('a symbol over the edge of the world of the map is whole, at both of its sides', async ({ ask }) => {
  await ask('open', 'map', inked(squares([[179.9, 0]]), { width: 508 }));
  const look = { camera: { center: [0, 0] as Point, zoom: 0 } };
  const edges: Point[] = [
    [0.5, 192],
    [507.5, 192],
    [16, 192],
    [492, 192],
  ];
  expect(await ask('sample', 'map', [look], edges)).toEqual([[0x000000, 0x000000, 0xffffff, 0xffffff]]);
});

test('a camera that went round the world more than once shows the same', async ({ ask }) => {
  await ask('open', 'map', inked(squares([[179.9, 20]])));
  const symbols = await ask(
    'weigh',
    'map',
    [-540.2, -180.2, 180.2, 540.2].map((longitude) => ({
      look: { camera: { center: [longitude, 20] as Point, zoom: 9 } },
      place: [179.9, 20] as Point,
    })),
  );
  for (const { at, middle } of symbols) expect(Math.hypot(middle[0] - at[0], middle[1] - at[1])).toBeLessThan(0.5);
});

test.describe('on a screen of three pixels to one', () => {
  test.use({ deviceScaleFactor: 3 });
  test('symbols are as large, as exact and three times as sharp', async ({ ask }) => {
    const places = PLACES.slice(5);
    const size = { width: 256, height: 192 };
    await ask('open', 'fine', inked(squares(places), size));
    await ask('open', 'coarse', inked(squares(places), { ...size, pixelRatio: 1 }));
    const looks = places.map((place, day) => ({
      look: { camera: { center: pixelsFrom(place, 12, day * 9.3, day * -7.7), zoom: 12 }, clock: onDay(day) },
      place,
    }));
    const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
    const [fine, coarse] = [await ask('weigh', 'fine', looks), await ask('weigh', 'coarse', looks)];
    for (const { at, middle } of fine) expect(Math.hypot(middle[0] - at[0], middle[1] - at[1])).toBeLessThan(0.5 / 3);
    const covered = [fine, coarse].map((symbols) => total(symbols.map((symbol) => symbol.covered))) as Point;
    const soft = [fine, coarse].map((symbols) => total(symbols.map((symbol) => symbol.halves))) as Point;
    expect(covered[0] / covered[1] / 9).toBeCloseTo(1, 1);
    expect(soft[0] / covered[0] / (soft[1] / covered[1])).toBeLessThan(0.4);
    figure(
      `of a symbol, ${(soft[0] / covered[0]).toFixed(3)} is soft edge, with one pixel to one ${(soft[1] / covered[1]).toFixed(3)}`,
    );
  });
});
