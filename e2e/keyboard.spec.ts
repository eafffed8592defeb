import type { Page } from '@playwright/test';
import { expect, test } from './quiet-page';
import { focused, open, openWithMap, press, tabTo } from './tab';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const checkbox = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true });
const slider = (page: Page, name = 'Date') => page.getByRole('slider', { name, exact: true });
const status = (page: Page) => page.getByRole('status');
const lines = (page: Page) => page.getByRole('list', { name: 'Events' }).locator('[data-entry]');
const line = (page: Page, title: RegExp) =>
  page.getByRole('list', { name: 'Events' }).getByRole('button', { name: title });
const summary = (page: Page, title: string) => page.locator('summary', { hasText: title });
const total = 73;

/** The camera in the address: zoom, latitude and longitude. */
function camera(page: Page): number[] {
  return new URL(page.url()).searchParams.get('map')?.split('/').map(Number) ?? [];
}

/** What the page keeps of its printing. */
declare global {
  interface Window {
    onPaper: string[];
  }
}

/** The browser's own dialogue would wait for somebody: instead what would be printed is kept. */
async function keepPrints(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.onPaper = [];
    window.print = () => {
      window.dispatchEvent(new Event('beforeprint'));
      const sheet = document.querySelector('dateline-map')?.shadowRoot?.querySelector('.printed');
      window.onPaper.push(sheet?.textContent ?? 'nothing');
      window.dispatchEvent(new Event('afterprint'));
    };
  });
}

