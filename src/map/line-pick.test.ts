import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { arcBetween, pointOnLine, worldShareOf } from './arc';
import { nearestLine, pickLineOf, type LinePointer, type PickLine } from './line-pick';

const PIXEL = 1 / (512 * 2 ** 5);

function at(position: Position, reach = 4): LinePointer {
  const [x, y] = worldShareOf(position);
  return { x, y, pixel: PIXEL, reach };
}

/** Moved on by so many pixels. */
const moved = (pointer: LinePointer, right: number, down: number): LinePointer => ({
  ...pointer,
  x: pointer.x + right * PIXEL,
  y: pointer.y + down * PIXEL,
});

const equator = pickLineOf(
  [
    [40, 0],
    [50, 0],
  ],
  4,
);

describe('nearestLine', () => {
  it('is hit on its width and missed by no more than the reach', () => {
    const pointer = at([45, 0]);
    expect(nearestLine([equator], pointer)).toBe(0);
    expect(nearestLine([equator], moved(pointer, 0, 5.9))).toBe(0);
    expect(nearestLine([equator], moved(pointer, 0, -5.9))).toBe(0);
    expect(nearestLine([equator], moved(pointer, 0, 6.1))).toBeUndefined();
    expect(nearestLine([equator], moved(at([50, 0]), 5.9, 0))).toBe(0);
    expect(nearestLine([equator], moved(at([50, 0]), 6.1, 0))).toBeUndefined();
    expect(nearestLine([], pointer)).toBeUndefined();
    expect(nearestLine([pickLineOf([], 4)], pointer)).toBeUndefined();
  });

  it('prefers what the pointer is on, of that the nearest middle, of equals the last', () => {
    const wide = pickLineOf(
      [
        [40, 0],
        [50, 0],
      ],
      20,
    );
    const thin = pickLineOf(
      [
        [40, -0.2],
        [50, -0.2],
      ],
      2,
    );
    const onThin = at([45, -0.2]);
    expect(nearestLine([wide, thin], onThin)).toBe(1);
    expect(nearestLine([thin, wide], onThin)).toBe(0);
    // Two pixels below the thin line, off it, and still on the wide one.
    expect(nearestLine([thin, pickLineOf(lineThrough(-0.05), 24)], moved(onThin, 0, 2))).toBe(1);
    expect(nearestLine([equator, equator], at([45, 0]))).toBe(1);
  });

  it('passes over what is not drawn, and asks only about what is near', () => {
    const asked: number[] = [];
    const far = pickLineOf(lineThrough(30), 4);
    const isDrawn = (index: number) => {
      asked.push(index);
      return index !== 2;
    };
    expect(nearestLine([far, equator, equator], at([45, 0]), isDrawn)).toBe(1);
    expect(asked).toEqual([1, 2]);
  });

  it.each([-2, -1, 0, 1])('is found over the antimeridian, in copy %i of the world', (turn) => {
    const line = arcBetween([170, 10], [-170, 12]);
    const middle = pointOnLine(line, 0.7) ?? [];
    expect(middle[0]).toBeGreaterThan(180);
    const pointer = at(middle);
    expect(nearestLine([pickLineOf(line, 4)], { ...pointer, x: pointer.x + turn })).toBe(0);
  });

  it('finds what a walk over all pieces in all worlds finds, anywhere', () => {
    const anywhere = fc.tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -60, max: 60 }));
    const anyLine = fc
      .tuple(anywhere, anywhere, fc.integer({ min: 2, max: 14 }))
      .map(([from, to, width]) => pickLineOf(arcBetween(from, to), width));
    const anyPointer = fc.record({
      x: fc.double({ min: -1, max: 2, noNaN: true }),
      y: fc.double({ min: 0.2, max: 0.8, noNaN: true }),
      pixel: fc.constantFrom(1 / 512, 1 / 2048, 1 / 16_384),
      reach: fc.integer({ min: 0, max: 40 }),
    });
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 20 }), anyPointer, (lines, pointer) => {
        expect(nearestLine(lines, pointer)).toBe(plainNearest(lines, pointer));
      }),
      { numRuns: 200 },
    );
  });

  it('walks along no line whose box is out of reach', () => {
    const guarded = (line: PickLine): PickLine => ({
      ...line,
      get x(): never {
        throw new Error('expected it to be passed over');
      },
    });
    const lines = [30, -30].map((latitude) => guarded(pickLineOf(lineThrough(latitude), 4)));
    const east = guarded(pickLineOf(arcBetween([60, 0], [70, 0]), 4));
    expect(nearestLine([...lines, east, equator], at([45, 0]))).toBe(3);
    expect(() => nearestLine([east], at([65, 0]))).toThrow('passed over');
  });
});

function lineThrough(latitude: number): Position[] {
  return [
    [40, latitude],
    [50, latitude],
  ];
}

function plainNearest(lines: readonly PickLine[], { x, y, pixel, reach }: LinePointer): number | undefined {
  const found = lines.map((line, index) => {
    const distances = [-3, -2, -1, 0, 1, 2, 3].flatMap((turn) =>
      [...line.x.keys()].slice(1).map((vertex) => {
        const [fromX = NaN, toX = NaN] = line.x.slice(vertex - 1, vertex + 1);
        const [fromY = NaN, toY = NaN] = line.y.slice(vertex - 1, vertex + 1);
        const [east, south] = [toX - fromX, toY - fromY];
        // Beyond the map's edge pieces have no length.
        const along = ((x + turn - fromX) * east + (y - fromY) * south) / (east ** 2 + south ** 2 || 1);
        const within = Math.min(1, Math.max(0, along));
        return Math.hypot(x + turn - fromX - within * east, y - fromY - within * south);
      }),
    );
    const distance = Math.min(...distances);
    return { index, distance, gap: Math.max(0, distance - line.halfWidth * pixel) };
  });
  return found
    .filter(({ gap }) => gap <= reach * pixel)
    .sort((a, b) => a.gap - b.gap || a.distance - b.distance || b.index - a.index)[0]?.index;
}
