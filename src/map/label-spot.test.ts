import { describe, expect, it } from 'vitest';
import { courseOf } from './course';
import type { Place } from '../model/feature';
import { place } from '../model/sample';
import { freeSides, marksInView, spotOnLine, type InView } from './label-spot';
import type { ShownLeg } from './leg-states';

const BAGHDAD: [number, number] = [44.4, 33.3];

/** Lines as they are drawn, of which only the course is looked at. */
function shown(...lines: [number, number][][]): ShownLeg[] {
  return lines.map((line) => ({ leg: { course: courseOf(line) } }) as ShownLeg);
}

const WORLD: InView = { west: -180, south: -85, east: 180, north: 85, width: 1024 };
const WORDS = '~100 arrived';

describe('spotOnLine', () => {
  it.each([
    ['level', [1, 0.05]],
    ['rising', [1, 1]],
    ['rising', [-1, -1]],
    ['falling', [1, -1]],
    ['upright', [0.1, 1]],
    ['upright', [0, 0]],
  ] as const)('is beside a line that is %s towards %j', (side, [east, north]) => {
    expect(
      spotOnLine(
        [0, 1, 2].map((each) => [each * east, each * north]),
        1,
        WORDS,
        WORLD,
        [],
      )?.side,
    ).toBe(side);
  });

  it('goes by the flat map, which is stretched towards the poles', () => {
    // Here a degree north is drawn twice as long as one east.
    expect(
      spotOnLine(
        [0, 1, 2].map((each) => [each, 59 + each]),
        1,
        WORDS,
        WORLD,
        [],
      )?.side,
    ).toBe('upright');
  });

  const level: [number, number][] = Array.from({ length: 33 }, (_, index) => [index, 0]);
  // A degree is ten pixels.
  const view: InView = { west: -10, south: -20, east: 50, north: 20, width: 600 };

  it('is in the middle of what is in view, and of what is drawn', () => {
    expect(spotOnLine(level, 1, WORDS, view, [])?.at).toEqual([16, 0]);
    expect(spotOnLine(level, 0.5, WORDS, view, [])?.at).toEqual([8, 0]);
    expect(spotOnLine(level, 1, WORDS, { ...view, west: 20 }, [])?.at).toEqual([26, 0]);
    expect(spotOnLine(level, 1, WORDS, { ...view, west: 40 }, [])).toBeUndefined();
  });

  it('goes aside of a mark as far as its words, and no further', () => {
    // Words of 80 pixels, above the line: the mark would lie among them.
    expect(spotOnLine(level, 1, WORDS, view, [[16, 2]])?.at).toEqual([21, 0]);
    expect(spotOnLine(level, 1, WORDS, view, [[14, 2]])?.at).toEqual([19, 0]);
    expect(spotOnLine(level, 1, WORDS, view, [[18, 2]])?.at).toEqual([13, 0]);
    // The same in another copy of the world, and where the view is wider.
    expect(spotOnLine(level, 1, WORDS, view, [[378, 2]])?.at).toEqual([13, 0]);
    expect(spotOnLine(level, 1, WORDS, { ...view, width: 6000 }, [[16, 2]])?.at).toEqual([16, 0]);
  });

  it('needs the room of all its lines', () => {
    expect(spotOnLine(level, 1, WORDS, view, [[16, 4]])?.at).toEqual([16, 0]);
    expect(spotOnLine(level, 1, `${WORDS}\n${WORDS}`, view, [[16, 4]])?.at).not.toEqual([16, 0]);
    // These break in two.
    expect(spotOnLine(level, 1, '~650 under way, counted in the ~750', view, [[16, 4]])?.at).not.toEqual([16, 0]);
  });

  it('stays in the middle where it would cover marks all along, and where these are on the other side', () => {
    const along = (north: number) => level.map(([x]): [number, number] => [x, north]);
    expect(spotOnLine(level, 1, WORDS, view, along(1.5))?.at).toEqual([16, 0]);
    expect(spotOnLine(level, 1, WORDS, view, along(-1.5))?.at).toEqual([16, 0]);
  });
});

describe('marksInView', () => {
  const view: InView = { west: 170, south: -10, east: 190, north: 10, width: 600 };
  const places = (...each: Place[]) => new Map(each.map((one) => [one.id, one]));

  it('has the places in view that have a mark, in whichever copy of the world', () => {
    const all = places(
      place('east', [175, 0]),
      place('beyond the edge', [-175, 0]),
      place('north', [175, 11]),
      place('area', [175, 0], { area: true }),
      place('nowhere', null),
    );
    expect(marksInView(all, view)).toEqual([
      [175, 0],
      [-175, 0],
    ]);
  });

  it('has none where there are very many', () => {
    const many = (count: number) =>
      places(...Array.from({ length: count }, (_, index) => place(`p${index}`, [175, index / 1000])));
    expect(marksInView(many(200), view)).toHaveLength(200);
    expect(marksInView(many(201), view)).toEqual([]);
  });
});

describe('freeSides', () => {
  it('is below where no line comes or goes', () => {
    expect(freeSides([])(BAGHDAD)).toBe('below');
    expect(freeSides(shown([[0, 0], BAGHDAD]))([44.5, 33.3])).toBe('below');
  });

  it.each([
    ['right', [0.4, -1]],
    ['below', [0.4, 1]],
    ['below', [1, 0]],
  ] as const)('is %s where a line goes %j', (side, [east, north]) => {
    const end: [number, number] = [BAGHDAD[0] + east, BAGHDAD[1] + north];
    expect(freeSides(shown([BAGHDAD, end]))(BAGHDAD)).toBe(side);
    expect(freeSides(shown([end, BAGHDAD]))(BAGHDAD)).toBe(side);
  });

  it('is the next best of those that all lines leave, and below where none is', () => {
    const [x, y] = BAGHDAD;
    const south = [BAGHDAD, [x, y - 1]] as [number, number][];
    const east = [BAGHDAD, [x + 1, y]] as [number, number][];
    const west = [[x - 1, y], BAGHDAD] as [number, number][];
    const north = [[x, y + 1], BAGHDAD] as [number, number][];
    expect(freeSides(shown(south, east))(BAGHDAD)).toBe('left');
    expect(freeSides(shown(south, east, west))(BAGHDAD)).toBe('above');
    expect(freeSides(shown(south, east, west, north))(BAGHDAD)).toBe('below');
  });

  it('knows a place in every copy of the world', () => {
    const line: [number, number][] = [
      [170, 0],
      [190, 10],
    ];
    expect(freeSides(shown(line))([-170, 10])).toBe('below');
    expect(freeSides(shown(line.map(([x, y]) => [x - 360, y])))([-170, 10])).toBe('below');
    expect(
      freeSides(
        shown([
          [190, 0],
          [190, 10],
        ]),
      )([-170, 10]),
    ).toBe('right');
  });
});