test.describe('by keys alone', () => {
  test.use({ viewport: { width: 1440, height: 900 }, map: false });

  test('dates are stepped through, played, and chosen as a range or on a true scale', async ({ page }) => {
    await open(page);
    await press(button(page, 'Next date'));
    await expect(status(page)).toContainText('1 January 2020');
    await page.keyboard.press('Space');
    await expect(status(page)).toContainText('18 of 25');
    await expect(button(page, 'Next date')).toBeFocused();
    await press(button(page, 'Previous date'), 'Enter', 'Shift+Tab');
    await expect(status(page)).toContainText('17 of 25');
    await press(button(page, 'First date'), 'Enter', 'Shift+Tab');
    await expect(status(page)).toContainText('1 of 25');

    await press(button(page, 'Play'), 'Space');
    await expect(button(page, 'Pause')).toBeFocused();
    await expect(status(page)).not.toContainText(' 1 of 25', { timeout: 5000 });
    await page.keyboard.press('Space');
    await expect(button(page, 'Play')).toBeFocused();

    await tabTo(slider(page));
    for (const [key, stop] of [
      ['End', 25],
      ['PageDown', 22],
      ['ArrowLeft', 21],
      ['PageUp', 24],
      ['Home', 1],
      ['ArrowRight', 2],
    ] as const) {
      await page.keyboard.press(key);
      await expect(status(page), key).toContainText(`${stop} of 25`);
    }

    await press(checkbox(page, 'True scale'), 'Space', 'Shift+Tab');
    await expect(checkbox(page, 'True scale')).toBeChecked();
    await press(slider(page), 'ArrowRight');
    await expect(status(page)).toContainText('3 of 25');
    await expect(slider(page)).toBeFocused();
    const speed = page.getByRole('combobox', { name: 'Speed' });
    await press(speed, 'ArrowDown', 'Shift+Tab');
    await expect(speed).toHaveValue('2');

    await press(button(page, 'Range'), 'Enter', 'Shift+Tab');
    await expect(button(page, 'Range')).toHaveAttribute('aria-pressed', 'true');
    await press(slider(page, 'From'), 'Home');
    await press(slider(page, 'To'), 'End');
    await expect(status(page)).toContainText('25 of 25 dates');
    await page.keyboard.press('PageDown');
    await expect(status(page)).toContainText('22 of 25 dates');
    await press(slider(page, 'From'), 'PageUp', 'Shift+Tab');
    await expect(status(page)).toContainText('19 of 25 dates');
    await expect(page).toHaveURL(/date=[\d-]+\/|date=[\d-]+%2F/);
    await press(button(page, 'Single date'), 'Enter', 'Shift+Tab');
    await expect(status(page)).toContainText('22 of 25');
  });

  test('a layer, a kind and the added context are switched off and on', async ({ page }) => {
    await open(page);
    for (const name of ['Kuwait', 'Statements', 'Added context']) {
      await press(checkbox(page, name), 'Space');
      await expect(checkbox(page, name)).not.toBeChecked();
      await expect.poll(() => lines(page).count(), name).toBeLessThan(total);
      await page.keyboard.press('Space');
      await expect(lines(page)).toHaveCount(total);
      await expect(checkbox(page, name)).toBeFocused();
    }
  });

  test('words are looked for and filters chosen, and dropped one by one, and the focus is never lost', async ({
    page,
  }) => {
    await open(page);
    const find = page.getByRole('searchbox', { name: 'Find' });
    const filters = page.getByRole('button', { name: /^Filters/ });
    await tabTo(find);
    await page.keyboard.type('tear gas');
    await expect(lines(page)).toHaveCount(5);
    await page.keyboard.press('Escape');
    await expect(lines(page)).toHaveCount(total);
    await expect(find).toBeFocused();
    await page.keyboard.type('tear');
    await press(button(page, 'Clear the words'));
    await expect(lines(page)).toHaveCount(total);
    await expect(find).toBeFocused();

    await press(filters);
    const source = page.getByRole('combobox', { name: 'Source' });
    await press(source, 'ArrowDown');
    await expect(filters).toHaveText('Filters (1)');
    const bySource = await lines(page).count();
    expect(bySource).toBeLessThan(total);
    await press(filters, 'Enter', 'Shift+Tab');
    await press(page.getByRole('button', { name: /^Drop the filter Source/ }));
    await expect(lines(page)).toHaveCount(total);
    await expect(filters).toBeFocused();

    await tabTo(find, 'Shift+Tab');
    await page.keyboard.type('zebra');
    await press(page.getByRole('button', { name: /^Drop words: / }));
    await expect(lines(page)).toHaveCount(total);
    await expect(lines(page).and(focused(page))).toHaveCount(1);

    await tabTo(find, 'Shift+Tab');
    await page.keyboard.type('zebra');
    await press(checkbox(page, 'Baghdad'), 'Space');
    await press(button(page, 'Show everything'));
    await expect(lines(page)).toHaveCount(total);
    await expect(checkbox(page, 'Baghdad')).toBeChecked();
    await expect(lines(page).and(focused(page))).toHaveCount(1);
  });

  test('an event and a place are chosen, their sources reached, and Escape gives the focus back', async ({ page }) => {
    await open(page);
    const stormed = line(page, /Compound stormed/);
    await press(stormed);
    const card = page.getByRole('region', { name: 'U.S. Embassy, Baghdad' });
    await expect(card).toContainText('broke into the compound');
    await expect(stormed).toBeFocused();
    // Who presses it again wants to read the card, which is far off by Tab.
    await page.keyboard.press('Enter');
    await expect(card.getByRole('heading', { level: 2 })).toBeFocused();
    const link = card.getByRole('link').first();
    await tabTo(link);
    await expect(link).toHaveAttribute('href', /^https:\/\//);
    await expect(link).toHaveAccessibleName(/\S/);
    await page.keyboard.press('Escape');
    await expect(card).toBeHidden();
    await expect(stormed).toBeFocused();

    await press(summary(page, 'Places'));
    const erbil = page.getByRole('list', { name: 'Places' }).getByRole('button', { name: /Erbil air base/ });
    await press(erbil);
    const place = page.getByRole('region', { name: 'Erbil air base' });
    await expect(place).toBeVisible();
    await expect(erbil).toBeFocused();
    await press(place.getByRole('button', { name: 'Close' }));
    await expect(place).toBeHidden();
    await expect(erbil).toBeFocused();
  });

  test('a force is followed from report to report, and all events come back', async ({ page }) => {
    await open(page);
    const first = lines(page).and(page.locator('[data-entry="battalion-82nd/1"]'));
    await press(first);
    await page.keyboard.press('Enter');
    const card = page.locator('section.card');
    await expect(card.getByRole('heading', { level: 2 })).toBeFocused();
    const report = card.locator('ol button', { hasText: '3 January 2020' }).first();
    await press(report);
    await expect(report).toHaveAttribute('aria-current', 'true');
    await expect(report).toBeFocused();
    await expect(status(page)).toContainText('3 January 2020');
    const follow = button(page, 'Follow this force');
    await press(follow, 'Space', 'Shift+Tab');
    await expect(follow).toHaveAttribute('aria-pressed', 'true');
    await expect(follow).toBeFocused();
    await expect.poll(() => lines(page).count()).toBeLessThan(10);
    await page.keyboard.press('Escape');
    await press(button(page, 'Show all events'));
    await expect(lines(page)).toHaveCount(total);
    await expect(lines(page).and(focused(page))).toHaveCount(1);
  });

  test('the forces of the date are opened, sorted and copied', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page, '?date=2020-01-04');
    await press(summary(page, 'Forces at this date'));
    const table = page.getByRole('table', { name: 'Forces at this date' });
    await press(button(page, 'Copy table'));
    await expect(button(page, 'Copied')).toBeFocused();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Force\t');
    const names = () => table.locator('th[scope=rowgroup]').allInnerTexts();
    await press(table.getByRole('button', { name: 'Force' }));
    await expect(table.getByRole('columnheader', { name: 'Force' })).toHaveAttribute('aria-sort', 'ascending');
    const sorted = await names();
    await page.keyboard.press('Enter');
    await expect(table.getByRole('columnheader', { name: 'Force' })).toHaveAttribute('aria-sort', 'descending');
    expect(await names()).toEqual(sorted.toReversed());
    await press(summary(page, 'Forces at this date'), 'Space', 'Shift+Tab');
    await expect(table).toBeHidden();
  });
});

