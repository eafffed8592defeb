import type { Page } from '@playwright/test';
import { expect, test } from './quiet-page';

const WIDE = { width: 1440, height: 900 };
const MEDIUM = { width: 768, height: 1024 };
const PHONE = { width: 360, height: 740 };
const LANDSCAPE = { width: 740, height: 360 };

interface Screen {
  name: string;
  viewport: { width: number; height: number };
  dark?: boolean;
  query?: string;
  /** Before the map that can be moved has started. */
  plain?: boolean;
  enter?: (page: Page) => Promise<unknown>;
}

const handle = (page: Page) => page.locator('.handle').click();

/** What a picture desk would look at before it publishes. */
const SCREENS: Screen[] = [
  { name: 'wide-start', viewport: WIDE },
  { name: 'wide-dark-range', viewport: WIDE, dark: true, query: '?date=2019-12-27/2020-01-04&scale=true' },
  { name: 'wide-arabic-place', viewport: WIDE, query: '?lang=ar&date=2020-01-01&sel=embassy-baghdad' },
  {
    name: 'wide-found',
    viewport: WIDE,
    query: '?find=gas&certainty=number',
    enter: (page) => page.getByRole('button', { name: /^Filters/ }).click(),
  },
  { name: 'wide-dark-force', viewport: WIDE, dark: true, query: '?date=2020-01-01&sel=battalion-82nd' },
  { name: 'medium-start', viewport: MEDIUM },
  { name: 'medium-dark-list', viewport: MEDIUM, dark: true, query: '?date=2012-09-11', enter: handle },
  {
    name: 'medium-arabic-nothing',
    viewport: MEDIUM,
    query: '?lang=ar&find=zebra&source=fox-2020-01-01',
    enter: handle,
  },
  { name: 'phone-start', viewport: PHONE },
  { name: 'phone-dark-list', viewport: PHONE, dark: true, enter: handle },
  { name: 'phone-arabic-force', viewport: PHONE, query: '?lang=ar&date=2020-01-01&sel=battalion-82nd' },
  { name: 'landscape-start', viewport: LANDSCAPE },
  { name: 'wide-plain', viewport: WIDE, plain: true },
  { name: 'phone-dark-arabic-plain', viewport: PHONE, dark: true, query: '?lang=ar', plain: true },
];

for (const { name, viewport, dark, query = '', plain, enter } of SCREENS) {
  const isTouched = viewport.width < WIDE.width;
  test.describe(name, () => {
    test.use({
      viewport,
      colorScheme: dark ? 'dark' : 'light',
      hasTouch: isTouched,
      map: !plain,
      plain: plain === true,
    });
    test(`the screen ${name} looks as it was judged`, async ({ page }) => {
      await page.goto(`/${query}`);
      if (plain) await expect(page.locator('[data-plain=drawn]')).toBeVisible();
      else await expect(page.locator('.pane')).toHaveAttribute('data-drawn', 'true');
      await enter?.(page);
      await page.evaluate(() => document.fonts.ready);
      await expect(page).toHaveScreenshot(`screen-${name}.png`, { threshold: 0.2, maxDiffPixelRatio: 0.006 });
    });
  });
}
