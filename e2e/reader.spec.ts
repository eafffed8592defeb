import type { Page } from '@playwright/test';
import { openListed } from './open-listed';
import { expect, test } from './quiet-page';

const status = (page: Page) => page.getByRole('status');
const slider = (page: Page) => page.getByRole('slider', { name: 'Date' });

async function mapReady(page: Page) {
  await expect(page.getByRole('region', { name: 'Map', exact: true })).toBeVisible();
  await expect(page.locator('.pane')).toHaveAttribute('data-drawn', 'true');
}

test('opens on the last day of 2019 with list, layers, timeline and map', async ({ page }) => {
  await openListed(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Siege at the embassy');
  await expect(status(page)).toContainText('31 December 2019');
  await expect(status(page)).toContainText(/\d+ of \d+/);
  await expect(page.getByRole('list', { name: 'Events' }).getByRole('button')).not.toHaveCount(0);
  await mapReady(page);
});

test('a place chosen on the map opens the same card and takes the focus to its heading', async ({ page }) => {
  await openListed(page, '?map=11/33.299/44.396');
  await mapReady(page);
  const box = await page.locator('.pane').boundingBox();
  await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
  const card = page.getByRole('region', { name: 'U.S. Embassy, Baghdad' });
  await expect(card).toBeVisible();
  await expect(card.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(page).toHaveURL(/sel=embassy-baghdad/);
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
});

test('a shared link brings back date, layers, selection and camera', async ({ page, context }) => {
  await openListed(page);
  await page.getByRole('checkbox', { name: 'Benghazi' }).uncheck();
  await page.getByRole('button', { name: 'Next date' }).click();
  await page.getByRole('button', { name: /Fire on the reception roof/ }).click();
  await expect(page).toHaveURL(/date=2020-01-01/);
  await expect(page).toHaveURL(/off=benghazi/);
  await expect(page).toHaveURL(/sel=/);
  const shared = await context.newPage();
  await shared.goto(page.url());
  await expect(shared.getByRole('status')).toHaveText(await status(page).innerText(), { useInnerText: true });
  await expect(shared.getByRole('checkbox', { name: 'Benghazi' })).not.toBeChecked();
  await expect(shared.locator('.card h2').first()).toHaveText(await page.locator('.card h2').first().innerText());
});

test('a shared camera is the camera that opens', async ({ page }) => {
  await openListed(page, '?map=9.5/32.1000/20.1000');
  await mapReady(page);
  await page.getByRole('button', { name: 'Next date' }).click();
  await expect(page).toHaveURL(/map=9\.50\/32\.1000\/20\.1000/);
});

test('the map is panned and zoomed by keyboard alone', async ({ page }) => {
  await openListed(page);
  await mapReady(page);
  await page.getByRole('region', { name: 'Map', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Equal');
  await expect(page).toHaveURL(/map=/);
});

test('a step re-uploads no data and loads no tile', async ({ page }) => {
  await openListed(page);
  await mapReady(page);
  // What comes near fetches what it may open.
  await page.getByRole('button', { name: 'Next date' }).hover();
  await page.waitForLoadState('networkidle');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  for (let step = 0; step < 6; step++) await page.getByRole('button', { name: 'Next date' }).click();
  await page.waitForTimeout(300);
  expect(requests).toEqual([]);
});

test.describe('beside the map', () => {
  test.use({ map: false });

  test('each of the five layers and the added context can be switched off and on', async ({ page }) => {
    await openListed(page);
    const events = page.getByRole('list', { name: 'Events' }).getByRole('button');
    const all = await events.count();
    for (const name of ['Baghdad', 'Kuwait', 'Iraqi bases', 'Benghazi', 'Elsewhere', 'Added context']) {
      const box = page.getByRole('checkbox', { name, exact: true });
      await box.uncheck();
      await expect.poll(() => events.count(), `${name} off`).toBeLessThan(all);
      await box.check();
      await expect(events).toHaveCount(all);
    }
    await page.getByRole('checkbox', { name: 'Added context' }).uncheck();
    await expect(page.getByRole('list', { name: 'Events' })).not.toContainText('added context');
  });

  test('says so when nothing is switched on, and brings everything back', async ({ page }) => {
    await openListed(page);
    for (const box of await page.getByRole('group', { name: 'Layers' }).getByRole('checkbox').all())
      await box.uncheck();
    await expect(page.getByText('Nothing is switched on.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Next date' })).toBeDisabled();
    await page.getByRole('button', { name: 'Show everything' }).click();
    await expect(status(page)).toContainText('31 December 2019');
  });

  test('steps from the first stop to the last and back, and each step says its own date', async ({ page }) => {
    await openListed(page);
    await slider(page).focus();
    await page.keyboard.press('Home');
    await expect(status(page)).toContainText('2003');
    await expect(page.getByRole('button', { name: 'Previous date' })).toBeDisabled();
    const total = Number(await slider(page).getAttribute('max')) + 1;
    const seen: string[] = [];
    for (let stop = 1; stop <= total; stop++) {
      await expect(status(page)).toContainText(`${stop} of ${total}`);
      seen.push(await status(page).locator('strong').innerText());
      if (stop < total) await page.getByRole('button', { name: 'Next date' }).click();
    }
    expect(new Set(seen).size).toBe(total);
    await expect(page.getByRole('button', { name: 'Next date' })).toBeDisabled();
    for (let stop = total - 1; stop >= 1; stop--) {
      await page.getByRole('button', { name: 'Previous date' }).click();
      await expect(status(page).locator('strong')).toHaveText(seen[stop - 1] ?? '');
    }
  });

  test('plays from stop to stop and pauses at the first touch', async ({ page }) => {
    await openListed(page);
    const before = await slider(page).inputValue();
    await page.getByRole('button', { name: 'Play' }).click();
    await expect(status(page)).toHaveAttribute('aria-live', 'off');
    await expect(slider(page)).not.toHaveValue(before);
    await page.getByRole('button', { name: 'Pause' }).click();
    const stopped = await slider(page).inputValue();
    await page.waitForTimeout(2000);
    await expect(slider(page)).toHaveValue(stopped);
    await page.getByRole('button', { name: 'Play' }).click();
    await page.getByRole('button', { name: 'Next date' }).click();
    await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  });

  test('an event chosen in the list opens its place with what it says and its sources', async ({ page }) => {
    await openListed(page);
    const line = page.getByRole('button', { name: /Compound stormed/ });
    await line.click();
    const card = page.getByRole('region', { name: 'U.S. Embassy, Baghdad' });
    await expect(card).toContainText('broke into the compound');
    await expect(card).toContainText('placed to within 150 m');
    await expect(card.getByRole('link', { name: /Fox News/ }).first()).toHaveAttribute(
      'href',
      /^https:\/\/www\.foxnews\.com/,
    );
    await expect(line).toHaveAttribute('aria-current', 'true');
    await expect(line).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(card).toBeHidden();
    await expect(line).toBeFocused();
  });

  test('Back returns to the selection before', async ({ page }) => {
    await openListed(page);
    await page.getByRole('button', { name: /Compound stormed/ }).click();
    await expect(page.locator('.card').first()).toBeVisible();
    await page.goBack();
    await expect(page.locator('.card')).toHaveCount(0);
  });
});
