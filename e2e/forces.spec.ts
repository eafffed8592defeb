import type { Page } from '@playwright/test';
import { expect, test } from './quiet-page';

test.use({ map: false });

const table = (page: Page) => page.getByRole('table', { name: 'Forces at this date' });
const summary = (page: Page) => page.locator('summary').filter({ hasText: 'Forces at this date' });
const names = (page: Page) => table(page).locator('tr.name');

async function open(page: Page, query: string) {
  await page.goto(`/?${query}`);
  await expect(page.locator('dateline-map')).toHaveAttribute('data-state', 'ready');
}

test('a place says who is there, on the way and announced, and adds no part to its whole', async ({ page }) => {
  await open(page, 'date=2020-01-01&sel=kuwait');
  await expect(names(page)).toHaveText([
    'Paratroopers',
    'Paratroopers of the 82nd Airborne Division',
    'Infantry battalion, 82nd Airborne Division',
  ]);
  await expect(table(page)).toContainText(/~650\s*under way/);
  await expect(table(page)).toContainText(/≥500\s*under way/);
  await expect(table(page)).toContainText(/~750\s*announced/);
  // Which of the battalion's parts are which no source says; together they are the battalion.
  await expect(table(page).locator('tfoot')).toContainText('share people');
  await expect(table(page).locator('tfoot')).toContainText('~750');
  await expect(table(page).getByRole('link').first()).toBeVisible();
  await expect(summary(page)).toHaveCount(0);
});

test('with the keyboard alone the forces of all places are opened, sorted and copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'date=2020-01-01');
  await expect(table(page)).toHaveCount(0);
  await summary(page).focus();
  await page.keyboard.press('Enter');
  await expect(names(page)).toHaveCount(7);
  const strength = table(page).getByRole('columnheader', { name: 'Strength' });
  await strength.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(strength).toHaveAttribute('aria-sort', 'ascending');
  const ascending = await names(page).allTextContents();
  await page.keyboard.press('Enter');
  await expect(strength).toHaveAttribute('aria-sort', 'descending');
  expect(await names(page).allTextContents()).not.toEqual(ascending);
  await expect(names(page).first()).not.toHaveText(ascending[0] ?? '');

  await page.getByRole('button', { name: 'Copy table' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Copied' })).toBeFocused();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.trim().split('\n')).toHaveLength(8);
  expect(copied).toContain('~4,000\ton alert');
});

test('the table follows the date, and what the filter leaves of it', async ({ page }) => {
  await open(page, 'date=2019-12-31');
  await summary(page).click();
  await expect(names(page)).toHaveCount(4);
  await page.getByRole('checkbox', { name: /Added context/ }).uncheck();
  await expect(names(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Next date' }).click();
  await expect(names(page)).toHaveCount(4);
});
