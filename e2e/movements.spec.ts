import { momentAt, movement, place, report } from '../src/model/sample';
import { CORE, DAY_ONE, GROUND, along, changesIn, expect, force, inked, isDark, test } from './movement-page';

const BAGHDAD: [number, number] = [44.4, 33.3];
const KUWAIT: [number, number] = [47.6, 29.3];
const BRAGG: [number, number] = [-79, 35.1];
const GUAM: [number, number] = [144.8, 13.5];
const HONOLULU: [number, number] = [-157.9, 21.3];

for (const projection of ['mercator', 'globe'] as const) {
  test(`a line runs where its movement goes, ${projection}`, async ({ ask }) => {
    for (const [ends, zooms] of [
      [
        [KUWAIT, BAGHDAD],
        [5, 7, 11, 14],
      ],
      [
        [BRAGG, KUWAIT],
        [2, 4, 8],
      ],
      [
        [GUAM, HONOLULU],
        [2, 5, 9],
      ],
    ] as const) {
      await ask('open', inked(force('force', [...ends]), { projection }));
      const points = along([...ends], 12);
      for (const zoom of zooms) {
        for (const point of [points[1], points[5], points[9]]) {
          if (!point) continue;
          const [on] = await ask('sample', { camera: { center: point, zoom } }, [point]);
          expect.soft(isDark(on ?? GROUND), `${point.join()} at zoom ${zoom}`).toBe(true);
        }
      }
      const middle = points[5] ?? [0, 0];
      const before = { moment: momentAt('2019-12-31'), camera: { center: middle, zoom: 4 } };
      expect(await ask('sample', before, [middle])).toEqual([GROUND]);
      await ask('show', { moment: DAY_ONE });
    }
  });
}

test('over the antimeridian a line is whole in every copy of the world, and no streak crosses the map', async ({
  ask,
}) => {
  await ask('open', inked(force('force', [GUAM, HONOLULU]), { width: 1200, height: 500 }));
  const points = along([GUAM, HONOLULU], 10);
  for (const longitude of [180, 170, -170, 10, 60, -100]) {
    for (const zoom of [0.3, 1, 2]) {
      const camera = { center: [longitude, 15] as [number, number], zoom };
      const colours = await ask('sample', { camera }, points);
      const width = 512 * 2 ** zoom;
      // Only what the map shows of them can be seen.
      const seen = points.filter(([east]) => Math.abs(((east - longitude + 540) % 360) - 180) / 360 < 590 / width);
      const dark = points.filter((point, index) => seen.includes(point) && isDark(colours[index] ?? GROUND));
      expect.soft(dark.length, `centre ${longitude}, zoom ${zoom}`).toBeGreaterThanOrEqual(seen.length * 0.85);
      const elsewhere = [-60, -20, 0, 30, 80, 110].map((east): [number, number] => [east, 17]);
      const others = await ask('sample', { camera }, elsewhere);
      expect.soft(others, `centre ${longitude}, zoom ${zoom}`).toEqual(others.map(() => GROUND));
    }
  }
});

test('what lies behind the globe is not drawn', async ({ ask }) => {
  await ask('open', inked(force('force', [KUWAIT, BAGHDAD]), { projection: 'globe' }));
  const drawn = async (camera: { center: [number, number]; zoom: number }) =>
    (await ask('inked', { camera, moment: DAY_ONE })) - (await ask('inked', { moment: momentAt('2019-12-31') }));
  expect(await drawn({ center: [46, 31], zoom: 3 })).toBeGreaterThan(100);
  expect(await drawn({ center: [-134, -31], zoom: 1 })).toBe(0);
});

test('status is solid, dashed or dotted, and added context hollow', async ({ ask }) => {
  const ends = [KUWAIT, BAGHDAD];
  // The number stands beside the middle.
  const points = along(ends, 400).slice(40, 160);
  const camera = { center: [46, 31.4] as [number, number], zoom: 6 };
  const rows = new Map<string, number[]>();
  for (const status of ['arrived', 'under way', 'announced', 'on alert'] as const) {
    await ask('open', inked(force('force', ends, { status }), { look: { camera, moment: DAY_ONE } }));
    rows.set(status, await ask('sample', {}, points));
  }
  const changes = [...rows.values()].map(changesIn);
  expect(changes[0]).toBe(0);
  expect(rows.get('arrived')?.every(isDark)).toBe(true);
  expect(changes[1]).toBeGreaterThan(3);
  expect(changes[2]).toBeGreaterThan((changes[1] ?? 0) * 1.3);
  // Between dashes and dots the casing goes on, so that they read as one line.
  for (const status of ['under way', 'announced']) {
    expect(rows.get(status)?.filter((colour) => colour === GROUND)).toEqual([]);
  }
  await ask(
    'open',
    inked(force('force', ends, { reported: false }, { reported: false }), { look: { camera, moment: DAY_ONE } }),
  );
  expect(await ask('sample', {}, points)).toEqual(points.map(() => CORE));
});

