import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { geojsonOf, manyEvents } from './many-events';
import { expect, test } from './quiet-page';
import { open, openWithMap } from './tab';

/** Beside the site, as an author would put it: the server reads files anew. */
const DIST = path.resolve(import.meta.dirname, '..', 'dist');
const sheet = (page: Page) => page.locator('.printed');

/** The browser is about to print, as by its own command: all that it does before it draws pages. */
async function beginPrinting(page: Page): Promise<void> {
  // A reader who prints has been in the page: the sheet's code is fetched then.
  await page
    .getByRole('button', { name: 'Next date' })
    .or(page.getByRole('button', { name: 'التاريخ التالي' }))
    .hover();
  await expect
    .poll(() =>
      page.evaluate(() => {
        dispatchEvent(new Event('beforeprint'));
        return document.querySelector('dateline-map')?.shadowRoot?.querySelectorAll('.printed').length;
      }),
    )
    .toBe(1);
  await page.emulateMedia({ media: 'print' });
}

async function endPrinting(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(sheet(page)).toHaveCount(0);
}

const printedEntries = (page: Page) =>
  sheet(page)
    .locator('[data-entry]')
    .evaluateAll((elements) => elements.map((element) => element.getAttribute('data-entry')).sort());
const listedEntries = (page: Page) =>
  page
    .locator('.line [data-entry]')
    .evaluateAll((elements) => elements.map((element) => element.getAttribute('data-entry')).sort());

/** What the printed map is: its size, how many colours it has, how light it is of 255, and whether it has that of an incident. */
function drawnOn(page: Page) {
  return sheet(page)
    .getByRole('img', { name: 'Map' })
    .evaluate(async (image: HTMLImageElement) => {
      await image.decode();
      const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight).getContext('2d');
      if (!canvas) throw new Error('no canvas');
      canvas.drawImage(image, 0, 0);
      const { data } = canvas.getImageData(0, 0, image.naturalWidth, image.naturalHeight);
      const colours = new Set(new Uint32Array(data.buffer));
      // The red of incidents, #cc3311 or near to it, which no basemap has.
      const red = data.some(
        (value, index) =>
          index % 4 === 0 && value > 180 && (data[index + 1] ?? 255) < 80 && (data[index + 2] ?? 255) < 50,
      );
      const light = data.reduce((sum, value, index) => (index % 4 === 1 ? sum + value : sum), 0) / (data.length / 4);
      return { width: image.naturalWidth, height: image.naturalHeight, colours: colours.size, light, red };
    });
}

/** How many pages a PDF has. */
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

test('on paper are the title, the map, every event that shows with its sources, and where to read them', async ({
  page,
}) => {
  await openWithMap(page, '?date=2020-01-01&sel=embassy-baghdad');
  const listed = await listedEntries(page);
  expect(listed).toHaveLength(73);
  await beginPrinting(page);
  await expect(sheet(page).getByRole('heading', { level: 1 })).toHaveText('Siege at the embassy');
  await expect(sheet(page).locator('.standfirst')).toContainText('Militiamen');
  await expect(sheet(page).locator('figcaption')).toContainText('1 January 2020');
  expect(await printedEntries(page)).toEqual(listed);

  const drawn = await drawnOn(page);
  expect(drawn.width).toBeGreaterThan(300);
  expect(drawn.height).toBeGreaterThan(200);
  expect(drawn.colours).toBeGreaterThan(50);
  expect(drawn.red).toBe(true);

  const unsourced = await sheet(page)
    .locator('[data-entry]')
    .evaluateAll((facts) =>
      facts
        .filter((fact) => !fact.querySelector('li')?.textContent.trim())
        .map((fact) => fact.getAttribute('data-entry')),
    );
  expect(unsourced).toEqual([]);
  const cited = await sheet(page)
    .locator('[data-entry] a')
    .evaluateAll((links) => [...new Set(links.map((link) => (link as HTMLAnchorElement).href.split('#')[0] ?? ''))]);
  const listedSources = await sheet(page).locator('.url').allInnerTexts();
  expect(cited.length).toBeGreaterThan(10);
  expect(cited.filter((url) => !listedSources.some((each) => each.split('#')[0] === url))).toEqual([]);

  // The rest of the page is not printed.
  for (const part of ['.timeline', '.panel', '.pane', '.card', 'header']) {
    for (const each of await page.locator(`.viewer > ${part}, .viewer > .map ${part}`).all())
      await expect(each).toBeHidden();
  }
  const faults = await sheet(page).evaluate((element) =>
    [...element.querySelectorAll('*')]
      .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
      .map((each) => each.outerHTML.slice(0, 80)),
  );
  expect(faults).toEqual([]);
  expect(pagesOf(await page.pdf({ format: 'A4' }))).toBeGreaterThan(1);

  await endPrinting(page);
  for (const part of ['.timeline', '.panel', '.pane', 'section.card'])
    await expect(page.locator(part).first()).toBeVisible();
  await expect(page.getByRole('status')).toContainText('1 January 2020');
});

