import { lightTheme } from '../src/map/theme';
import { FOREVER, drawnState, type Columns, type Drawn } from '../src/model/columns';
import { DATED_KINDS, FACETS, facetOf, isReportedFacet, kindOf } from '../src/model/facet';
import { FORMS } from '../src/model/marks';
import { mercatorOf } from '../src/model/mercator';
import { indexOf, marksWithin } from '../src/model/pick';
import { colourFrom, difference, laidOver, type Colour } from './clock-colours';
import { expect, figure, onDay, pixelsFrom, seeded, test } from './clock-page';
import type { Look, MapSpec } from './pages/protocol';
import { columnsOfScene, type SceneMark } from './pages/scene';

type Point = [number, number];

const GROUND = '#808080';
const CENTRE: Point = [12, 47];
const ZOOM = 6;
/** Of the underlay in the light theme, and of what is over in it. */
const TINT = 0.27;
const PAST_TINT = 0.45;

/** Points of a lattice, in the middle of pixels of a map, and where they are. */
function lattice(columns: number, rows: number, apart: Point, size: Point): { point: Point; at: Point }[] {
  return Array.from({ length: columns * rows }, (_, index) => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    const point: Point = [12.5 + column * apart[0], 10.5 + row * apart[1]];
    return { point, at: pixelsFrom(CENTRE, ZOOM, point[0] - size[0] / 2, point[1] - size[1] / 2) };
  });
}

function mapOf(marks: SceneMark[], [width, height]: Point): MapSpec {
  const look = { camera: { center: CENTRE, zoom: ZOOM }, clock: onDay(0), theme: lightTheme, ground: GROUND };
  return { marks, look, projection: 'mercator', width, height };
}

/** The first mark that stands at each of these places. */
function marksOf({ marks }: Columns, places: readonly { at: Point }[]): number[] {
  const byPlace = new Map<string, number>();
  for (let mark = marks.length - 1; mark >= 0; mark--) byPlace.set(`${marks.x[mark]} ${marks.y[mark]}`, mark);
  return places.map(({ at }) => byPlace.get((mercatorOf(at) ?? []).join(' ')) ?? NaN);
}

/** What stands in the middle of a symbol. */
function inkOf(facet: number): Colour {
  return colourFrom(isReportedFacet(facet) ? lightTheme[kindOf(facet)] : lightTheme.casing);
}

test('the shader and the model have one rule of what is absent, over and of now', async ({ ask }) => {
  const random = seeded(3);
  const upTo = (most: number) => Math.floor(random() * most);
  const size: Point = [512, 384];
  const places = lattice(20, 19, [25, 20], size);
  const marks = places.map(({ at }): SceneMark => {
    const begin = random() < 0.05 ? -700_000 : upTo(100) - 50;
    const facet = facetOf([0, 5, 31, 127][upTo(4)] ?? 0, DATED_KINDS[upTo(4)] ?? 'incident', random() < 0.6);
    const replaced = begin + upTo(40);
    const lot = random();
    return {
      at,
      begin: random() < 0.03 ? null : begin,
      end: random() < 0.15 ? FOREVER : begin + 1 + upTo(random() < 0.5 ? 2 : 40),
      facet,
      ...(random() < 0.3 ? { replaced, replacedReported: random() < 0.4 ? FOREVER : replaced + upTo(20) } : {}),
      // A circle of nine pixels, under no symbol.
      ...(lot < 0.25 ? { form: 'area' as const, ...(lot < 0.2 ? { uncertainty: 9 * metresAPixel(at[1]) } : {}) } : {}),
    };
  });
  const columns = columnsOfScene(marks);
  const marksAt = marksOf(columns, places);
  const looks = Array.from({ length: 50 }, (_, index) => {
    const from = upTo(120) - 60;
    const bits = Array.from({ length: FACETS / 32 }, () => (upTo(2 ** 32) | upTo(2 ** 32)) >>> 0);
    const moment = { from, to: from + (index % 2 ? 1 : 1 + upTo(30)) };
    return { moment, shown: { bits, context: random() < 0.6 }, past: index % 5 > 0 };
  });
  await ask('open', 'map', mapOf(marks, size));
  const seen = await ask(
    'sample',
    'map',
    looks.map((clock) => ({ clock })),
    places.map(({ point }) => point),
  );
  const counts: Record<Drawn, number> = { now: 0, past: 0, absent: 0 };
  const ground = colourFrom(GROUND);
  const wrong: string[] = [];
  for (const [index, { moment, shown, past }] of looks.entries()) {
    for (const [place, mark] of marksAt.entries()) {
      const row = columns.marks.entry[mark] ?? 0;
      const ruled = drawnState(columns, row, moment, { bits: Uint32Array.from(shown.bits), context: shown.context });
      const state = ruled === 'past' && !past ? 'absent' : ruled;
      const facet = columns.facet[row] ?? 0;
      const area = columns.marks.form?.[mark] === FORMS.indexOf('area');
      const uncertain = (columns.marks.uncertainty?.[mark] ?? 0) > 0;
      const dimmed = area ? (uncertain ? TINT * PAST_TINT : 0) : 0.5;
      const opacity = { absent: 0, past: dimmed, now: area ? (uncertain ? TINT : 0) : 1 }[state];
      const expected = laidOver(ground, area ? colourFrom(lightTheme[kindOf(facet)]) : inkOf(facet), opacity);
      const found = colourFrom(seen[index]?.[place] ?? 0);
      if (difference(found, expected) > 2) wrong.push(`look ${index}, place ${place}, ${state}: ${found.join()}`);
      counts[state] += 1;
    }
  }
  expect(wrong).toEqual([]);
  figure(`${counts.now} of now, ${counts.past} over, ${counts.absent} absent`);
});

