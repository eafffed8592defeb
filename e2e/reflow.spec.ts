import type { Page } from '@playwright/test';
import { serveArticle } from './article-page';
import { expect, test } from './quiet-page';
import { open } from './tab';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const status = (page: Page) => page.getByRole('status');

/** What sticks out of the page sideways, or has more text than it shows. */
function clipped(page: Page): Promise<string[]> {
  return page.locator('dateline-map').evaluate((host) => {
    const root = host.shadowRoot;
    if (!root) return ['there is no element'];
    const found: string[] = [];
    const name = (element: Element) =>
      `${element.tagName} .${element.classList[0] ?? ''} ${element.textContent.trim().slice(0, 40)}`;
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
    for (const element of root.querySelectorAll<HTMLElement>('.dateline *')) {
      if (
        !element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) ||
        element.closest('.map, .skip, svg, .visually-hidden, [aria-hidden]')
      )
        continue;
      const style = getComputedStyle(element);
      const scrolls = (side: string) => side === 'auto' || side === 'scroll';
      if (scrolls(style.overflowX) && element.scrollWidth > element.clientWidth + 1)
        found.push(`${name(element)} scrolls sideways`);
      // One line that may be cut is whole elsewhere: what happened, in the list; a choice, where it is chosen.
      if (style.textOverflow === 'ellipsis' || element.matches('input, select, option')) continue;
      const cut = (side: string) => side === 'hidden' || side === 'clip';
      const wide = element.scrollWidth > element.clientWidth + 1;
      const high = element.scrollHeight > element.clientHeight + 1;
      const inline = style.display.startsWith('inline') && !style.display.includes('-');
      if (
        !inline &&
        element.clientWidth > 0 &&
        ((cut(style.overflowX) && wide) || (cut(style.overflowY) && high && !element.matches('.viewer')))
      )
        found.push(`${name(element)} is cut off`);
      if (element.matches('button, label, summary, h1, h2, h3, h4, legend, p, td, th')) {
        if (wide) found.push(`${name(element)} is wider than its box`);
        if (high && element.matches('button, summary, label')) found.push(`${name(element)} is higher than its box`);
        const { left, right } = element.getBoundingClientRect();
        if (right > innerWidth + 1 || left < -1) found.push(`${name(element)} sticks out`);
      }
    }
    return [...new Set(found)];
  });
}

/** Controls and words that lie over each other, where they are seen. */
function overlapping(page: Page): Promise<string[]> {
  return page.locator('dateline-map').evaluate((host) => {
    const words = 'h1, h2, h3, h4, p, legend, label, summary, button, select, dt, dd, td, th, li > a';
    const all = [...(host.shadowRoot?.querySelectorAll(words) ?? [])];
    const elements = all.filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
        // What lies over the map is meant to, and so are the heads of groups that stay in view.
        !element.closest('.pane, .skip, .field, .options .open, .visually-hidden, [aria-hidden]') &&
        getComputedStyle(element).position !== 'sticky',
    );
    const seen = elements.flatMap((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const shown = { top, bottom };
      for (let around = element.parentElement; around; around = around.parentElement) {
        if (getComputedStyle(around).overflowY === 'visible') continue;
        const box = around.getBoundingClientRect();
        shown.top = Math.max(shown.top, box.top);
        shown.bottom = Math.min(shown.bottom, box.bottom);
      }
      return shown.bottom - shown.top > 2 ? [{ element, left, right, ...shown }] : [];
    });
    const name = (element: Element) => element.textContent.trim().slice(0, 40) || element.getAttribute('aria-label');
    return seen.flatMap(({ element, ...one }, index) =>
      seen
        .slice(index + 1)
        .filter(
          ({ element: other, left, right, top, bottom }) =>
            !element.contains(other) &&
            Math.min(one.right, right) - Math.max(one.left, left) > 2 &&
            Math.min(one.bottom, bottom) - Math.max(one.top, top) > 2,
        )
        .map(({ element: other }) => `${name(element)} / ${name(other)}`),
    );
  });
}

/** Everything whose text a reader may want is brought into view by scrolling up and down alone. */
async function expectReachable(page: Page): Promise<void> {
  for (const control of [
    button(page, 'Next date'),
    button(page, 'Play'),
    page.getByRole('heading', { level: 1 }),
    page.getByRole('slider', { name: 'Date' }),
    page.getByRole('searchbox', { name: 'Find' }),
    page.getByRole('checkbox', { name: 'Added context' }),
    page.locator('[data-entry]').last(),
    page.locator('summary', { hasText: 'Places' }),
    button(page, 'Print the story'),
  ]) {
    // What is still being made above it moves it on.
    await expect(async () => {
      await control.scrollIntoViewIfNeeded();
      await expect(control, String(control)).toBeInViewport({ ratio: 0.9, timeout: 500 });
    }).toPass();
  }
}

async function drawSheet(page: Page): Promise<void> {
  const handle = button(page, 'Show list and layers');
  if (await handle.isVisible()) await handle.click();
}

