import type { Locator, Page } from '@playwright/test';
import { geojsonOf, manyEvents } from './many-events';
import { openListed } from './open-listed';
import { expect, test } from './quiet-page';

test.use({ map: false });

const BATTALION = 'A battalion of the 82nd Airborne';
const DATES = ['31 December 2019', '31 December 2019', '3 January 2020'];
const list = (page: Page) => page.getByRole('list', { name: 'Events' });
const events = (page: Page) => list(page).getByRole('button');
const lines = (page: Page) => events(page).filter({ hasText: BATTALION });
const card = (page: Page) => page.locator('section.card');
const history = (page: Page) => card(page).locator('ol').getByRole('button');
const follow = (page: Page) => card(page).getByRole('button', { name: 'Follow this force' });
const status = (page: Page) => page.getByRole('status');

/** Presses Tab, or another key, until a control has the focus. */
async function walkTo(page: Page, target: Locator, key = 'Tab') {
  for (let press = 0; press < 250; press++) {
    await page.keyboard.press(key);
    if (await target.evaluate((element) => element.matches(':focus'))) return;
  }
  throw new Error(`${String(target)} is not reached with ${key}`);
}

test('with the keyboard alone a force is found, opened, walked report by report, followed and let go', async ({
  page,
}) => {
  // Each line that has the focus is lit on the map, which a small one draws sooner.
  await page.setViewportSize({ width: 920, height: 560 });
  await openListed(page);
  const all = await events(page).count();
  const opened = (await lines(page).first().getAttribute('data-entry')) ?? '';
  await walkTo(page, lines(page).first());
  await expect(page.locator('.line.isolated')).toHaveCount(DATES.length);
  await page.keyboard.press('Enter');
  await expect(card(page)).toContainText('Infantry battalion, 82nd Airborne Division');
  await expect(history(page)).toHaveCount(DATES.length);
  await expect(history(page).nth(2)).toHaveText(/3 January 2020.*750 arrived.*to Kuwait/s);

  await walkTo(page, history(page).first());
  for (const [index, date] of DATES.entries()) {
    if (index > 0) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(status(page)).toContainText(date);
    await expect(history(page).nth(index)).toBeFocused();
    await expect(history(page).nth(index)).toHaveAttribute('aria-current', 'true');
  }
  await expect(card(page).locator('[aria-current]')).toHaveCount(1);

  await walkTo(page, follow(page), 'Shift+Tab');
  await page.keyboard.press('Space');
  await expect(follow(page)).toHaveAttribute('aria-pressed', 'true');
  await expect(follow(page)).toBeFocused();
  await expect(events(page)).toHaveCount(DATES.length);
  await expect(page.getByText(`Only: ${BATTALION}`)).toBeVisible();

  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
  await expect(events(page)).toHaveCount(DATES.length);
  await expect(list(page).locator(`[data-entry="${opened}"]`)).toBeFocused();

  await walkTo(page, page.getByRole('button', { name: 'Show all events' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(events(page)).toHaveCount(all);
  await expect(list(page).locator('.group.now button').first()).toBeFocused();
});

test('the card tells a force once, and leads to the force that includes it and back', async ({ page }) => {
  await openListed(page, '?date=2020-01-01&sel=battalion-82nd');
  await expect(card(page).getByRole('heading', { name: BATTALION })).toHaveCount(1);
  await expect(card(page).getByRole('button', { name: BATTALION })).toHaveCount(0);
  await card(page).getByRole('button', { name: 'About 4,000 told to pack' }).click();
  await expect(page).toHaveURL(/sel=alert-brigade/);
  await expect(card(page).getByRole('heading', { level: 2 })).toBeFocused();
  await expect(status(page)).toContainText('1 January 2020');
  await card(page).getByRole('button', { name: BATTALION }).click();
  await expect(page).toHaveURL(/sel=battalion-82nd/);
});

test('what is reported twice on one day is told in full twice', async ({ page }) => {
  await openListed(page, '?date=2019-12-31&sel=battalion-82nd');
  await expect(card(page)).toContainText('The report names no home station.');
  await expect(card(page)).toContainText('The report names no camp.');
  await expect(card(page).locator('[aria-current="true"]')).toHaveCount(2);
});

test('a line that the pointer is on marks all reports of its force, and none once it is left', async ({ page }) => {
  await openListed(page);
  await lines(page).first().hover();
  await expect(page.locator('.line.isolated')).toHaveCount(DATES.length);
  await page.getByRole('heading', { level: 1 }).hover();
  await expect(page.locator('.line.isolated')).toHaveCount(0);
});

test('following ends with the button in the card, with its layer, and with Back', async ({ page }) => {
  await openListed(page);
  const all = await events(page).count();
  await lines(page).first().click();
  await follow(page).click();
  await expect(events(page)).toHaveCount(DATES.length);
  await follow(page).click();
  await expect(events(page)).toHaveCount(all);

  await follow(page).click();
  const kuwait = page.getByRole('checkbox', { name: 'Kuwait', exact: true });
  await kuwait.uncheck();
  await kuwait.check();
  await expect(events(page)).toHaveCount(all);

  await follow(page).click();
  await expect(events(page)).toHaveCount(DATES.length);
  await page.goBack();
  await expect(card(page)).toHaveCount(0);
  await expect(events(page)).toHaveCount(all);
});

test('of a story too long to list whole, a force that is followed is listed whole', async ({ page }) => {
  const when = ['2009-05-01', '2012-03', '2019-01-01'];
  const convoy = {
    type: 'Feature',
    id: 'convoy',
    geometry: null,
    properties: {
      kind: 'movement',
      title: 'The convoy',
      reports: when.map((date) => ({ when: date, status: 'announced', strength: '~40' })),
    },
  };
  const body = geojsonOf(manyEvents(900)).replace('[\n', `[\n${JSON.stringify(convoy)},\n`);
  await page.route('**/long.geojson', (route) => route.fulfill({ body }));
  await openListed(page, '?data=long.geojson&date=2012-03&sel=convoy');
  const shut = list(page).locator('h3 button');
  expect(await shut.count()).toBeGreaterThan(when.length);
  await follow(page).click();
  await expect(shut).toHaveCount(0);
  await expect(events(page)).toHaveText(when.map(() => /The convoy/));
  await history(page).last().click();
  await expect(status(page)).toContainText('January 2019');
  await page.getByRole('button', { name: 'Show all events' }).click();
  await expect(list(page).locator('.group.now [data-entry]').first()).toBeFocused();
});
