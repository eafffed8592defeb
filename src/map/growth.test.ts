import { describe, expect, it } from 'vitest';
import { courseOf } from './course';
import { Growth } from './growth';
import type { ShownLeg } from './leg-states';
import { pickLineOf } from './line-pick';

const straight = courseOf([
  [0, 0],
  [5, 0],
  [10, 0],
]);

function shown(row: number, more: Partial<ShownLeg> = {}, course = straight, movement = 'force'): ShownLeg {
  const leg = {
    row,
    movement,
    status: 'under way' as const,
    reported: true,
    people: 100,
    width: 3,
    course,
    pick: pickLineOf(course.line, 3),
    ends: { from: 'free' as const, to: 'free' as const },
    later: [],
  };
  return { leg, state: 'now', from: 0, to: 1, opacity: 1, thinning: 1, lit: false, ...more };
}

describe('Growth', () => {
  it('lets a new leg draw itself within a second, and then stands still', () => {
    const growth = new Growth();
    growth.step([], true, 0);
    growth.step([shown(1)], true, 1000);
    const frames = Array.from({ length: 17 }, (_, frame) => growth.at(1000 + 40 * frame));
    const shares = frames.map(({ shown }) => shown[0]?.to ?? NaN);
    expect(shares[0]).toBe(0);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(new Set(shares).size).toBe(frames.length);
    expect(frames.every(({ still }) => !still)).toBe(true);
    expect(growth.at(2000)).toEqual({ shown: [shown(1)], still: true });
  });

  it('gives up where frames are too slow for motion, and tries again with the next leg', () => {
    const growth = new Growth();
    growth.step([shown(1)], true, 1000);
    expect(growth.at(1100).still).toBe(false);
    expect(growth.at(1180)).toEqual({ shown: [shown(1)], still: true });
    growth.step([shown(2)], true, 2000);
    expect(growth.at(2010).still).toBe(false);
    expect(growth.at(2050).still).toBe(false);
  });

  it('moves nothing on a step back, or where the reader wants no motion', () => {
    const growth = new Growth();
    growth.step([shown(1)], false, 1000);
    expect(growth.at(1000).still).toBe(true);
  });

  it('moves nothing that was there before, nor what is past', () => {
    const growth = new Growth();
    const first = shown(1);
    growth.step([first], false, 0);
    growth.step([{ ...first, state: 'past' }, shown(2, { state: 'past' }, straight, 'other')], true, 1000);
    expect(growth.at(1000).still).toBe(true);
  });

  it('covers the line of the report before, which stays ahead of the new one', () => {
    const growth = new Growth();
    growth.step([shown(1)], false, 0);
    growth.step([shown(2)], true, 1000);
    const { shown: drawn } = growth.at(1200);
    expect(drawn.map(({ leg }) => leg.row)).toEqual([1, 2]);
    expect(drawn[0]?.from).toBe(drawn[1]?.to);
    expect(drawn[0]?.from).toBeGreaterThan(0);
    expect(growth.at(3000).shown.map(({ leg }) => leg.row)).toEqual([2]);
  });

  it('lets a track go on from where it stood', () => {
    const growth = new Growth();
    const longer = courseOf([
      [0, 0],
      [5, 0],
      [10, 0],
      [20, 0],
    ]);
    growth.step([shown(1)], false, 0);
    growth.step([shown(2, {}, longer)], true, 1000);
    expect(growth.at(1000).shown[0]?.to).toBeCloseTo(0.5);
  });

  it('goes on drawing where only the pointer moved', () => {
    const growth = new Growth();
    growth.step([], true, 0);
    const leg = shown(1);
    growth.step([leg], true, 1000);
    growth.step([{ ...leg, lit: true }], false, 1200);
    const { shown: drawn } = growth.at(1300);
    expect(drawn[0]?.lit).toBe(true);
    expect(drawn[0]?.to).toBeLessThan(1);
  });
});
