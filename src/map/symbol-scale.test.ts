import { expect, test } from 'vitest';
import { symbolScale } from './symbol-scale';

test('up to a thousand symbols have their full size at every zoom', () => {
  for (const marks of [0, 1, 1000]) for (const zoom of [0, 4, 18]) expect(symbolScale(marks, zoom)).toBe(1);
});

test('the more marks there are the smaller they are, and the nearer the larger', () => {
  for (const zoom of [0, 3, 6]) expect(symbolScale(1e6, zoom)).toBeLessThan(symbolScale(1e4, zoom));
  for (const marks of [1e4, 1e6]) expect(symbolScale(marks, 6)).toBeGreaterThan(symbolScale(marks, 5));
  expect(symbolScale(1e6, 0)).toBe(symbolScale(1e6, 4));
  // Still something to see.
  expect(symbolScale(1e6, 0)).toBeGreaterThan(0.1);
});

test('in a town even a million marks have their full size', () => {
  expect(symbolScale(1e6, 14)).toBe(1);
});