test('the topmost mark is the first that the model picks, and all lie in its order', async ({ ask }) => {
  const random = seeded(5);
  const size: Point = [512, 384];
  const places = lattice(8, 6, [60, 60], size);
  const marks = places.flatMap(({ at }) =>
    Array.from({ length: 6 }, (): SceneMark => {
      const begin = Math.floor(random() * 20);
      const facet = facetOf(0, DATED_KINDS[Math.floor(random() * 4)] ?? 'incident', true);
      return { at, begin, end: begin + 1 + Math.floor(random() * 10), facet };
    }),
  );
  const columns = columnsOfScene(marks);
  const marksAt = marksOf(columns, places);
  const index = indexOf(columns);
  const looks = Array.from({ length: 20 }, (_, day): Look => ({ clock: { ...onDay(day), past: true } }));
  await ask('open', 'map', mapOf(marks, size));
  const seen = await ask(
    'sample',
    'map',
    looks,
    places.map(({ point }) => point),
  );
  let stacked = 0;
  const wrong: string[] = [];
  for (const [day, colours] of seen.entries()) {
    for (const [place, mark] of marksAt.entries()) {
      const steps: Point = [columns.marks.x[mark] ?? 0, columns.marks.y[mark] ?? 0];
      const moment = { from: day, to: day + 1 };
      const shown = { bits: new Uint32Array(FACETS / 32).fill(0xffff_ffff), context: true };
      const pile = marksWithin(columns, index, steps, 0, moment, shown);
      const expected = pile.reduceRight((ground: Colour, each) => {
        const row = columns.marks.entry[each] ?? 0;
        const now = drawnState(columns, row, moment, shown) === 'now';
        return laidOver(ground, inkOf(columns.facet[row] ?? 0), now ? 1 : 0.5);
      }, colourFrom(GROUND));
      if (difference(colourFrom(colours[place] ?? 0), expected) > 3) wrong.push(`day ${day}, place ${place}`);
      stacked += pile.length;
    }
  }
  expect(wrong).toEqual([]);
  figure(`${(stacked / seen.length / places.length).toFixed(1)} marks at a place`);
});

test('a step shows whole frames, of which none mixes old and new', async ({ ask }) => {
  const size: Point = [640, 512];
  const places = lattice(50, 40, [12, 12], size);
  // Of even and of odd days, which turn about.
  const marks = places.map(({ at }, index): SceneMark => {
    const even = index % 2 === 0;
    return { at, begin: 0, end: FOREVER, facet: facetOf(even ? 0 : 1, 'context', true) };
  });
  const only = (layer: 0 | 1) =>
    Array.from({ length: FACETS / 32 }, (_, word) => (word === 0 ? 0xff << (8 * layer) : 0));
  const looks = Array.from({ length: 50 }, (_, step): Look => {
    return { clock: { ...onDay(step), shown: { bits: only(step % 2 === 0 ? 0 : 1), context: true } } };
  });
  await ask('open', 'map', mapOf(marks, size));
  const frames = await ask(
    'watch',
    'map',
    looks,
    places.map(({ point }) => point),
  );
  const ink = colourFrom(lightTheme.context);
  for (const { look, colours } of frames.filter((frame) => frame.look >= 0)) {
    const parity = look % 2;
    const right = colours.filter((colour, place) => {
      return difference(colourFrom(colour), place % 2 === parity ? ink : colourFrom(GROUND)) === 0;
    });
    expect(right.length, `marks as they ought to be in a frame of step ${look}`).toBe(places.length);
  }
  figure(`${frames.length} frames of ${places.length} marks`);
});

function metresAPixel(latitude: number): number {
  return ((2 * Math.PI * 6_371_008.8) / (512 * 2 ** ZOOM)) * Math.cos((latitude * Math.PI) / 180);
}
