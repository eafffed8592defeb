import { darkTheme, lightTheme } from '../src/map/theme';
import { DATED_KINDS, FACETS, facetOf } from '../src/model/facet';
import { EVERYTHING, SQUARE, expect, inked, onDay, pixelsFrom, seeded, test } from './clock-page';
import type { Look, MapSpec } from './pages/protocol';
import type { SceneMark } from './pages/scene';

type Point = [number, number];

const CENTRE: Point = [44.4, 33.3];
const CAMERA = { center: CENTRE, zoom: 7 };
const NOTHING = { bits: Array.from({ length: FACETS / 32 }, () => 0), context: true };
const FACTS_OF_TWO_KINDS = { bits: EVERYTHING.bits.map(() => 0x1212_1212), context: false };

/** Marks of every kind about the middle of the map, over ten days, some of them with circles. */
function scene(seed: number): MapSpec {
  const random = seeded(seed);
  const marks = Array.from({ length: 80 }, (_, index): SceneMark => {
    const begin = Math.floor(random() * 10);
    return {
      at: pixelsFrom(CENTRE, CAMERA.zoom, random() * 480 - 240, random() * 340 - 170),
      begin,
      end: begin + 1 + (index % 4),
      facet: facetOf(index % 3, DATED_KINDS[index % 4] ?? 'incident', index % 5 > 0),
      ...(index % 6 === 0 ? { uncertainty: 40_000 } : {}),
    };
  });
  const look = { camera: CAMERA, clock: { ...onDay(5), past: true }, theme: lightTheme, ground: '#f4f2ee' };
  return { ...inked(marks), look };
}

test('a map rests only once its marks are drawn, however many are to be handed over', async ({ ask }) => {
  const marks = [{ at: [0, 0], begin: 0, end: 1, facet: SQUARE }];
  expect(await ask('open', 'small', inked(marks))).toBe(0x000000);
  expect(await ask('open', 'large', inked(marks, { crowd: 400_000 }))).toBe(0x000000);
});

test('after a lost context the same picture comes back, with its date, filter and rings', async ({ ask }) => {
  await ask('open', 'map', scene(1));
  const look: Look = {
    clock: { moment: { from: 3, to: 6 }, shown: FACTS_OF_TWO_KINDS, past: true },
    rings: [
      { at: CENTRE, strength: 'selected' },
      { at: pixelsFrom(CENTRE, CAMERA.zoom, 90, 40), strength: 'hovered' },
    ],
    theme: darkTheme,
  };
  const before = await ask('shoot', 'map', look);
  for (let loss = 1; loss <= 3; loss++) {
    await ask('lose', 'map');
    expect(await ask('shoot', 'map'), `the same after loss ${loss}`).toBe(before);
  }
  const later = { clock: { ...onDay(8), past: false } };
  const stepped = await ask('shoot', 'map', later);
  await ask('open', 'never lost', scene(1));
  await ask('shoot', 'never lost', look);
  expect(await ask('shoot', 'never lost', later), 'a step after it').toBe(stepped);
  expect(stepped).not.toBe(before);
});

test('a date that changes while the context is lost is the one that comes back', async ({ ask }) => {
  await ask('open', 'map', scene(2));
  const look = { clock: { ...onDay(2), past: true } };
  const expected = await ask('shoot', 'map', look);
  await ask('shoot', 'map', { clock: { ...onDay(7), shown: NOTHING } });
  await ask('lose', 'map', look);
  expect(await ask('shoot', 'map')).toBe(expected);
});

test('two maps on one page each have their own date, theme and life', async ({ ask }) => {
  const alone = async (name: string, look: Look) => {
    await ask('open', name, scene(3));
    const picture = await ask('shoot', name, look);
    await ask('remove', name);
    return picture;
  };
  const looks: [Look, Look] = [
    { clock: { ...onDay(2), past: true }, theme: darkTheme },
    { clock: { ...onDay(8), past: false } },
  ];
  const expected = [await alone('first alone', looks[0]), await alone('second alone', looks[1])];
  expect(expected[0]).not.toBe(expected[1]);
  await ask('open', 'first', scene(3));
  await ask('open', 'second', scene(3));
  await ask('shoot', 'first', looks[0]);
  await ask('shoot', 'second', looks[1]);
  expect(await ask('shoot', 'first'), 'the first').toBe(expected[0]);
  expect(await ask('shoot', 'second'), 'the second').toBe(expected[1]);
  await ask('remove', 'first');
  expect(await ask('shoot', 'second'), 'the second alone').toBe(expected[1]);
  expect(await ask('shoot', 'second', { ...looks[0] }), 'the second with the look of the first').toBe(expected[0]);
});

test('a step, a filter, a ring, a theme and a camera upload nothing', async ({ ask }) => {
  await ask('open', 'map', scene(4));
  await ask('shoot', 'map');
  const pictures = new Set([await ask('shoot', 'map')]);
  const before = await ask('uploads');
  expect(before).toBeGreaterThan(0);
  for (const look of [
    { clock: { ...onDay(6), past: true } },
    { clock: { ...onDay(6), past: false } },
    { clock: { ...onDay(6), shown: FACTS_OF_TWO_KINDS } },
    { rings: [{ at: CENTRE, strength: 'selected' }] },
    { theme: darkTheme },
    { ground: '#1f1f1f' },
    { camera: { center: [44.9, 33.1], zoom: 8.5 } },
  ] satisfies Look[]) {
    pictures.add(await ask('shoot', 'map', look));
  }
  expect(pictures.size, 'pictures that differ').toBe(8);
  expect(await ask('uploads')).toBe(before);
});