test.describe('by keys alone, with the map', () => {
  test.use({ viewport: { width: 1280, height: 720 } });

  test('the map is one stop: arrows move it, plus and minus zoom it, and its buttons do the same', async ({ page }) => {
    await openWithMap(page, '?map=6/33/44');
    const map = page.getByRole('region', { name: 'Map', exact: true });
    expect(await page.locator('.maplibregl-canvas-container [tabindex]').count()).toBe(1);
    await tabTo(map, 'Shift+Tab');
    /** Presses a key and waits for what it does to the camera. */
    const moves = async (key: string, axis: 0 | 1 | 2, direction: 1 | -1) => {
      const before = camera(page)[axis] ?? NaN;
      await page.keyboard.press(key);
      await expect.poll(() => ((camera(page)[axis] ?? NaN) - before) * direction, key).toBeGreaterThan(0);
    };
    await moves('ArrowRight', 2, 1);
    await moves('ArrowLeft', 2, -1);
    await moves('ArrowUp', 1, 1);
    await moves('ArrowDown', 1, -1);
    await moves('+', 0, 1);
    await moves('-', 0, -1);
    await expect(map).toBeFocused();
    await tabTo(button(page, 'Zoom in'));
    await moves('Enter', 0, 1);
    await tabTo(button(page, 'Zoom out'));
    await moves('Space', 0, -1);
    await press(button(page, 'Move the map'));
    for (const [name, axis, direction] of [
      ['Move north', 1, 1],
      ['Move west', 2, -1],
      ['Move east', 2, 1],
      ['Move south', 1, -1],
    ] as const) {
      await tabTo(button(page, name));
      await moves('Enter', axis, direction);
      await expect(button(page, name)).toBeFocused();
    }
    await tabTo(button(page, 'Show the whole story'));
    await moves('Enter', 0, -1);
  });
  test('the story is printed, with the sheet made ready before', async ({ page }) => {
    await keepPrints(page);
    await open(page);
    await press(button(page, 'Print the story'), 'Enter', 'Shift+Tab');
    await expect.poll(() => page.evaluate(() => window.onPaper)).toHaveLength(1);
    const [paper] = await page.evaluate(() => window.onPaper);
    expect(paper).toContain('Siege at the embassy');
    expect(paper).toContain('Compound stormed');
    await expect(page.locator('.printed')).toHaveCount(0);
    await expect(button(page, 'Print the story')).toBeFocused();
  });
  test('what lies far off is skipped to: the events, the card and the map', async ({ page }) => {
    await openWithMap(page);
    await press(button(page, 'Skip to the events'));
    await expect(lines(page).and(focused(page))).toHaveCount(1);
    await page.keyboard.press('Enter');
    const card = page.locator('section.card');
    await expect(card).toBeVisible();
    await press(button(page, 'Skip to the card'), 'Enter', 'Shift+Tab');
    await expect(card.getByRole('heading', { level: 2 })).toBeFocused();
    await press(button(page, 'Skip to the map'));
    await expect(page.getByRole('region', { name: 'Map', exact: true })).toBeFocused();
  });
});

