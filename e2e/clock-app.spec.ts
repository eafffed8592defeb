import type { Page } from '@playwright/test';
import { expectPicture, settledPicture } from './picture';
import { expect, test } from './quiet-page';

/** A camera in which there are names, a line, soft circles, symbols of now and of the past, and a ring beside the card. */
const STORY = '?map=8/33.3/44.86&sel=embassy-baghdad';
/** One in which numbers of another date drive names to another side of their places. */
const CROWDED = '?map=6/33.3/46.2&sel=embassy-baghdad';

// Many pictures are taken here: of a small window, and not those of a trace besides.
test.use({ viewport: { width: 900, height: 520 }, trace: 'off' });

async function open(page: Page, query = STORY) {
  await page.goto(`/${query}`);
  await expect(page.locator('.pane')).toHaveAttribute('data-drawn', 'true');
}

/** Takes the WebGL context from the map and gives it back. */
async function loseContext(page: Page) {
  await page.locator('canvas.maplibregl-canvas').evaluate(async (canvas: HTMLCanvasElement) => {
    const extension = canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    if (!extension) throw new Error('the browser cannot lose a context on purpose');
    const told = (name: string) => new Promise((resolve) => canvas.addEventListener(name, resolve, { once: true }));
    const lost = told('webglcontextlost');
    extension.loseContext();
    await lost;
    const restored = told('webglcontextrestored');
    setTimeout(() => extension.restoreContext());
    await restored;
  });
}

const pane = (page: Page) => page.locator('.pane');

for (const [name, query] of Object.entries({ near: STORY, crowded: CROWDED }))
  test(`after a lost context the map shows the same picture, and steps, ${name}`, async ({ page }) => {
    await open(page, query);
    const first = await pane(page).screenshot();
    await page.getByRole('button', { name: 'Next date' }).click();
    const second = await settledPicture(pane(page), first);
    for (let loss = 1; loss <= 2; loss++) {
      await loseContext(page);
      await expectPicture(pane(page), second, `loss ${loss}`);
    }
    await page.getByRole('button', { name: 'Previous date' }).click();
    await expectPicture(pane(page), first, 'a step back');
  });

test('a theme and a step leave the marks where they are on the graphics card', async ({ page }) => {
  // MapLibre makes its buffers from what they hold; only those of marks are made by their size.
  await page.addInitScript(() => {
    const { prototype } = WebGL2RenderingContext;
    const original = prototype.bufferData as (...values: unknown[]) => void;
    const count = { made: 0 };
    Object.assign(window, { marks: count });
    prototype.bufferData = function (this: WebGL2RenderingContext, ...values: unknown[]) {
      if (typeof values[1] === 'number') count.made += 1;
      Reflect.apply(original, this, values);
    };
  });
  const made = () => page.evaluate(() => (window as unknown as { marks: { made: number } }).marks.made);
  await open(page);
  const before = await made();
  expect(before).toBeGreaterThan(0);
  const light = await pane(page).screenshot();
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await settledPicture(pane(page), light);
  await page.getByRole('button', { name: 'Next date' }).click();
  await settledPicture(pane(page), dark);
  await page.getByRole('button', { name: 'Previous date' }).click();
  await page.emulateMedia({ colorScheme: 'light' });
  await expectPicture(pane(page), light, 'the first theme and date');
  expect(await made()).toBe(before);
});
