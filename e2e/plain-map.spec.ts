import type { Page } from '@playwright/test';
import { MAP_CODE, expect, test } from './quiet-page';

test.use({ plain: true });

const plain = (page: Page) => page.locator('[data-plain=drawn]');
const words = (page: Page) => plain(page).locator('text').allTextContents();

function countRequests(page: Page): () => number {
  let count = 0;
  page.on('request', (request) => {
    if (MAP_CODE.test(request.url())) count += 1;
  });
  return () => count;
}

test.describe('before a reader gives a sign', () => {
  test.use({ reader: false });

  test('the whole map is there without the code of the other, and gives way to it at the first sign', async ({
    page,
  }) => {
    const requests = countRequests(page);
    await page.goto('/');
    await expect(plain(page)).toBeVisible();
    const shown = await words(page);
    for (const name of ['U.S. Embassy,Baghdad', '~100 arrived', '~750 announced', 'Mosul'])
      expect(shown).toContain(name);
    expect(await plain(page).locator('circle').count()).toBeGreaterThan(0);
    await expect(page.getByRole('region', { name: 'Map' })).toHaveCount(1);
    expect(requests()).toBe(0);
    await page.mouse.move(600, 300);
    await expect(page.locator('.pane')).toHaveAttribute('data-drawn', 'true');
    await expect(plain(page)).toHaveCount(0);
    await expect(page.getByRole('region', { name: 'Map' })).toHaveCount(1);
    expect(requests()).toBe(1);
  });

  test('who only reads has the map that can be moved after a while', async ({ page }) => {
    await page.goto('/');
    await expect(plain(page)).toBeVisible();
    await expect(page.locator('.pane')).toHaveAttribute('data-drawn', 'true', { timeout: 20_000 });
  });

  test('a link to a view has it at once', async ({ page }) => {
    const requests = countRequests(page);
    await page.goto('/?map=7/33.3/44.4');
    await expect.poll(requests).toBe(1);
    await expect(page.locator('.pane')).toHaveAttribute('data-drawn', 'true');
  });

  test('the focus that is on it goes over to the map that comes', async ({ page }) => {
    await page.goto('/');
    await expect(plain(page)).toBeVisible();
    await page.getByRole('region', { name: 'Map' }).focus();
    await expect(page.locator('.pane')).toHaveAttribute('data-drawn', 'true');
    await expect(page.locator('.maplibregl-canvas')).toBeFocused();
  });

  test('in an article a hand elsewhere is no sign', async ({ page }) => {
    await page.route('**/article.html', async (route) => {
      const html = await (await page.request.get('/')).text();
      const head = html.slice(0, html.indexOf('<body'));
      const element = '<dateline-map src="geojson/story.json" style="height: 500px"></dateline-map>';
      const body = `${head}<body><p style="height: 90px">An article</p>${element}</body></html>`;
      await route.fulfill({ contentType: 'text/html', body });
    });
    const requests = countRequests(page);
    await page.goto('/article.html');
    await expect(plain(page)).toBeVisible();
    await page.mouse.move(100, 20);
    await page.mouse.move(120, 30);
    await page.waitForTimeout(500);
    expect(requests()).toBe(0);
    await page.mouse.move(600, 300);
    await expect.poll(requests).toBe(1);
  });
});

test.describe('while the other map is on its way', () => {
  test('the plain one follows the date, the layers and the theme', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(MAP_CODE, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('/');
    await expect(plain(page)).toBeVisible();
    await page.getByRole('button', { name: 'First date' }).click();
    await expect.poll(() => words(page)).not.toContain('~100 arrived');
    await page.getByRole('button', { name: 'Last date' }).click();
    await expect.poll(async () => (await words(page)).join()).toMatch(/arrived/);
    const marks = await plain(page).locator('path[transform]').count();
    await page.getByRole('checkbox', { name: 'Incidents' }).uncheck();
    await expect.poll(() => plain(page).locator('path[transform]').count()).toBeLessThan(marks);
    const ground = () => plain(page).locator('path').first().getAttribute('fill');
    const light = await ground();
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(ground).not.toBe(light);
    release();
    await expect(page.locator('.pane')).toHaveAttribute('data-drawn', 'true');
  });
});

test.describe('a plain map', () => {
  test.use({ map: false });

  test('of a pane of another size is drawn anew', async ({ page }) => {
    await page.goto('/');
    await expect(plain(page)).toBeVisible();
    await page.setViewportSize({ width: 390, height: 700 });
    await expect.poll(() => plain(page).getAttribute('viewBox')).toMatch(/^0 0 390 \d+$/);
  });
});
