import type { Page } from '@playwright/test';
import { serveArticle } from './article-page';
import { MAP_CODE, expect, test } from './quiet-page';

test.use({ plain: true });

const plain = (page: Page) => page.locator('[data-plain=drawn]');
const picture = (page: Page) => plain(page).evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());

/** How many pixels of a picture are of a colour, or nearly. */
function pixelsOf(page: Page, url: string, colour: [red: number, green: number, blue: number]): Promise<number> {
  return page.evaluate(
    async ([address, wanted]) => {
      const bitmap = await createImageBitmap(await (await fetch(address)).blob());
      const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      pen?.drawImage(bitmap, 0, 0);
      const data = pen?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
      let count = 0;
      for (let at = 0; at < data.length; at += 4) {
        if (wanted.every((value, part) => Math.abs(value - (data[at + part] ?? 0)) < 12)) count += 1;
      }
      return count;
    },
    [url, colour] as const,
  );
}
const RED: [number, number, number] = [0xcc, 0x33, 0x11];
const BLUE: [number, number, number] = [0x00, 0x77, 0xbb];
const LAND: [number, number, number] = [0xf4, 0xf2, 0xee];
const WATER: [number, number, number] = [0xcd, 0xd7, 0xdc];

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
    const shown = await picture(page);
    for (const colour of [RED, BLUE, LAND, WATER]) expect(await pixelsOf(page, shown, colour)).toBeGreaterThan(100);
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
    const element = '<dateline-map src="geojson/story.json" style="height: 500px"></dateline-map>';
    await serveArticle(page, `<p style="height: 90px">An article</p>${element}`);
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
    const opened = await picture(page);
    const changed = async (before: string) => {
      await expect.poll(async () => (await picture(page)) === before).toBe(false);
      return picture(page);
    };
    await page.getByRole('button', { name: 'First date' }).click();
    const first = await changed(opened);
    // In 2003 nobody moves.
    expect(await pixelsOf(page, first, BLUE)).toBeLessThan(20);
    await page.getByRole('button', { name: 'Last date' }).click();
    const last = await changed(first);
    expect(await pixelsOf(page, last, BLUE)).toBeGreaterThan(100);
    await page.getByRole('checkbox', { name: 'Movements' }).uncheck();
    const without = await changed(last);
    expect(await pixelsOf(page, without, BLUE)).toBeLessThan(20);
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await changed(without);
    // Names are pale there.
    expect(await pixelsOf(page, dark, LAND)).toBeLessThan((await pixelsOf(page, without, LAND)) / 10);
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
    await expect.poll(() => plain(page).getAttribute('width')).toBe('390');
  });
});
