import { describe, expect, it } from 'vitest';
import { areaPath, circlePath, linePath } from './paths';

const TILE = [0, 0, 100, 100] as const;

describe('areaPath', () => {
  it('closes rings, and leaves out what nobody would see', () => {
    const ring: [number, number][] = [
      [0, 0],
      [10.26, 0],
      [10.3, 0.1],
      [10, 10],
    ];
    expect(areaPath({ parts: [ring] })).toBe('M0 0L10.3 0L10 10Z');
    const speck: [number, number][] = [
      [5, 5],
      [5.1, 5],
      [5.1, 5.1],
    ];
    expect(areaPath({ parts: [speck] })).toBe('');
  });
});

describe('linePath', () => {
  it('draws within its tile what is not along its edge', () => {
    const outline: [number, number][] = [
      [-4, 20],
      [50, 20],
      [104, 20],
      [104, 80],
      [50, 80],
      [-4, 80],
      [-4, 20],
    ];
    expect(linePath({ parts: [outline], tile: TILE })).toBe('M-4 20L50 20L104 20M104 80L50 80L-4 80');
  });

  it('keeps the end of a line, however near', () => {
    const line: [number, number][] = [
      [0, 0],
      [9.8, 0],
      [10, 0],
    ];
    expect(linePath({ parts: [line] })).toBe('M0 0L9.8 0L10 0');
  });
});

it('circlePath is round', () => {
  // Two arcs whose radius is just half of their chord.
  expect(circlePath({ parts: [[[10, 20]]] }, 4.26)).toBe('M5.7 20a4.3 4.3 0 1 0 8.6 0a4.3 4.3 0 1 0 -8.6 0Z');
});
