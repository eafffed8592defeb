import { describe, expect, test } from 'vitest';
import { type Theme, darkTheme, lightTheme, themeNamed } from './theme';

/** Contrast ratio of two `#rrggbb` colours by WCAG 2.2: 1 to 21. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const MARKS = ['incident', 'movement', 'statement', 'context', 'place', 'ring'] as const satisfies (keyof Theme)[];
const WORDS = [
  ...(['countryLabel', 'cityLabel', 'regionLabel', 'siteLabel', 'districtLabel', 'roadLabel'] as const),
  ...(['place', 'movementText'] as const),
] satisfies (keyof Theme)[];

test('contrast follows WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

describe.each([
  ['light', lightTheme],
  ['dark', darkTheme],
] as const)('the %s theme', (name, theme) => {
  test('is found by its name', () => expect(themeNamed(name)).toBe(theme));

  test.each(MARKS)('shows %s at 3:1 on land and on its casing', (mark) => {
    expect(contrast(theme[mark], theme.land)).toBeGreaterThanOrEqual(3);
    expect(contrast(theme[mark], theme.casing)).toBeGreaterThanOrEqual(3);
  });

  test.each(WORDS)('shows %s at 4.5:1 on land', (word) => {
    expect(contrast(theme[word], theme.land)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['districtLabel', 'siteLabel', 'roadLabel'] as const)('shows %s at 4.5:1 on towns and sites', (word) => {
    for (const ground of [theme.builtUp, theme.site]) expect(contrast(theme[word], ground)).toBeGreaterThanOrEqual(4.5);
  });

  test('shows names of seas at 4.5:1 on water', () => {
    expect(contrast(theme.waterLabel, theme.water)).toBeGreaterThanOrEqual(4.5);
  });

  test('keeps the basemap quieter than the data', () => {
    const data = Math.min(...MARKS.map((mark) => contrast(theme[mark], theme.land)));
    const { water, coast, river, region, border, builtUp, site, distantRoad, road, roadCasing, runway } = theme;
    for (const line of [
      ...[water, coast, river, region, border],
      ...[builtUp, site, distantRoad, road, roadCasing, runway],
    ]) {
      expect(contrast(line, theme.land)).toBeLessThan(data);
    }
  });
});