test('what is switched off or not found is not printed, on dark screens either', async ({ page }) => {
  await open(page, '?theme=dark&find=embassy&off=context,kind-statement');
  const listed = await listedEntries(page);
  expect(listed.length).toBeGreaterThan(2);
  expect(listed.length).toBeLessThan(60);
  await beginPrinting(page);
  expect(await printedEntries(page)).toEqual(listed);
  const ink = await sheet(page).evaluate((element) => {
    const { backgroundColor, color } = getComputedStyle(element);
    return { backgroundColor, color };
  });
  expect(ink).toEqual({ backgroundColor: 'rgb(255, 255, 255)', color: 'rgb(29, 33, 38)' });
});

/** How light the map is that the browser prints by its own command, of 255. */
async function printedLight(page: Page): Promise<number> {
  await beginPrinting(page);
  const { light } = await drawnOn(page);
  await endPrinting(page);
  return light;
}

/** The browser prints at once, and the reader sees the pages until `endPrinting`. */
async function printByButton(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.print = () => dispatchEvent(new Event('beforeprint'));
  });
  await page.getByRole('button', { name: 'Print the story' }).click();
  await expect(sheet(page)).toHaveCount(1);
}

test('the button prints a light map from a dark page, which stays dark', async ({ page }) => {
  await openWithMap(page, '?theme=dark&date=2020-01-01');
  expect(await printedLight(page)).toBeLessThan(100);
  await printByButton(page);
  const drawn = await drawnOn(page);
  expect(drawn.light).toBeGreaterThan(200);
  expect(drawn.red).toBe(true);
  await endPrinting(page);
  await expect.poll(() => printedLight(page)).toBeLessThan(100);
});

test('where a page may not print, its map is dark again', async ({ page }) => {
  await openWithMap(page, '?theme=dark&date=2020-01-01');
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-asked', '');
  });
  await page.getByRole('button', { name: 'Print the story' }).click();
  await expect(page.locator('body')).toHaveAttribute('data-asked');
  await expect.poll(() => printedLight(page)).toBeLessThan(100);
});

test('the print is in Arabic, from right to left, where the page is', async ({ page }) => {
  await open(page, '?lang=ar-IQ&date=2020-01-01');
  await beginPrinting(page);
  await expect(sheet(page).getByRole('heading', { level: 1 })).toHaveText('حصار السفارة');
  expect(await sheet(page).evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  await expect(sheet(page).getByRole('heading', { level: 2, name: 'المصادر' })).toBeVisible();
  const url = sheet(page).locator('.url').first();
  await expect(url).toHaveText(/^https:/);
  expect(await url.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
  expect(pagesOf(await page.pdf({ format: 'A4' }))).toBeGreaterThan(1);
});

test('of a large story what was read is printed', async ({ page }) => {
  const file = `printed-${test.info().workerIndex}.geojson`;
  writeFileSync(path.join(DIST, file), geojsonOf(manyEvents(30_000)));
  try {
    await page.goto(`/?data=${file}&date=2016-05`);
    await expect(page.locator('dateline-map')).toHaveAttribute('data-state', 'ready', { timeout: 30_000 });
    await expect(page.locator('.line [data-entry]').first()).toBeVisible();
    const listed = await listedEntries(page);
    await beginPrinting(page);
    const printed = await printedEntries(page);
    expect(printed.length).toBeGreaterThanOrEqual(listed.length);
    expect(printed.length).toBeLessThan(2000);
    expect(listed.filter((id) => !printed.includes(id))).toEqual([]);
  } finally {
    rmSync(path.join(DIST, file), { force: true });
  }
});

test.describe('before the map has started', () => {
  test.use({ map: false, plain: true });

  test('the plain one is printed', async ({ page }) => {
    await open(page);
    await expect(page.locator('[data-plain=drawn]')).toBeVisible();
    await beginPrinting(page);
    const drawn = await drawnOn(page);
    expect(drawn.width).toBeGreaterThan(300);
    expect(drawn.colours).toBeGreaterThan(50);
    expect(drawn.red).toBe(true);
    await expect(sheet(page).locator('figure')).toContainText('Natural Earth');
  });

  test('the button prints it light from a dark page', async ({ page }) => {
    await open(page, '?theme=dark');
    await expect(page.locator('[data-plain=drawn]')).toBeVisible();
    expect(await printedLight(page)).toBeLessThan(100);
    await printByButton(page);
    expect((await drawnOn(page)).light).toBeGreaterThan(200);
  });
});
