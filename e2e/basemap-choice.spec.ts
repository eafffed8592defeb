import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Page, Route } from '@playwright/test';
import { serveRange } from './basemap-page';
import { expect, test } from './quiet-page';
import { smallArchive } from './small-archive';

const STYLE = {
  version: 8,
  sources: {
    ground: {
      type: 'geojson',
      data: { type: 'Point', coordinates: [44, 33] },
      attribution: 'Drawn by a test',
    },
  },
  layers: [
    { id: 'background', type: 'background', paint: { 'background-color': '#e8e4da' } },
    { id: 'dots', type: 'circle', source: 'ground' },
  ],
};

/** Opens the story with `basemap` in its story.json, and waits for the map. */
async function open(page: Page, basemap: unknown, query = '') {
  await page.route('**/geojson/story.json', async (route: Route) => {
    const response = await route.fetch();
    await route.fulfill({ json: { ...((await response.json()) as object), basemap } });
  });
  await page.goto(`/?${query}`);
  await expect(page.locator('.pane[data-drawn=true]')).toBeVisible({ timeout: 30_000 });
}

/** Gives the element a basemap of its own. */
function setBasemap(page: Page, basemap: string) {
  return page.locator('dateline-map').evaluate((element, value) => element.setAttribute('basemap', value), basemap);
}

const credits = (page: Page) => page.locator('.maplibregl-ctrl-attrib');
const refusal = (page: Page) => page.getByText(/cannot be loaded\. The built-in map is in its place/);

