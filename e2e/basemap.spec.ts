import { expect, serveRange, test } from './basemap-page';
import { PAGES } from './pages/address';
import { darkTheme, lightTheme } from '../src/map/theme';
import { smallArchive } from './small-archive';

const ENGLISH = { language: 'en', names: {}, disputedBorders: 'dashed' } as const;

/** From the whole world down to a city: where the basemap must be worth looking at. */
const VIEWS: { name: string; center: [number, number]; zoom: number }[] = [
  { name: 'world', center: [20, 22], zoom: 1.2 },
  { name: 'middle-east', center: [44, 30], zoom: 3.7 },
  { name: 'iraq', center: [44, 32.8], zoom: 5.6 },
  { name: 'baghdad-11', center: [44.38, 33.31], zoom: 11 },
  { name: 'baghdad-13', center: [44.398, 33.306], zoom: 13 },
  { name: 'kuwait', center: [47.85, 29.35], zoom: 9 },
  { name: 'benghazi', center: [20.13, 32.11], zoom: 10.5 },
];

const VARIANTS = [
  { variant: 'light', theme: 'light', language: 'en' },
  { variant: 'dark', theme: 'dark', language: 'en' },
  { variant: 'arabic', theme: 'light', language: 'ar' },
] as const;

for (const { name, center, zoom } of VIEWS) {
  test(`the offline basemap looks as it did: ${name}`, async ({ ask, page }) => {
    for (const { variant, theme, language } of VARIANTS) {
      await ask('show', { theme, lettering: { ...ENGLISH, language }, center, zoom });
      // Letters are drawn a little otherwise on another machine, and a name may find other room.
      await expect.soft(page).toHaveScreenshot(`basemap-${name}-${variant}.png`, {
        threshold: 0.2,
        maxDiffPixelRatio: 0.006,
      });
    }
  });
}

test('the globe shows the same land, and no other', async ({ ask, page }) => {
  const view = { theme: 'light', lettering: ENGLISH, center: [20, 21] as [number, number], zoom: 2.4 } as const;
  await ask('show', { ...view, projection: 'globe' });
  expect(await ask('middle')).toBe(Number.parseInt(lightTheme.land.slice(1), 16));
  await expect(page).toHaveScreenshot('basemap-globe.png', { threshold: 0.2, maxDiffPixelRatio: 0.006 });
});

test.describe('an archive in the Protomaps schema', () => {
  const archive = `http://${PAGES.host}:${PAGES.port}/small.pmtiles`;
  const view = { center: [0, 0] as [number, number], zoom: 9, archive };

  test.beforeEach(async ({ page }) => {
    const bytes = smallArchive();
    await page.route('**/small.pmtiles', (route) => serveRange(route, bytes));
  });

  test('is drawn by the same layers', async ({ ask }) => {
    await ask('show', { ...view, theme: 'light', lettering: ENGLISH });
    const drawn = Object.keys(await ask('drawn'))
      .filter((layer) => layer.startsWith('tiles-'))
      .sort();
    expect(drawn).toEqual(
      [
        ...['land', 'towns', 'town-edges', 'quarters', 'sites', 'water', 'rivers', 'runways'],
        ...['far-highway', 'far-major_road', 'regions', 'border-bands', 'borders', 'disputed-borders'],
        ...['water-names', 'river-names', 'site-names', 'city-names'],
      ]
        .map((layer) => `tiles-${layer}`)
        .sort(),
    );
  });

  test('has streets with casings and names of quarters near by, in each theme’s colours', async ({ ask }) => {
    await ask('show', { ...view, zoom: 11, center: [-0.12, -0.2], theme: 'dark', lettering: ENGLISH });
    const drawn = Object.keys(await ask('drawn'));
    for (const layer of ['casing-major_road', 'major_road', 'district-names'])
      expect(drawn).toContain(`tiles-${layer}`);
    await ask('show', { ...view, zoom: 13, center: [-0.4, -0.2], theme: 'dark', lettering: ENGLISH });
    expect(await ask('middle')).toBe(Number.parseInt(darkTheme.land.slice(1), 16));
    await ask('show', { ...view, zoom: 13, center: [0.6, -0.2], theme: 'dark', lettering: ENGLISH });
    expect(await ask('middle')).toBe(Number.parseInt(darkTheme.water.slice(1), 16));
  });
});
