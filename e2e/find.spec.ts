import type { Page } from '@playwright/test';
import { expectNoViolation } from './axe';
import { expectPicture, settledPicture } from './picture';
import { expect, test } from './quiet-page';

const field = (page: Page) => page.getByRole('searchbox', { name: 'Find' });
const lines = (page: Page) => page.getByRole('list', { name: 'Events' }).locator('[data-entry]');
const filters = (page: Page) => page.getByRole('button', { name: /^Filters/ });
const total = 73;

async function open(page: Page, query = '') {
  await page.goto(`/${query}`);
  await expect(page.locator('dateline-map')).toHaveAttribute('data-state', 'ready');
}

async function openWithMap(page: Page, query = '') {
  await open(page, query);
  await expect(page.locator('.pane')).toHaveAttribute('data-drawn', 'true');
}

test.use({ map: false });

test('words find as one types: list, stops, legend, map and address follow, and clearing brings all back', async ({
  page,
}) => {
  await open(page);
  await expect(lines(page)).toHaveCount(total);
  await field(page).pressSequentially('tear GAS');
  await expect(lines(page)).toHaveCount(5);
  await expect(lines(page).first()).toContainText('Iraqi forces fire tear gas');
  await expect(page.getByRole('search')).toContainText(`5 of ${total} events`);
  await expect(page.getByRole('status')).toContainText(`5 of ${total} events`);
  await expect(page.getByRole('slider', { name: 'Date' })).toHaveAttribute('max', '1');
  await expect(page).toHaveURL(/[?&]find=tear\+GAS/);
  await page.getByRole('button', { name: 'Next date' }).click();
  await expect(page.getByRole('status')).toContainText('1 January 2020');
  await expect(page.getByRole('checkbox', { name: 'Baghdad' })).toHaveAccessibleDescription('3 events on this date');
  await expect(page.getByRole('checkbox', { name: 'Kuwait' })).toHaveAccessibleDescription('0 events on this date');
  await page.keyboard.press('Tab');
  await field(page).focus();
  await page.keyboard.press('Escape');
  await expect(field(page)).toHaveValue('');
  await expect(field(page)).toBeFocused();
  await expect(lines(page)).toHaveCount(total);
  await expect(page).not.toHaveURL(/find=/);
});

test('filters by actor, source and certainty say how much each brings, and a link keeps them', async ({ page }) => {
  await open(page);
  await filters(page).click();
  const actor = page.getByRole('combobox', { name: 'Actor' });
  await expect(actor.locator('option').nth(1)).toContainText(/Protesters.*\(9\)/);
  await actor.selectOption('Protesters');
  await expect(filters(page)).toHaveText('Filters (1)');
  const found = await lines(page).count();
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThan(total);
  await page.getByRole('combobox', { name: 'Certainty' }).selectOption('place');
  await expect(page).toHaveURL(/certainty=place/);
  const unsure = await lines(page).allInnerTexts();
  expect(unsure.length).toBeLessThan(found);
  await expectNoViolation(page, 'with filters chosen');
  await page.reload();
  await expect(lines(page)).toHaveCount(unsure.length);
  await page.getByRole('button', { name: /^Drop the filter Certainty/ }).click();
  await expect(lines(page)).toHaveCount(found);
  await page.getByRole('button', { name: /^Drop the filter Actor/ }).click();
  await expect(lines(page)).toHaveCount(total);
});

test('where nothing shows, the page names each filter that alone is to blame, and drops it', async ({ page }) => {
  await open(page, '?find=benghazi&certainty=date&off=benghazi');
  await expect(page.getByText('Nothing matches all of this.')).toBeVisible();
  await expectNoViolation(page, 'with nothing found');
  const drop = page.getByRole('button', { name: /^Drop certainty: .*\d+ events?$/ });
  await drop.click();
  const listed = await lines(page).count();
  expect(listed).toBeGreaterThan(0);
  await open(page, '?find=rioted&off=baghdad,kuwait,benghazi,iraqi-bases,elsewhere');
  await page.getByRole('button', { name: 'Show everything' }).click();
  await expect(lines(page)).toHaveCount(total);
  await expect(field(page)).toHaveValue('');
});

