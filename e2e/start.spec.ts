import type { Locator, Page } from '@playwright/test';
import { expect, test } from './quiet-page';

test.use({ plain: true });

const SIZES = {
  'a wide screen': { width: 1040, height: 680 },
  'a phone': { width: 412, height: 823 },
};

/** What moved so far, each as its share of the screen and the elements that moved (Layout Instability API). */
type Moved = { share: number; what: string[] }[];

async function watchShifts(page: Page): Promise<() => Promise<Moved>> {
  await page.addInitScript(() => {
    const moved: Moved = [];
    Object.assign(globalThis, { moved });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as PerformanceEntry & { value: number; sources: { node?: Node }[] };
        moved.push({
          share: value,
          what: sources.map(({ node }) => node?.parentElement?.outerHTML.slice(0, 80) ?? ''),
        });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { moved: Moved }).moved);
}

/** Where the letters of a heading are, line by line, and what they look like. */
function lettersOf(heading: Locator) {
  return heading.evaluate((element) => {
    const text = document.createRange();
    text.selectNodeContents(element);
    const { color, font, letterSpacing } = getComputedStyle(element);
    const lines = [...text.getClientRects()].map(({ x, y, width, height }) => ({ x, y, width, height }));
    return { lines, color, font, letterSpacing };
  });
}

for (const [name, viewport] of Object.entries(SIZES)) {
  test.describe(`on ${name}`, () => {
    test.use({ viewport });

    test('nothing moves while the page comes', async ({ page }) => {
      const moved = await watchShifts(page);
      await page.goto('/');
      await expect(page.locator('.pane')).toHaveAttribute('data-drawn', 'true');
      expect(await moved()).toEqual([]);
    });

    for (const colorScheme of ['light', 'dark'] as const) {
      test.describe(`in ${colorScheme}`, () => {
        test.use({ colorScheme });

        test('the title is there before the scripts, as it will be with them', async ({ page }) => {
          let release = () => {};
          const held = new Promise<void>((resolve) => (release = resolve));
          await page.route('**/assets/*.js', async (route) => {
            await held;
            await route.continue();
          });
          await page.goto('/', { waitUntil: 'commit' });
          const title = page.getByRole('heading', { level: 1 });
          await expect(title).toBeVisible();
          // Its scripts are held back, and its fonts are not.
          await page.evaluate(() => document.fonts.ready.then(() => undefined));
          await expect(page.locator('dateline-map')).not.toHaveAttribute('data-state');
          const before = await lettersOf(title);
          expect(before.lines).not.toEqual([]);
          release();
          await expect(page.locator('dateline-map')).toHaveAttribute('data-state', 'ready');
          // One title, and it is the map's.
          await expect(page.locator('dateline-map').getByRole('heading', { level: 1 })).toBeVisible();
          expect(await lettersOf(title)).toEqual(before);
        });
      });
    }
  });
}

for (const query of ['?lang=ar', '?theme=dark', '?data=other.geojson']) {
  test(`no title is there before that of ${query}`, async ({ page }) => {
    // The address asks for another title than the page holds, or another colour: what is held back never comes.
    await page.route('**/assets/*.js', () => undefined);
    await page.goto(`/${query}`, { waitUntil: 'commit' });
    await expect(page.locator('main > header')).toBeAttached();
    await expect(page.locator('main > header')).toBeHidden();
  });
}

test.describe('without the map', () => {
  // It draws its names with one of the fonts, and fetches that by itself; so does the plain one.
  test.use({ plain: false, expected: { errors: [/Failed to load resource/] } });

  test('what the page asks for ahead of its script is used, and fetched once', async ({ page }) => {
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    await page.route('**/map-view-*', (route) => route.abort());
    await page.goto('/');
    await expect(page.locator('dateline-map')).toHaveAttribute('data-state', 'ready');
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const ahead = await page
      .locator('link[rel=preload], link[rel=modulepreload]')
      .evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href));
    expect(ahead.filter((url) => url.endsWith('.woff2'))).toHaveLength(4);
    expect(ahead.map((url) => new URL(url).pathname)).toContain('/geojson/story.json');
    for (const url of ahead) expect(fetched.filter((each) => each === url)).toHaveLength(1);
  });
});