test('a style that story.json names is drawn under the story', async ({ page }) => {
  await page.route('**/styles/plain.json', (route) => route.fulfill({ json: STYLE }));
  await open(page, '../styles/plain.json');
  await expect(credits(page)).toContainText('Drawn by a test');
  await expect(credits(page)).not.toContainText('Natural Earth');
  await expect(refusal(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Next date' }).click();
  await expect(page.getByRole('status')).toContainText('1 January 2020');
});

test.describe('a basemap that fails', () => {
  test.use({ expected: { errors: [/Failed to load resource/, /no such type/] } });

  const failing: Record<string, (route: Route) => Promise<void>> = {
    'is not there': (route) => route.fulfill({ status: 404, body: '' }),
    'is no style': (route) => route.fulfill({ body: '<html></html>' }),
    'is not valid': (route) => route.fulfill({ json: { ...STYLE, layers: [{ id: 'a', type: 'no such type' }] } }),
    'has a source that is not there': (route) =>
      route.fulfill({
        json: {
          ...STYLE,
          sources: { ground: { type: 'vector', url: 'missing.json' } },
          layers: [{ id: 'a', type: 'line', source: 'ground', 'source-layer': 'a' }],
        },
      }),
    'has no tile that its server would give': async (route) => {
      await route
        .request()
        .frame()
        .page()
        .route('**/refused/**', (tile) => tile.fulfill({ status: 500 }));
      await route.fulfill({
        json: {
          ...STYLE,
          sources: { ...STYLE.sources, tiles: { type: 'vector', tiles: ['refused/{z}/{x}/{y}.pbf'] } },
          layers: [...STYLE.layers, { id: 'a', type: 'line', source: 'tiles', 'source-layer': 'a' }],
        },
      });
    },
  };
  test('leaves the offline map in its place, and says so', async ({ page }) => {
    await open(page, 'offline');
    for (const [index, [way, answer]] of Object.entries(failing).entries()) {
      await page.route(`**/styles/${index}.json`, answer);
      await setBasemap(page, `styles/${index}.json`);
      await expect(refusal(page), `because it ${way}`).toContainText(`/styles/${index}.json`);
      await expect(credits(page), `because it ${way}`).toContainText('Natural Earth');
    }
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expect(refusal(page)).toHaveCount(0);
    await page.getByRole('button', { name: 'Next date' }).click();
    await expect(page.getByRole('status')).toContainText('1 January 2020');
  });
});

test('an archive beside the story is read by ranges, in either theme', async ({ page }) => {
  const bytes = smallArchive();
  const ranges: string[] = [];
  await page.route('**/geojson/small.pmtiles', async (route) => {
    ranges.push(route.request().headers()['range'] ?? 'whole');
    await serveRange(route, bytes);
  });
  await open(page, { style: 'small.pmtiles', disputedBorders: 'solid' }, 'map=9/0/0');
  await expect(credits(page)).toContainText('Someone');
  expect(ranges.length).toBeGreaterThan(0);
  expect(ranges).not.toContain('whole');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('.dateline')).toHaveClass(/dark/);
  await expect(credits(page)).toContainText('Someone');
});

test('the element’s own basemap goes before the story’s, at any time', async ({ page }) => {
  await page.route('**/styles/plain.json', (route) => route.fulfill({ json: STYLE }));
  await open(page, 'offline');
  await expect(credits(page)).toContainText('Natural Earth');
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect(page).toHaveURL(/map=/);
  const zoomed = page.url();
  await setBasemap(page, 'styles/plain.json');
  await expect(credits(page)).toContainText('Drawn by a test');
  await page.locator('dateline-map').evaluate((element) => element.removeAttribute('basemap'));
  await expect(credits(page)).toContainText('Natural Earth');
  // Another basemap is looked at from where one was.
  expect(page.url()).toBe(zoomed);
  await page.getByRole('button', { name: 'Next date' }).click();
  await expect(page).toHaveURL((url) => url.searchParams.get('map') === new URL(zoomed).searchParams.get('map'));
});

test('what an extract does not hold is land and sea all the same, and a link near by opens there', async ({ page }) => {
  const bytes = smallArchive();
  await page.route('**/geojson/small.pmtiles', (route) => serveRange(route, bytes));
  await open(page, 'small.pmtiles', 'map=14/33.3/44.4');
  await expect(credits(page)).toContainText('Someone');
  await expect(credits(page)).toContainText('Natural Earth');
  await expect(page.locator('.maplibregl-ctrl-scale').first()).toHaveText(/^\d+\sm$/);
});

test('the story can lie on a globe', async ({ page }) => {
  await page.setViewportSize({ width: 1100, height: 760 });
  await open(page, { projection: 'globe' }, 'date=2020-01-04&map=1.6/28/15');
  const controls = ['.maplibregl-ctrl', '.all'].map((selector) => page.locator(selector));
  await expect(page.locator('.pane')).toHaveScreenshot('story-globe.png', {
    mask: controls,
    maskColor: '#808080',
    threshold: 0.2,
    maxDiffPixelRatio: 0.006,
  });
});

test('the close map of a city says in legend and credits that it is schematic; scales are in two units', async ({
  page,
}) => {
  const legend = page.getByText(/The close map of Baghdad is schematic: .* within about [\d,]+ m/);
  await open(page, 'offline', 'map=11/33.31/44.39');
  await expect(legend).toBeVisible();
  await expect(credits(page)).toContainText('schematic');
  await page.getByRole('button', { name: 'Show the whole story' }).click();
  await expect(legend).toHaveCount(0);
  await expect(credits(page)).not.toContainText('schematic');
  await expect(page.locator('.maplibregl-ctrl-scale').filter({ hasText: 'km' })).toBeVisible();
  await expect(page.locator('.maplibregl-ctrl-scale').filter({ hasText: 'mi' })).toBeVisible();
});

test('names are Arabic where the link asks for it', async ({ page }) => {
  const fonts: string[] = [];
  page.on('request', (request) => fonts.push(request.url()));
  const arabic = () => fonts.some((url) => /noto-sans-arabic.*\.woff2$/.test(url));
  await open(page, 'offline');
  expect(arabic()).toBe(false);
  await open(page, 'offline', 'lang=ar');
  expect(arabic()).toBe(true);
});

/** Megabytes and kilobytes are of 1,000. */
const SITE_LIMIT = 3_000_000;
const VIEW_LIMIT = 700_000;

test('the basemap costs little', async ({ page }) => {
  // The archives, and the fonts of the map's names.
  const isBasemap = (name: string) =>
    /\.pmtiles$|noto-sans-(arabic-arabic|latin|latin-ext)-(400|500).*\.woff2$/.test(name);
  const assets = path.join(import.meta.dirname, '../dist/assets');
  const files = readdirSync(assets).filter((name) => isBasemap(name));
  const site = files.reduce((sum, name) => sum + statSync(path.join(assets, name)).size, 0);

  const answers: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    if (!isBasemap(new URL(request.url()).pathname)) return;
    const sizes = request.sizes();
    answers.push(sizes.then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize));
  });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/');
  await expect(page.locator('.pane[data-drawn=true]')).toBeVisible({ timeout: 30_000 });
  const view = (await Promise.all(answers)).reduce((sum, size) => sum + size, 0);

  test.info().annotations.push({ type: 'basemap', description: `${site} bytes of site, ${view} bytes of first view` });
  expect(site).toBeLessThan(SITE_LIMIT);
  expect(view).toBeGreaterThan(0);
  expect(view).toBeLessThan(VIEW_LIMIT);
});
