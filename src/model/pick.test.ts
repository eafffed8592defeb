import fc from 'fast-check';
import KDBush from 'kdbush';
import { describe, expect, it, vi } from 'vitest';
import { chronicleOf } from './chronicle';
import { entriesOf, type Entry, type Filter } from './entry';
import { facetOf, rankOf, shownBy } from './facet';
import type { Feature } from './feature';
import { marksOf } from './marks';
import { mercatorOf, WORLD } from './mercator';
import type { Moment } from './moment';
import { distanceToMark, indexOf, marksAtPlaceOf, marksWithin } from './pick';
import {
  anyFilter,
  anyMoment,
  anyStory,
  EVERYTHING,
  fact,
  LAYERS,
  momentAt,
  movement,
  place,
  plainDrawn,
  report,
} from './sample';

// Walks over many stories take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const steps = (longitude: number, latitude: number): [number, number] => {
  const found = mercatorOf([longitude, latitude]);
  if (!found) throw new Error('expected a place on the map');
  return found;
};

/** Steps between two x by the shorter way round the world. */
function apart(a: number, b: number): number {
  const straight = Math.abs(a - b);
  return Math.min(straight, WORLD - straight);
}

/** Picks as a walk over all entries does, what is drawn last first: by day, and of one day what leads last. */
function plainPick(features: readonly Feature[]) {
  const { places } = chronicleOf(features, LAYERS);
  const entries = entriesOf(features);
  const beginOf = ({ when }: Entry) => when?.begin ?? Number.MAX_SAFE_INTEGER;
  const prominence = ({ feature, reported }: Entry) => -rankOf(facetOf(0, feature.kind, reported));
  const marks = entries
    .toSorted((a, b) => beginOf(a) - beginOf(b) || prominence(a) - prominence(b))
    .flatMap((entry) => marksOf(entry, places).map((mark) => ({ ...mark, id: entry.id })))
    .map((mark, number) => ({ ...mark, number }))
    .filter(({ form }) => form !== 'area');
  return ([x, y]: [number, number], reach: number, filter: Filter, moment: Moment): number[] => {
    const drawn = plainDrawn(entries, filter, moment);
    return (['past', 'now'] as const)
      .flatMap((state) => marks.filter(({ id }) => drawn.get(id) === state))
      .filter((mark) => apart(mark.x, x) ** 2 + (mark.y - y) ** 2 <= reach ** 2)
      .map(({ number }) => number)
      .reverse();
  };
}

const anyReach = fc.oneof(
  fc.constantFrom(0, 1, 500, WORLD / 1000, WORLD / 360, WORLD / 10, WORLD / 2, WORLD),
  fc.integer({ min: 0, max: WORLD / 4 }),
);
const anySpot = fc.oneof(
  fc.tuple(fc.integer({ min: 0, max: WORLD - 1 }), fc.integer({ min: 0, max: WORLD - 1 })),
  fc.tuple(fc.constantFrom(0, 1, WORLD - 1, WORLD / 2), fc.constantFrom(0, WORLD - 1, WORLD / 2)),
);
/** A point beside the mark with this number, where there are that many, else anywhere. */
const anyAim = fc.record({
  spot: anySpot,
  mark: fc.nat({ max: 60 }),
  beside: fc.tuple(fc.integer({ min: -600, max: 600 }), fc.integer({ min: -600, max: 600 })),
});
const anyQuestion = fc.record({ aim: anyAim, reach: anyReach, filter: anyFilter, moment: anyMoment });
const anyQuestions = fc.array(anyQuestion, { minLength: 50, maxLength: 50 });

