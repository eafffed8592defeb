import type { Page } from '@playwright/test';
import { expect, test } from './quiet-page';
import { openWithMap } from './tab';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function drawSheet(page: Page): Promise<void> {
  const handle = button(page, 'Show list and layers');
  if (await handle.isVisible()) await handle.click();
}

async function openOptions(page: Page): Promise<void> {
  const opener = button(page, 'Timeline options');
  if (await opener.isVisible()) await opener.click();
}

async function openCard(page: Page, entry: string): Promise<void> {
  const close = button(page, 'Close');
  if (await close.isVisible()) await close.click();
  await page.locator(`.line [data-entry="${entry}"]`).click();
  await expect(page.locator('section.card')).toBeVisible();
}

/** One after another, each from where the one before has left the page. */
const STATES: [state: string, enter: (page: Page) => Promise<unknown>][] = [
  ['at start', () => Promise.resolve()],
  [
    'with the options and a range of dates',
    async (page) => {
      await openOptions(page);
      await page.getByRole('button', { name: 'Range', exact: true }).click();
      await expect(page.getByRole('slider', { name: 'To' })).toBeVisible();
    },
  ],
  [
    'with the buttons that move the map',
    async (page) => {
      await button(page, 'Single date').click();
      if (await button(page, 'Timeline options').isVisible()) await page.keyboard.press('Escape');
      await button(page, 'Move the map').click();
      await expect(button(page, 'Move north')).toBeVisible();
    },
  ],
  [
    'with the sheet, forces, places and filters',
    async (page) => {
      await button(page, 'Move the map').click();
      await drawSheet(page);
      await page.locator('summary', { hasText: 'Forces at this date' }).click();
      await page.locator('summary', { hasText: 'Places' }).click();
      await button(page, 'Filters').click();
      await expect(page.getByRole('combobox', { name: 'Source' })).toBeVisible();
    },
  ],
  [
    'with filters that were chosen',
    async (page) => {
      await page.locator('summary', { hasText: 'Forces at this date' }).click();
      await page.locator('summary', { hasText: 'Places' }).click();
      await page.getByRole('combobox', { name: 'Certainty' }).selectOption('place');
      await page.getByRole('button', { name: /^Filters/ }).click();
      await expect(page.getByRole('button', { name: /^Drop the filter/ })).toBeVisible();
    },
  ],
  [
    'with nothing found',
    async (page) => {
      await page.getByRole('searchbox', { name: 'Find' }).fill('zebra');
      await expect(button(page, 'Show everything')).toBeVisible();
    },
  ],
  [
    'with a card of a place',
    async (page) => {
      await button(page, 'Show everything').click();
      await openCard(page, 'fire-on-reception-roof');
    },
  ],
  [
    'with a card of a force, followed',
    async (page) => {
      await openCard(page, 'battalion-82nd/1');
      await button(page, 'Follow this force').click();
    },
  ],
];

/**
 * What can be pressed and is smaller than it should be, with its size. Checkboxes count with their label, sliders of a range
 * with their track; a link in the line of the map's credits need only be as high as any target (WCAG 2.2, 2.5.5 and 2.5.8).
 */
function tooSmall(page: Page, least: number): Promise<string[]> {
  return page.locator('dateline-map').evaluate((host, pixels) => {
    const pressed = (element: Element): Element | null => {
      if (element.tagName === 'A' && pixels === 24) return element.closest('li');
      if (element.getAttribute('type') === 'checkbox') return element.closest('label');
      return element.getAttribute('type') === 'range' ? element.closest('.press') : element;
    };
    const all = host.shadowRoot?.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]') ?? [];
    return [...all]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .flatMap((element) => {
        const { width, height } = (pressed(element) ?? element).getBoundingClientRect();
        const enough = element.closest('.maplibregl-ctrl-attrib-inner') ? 24 : pixels;
        const name = element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40);
        // A line of text is as high as it is, whatever the fraction of a pixel.
        return Math.round(width) >= enough && Math.round(height) >= enough
          ? []
          : [`${element.tagName} ${name}: ${width.toFixed(0)} x ${height.toFixed(0)}`];
      });
  }, least);
}

for (const { pointer, least, viewport } of [
  { pointer: 'mouse', least: 24, viewport: { width: 1040, height: 680 } },
  { pointer: 'mouse', least: 24, viewport: { width: 360, height: 740 } },
  { pointer: 'finger', least: 44, viewport: { width: 360, height: 740 } },
  { pointer: 'finger', least: 44, viewport: { width: 1040, height: 680 } },
]) {
  test.describe(`${viewport.width} pixels wide`, () => {
    const touch = pointer === 'finger';
    test.use({ viewport, hasTouch: touch, isMobile: touch });
    test(`all that is pressed with a ${pointer} is ${least} pixels wide and high`, async ({ page }) => {
      await openWithMap(page);
      expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(touch);
      const found: Record<string, string[]> = {};
      for (const [state, enter] of STATES) {
        await enter(page);
        const small = await tooSmall(page, least);
        if (small.length > 0) found[state] = small;
      }
      expect(found).toEqual({});
    });
  });
}
