import { expect, test } from 'vitest';
import { colourOf } from './colour';
import { darkTheme, lightTheme } from './theme';

test('reads red, green and blue from 0 to 1', () => {
  expect(colourOf('#000000')).toEqual([0, 0, 0]);
  expect(colourOf('#ffffff')).toEqual([1, 1, 1]);
  expect(colourOf('#336699')).toEqual([0.2, 0.4, 0.6]);
});

test('reads every colour that a shader has from a theme', () => {
  for (const theme of [lightTheme, darkTheme]) {
    for (const hex of [theme.incident, theme.movement, theme.statement, theme.context, theme.casing, theme.ring]) {
      const bytes = colourOf(hex).map((part) => Math.round(part * 255));
      expect(`#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`).toBe(hex.toLowerCase());
    }
  }
});