const NARROW = [
  { how: '400 % of 1280 by 1024', viewport: { width: 320, height: 256 }, share: '100%' },
  { how: 'the narrowest phone', viewport: { width: 320, height: 740 }, share: '100%' },
  { how: 'text of 200 %', viewport: { width: 1280, height: 800 }, share: '200%' },
  { how: 'text of 200 % on a phone', viewport: { width: 360, height: 740 }, share: '200%' },
];

for (const { how, viewport, share } of NARROW) {
  test.describe(how, () => {
    test.use({ viewport });
    test('nothing is cut off, lies over another or scrolls sideways, and all can be reached and used', async ({
      page,
    }) => {
      await open(page, '?date=2020-01-01');
      await page.evaluate(async (size) => {
        document.body.style.fontSize = size;
        // What measures itself is told in the next frame, and drawn in the one after.
        for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
      }, share);
      const found: Record<string, string[]> = {};
      const check = async (state: string) => {
        const faults = [...(await clipped(page)), ...(await overlapping(page))];
        if (faults.length > 0) found[state] = faults;
      };
      await check('at start');
      await button(page, 'Next date').click();
      await expect(status(page)).toContainText('18 of 25');
      await page.getByRole('slider', { name: 'Date' }).press('ArrowLeft');
      await expect(status(page)).toContainText('17 of 25');
      await drawSheet(page);
      await button(page, 'Filters').click();
      await expect(page.getByRole('combobox', { name: 'Source' })).toBeVisible();
      await page.locator('summary', { hasText: 'Forces at this date' }).click();
      await page.locator('summary', { hasText: 'Places' }).click();
      await check('with everything open');
      await expectReachable(page);
      await page.locator('.line [data-entry="battalion-82nd/1"]').click();
      const card = page.locator('section.card');
      await expect(card).toBeVisible();
      await check('with a card');
      const last = card.getByRole('link').last();
      await last.scrollIntoViewIfNeeded();
      await expect(last).toBeInViewport({ ratio: 0.9 });
      await button(page, 'Close').click();
      await expect(card).toBeHidden();
      const opener = button(page, 'Timeline options');
      if (await opener.isVisible()) await opener.click();
      const range = button(page, 'Range');
      await range.scrollIntoViewIfNeeded();
      await expect(range).toBeInViewport({ ratio: 0.9 });
      await range.click();
      await check('with a range of dates');
      expect(found).toEqual({});
    });
  });
}

/** Whether all of these show at once, and where one begins another has ended. */
async function expectSideBySide(page: Page): Promise<void> {
  const boxes = await Promise.all(
    ['.pane', '.panel .sheet', 'section.timeline'].map((part) => page.locator(part).boundingBox()),
  );
  for (const [index, box] of boxes.entries()) {
    expect(box?.height ?? 0, `height of ${index}`).toBeGreaterThanOrEqual(60);
    expect(box?.width ?? 0, `width of ${index}`).toBeGreaterThanOrEqual(200);
    for (const other of boxes.slice(index + 1)) {
      const apart =
        !box || !other
          ? false
          : box.x + box.width <= other.x + 1 ||
            other.x + other.width <= box.x + 1 ||
            box.y + box.height <= other.y + 1 ||
            other.y + other.height <= box.y + 1;
      expect(apart).toBe(true);
    }
  }
}

test('a phone on its side has map, list and timeline in view at once', async ({ page }) => {
  await page.setViewportSize({ width: 740, height: 360 });
  await open(page);
  await expectSideBySide(page);
  for (const part of ['.pane', 'section.timeline', '.panel'])
    await expect(page.locator(part)).toBeInViewport({ ratio: 0.99 });
  expect(await clipped(page)).toEqual([]);
});

test('within a narrow column of an article it is whole, and the page scrolls past it', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 700 });
  const text = '<p>Text of the article.</p>'.repeat(30);
  const element = page.locator('dateline-map');
  await serveArticle(
    page,
    `<main style="inline-size: 400px; margin: auto"><h1>An article</h1>${text}
      <dateline-map src="geojson/story.json"></dateline-map>${text}</main>`,
  );
  await page.goto('/article.html');
  await expect(element).toHaveAttribute('data-state', 'ready');
  await element.scrollIntoViewIfNeeded();
  expect((await element.boundingBox())?.height).toBe(640);
  expect(await clipped(page)).toEqual([]);
  const address = page.url();
  await button(page, 'Next date').click();
  await expect(status(page)).toContainText('1 January 2020');
  await drawSheet(page);
  await page.locator('.line [data-entry="compound-stormed"]').click();
  await expect(page.locator('section.card')).toBeVisible();
  expect(await clipped(page)).toEqual([]);
  expect(page.url()).toBe(address);
  await openedMap(page);
  const before = await page.evaluate(() => scrollY);
  await page.locator('.pane').hover();
  await page.mouse.wheel(0, 300);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 100);
});

async function openedMap(page: Page): Promise<void> {
  await expect(page.locator('.pane')).toHaveAttribute('data-drawn', 'true', { timeout: 30_000 });
}
