import { lightTheme } from '../src/map/theme';
import { facetOf } from '../src/model/facet';
import { pointAt } from '../src/model/geodesy';
import { colourFrom, laidOver, type Colour } from './clock-colours';
import { expect, figure, inked, onDay, pixelsFrom, test, type Ask } from './clock-page';
import type { MapSpec } from './pages/protocol';
import type { SceneMark } from './pages/scene';

type Point = [number, number];

const BEARINGS = [0, 90, 180, 270];
const GROUND: Colour = [255, 255, 255];
const INK = colourFrom(lightTheme.incident);
/** The tint of a circle in the light theme, and the share of its radius from which it fades. */
const TINT = 0.27;
const FULL = 0.55;
/** The share of the radius where the fading is measured. */
const FADING = 0.8;

interface Circle {
  place: Point;
  metres: number;
  zoom: number;
}

/** A circle of so many pixels, true at its middle. */
function circleOf(longitude: number, latitude: number, zoom: number, pixels = 100): Circle {
  const world = 2 * Math.PI * 6_371_008.8 * Math.cos((latitude * Math.PI) / 180);
  return { place: [longitude, latitude], metres: (pixels * world) / (512 * 2 ** zoom), zoom };
}

/** Known only as an area, so that no symbol lies over it; each on a day of its own. */
function areas(circles: readonly Circle[]): SceneMark[] {
  return circles.map(({ place, metres }, day) => {
    return {
      at: place,
      begin: day,
      end: day + 1,
      facet: facetOf(0, 'incident', true),
      uncertainty: metres,
      form: 'area',
    };
  });
}

/** How strong a tint is, 0 to 1, in the channel where ink and ground differ most. */
function strengthOf(colour: number): number {
  return (255 - colourFrom(colour)[2]) / (255 - laidOver(GROUND, INK, TINT)[2]);
}

/** Opens the circles and sees each from a camera a little beside its middle: full inside, fading, and not beyond. */
async function measure(ask: Ask, more: Partial<MapSpec>, circles: readonly Circle[]): Promise<void> {
  const spec = inked(areas(circles), more);
  await ask('open', 'map', { ...spec, look: { ...spec.look, theme: lightTheme } });
  const looks = circles.map(({ place, metres, zoom }, day) => {
    const around = (share: number) =>
      BEARINGS.map((bearing) => ({ share, at: pointAt(place, metres * share, bearing) as Point }));
    const camera = { center: pixelsFrom(place, zoom, 23, -17), zoom };
    // What lies beyond the edge of mercator is no place on this map.
    const samples = [0, 0.45, FADING, 1.05].flatMap(around).filter(({ at }) => Math.abs(at[1]) < 85);
    return { look: { camera, clock: onDay(day) }, places: samples.map(({ at }) => at), samples };
  });
  const colours = await ask(
    'sampleAt',
    'map',
    looks.map(({ look, places }) => ({ look, places })),
  );
  let worst = 0;
  for (const [day, { samples }] of looks.entries()) {
    const strengths = (share: number) =>
      (colours[day] ?? []).map(strengthOf).filter((_, index) => samples[index]?.share === share);
    const { place, metres = NaN } = circles[day] ?? {};
    const name = `round ${place?.join()}, ${(metres / 1000).toPrecision(3)} km`;
    const fading = strengths(FADING).map((strength) => Math.abs(shareOf(strength) - FADING));
    worst = Math.max(worst, ...fading);
    const full = [...strengths(0), ...strengths(0.45)].map((strength) => Math.abs(strength - 1));
    expect.soft(Math.max(...fading, ...full), name).toBeLessThan(0.02);
    expect.soft(strengths(1.05), name).toEqual(strengths(1.05).map(() => 0));
  }
  figure(`at ${FADING} of the radius, off by at most ${worst.toFixed(3)} of it`);
}

/** The share of the radius at which a circle is as strong as this: the inverse of how it fades. */
function shareOf(tint: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 30; step++) {
    const middle = (low + high) / 2;
    if (1 - middle * middle * (3 - 2 * middle) > tint) low = middle;
    else high = middle;
  }
  return FULL + low * (1 - FULL);
}

for (const [projection, zooms] of [
  ['mercator', [5, 12, 18, 21]],
  ['globe', [3, 8, 11.6, 18]],
] as const) {
  test(`a soft circle has the true radius in metres, ${projection}`, async ({ ask }) => {
    const circles = zooms.flatMap((zoom) => [0, 45, 70].map((latitude) => circleOf(44, latitude, zoom)));
    await measure(ask, { projection }, circles);
  });

  test(`a huge circle, and one over the antimeridian or the pole, is whole, ${projection}`, async ({ ask }) => {
    await measure(ask, { projection, width: 1024, height: 768 }, [
      ...[0, 45, -70].map((latitude): Circle => ({ place: [-100, latitude], metres: 2e6, zoom: 1.5 })),
      { place: [179, 60], metres: 2e6, zoom: 1.5 },
      { place: [0, 80], metres: 1.2e6, zoom: 1.8 },
      circleOf(179.9, 20, 9),
      circleOf(-180, -50, 9),
      circleOf(10, 84, 7),
    ]);
  });
}

test('a circle reaches over the edge of the world of the map, at both of its sides', async ({ ask }) => {
  const metres = 2e6;
  const spec = inked(areas([{ place: [178, 10], metres, zoom: 0 }]), { width: 508 });
  await ask('open', 'map', { ...spec, look: { ...spec.look, theme: lightTheme } });
  const look = { camera: { center: [0, 0] as Point, zoom: 0 }, clock: onDay(0) };
  const step = (508 / 512) * 180 - 1;
  const [colours = []] = await ask('sampleAt', 'map', [
    {
      look,
      places: [
        [step, 10],
        [-step, 10],
      ],
    },
  ]);
  expect(colours.map(strengthOf)).toEqual([expect.closeTo(1, 1), expect.closeTo(1, 1)]);
});

test('the same doubt told twice is no deeper', async ({ ask }) => {
  const circle = circleOf(44, 30, 9);
  const marks = areas([circle, circle, circle]).map((mark) => ({ ...mark, begin: 0, end: 1 }));
  const spec = inked(marks);
  await ask('open', 'map', { ...spec, look: { ...spec.look, theme: lightTheme } });
  const look = { camera: { center: circle.place, zoom: 9 }, clock: onDay(0) };
  const places = BEARINGS.map((bearing) => pointAt(circle.place, circle.metres * FADING, bearing));
  const [colours = []] = await ask('sampleAt', 'map', [{ look, places }]);
  for (const colour of colours) expect(Math.abs(shareOf(strengthOf(colour)) - FADING)).toBeLessThan(0.02);
});
