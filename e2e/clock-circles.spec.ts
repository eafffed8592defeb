import { lightTheme } from '../src/map/theme';
import { facetOf } from '../src/model/facet';
import { pointAt } from '../src/model/geodesy';
import { colourFrom, laidOver, type Colour } from './clock-colours';
import { expect, figure, inked, onDay, pixelsFrom, test, type Ask } from './clock-page';
import type { SceneMark } from './pages/scene';

type Point = [number, number];

const BEARINGS = [0, 90, 180, 270];
const GROUND: Colour = [255, 255, 255];
const INK = colourFrom(lightTheme.incident);
/** The tint of a circle in the light theme, and the share of its radius from which it fades. */
const TINT = 0.27;
const FULL = 0.55;

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
      area: true,
    };
  });
}

/** How strong the tint is at points, 0 to 1, as the map with a camera shows it on a day. */
async function tintsAt(ask: Ask, day: number, center: Point, zoom: number, points: readonly Point[]) {
  const look = { camera: { center, zoom }, clock: onDay(day) };
  const [, pixels] = [await ask('shoot', 'map', look), await ask('project', 'map', [...points])];
  const [colours = []] = await ask('sample', 'map', [look], pixels);
  // In the channel where ink and ground differ most.
  return colours.map((colour) => (255 - colourFrom(colour)[2]) / (255 - laidOver(GROUND, INK, TINT)[2]));
}

/** Opens the circles and sees each from a camera a little beside its middle: where it ends, to the share of its radius. */
async function measure(ask: Ask, projection: 'mercator' | 'globe', circles: readonly Circle[]): Promise<void> {
  const spec = inked(areas(circles), { projection, width: 1024, height: 768 });
  await ask('open', 'map', { ...spec, look: { ...spec.look, theme: lightTheme } });
  let worst = 0;
  for (const [day, { place, metres, zoom }] of circles.entries()) {
    const center = pixelsFrom(place, zoom, 23, -17);
    const around = (share: number) =>
      BEARINGS.map((bearing) => pointAt(place, metres * share, bearing) as Point).filter(([, y]) => Math.abs(y) < 85);
    const name = `${place.join()} ${(metres / 1000).toPrecision(3)} km`;
    const inside = await tintsAt(ask, day, center, zoom, around(0.8));
    for (const tint of inside) worst = Math.max(worst, Math.abs(shareOf(tint) - 0.8));
    expect
      .soft(
        inside.map(shareOf).every((share) => Math.abs(share - 0.8) < 0.03),
        `${name}: ${inside.map(shareOf).join()}`,
      )
      .toBe(true);
    expect.soft(await tintsAt(ask, day, center, zoom, around(1.05)), name).toEqual(around(1.05).map(() => 0));
    expect
      .soft(await tintsAt(ask, day, center, zoom, [place, ...around(0.45)]), name)
      .toEqual([1, ...around(0.45).map(() => 1)].map((one) => expect.closeTo(one, 1)));
  }
  figure(`at 0.8 of the radius, off by at most ${worst.toFixed(3)} of it`);
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
    await measure(
      ask,
      projection,
      zooms.flatMap((zoom) => [0, 45, 70].map((latitude) => circleOf(44, latitude, zoom))),
    );
  });
  test(`a huge circle, and one over the antimeridian or near the pole, is whole, ${projection}`, async ({ ask }) => {
    await measure(ask, projection, [
      ...[0, 45, -70].map((latitude): Circle => ({ place: [-100, latitude], metres: 2e6, zoom: 1.5 })),
      circleOf(179.9, 20, 9),
      circleOf(-180, -50, 9),
      { place: [179, 60], metres: 2e6, zoom: 1.5 },
      circleOf(10, 84, 7),
      { place: [0, 80], metres: 1e6, zoom: 2 },
    ]);
  });
}
