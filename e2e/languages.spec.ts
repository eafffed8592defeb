import type { Locator, Page } from '@playwright/test';
import { expectNoViolation } from './axe';
import { expect, test } from './quiet-page';

const status = (page: Page) => page.getByRole('status');
const slider = (page: Page) => page.getByRole('slider', { name: 'التاريخ' });

async function open(page: Page, query = '') {
  await page.goto(`/${query}`);
  await expect(page.locator('dateline-map')).toHaveAttribute('data-state', 'ready');
  await expect(page.locator('.pane')).toHaveAttribute('data-drawn', 'true');
}

async function middle(locator: Locator): Promise<number> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('it has no box');
  return box.x + box.width / 2;
}

test.describe('in Arabic', () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  test('words, digits and directions are Arabic, and axe finds nothing', async ({ page }) => {
    await open(page, '?lang=ar-IQ&date=2020-01-01');
    await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
    await expect(page.locator('.dateline')).toHaveAttribute('dir', 'rtl');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('حصار السفارة');
    await expect(status(page)).toContainText('١ كانون الثاني ٢٠٢٠');
    await expect(status(page)).toContainText('١٧ من ٢٥');
    await expect(page.getByRole('checkbox', { name: 'بغداد' })).toBeChecked();
    await expect(page.getByRole('group', { name: 'الطبقات' })).toBeVisible();
    const map = page.getByRole('region', { name: 'الخريطة', exact: true });
    const list = page.getByRole('list', { name: 'الأحداث' });
    expect(await middle(list)).toBeGreaterThan(await middle(map));
    expect(await middle(page.getByRole('button', { name: 'تكبير' }))).toBeGreaterThan(await middle(map));
    const dates = await list.getByRole('heading', { level: 3 }).allTextContents();
    expect(dates[0]).toContain('٢٠٠٣');
    // The last one is of what no source dates.
    expect(dates.at(-2)).toContain('٢٠٢٠');
    await expectNoViolation(page, 'at start');

    await list.getByRole('button', { name: /مخيم أمام السفارة/ }).click();
    const card = page.getByRole('region', { name: 'السفارة الأمريكية، بغداد' });
    await expect(card).toBeVisible();
    expect(await middle(card)).toBeLessThan(await middle(map));
    // A summary has no Arabic: it says that it is English, and runs from the left.
    const summary = card.getByText('Dozens of militiamen');
    await expect(summary).toHaveAttribute('lang', 'en');
    expect(await summary.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
    await expectNoViolation(page, 'with a card open');
  });

  test('time runs from right to left, for the keys and for the eyes', async ({ page }) => {
    await open(page, '?lang=ar-IQ&date=2020-01-01');
    const [previous, next] = [
      page.getByRole('button', { name: 'التاريخ السابق' }),
      page.getByRole('button', { name: 'التاريخ التالي' }),
    ];
    expect(await middle(next)).toBeLessThan(await middle(previous));
    const dot = page.locator('.stop.now .dot');
    const before = await middle(dot);
    await slider(page).focus();
    await page.keyboard.press('ArrowLeft');
    await expect(status(page)).toContainText('١٨ من ٢٥');
    expect(await middle(dot)).toBeLessThan(before);
    await page.keyboard.press('ArrowRight');
    await expect(status(page)).toContainText('١٧ من ٢٥');
    await page.keyboard.press('Home');
    await expect(status(page)).toContainText('٢٠٠٣');
    await next.click();
    await expect(status(page)).toContainText('٢ من ٢٥');
    // The track is pressed where its dot is.
    const dots = page.locator('.scale .dot');
    await dots.last().click({ force: true });
    await expect(status(page)).toContainText('٢٥ من ٢٥');
  });

  test('the story is told with the digits of the locale', async ({ page }) => {
    await open(page, '?lang=ar-MA&date=2020-01-01');
    await expect(status(page)).toContainText('1 يناير 2020');
    await expect(status(page)).toContainText('17 من 25');
  });
});

test.describe('in Arabic, 360 pixels wide', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('axe finds nothing, and nothing sticks out', async ({ page }) => {
    await open(page, '?lang=ar&date=2020-01-01');
    await expectNoViolation(page, 'at start');
    await page.getByRole('button', { name: 'عرض القائمة والطبقات' }).click();
    await expectNoViolation(page, 'with the sheet open');
    await page.getByRole('button', { name: /مخيم أمام السفارة/ }).click();
    await expectNoViolation(page, 'with a card open');
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(tooWide).toBe(false);
  });
});

test('a story without Arabic is shown as it is, and marked', async ({ page }) => {
  const body = JSON.stringify({
    type: 'Feature',
    id: 'a',
    geometry: null,
    properties: { kind: 'incident', title: 'Shots (two)', when: '2020-01-01' },
  });
  await page.route('**/plain.geojson', (route) => route.fulfill({ body }));
  await page.goto('/?lang=ar&data=plain.geojson');
  const title = page.getByRole('list', { name: 'الأحداث' }).getByText('Shots (two)');
  await expect(title).toHaveAttribute('lang', 'en');
  await expect(title).toHaveAttribute('dir', 'auto');
});

test('English is as it was, and an unknown language is English', async ({ page }) => {
  for (const query of ['', '?lang=tlh', '?lang=%25']) {
    await page.goto(`/${query}`);
    await expect(status(page)).toContainText('31 December 2019');
    await expect(page.locator('.dateline')).toHaveAttribute('lang', 'en');
    await expect(page.locator('.dateline')).toHaveAttribute('dir', 'ltr');
    await expect(page.locator('dateline-map [lang]')).toHaveCount(1);
  }
});