describe('marksWithin', () => {
  it('finds what a walk over all entries finds, topmost first', () => {
    fc.assert(
      fc.property(anyStory, anyQuestions, (features, questions) => {
        const { columns, index } = chronicleOf(features, LAYERS);
        const { marks } = columns;
        const pick = plainPick(features);
        for (const { aim, reach, filter, moment } of questions) {
          const [x, y] = [marks.x[aim.mark], marks.y[aim.mark]];
          const point: [number, number] =
            x === undefined || y === undefined
              ? aim.spot
              : [(x + aim.beside[0] + WORLD) % WORLD, Math.min(WORLD - 1, Math.max(0, y + aim.beside[1]))];
          const found = marksWithin(columns, index, point, reach, moment, shownBy(filter, LAYERS));
          expect(found).toEqual(pick(point, reach, filter, moment));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('looks over the antimeridian, and finds each mark once', () => {
    const points: [number, number][] = [
      [179.99, 0],
      [-179.99, 0],
      [180, 0],
      [-180, 0],
      [0, 0],
    ];
    const features = points.flatMap((point, at): Feature[] => [
      place(`place-${at}`, point),
      fact(`fact-${at}`, '2020', { places: [`place-${at}`] }),
    ]);
    const { columns, index } = chronicleOf(features, LAYERS);
    const find = (longitude: number, degrees: number) =>
      marksWithin(
        columns,
        index,
        steps(longitude, 0),
        (degrees / 360) * WORLD,
        momentAt('2020'),
        shownBy(EVERYTHING, LAYERS),
      );
    expect(find(179.995, 0.02)).toEqual([3, 2, 1, 0]);
    expect(find(-179.995, 0.02)).toEqual([3, 2, 1, 0]);
    expect(find(-179.995, 0.006)).toEqual([3, 2, 1]);
    expect(find(180, 0)).toEqual([3, 2]);
    expect(find(90, 360)).toEqual([4, 3, 2, 1, 0]);
    expect(find(90, 80)).toEqual([]);
  });

  it('puts what is now above what is past, and the later above the earlier', () => {
    const there = { places: ['there'] };
    const features = [
      place('there', [44, 33]),
      fact('past', '2020-01-01', there),
      fact('long', '2019/2021', there),
      fact('later-past', '2020-01-02', there),
      fact('now', '2020-01-03', there),
      fact('ahead', '2020-01-04', there),
      fact('undated', null, there),
    ];
    const { columns, index, details } = chronicleOf(features, LAYERS);
    const found = marksWithin(columns, index, steps(44, 33), 10, momentAt('2020-01-03'), shownBy(EVERYTHING, LAYERS));
    expect(found.map((mark) => details.entry(columns.marks.entry[mark] ?? -1)?.id)).toEqual([
      'now',
      'long',
      'later-past',
      'past',
    ]);
  });

  it('finds no soft circle, no line and no report that gave way to another', () => {
    const features = [
      place('there', [44, 33]),
      place('area', [44, 33], { area: true, uncertainty: 1000 }),
      place('far', [10, 50], { uncertainty: 1000 }),
      fact('soft', '2020', { places: ['area'] }),
      movement('line', [report('2020', { from: 'far', to: 'there' })]),
      movement('force', [report('2020-01-01', { to: 'there' }), report('2020-01-02', { to: 'there' })]),
    ];
    const { columns, index, details } = chronicleOf(features, LAYERS);
    const found = marksWithin(columns, index, steps(44, 33), 10, momentAt('2020'), shownBy(EVERYTHING, LAYERS));
    expect(found.map((mark) => details.entry(columns.marks.entry[mark] ?? -1)?.id)).toEqual(['force/2']);
  });

  it('reaches to the very edge of the map', () => {
    const features = [
      place('north', [10, 85.051_128_7]),
      place('south', [10, -85.051_128_7]),
      place('pole', [10, 90]),
      ...['north', 'south', 'pole'].map((id) => fact(`at-${id}`, '2020', { places: [id] })),
    ];
    const { columns, index } = chronicleOf(features, LAYERS);
    expect(columns.marks.length).toBe(2);
    const find = (y: number) =>
      marksWithin(columns, index, [steps(10, 0)[0], y], 100, momentAt('2020'), shownBy(EVERYTHING, LAYERS));
    expect([find(0), find(WORLD - 1), find(WORLD / 2)]).toEqual([[0], [1], []]);
  });
});

describe('marksAtPlaceOf', () => {
  it('finds what a walk over all entries finds, topmost first', () => {
    fc.assert(
      fc.property(anyStory, anyQuestions, (features, questions) => {
        const { columns, index } = chronicleOf(features, LAYERS);
        const { marks } = columns;
        fc.pre(marks.length > 0);
        const pick = plainPick(features);
        for (const { aim, filter, moment } of questions) {
          const mark = aim.mark % marks.length;
          const found = marksAtPlaceOf(columns, index, mark, moment, shownBy(filter, LAYERS));
          const spot: [number, number] = [marks.x[mark] ?? NaN, marks.y[mark] ?? NaN];
          expect(found).toEqual(pick(spot, 0, filter, moment));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('finds all of thousands at one place, and none a step away', () => {
    const [longitude, latitude] = [44.4, 33.3];
    const step = 360 / WORLD;
    const features = [
      place('there', [longitude, latitude]),
      place('beside', [longitude + step, latitude]),
      ...Array.from({ length: 3000 }, (_, at) =>
        fact(`fact-${at}`, '2020', { places: [at % 3 === 0 ? 'beside' : 'there'] }),
      ),
    ];
    const { columns, index } = chronicleOf(features, LAYERS);
    const at = (mark: number) => marksAtPlaceOf(columns, index, mark, momentAt('2020'), shownBy(EVERYTHING, LAYERS));
    const all = Array.from({ length: 3000 }, (_, mark) => 2999 - mark);
    expect(at(0)).toEqual(all.filter((mark) => mark % 3 === 0));
    expect(at(1)).toEqual(all.filter((mark) => mark % 3 !== 0));
  });
});

describe('indexOf', () => {
  it('is the same after its data was sent from a worker', () => {
    fc.assert(
      fc.property(anyStory, anySpot, anyReach, (features, [x, y], reach) => {
        const { columns } = chronicleOf(features, LAYERS);
        const index = indexOf(columns);
        const received = KDBush.from(structuredClone(index.data));
        expect(received.within(x, y, reach)).toEqual(index.within(x, y, reach));
      }),
    );
  });

  it('holds no marks where there are none', () => {
    const { columns, index } = chronicleOf([], LAYERS);
    expect(marksWithin(columns, index, [0, 0], WORLD, momentAt('2020'), shownBy(EVERYTHING, LAYERS))).toEqual([]);
  });
});

describe('distanceToMark', () => {
  it('is the shorter way round the world', () => {
    fc.assert(
      fc.property(anyStory, fc.array(anySpot, { minLength: 5 }), (features, spots) => {
        const { columns } = chronicleOf(features, LAYERS);
        const { marks } = columns;
        for (const [x, y] of spots) {
          const distances = [...marks.x.keys()].map((mark) => distanceToMark(columns, mark, [x, y]));
          const expected = [...marks.x.keys()].map((mark) =>
            Math.hypot(apart(marks.x[mark] ?? NaN, x), (marks.y[mark] ?? NaN) - y),
          );
          expect(distances).toEqual(expected);
        }
      }),
    );
  });
});