test('a card whose event is not found closes, and following what is not found ends', async ({ page }) => {
  await open(page, '?sel=battalion-82nd');
  await page.getByRole('button', { name: 'Follow this force' }).click();
  await expect(page.getByRole('region', { name: 'What is shown' })).toContainText('Only:');
  await field(page).fill('tear gas');
  await expect(lines(page)).toHaveCount(5);
  await expect(page.getByRole('region', { name: 'What is shown' })).not.toContainText('Only:');
});

test('it finds in Arabic whatever the spelling, from right to left', async ({ page }) => {
  await open(page, '?lang=ar');
  const arabic = page.getByRole('searchbox', { name: 'بحث' });
  await arabic.fill('السفاره');
  const found = page.locator('button[data-entry]');
  await expect.poll(() => found.count()).toBeLessThan(total);
  expect(await found.count()).toBeGreaterThan(0);
  await expect(found.first()).toContainText('السفارة');
  await expectNoViolation(page, 'with something found, in Arabic');
});

test('places that show are a list of their own, with how surely each is known, and open their card', async ({
  page,
}) => {
  await open(page);
  await page.locator('summary', { hasText: 'Places' }).click();
  const places = page.getByRole('list', { name: 'Places' }).getByRole('button');
  const erbil = places.filter({ hasText: 'Erbil air base' });
  await expect(erbil).toContainText('placed to within');
  await erbil.click();
  await expect(page.getByRole('region', { name: 'Erbil air base' })).toBeVisible();
  await expect(erbil).toHaveAttribute('aria-current', 'true');
  await page.getByRole('checkbox', { name: 'Places' }).uncheck();
  await expect(places).toHaveCount(0);
});

test('what was looked for is lit where it is told, however it is written, in list, card and places', async ({
  page,
}) => {
  const lit = () =>
    page.evaluate(() =>
      [...(CSS.highlights.get('dateline-found') ?? [])].map(({ startContainer, startOffset, endOffset }) =>
        (startContainer.nodeValue ?? '').slice(startOffset, endOffset),
      ),
    );
  await open(page);
  await field(page).fill('"TEAR gas"');
  await expect.poll(async () => new Set(await lit())).toEqual(new Set(['tear gas']));
  await field(page).fill('kataib');
  await expect.poll(lit).toEqual([]);
  await lines(page).first().click();
  await expect.poll(async () => new Set(await lit())).toEqual(new Set(["Kata'ib"]));
  await field(page).fill('taji');
  await page.locator('summary', { hasText: 'Places' }).click();
  await expect(page.locator('[data-place]')).not.toHaveCount(0);
  await expect.poll(async () => new Set(await lit())).toEqual(new Set(['Taji']));
  await page.getByRole('button', { name: 'Clear the words' }).click();
  await expect.poll(lit).toEqual([]);
});

test.describe('the map', () => {
  test.use({ map: true });

  test('draws what is found, and nothing else', async ({ page }) => {
    await openWithMap(page, '?date=2020-01-03');
    const canvas = page.locator('.maplibregl-canvas');
    const whole = await settledPicture(canvas);
    await field(page).fill('nothing says this');
    await expect(page.getByText('Nothing matches all of this.')).toBeVisible();
    const none = await settledPicture(canvas, whole);
    await page.getByRole('button', { name: 'Clear the words' }).click();
    await expect(lines(page)).toHaveCount(total);
    await expectPicture(canvas, whole);
    for (const name of ['Incidents', 'Movements', 'Statements', 'Background', 'Places', 'Added context']) {
      await page.getByRole('checkbox', { name }).uncheck();
    }
    await expectPicture(canvas, none);
  });

  test('is moved by buttons, without dragging', async ({ page }) => {
    await openWithMap(page);
    await page.getByRole('button', { name: 'Move the map' }).click();
    const centre = () => {
      const [, latitude = 0, longitude = 0] = new URL(page.url()).searchParams.get('map')?.split('/').map(Number) ?? [];
      return { latitude, longitude };
    };
    await page.getByRole('button', { name: 'Move north' }).click();
    await expect.poll(() => centre().latitude).toBeGreaterThan(33);
    const north = centre();
    await page.getByRole('button', { name: 'Move east' }).press('Enter');
    await expect.poll(() => centre().longitude).toBeGreaterThan(north.longitude + 1);
  });
});