test.describe('by keys alone, on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, map: false });

  test('the sheet is drawn up and put down by its handle, and nothing behind it has the focus', async ({ page }) => {
    await open(page);
    const handle = button(page, 'Show list and layers');
    const find = page.getByRole('searchbox', { name: 'Find' });
    await press(button(page, 'Next date'));
    await expect(status(page)).toContainText('1 January 2020');
    await press(button(page, 'Timeline options'));
    await press(checkbox(page, 'True scale'), 'Space');
    await page.keyboard.press('Escape');
    await expect(button(page, 'Timeline options')).toBeFocused();
    await tabTo(handle);
    await expect(handle).toHaveAttribute('aria-expanded', 'false');
    await page.keyboard.press('Tab');
    await expect(page.locator('.panel').locator(':focus')).toHaveCount(0);
    await press(handle, 'Enter', 'Shift+Tab');
    const lower = button(page, 'Show more of the map');
    await expect(lower).toBeFocused();
    await expect(lower).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('Tab');
    await expect(find).toBeFocused();
    const camp = line(page, /Camp outside the embassy/);
    await press(camp);
    const card = page.getByRole('region', { name: 'U.S. Embassy, Baghdad' });
    await expect(card.getByRole('heading', { level: 2 })).toBeFocused();
    // The list is behind the card.
    await page.keyboard.press('Shift+Tab');
    await expect(page.locator('.panel').locator(':focus')).toHaveCount(0);
    await press(card.getByRole('link').first(), 'Escape');
    await expect(card).toBeHidden();
    await expect(camp).toBeFocused();
    await press(lower, 'Space', 'Shift+Tab');
    await expect(handle).toBeFocused();
    await expect(find).toBeHidden();
    await press(button(page, 'Skip to the events'), 'Enter', 'Shift+Tab');
    await expect(handle).toBeFocused();
  });

  test('what is in the sheet is there before a key that follows at once', async ({ page }) => {
    await open(page);
    const isThere = await button(page, 'Show list and layers').evaluate(async (handle: HTMLElement) => {
      handle.click();
      await Promise.resolve();
      return handle.parentElement?.querySelector('input[type=search]') !== null;
    });
    expect(isThere).toBe(true);
  });
});

