import type { Page } from '@playwright/test';
import { expect, test } from './quiet-page';

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

for (const [name, viewport] of Object.entries(SIZES)) {
  test.describe(`on ${name}`, () => {
    test.use({ viewport });

    test('nothing moves while the page comes', async ({ page }) => {
      const moved = await watchShifts(page);
      await page.goto('/');
      await expect(page.locator('.pane')).toHaveAttribute('data-drawn', 'true');
      expect(await moved()).toEqual([]);
    });
  });
}

test.describe('without the map', () => {
  // It draws its names with one of the fonts, and fetches that by itself.
  test.use({ expected: { errors: [/Failed to load resource/] } });

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
