import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectNoViolation } from './axe';
import { geojsonOf, manyEvents } from './many-events';
import { expect, test } from './quiet-page';

/** Beside the site, as an author would put it: the server reads files anew. */
const DIST = path.resolve(import.meta.dirname, '..', 'dist');
const events = manyEvents(60_000);
const fileOf = (worker: number) => `many-${worker}.geojson`;

test.beforeAll(({}, { workerIndex }) => writeFileSync(path.join(DIST, fileOf(workerIndex)), geojsonOf(events)));
test.afterAll(({}, { workerIndex }) => rmSync(path.join(DIST, fileOf(workerIndex)), { force: true }));

async function open(page: Page, query = '') {
  await page.goto(`/?data=${fileOf(test.info().workerIndex)}${query}`);
  await expect(page.locator('dateline-map')).toHaveAttribute('data-state', 'ready', { timeout: 30_000 });
}
const list = (page: Page) => page.getByRole('list', { name: 'Events' });
const inMonth = (month: string) => events.filter(({ when }) => when.startsWith(month));

test('a large file is binned by month, counted, and listed by the lines in view, in words', async ({ page }) => {
  await open(page, '&date=2016-05');
  const month = inMonth('2016-05');
  await expect(page.getByRole('status')).toContainText('May 2016');
  await expect(page.getByRole('status')).toContainText(`${month.length} events`);
  await expect(list(page)).toContainText(`of ${month.length} on this date; 60,000 in all`);
  const lines = list(page).locator('li[aria-setsize]');
  expect(await lines.count()).toBeLessThan(60);
  await expect(lines.first()).toHaveAttribute('aria-setsize', String(month.length));
  for (const kind of ['Incidents', 'Statements', 'Background']) {
    const word = { Incidents: 'incident', Statements: 'statement', Background: 'context' }[kind];
    const count = month.filter((event) => event.kind === word).length;
    await expect(page.getByRole('checkbox', { name: kind })).toHaveAccessibleDescription(
      `${count} events on this date`,
    );
  }
});

test('what is switched off is in no count and no stop', async ({ page }) => {
  await open(page, '&date=2016-05');
  await page.getByRole('checkbox', { name: 'Statements' }).uncheck();
  const rest = inMonth('2016-05').filter(({ kind }) => kind !== 'statement').length;
  await expect(page.getByRole('status')).toContainText(`${rest} events`);
});

test('the arrow keys, Home and End walk the whole of a long list, of which Tab reaches one line', async ({ page }) => {
  await open(page, '&date=2016-05');
  const lines = list(page).locator('li[aria-setsize]');
  await lines.first().getByRole('button').focus();
  await page.keyboard.press('ArrowDown');
  await expect(lines.nth(1).getByRole('button')).toBeFocused();
  await page.keyboard.press('End');
  const last = list(page).locator(`li[aria-posinset="${inMonth('2016-05').length}"]`);
  await expect(last.getByRole('button')).toBeFocused();
  await expect(last).toBeInViewport();
  await page.keyboard.press('Home');
  await expect(list(page).locator('li[aria-posinset="1"]').getByRole('button')).toBeFocused();
});

test('an event chosen on the map is read on demand, has a card, and is in the link', async ({ page }) => {
  await open(page, '&date=2018-03&map=7/20/20');
  await expect(page.locator('.pane')).toHaveAttribute('data-drawn', 'true', { timeout: 30_000 });
  const box = await page.locator('.pane').boundingBox();
  await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
  const card = page.getByRole('region', { name: '20.000° N, 20.000° E' });
  await expect(card).toContainText('The lone event');
  await expect(page).toHaveURL(/sel=event-59999/);
  await page.reload();
  await expect(card).toContainText('The lone event', { timeout: 30_000 });
});

test('an event that is ahead or switched off cannot be hit', async ({ page }) => {
  await open(page, '&date=2018-02&map=7/20/20');
  await expect(page.locator('.pane')).toHaveAttribute('data-drawn', 'true', { timeout: 30_000 });
  const box = await page.locator('.pane').boundingBox();
  const centre = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2] as const;
  await page.mouse.click(...centre);
  await expect(page.locator('.card')).toHaveCount(0);
  await page.getByRole('button', { name: 'Next date' }).click();
  await page.mouse.click(...centre);
  await expect(page.locator('.card')).not.toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.getByRole('checkbox', { name: 'Incidents' }).uncheck();
  await page.mouse.click(...centre);
  await expect(page.locator('.card')).toHaveCount(0);
});

test('loading says how far it is, can be stopped, and begins again', async ({ page }) => {
  const file = `slow-${test.info().workerIndex}.geojson`;
  writeFileSync(path.join(DIST, file), geojsonOf(manyEvents(400_000)));
  try {
    await page.goto(`/?data=${file}`);
    await expect(page.getByRole('progressbar')).toBeVisible();
    await expect(page.getByText(/events so far/)).toBeVisible();
    await page.getByRole('button', { name: 'Stop loading' }).click();
    await expect(page.getByRole('heading', { name: 'Loading was stopped' })).toBeVisible();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('progressbar')).toBeVisible();
  } finally {
    rmSync(path.join(DIST, file), { force: true });
  }
});

test('axe finds nothing in a large file, with a card open', async ({ page }) => {
  await open(page, '&date=2016-05&sel=event-59999');
  await expect(page.locator('.card')).not.toHaveCount(0);
  await expectNoViolation(page, 'with a card open');
});

test('words are found among tens of thousands of events, in the worker, and the last ones asked for win', async ({
  page,
}) => {
  await open(page, '&date=2016-05');
  const field = page.getByRole('searchbox', { name: 'Find' });
  await field.fill('made-up');
  await field.fill('made-up statement');
  const statements = events.filter(({ title }) => title.startsWith('Made-up statement')).length;
  await expect(page.getByRole('search')).toContainText(`${statements.toLocaleString('en')} of 60,000 events`, {
    timeout: 40_000,
  });
  const inMay = inMonth('2016-05').filter(({ title }) => title.startsWith('Made-up statement')).length;
  await expect(page.getByRole('status')).toContainText(`${inMay} events`);
  await field.fill('lone event');
  await expect(page.getByRole('search')).toContainText('1 of 60,000 events', { timeout: 40_000 });
  await expect(page.getByRole('status')).toContainText('14 March 2018');
  await page.getByRole('button', { name: /^Filters/ }).click();
  await expect(page.getByRole('combobox', { name: 'Certainty' })).toContainText('Nothing unsure (60,000)', {
    timeout: 40_000,
  });
});