test('an end known only as an area is its edge, and a head points there', async ({ ask }) => {
  const [from, , moved] = force('force', [
    [0, 0],
    [20, 0],
  ]);
  const to = place('force-to', [20, 0], { area: true, uncertainty: 500_000 });
  await ask(
    'open',
    inked(
      [from, to, moved].flatMap((feature) => feature ?? []),
      { look: { camera: { center: [10, 0], zoom: 4 }, moment: DAY_ONE } },
    ),
  );
  // 500 km are 4.5 degrees at the equator.
  const line = along(
    [
      [0, 0],
      [20, 0],
    ],
    40,
  ).filter(([east]) => east > 3 && east < 14);
  expect((await ask('sample', {}, line)).every(isDark)).toBe(true);
  const beyond = [15.8, 16.5, 18, 20].map((east): [number, number] => [east, 0]);
  expect(await ask('sample', {}, beyond)).toEqual(beyond.map(() => GROUND));
});

test('several movements between the same ends lie beside each other', async ({ ask }) => {
  const places = [place('from', [0, 0]), place('to', [10, 0])];
  const forces = ['a', 'b', 'c'].map((id) =>
    movement(id, [report('2020-01-01', { status: 'arrived', from: 'from', to: 'to' })]),
  );
  await ask('open', inked([...places, ...forces], { look: { camera: { center: [5, 1], zoom: 6 }, moment: DAY_ONE } }));
  // Away from the numbers.
  const across = Array.from({ length: 400 }, (_, index): [number, number] => [8.2, -1 + index * 0.01]);
  expect(changesIn(await ask('sample', {}, across))).toBe(6);
});

test('a pointer finds a line that is drawn, and none that is not', async ({ ask }) => {
  const camera = { center: [46, 31.4] as [number, number], zoom: 6 };
  await ask('open', inked(force('force', [KUWAIT, BAGHDAD]), { look: { camera, moment: DAY_ONE } }));
  const middle = along([KUWAIT, BAGHDAD], 2)[0] ?? [0, 0];
  expect(await ask('movementAt', middle, 0, 3)).toBe('force');
  expect(await ask('movementAt', middle, 14, 3)).toBeUndefined();
  expect(await ask('movementAt', middle, 14, 16)).toBe('force');
  await ask('show', { moment: momentAt('2019-12-01') });
  expect(await ask('movementAt', middle, 0, 3)).toBeUndefined();
});

test('one movement stands out while all others are faint, and its number too', async ({ ask }) => {
  const camera = { center: [46, 31.4] as [number, number], zoom: 5 };
  const features = [
    ...force('here', [KUWAIT, BAGHDAD]),
    ...force('there', [
      [40, 30],
      [41, 35],
    ]),
  ];
  await ask('open', inked(features, { look: { camera, moment: DAY_ONE } }));
  const points = [
    along([KUWAIT, BAGHDAD], 2)[0] ?? [0, 0],
    along(
      [
        [40, 30],
        [41, 35],
      ],
      2,
    )[0] ?? [0, 0],
  ];
  expect((await ask('sample', {}, points)).map(isDark)).toEqual([true, true]);
  expect((await ask('sample', { focus: { isolated: 'here' } }, points)).map(isDark)).toEqual([true, false]);
  expect((await ask('sample', { focus: {} }, points)).map(isDark)).toEqual([true, true]);
});

test('a lost context comes back with every line', async ({ ask }) => {
  const camera = { center: [46, 31.4] as [number, number], zoom: 5 };
  await ask('open', inked(force('force', [KUWAIT, BAGHDAD]), { look: { camera, moment: DAY_ONE } }));
  const before = await ask('inked', {});
  await ask('lose');
  expect(before).toBeGreaterThan(500);
  expect(await ask('inked', {})).toBe(before);
});

const STEP = [
  ...force('force', [KUWAIT, BAGHDAD]).slice(0, 2),
  movement('force', [
    report('2020-01-02', { status: 'arrived', from: 'force-from', to: 'force-to' }),
    report('2020-01-04', { status: 'arrived', from: 'force-from', to: 'force-to' }),
  ]),
];
const STEP_SPEC = inked(STEP, { look: { camera: { center: [46, 31.4], zoom: 6 }, moment: DAY_ONE } });
const WAY = along([KUWAIT, BAGHDAD], 10);

test('with reduced motion a new line is there at once', async ({ ask }) => {
  await ask('open', STEP_SPEC);
  const [first] = await ask('film', { moment: momentAt('2020-01-02') }, WAY);
  expect(first?.every(isDark)).toBe(true);
});

test.describe('with motion', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });

  test('a new line draws itself from its origin, and nothing moves between reports', async ({ ask }) => {
    await ask('open', STEP_SPEC);
    const frames = await ask('film', { moment: momentAt('2020-01-02') }, WAY);
    const lengths = frames.map((colours) => colours.filter(isDark).length);
    expect(lengths[0]).toBeLessThan(WAY.length);
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
    expect(lengths.at(-1)).toBe(WAY.length);
    for (const colours of frames) expect(changesIn(colours)).toBeLessThan(2);
    // The day after nobody reports anything: it is dimmed, and still.
    const after = await ask('film', { moment: momentAt('2020-01-03') }, WAY);
    expect(new Set(after.map((colours) => colours.join())).size).toBe(1);
  });

  test('a step back moves nothing', async ({ ask }) => {
    await ask('open', STEP_SPEC);
    await ask('show', { moment: momentAt('2020-01-04') });
    const frames = await ask('film', { moment: momentAt('2020-01-02') }, WAY);
    expect(new Set(frames.map((colours) => colours.join())).size).toBe(1);
  });
});