test('by keys alone in Arabic: the slider goes with time, from right to left, and Tab goes as one reads', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await open(page, '?lang=ar-IQ-u-nu-latn&date=2020-01-01');
  const date = slider(page, 'التاريخ');
  const next = button(page, 'التاريخ التالي');
  const middle = async () => {
    const box = await focused(page).last().boundingBox();
    return (box?.x ?? 0) + (box?.width ?? 0) / 2;
  };
  await tabTo(button(page, 'التاريخ السابق'));
  const previousAt = await middle();
  await press(next);
  expect(await middle()).toBeLessThan(previousAt);
  await expect(status(page)).toContainText('18 من 25');
  await tabTo(date);
  for (const [key, stop] of [
    ['ArrowLeft', 19],
    ['ArrowRight', 18],
    ['ArrowUp', 19],
    ['PageDown', 16],
    ['Home', 1],
    ['End', 25],
  ] as const) {
    await page.keyboard.press(key);
    await expect(status(page), key).toContainText(`${stop} من 25`);
  }
  const stormed = page.locator('[data-entry="compound-stormed"]');
  await press(stormed);
  const card = page.locator('section.card');
  await expect(card).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(card.getByRole('heading', { level: 2 })).toBeFocused();
  await press(card.getByRole('link').first(), 'Escape');
  await expect(stormed).toBeFocused();
});

test('Tab goes once through everything and out again, whatever is open', async ({ page }) => {
  await openWithMap(page, '?sel=embassy-baghdad&find=embassy&source=fox-2020-01-01');
  await expect(page.locator('section.card')).toBeVisible();
  const stops: string[] = [];
  for (let presses = 0; presses < 160; presses++) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const inside = document.activeElement?.shadowRoot?.activeElement;
      if (inside && !inside.getAttribute('data-stop')) inside.setAttribute('data-stop', String(performance.now()));
      return inside && `${inside.tagName} ${inside.getAttribute('data-stop')}`;
    });
    if (!name) break;
    stops.push(name);
  }
  expect(new Set(stops).size).toBe(stops.length);
  expect(stops.length).toBeGreaterThan(30);
  // Out at the end, which is no trap, and in again from there.
  await page.keyboard.press('Shift+Tab');
  await expect(page.locator('section.card').locator(':focus')).toHaveCount(1);
});

test('headings, landmarks and the one line that is spoken', async ({ page }) => {
  await openWithMap(page, '?date=2020-01-01&sel=battalion-82nd');
  await expect(page.locator('section.card')).toBeVisible();
  await page.locator('summary', { hasText: 'Places' }).press('Enter');
  const headings = await page
    .getByRole('heading')
    .evaluateAll((elements) =>
      elements.map((element) => ({ level: Number(element.tagName[1]), text: element.textContent.trim() })),
    );
  expect(headings.filter(({ level }) => level === 1)).toHaveLength(1);
  expect(headings[0]?.level).toBe(1);
  expect(headings.filter(({ text }) => text === '')).toEqual([]);
  const skipped = headings.filter(({ level }, index) => level > (headings[index - 1]?.level ?? 0) + 1);
  expect(skipped).toEqual([]);

  await expect(page.getByRole('main')).toHaveCount(1);
  const landmarks = await page
    .locator('section, [role=region], nav, aside')
    .evaluateAll((elements) => elements.map((element) => element.getAttribute('aria-label') ?? ''));
  expect(landmarks).toEqual(['Timeline', 'What is shown', 'Map', expect.stringMatching(/\S/)]);
  expect(new Set(landmarks).size).toBe(landmarks.length);
  await expect(page.getByRole('search')).toHaveCount(1);

  await expect(status(page)).toHaveCount(1);
  await expect(status(page)).toHaveAttribute('aria-live', 'polite');
  await expect(page.locator('[role=alert]')).toHaveCount(0);
  // What speaks of its own accord besides stays silent, however one steps.
  const others = page.locator('[aria-live]:not([role=status]), output, [role=log]');
  const spoken = () => others.allInnerTexts().then((texts) => texts.join('').trim());
  for (let step = 0; step < 3; step++) await button(page, 'Next date').press('Enter');
  expect(await spoken()).toBe('');
  await expect(page.locator('.pane[aria-live], .map[aria-live], canvas[aria-live]')).toHaveCount(0);
});
