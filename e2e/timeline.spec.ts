import type { Locator, Page } from '@playwright/test';
import { expectNoViolation } from './axe';
import { expect, test } from './quiet-page';

test.use({ map: false });

const status = (page: Page) => page.getByRole('status');
const slider = (page: Page, name = 'Date') => page.getByRole('slider', { name, exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const list = (page: Page) => page.getByRole('list', { name: 'Events' });

async function open(page: Page, query = '') {
  await page.goto(`/${query}`);
  await expect(page.locator('dateline-map')).toHaveAttribute('data-state', 'ready');
  // What is fetched after the first picture.
  await expect(page.locator('.timeline .bands')).toBeAttached();
}

/** The options, which stand behind a button where there is no room. */
async function openOptions(page: Page, name = 'Timeline options') {
  const opener = page.getByRole('button', { name, exact: true, includeHidden: true });
  await expect(opener).toBeAttached();
  if ((await opener.isVisible()) && (await opener.getAttribute('aria-expanded')) === 'false') await opener.click();
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error('it has no box');
  return { ...box, middle: box.x + box.width / 2 };
}

/** Presses the track where a stop's dot is, and lets go where another is. */
async function drag(page: Page, from: number, to: number) {
  const dots = page.locator('.scale .stop .dot');
  const [start, end] = [await boxOf(dots.nth(from)), await boxOf(dots.nth(to))];
  await page.mouse.move(start.middle, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.middle, end.y + 4, { steps: 6 });
  await page.mouse.up();
}

/** How many pairs of these lie over each other. */
async function overlaps(locator: Locator): Promise<string[]> {
  return locator.evaluateAll((elements) => {
    const boxes = elements.map((element) => ({ text: element.textContent, box: element.getBoundingClientRect() }));
    return boxes.flatMap(({ text, box }, index) =>
      boxes
        .slice(index + 1)
        .filter(
          ({ box: other }) =>
            box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom,
        )
        .map((other) => `${text} / ${other.text}`),
    );
  });
}

test.describe('the buttons and the keys', () => {
  test('go to the first and the last date, and keep the focus at the ends', async ({ page }) => {
    await open(page);
    await button(page, 'First date').click();
    await expect(status(page)).toContainText('2003');
    await expect(status(page)).toContainText('1 of 25');
    for (const name of ['First date', 'Previous date']) {
      await expect(button(page, name)).toHaveAttribute('aria-disabled', 'true');
    }
    await expect(button(page, 'First date')).toBeFocused();
    await button(page, 'Last date').focus();
    await page.keyboard.press('Enter');
    await expect(status(page)).toContainText('25 of 25');
    for (const name of ['Next date', 'Last date']) {
      await expect(button(page, name)).toHaveAttribute('aria-disabled', 'true');
    }
    await expect(button(page, 'Last date')).toBeFocused();
  });

  test('of the slider go one stop, a tenth, or to an end', async ({ page }) => {
    await open(page);
    await slider(page).focus();
    const steps = [
      ['Home', 0],
      ['ArrowRight', 1],
      ['ArrowUp', 2],
      ['PageUp', 5],
      ['PageDown', 2],
      ['ArrowLeft', 1],
      ['ArrowDown', 0],
      ['PageDown', 0],
      ['End', 24],
      ['PageUp', 24],
    ] as const;
    for (const [key, index] of steps) {
      await page.keyboard.press(key);
      await expect(slider(page), key).toHaveValue(String(index));
    }
  });

  for (const language of ['en', 'ar']) {
    test(`leave the map its size at every date and width, in ${language}`, async ({ page }) => {
      await open(page, `?lang=${language}`);
      const date = page.locator('.timeline input[type="range"]');
      for (const width of [1440, 1384, 1380, 1280, 1040, 900, 768, 430, 360]) {
        await page.setViewportSize({ width, height: 740 });
        await date.focus();
        await page.keyboard.press('Home');
        const heights = new Set<number>();
        for (let stop = 1; stop <= 25; stop++) {
          await expect(date).toHaveJSProperty('value', `${stop - 1}`);
          heights.add(Math.round((await boxOf(page.locator('.pane'))).height));
          await page.keyboard.press(language === 'ar' ? 'ArrowLeft' : 'ArrowRight');
        }
        expect([...heights], `${width} pixels wide`).toHaveLength(1);
      }
    });
  }

  test('ring the thumb and hide no label', async ({ page }) => {
    await open(page);
    await slider(page).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    const track = page.locator('.track');
    const ringed = await track.screenshot();
    await slider(page).blur();
    expect((await track.screenshot()).equals(ringed)).toBe(false);
    const dot = await boxOf(page.locator('.stop.now .dot'));
    const label = await boxOf(page.locator('.stop.now .tick-label'));
    // The ring is 24 pixels high.
    expect(label.y).toBeGreaterThanOrEqual(dot.y + dot.height / 2 + 11);
  });
});

test.describe('a break in time', () => {
  for (const [width, text, longest] of [
    [1440, '100%', '9 years'],
    [1280, '200%', '9 years'],
    [360, '100%', '9 yrs'],
  ] as const) {
    test(`lies between two dates, says how long it is and touches nothing, ${width} pixels wide, text of ${text}`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 800 });
      await open(page);
      await page.locator('body').evaluate((body, size) => (body.style.fontSize = size), text);
      await expect(page.locator('.gap').first()).toHaveText(longest);
      await expect
        .poll(() =>
          page.locator('.scale').evaluate((scale) => {
            const middles = (selector: string) =>
              [...scale.querySelectorAll(selector)].map((element) => {
                const { left, right } = element.getBoundingClientRect();
                return (left + right) / 2;
              });
            const dots = middles('.stop .dot');
            const between = dots.slice(1).map((at, index) => (at + (dots[index] ?? 0)) / 2);
            return middles('.gap').filter((at) => !between.some((middle) => Math.abs(middle - at) < 1));
          }),
        )
        .toEqual([]);
      expect(await overlaps(page.locator('.gap span, .scale .tick-label, .scale .kinds'))).toEqual([]);
    });
  }

  test('is said by the slider where a step crosses it', async ({ page }) => {
    await open(page);
    await slider(page).focus();
    await page.keyboard.press('Home');
    await expect(slider(page)).toHaveAttribute('aria-valuetext', /^2003.*1 of 25$/);
    await page.keyboard.press('ArrowRight');
    await expect(slider(page)).toHaveAttribute('aria-valuetext', /2 of 25\. 9 years after the date before$/);
    await page.keyboard.press('ArrowRight');
    await expect(slider(page)).toHaveAttribute('aria-valuetext', /3 of 25$/);
  });
});

test.describe('marks and bands', () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  test('stand above each date by kind, without those switched off, and inside the timeline', async ({ page }) => {
    await open(page);
    const kinds = page.locator('.stop.now .kinds');
    await expect(kinds.locator('.symbol')).toHaveCount(4);
    const timeline = await boxOf(page.locator('.timeline .track'));
    expect((await boxOf(kinds)).y).toBeGreaterThanOrEqual(timeline.y - 4);
    await page.getByRole('checkbox', { name: 'Statements' }).uncheck();
    await expect(kinds.locator('.symbol')).toHaveCount(3);
    await expect(page.locator('.scale .symbol.statement')).toHaveCount(0);
  });

  test('show where a date is unsure, and follow what is switched on', async ({ page }) => {
    await open(page);
    const bands = page.locator('.bands > div');
    const all = await bands.count();
    expect(all).toBeGreaterThan(8);
    await page.getByRole('checkbox', { name: 'Added context' }).uncheck();
    await expect.poll(() => bands.count()).toBeLessThan(all);
  });

  test('the dates between which one day is lie in its band', async ({ page }) => {
    const body = JSON.stringify({
      type: 'FeatureCollection',
      features: ['2019-12-20', '[2019-12-28..2019-12-29]', '2019-12-29', '2020-01-05'].map((when, index) => ({
        ...{ type: 'Feature', id: String(index), geometry: null },
        properties: { kind: 'incident', title: when, when },
      })),
    });
    await page.route('**/unsure.geojson', (route) => route.fulfill({ body }));
    await open(page, '?data=unsure.geojson');
    const band = await boxOf(page.locator('.bands > div'));
    const dots = page.locator('.scale .dot');
    const [first, last] = [await boxOf(dots.nth(1)), await boxOf(dots.nth(2))];
    expect(band.x).toBeLessThan(first.middle);
    expect(band.x + band.width).toBeGreaterThan(last.middle);
    expect(band.width).toBeLessThan(last.middle - first.middle + 40);
  });
});

test.describe('true scale', () => {
  test('puts dates as far apart as they are in time, with years, and stays while stepping', async ({ page }) => {
    await open(page);
    await openOptions(page);
    await page.getByRole('checkbox', { name: 'True scale' }).check();
    await expect(page).toHaveURL(/scale=true/);
    await expect(page.locator('.tick span', { hasText: /^2008$/ })).toBeVisible();
    await expect(page.locator('.gap')).toHaveCount(0);
    const dots = page.locator('.scale .dot');
    const [first, second, third, last] = await Promise.all([0, 1, 2, 24].map((index) => boxOf(dots.nth(index))));
    const whole = (last?.middle ?? 0) - (first?.middle ?? 0);
    expect(((second?.middle ?? 0) - (first?.middle ?? 0)) / whole).toBeCloseTo(3541 / 6453, 1);
    expect((third?.middle ?? 0) - (second?.middle ?? 0)).toBeLessThan(2);
    expect(await overlaps(page.locator('.tick span'))).toEqual([]);
    await button(page, 'Next date').click();
    await expect(page).toHaveURL(/date=2020-01-01/);
    await expect(page).toHaveURL(/scale=true/);
    await openOptions(page);
    await page.getByRole('checkbox', { name: 'True scale' }).uncheck();
    await expect(page).not.toHaveURL(/scale/);
  });

  test('its thumb is where the stop is, and the nearest stop is taken by press and drag', async ({ page }) => {
    await open(page, '?scale=true&date=2014');
    const thumb = await boxOf(slider(page));
    expect(Math.abs(thumb.middle - (await boxOf(page.locator('.stop.now .dot'))).middle)).toBeLessThan(1);
    await drag(page, 0, 0);
    await expect(status(page)).toContainText('1 of 25');
    await expect(slider(page)).toBeFocused();
    await drag(page, 0, 24);
    await expect(status(page)).toContainText('25 of 25');
    await page.keyboard.press('Home');
    await expect(status(page)).toContainText('1 of 25');
    await page.keyboard.press('PageUp');
    await expect(status(page)).toContainText('4 of 25');
  });

  test.describe('by touch', () => {
    test.use({ hasTouch: true });
    test('takes the nearest stop', async ({ page }) => {
      await open(page, '?scale=true');
      const dot = await boxOf(page.locator('.scale .dot').first());
      await page.touchscreen.tap(dot.middle + 3, dot.y + 10);
      await expect(status(page)).toContainText('1 of 25');
    });
  });
});

test.describe('a range', () => {
  test('is taken by From and To, said in words, held by the address, and told to the page', async ({ page }) => {
    await page.addInitScript(() => {
      const told: unknown[] = [];
      Object.assign(window, { told });
      addEventListener('dateline-step', (event) => told.push((event as CustomEvent<{ date: string }>).detail.date));
    });
    await open(page);
    await openOptions(page);
    await button(page, 'Range').click();
    await expect(button(page, 'Range')).toHaveAttribute('aria-pressed', 'true');
    await expect(slider(page)).toHaveCount(0);
    await slider(page, 'From').focus();
    await expect(status(page)).toContainText('from 27 December 2019 to 31 December 2019');
    await slider(page, 'To').focus();
    await page.keyboard.press('ArrowRight');
    await expect(status(page)).toHaveText(/\d+ events\s+from 27 December 2019 to 1 January 2020/);
    await expect(slider(page, 'To')).toHaveAttribute('aria-valuetext', '1 January 2020. 17 of 25');
    await expect(page).toHaveURL(/date=2019-12-27\/2020-01-01/);
    const told = () => page.evaluate(() => (window as unknown as { told: string[] }).told.at(-1));
    expect(await told()).toBe('2019-12-27/2020-01-01');
    await page.reload();
    await expect(status(page)).toContainText('from 27 December 2019 to 1 January 2020');
    await openOptions(page);
    await button(page, 'Single date').click();
    await expect(slider(page)).toHaveValue('16');
    await expect(status(page)).toContainText('1 January 2020');
    await expect(page).toHaveURL(/date=2020-01-01(&|$)/);
  });

  test('its ends do not cross, by key or by pointer', async ({ page }) => {
    await open(page, '?date=2019-12-27/2019-12-31');
    await slider(page, 'From').focus();
    await page.keyboard.press('End');
    await expect(status(page)).toContainText('31 December 2019');
    await expect(slider(page, 'From')).toHaveValue('15');
    await page.keyboard.press('ArrowRight');
    await expect(slider(page, 'From')).toHaveValue('15');
    await slider(page, 'To').focus();
    await page.keyboard.press('PageDown');
    await expect(slider(page, 'To')).toHaveValue('15');
    await drag(page, 16, 2);
    await expect(slider(page, 'To')).toHaveValue('15');
    await drag(page, 13, 1);
    await expect(slider(page, 'From')).toHaveValue('1');
    await expect(slider(page, 'To')).toHaveValue('15');
    await drag(page, 16, 24);
    await expect(slider(page, 'To')).toHaveValue('24');
  });

  test('moves as a whole by the buttons, and to hold what is chosen', async ({ page }) => {
    await open(page, '?date=2019-12-31/2020-01-01');
    await button(page, 'Next date').click();
    await expect(status(page)).toContainText('from 1 January 2020 to 3 January 2020');
    await button(page, 'Last date').click();
    await expect(status(page)).toContainText('from 23 August 2020 to September 2020');
    await expect(button(page, 'Next date')).toHaveAttribute('aria-disabled', 'true');
    await button(page, 'First date').click();
    await expect(status(page)).toContainText('from 2003 to 11 September 2012');
    await open(page, '?date=2019-12-27/2019-12-29&sel=embassy-baghdad');
    await page
      .locator('.card')
      .getByRole('button', { name: /Compound stormed/ })
      .click();
    await expect(status(page)).toContainText('from 28 December 2019 to 31 December 2019');
    await expect(page.getByRole('region', { name: 'U.S. Embassy, Baghdad' })).toContainText('broke into the compound');
  });

  test('lists only what is true in it, under the stops where that began', async ({ page }) => {
    await open(page, '?date=2019-12-27/2019-12-29');
    await expect(list(page).getByRole('heading', { level: 3 }).first()).toContainText('2003');
    const headings = await list(page).getByRole('heading', { level: 3 }).allInnerTexts();
    expect(headings.some((heading) => /2012|2020/.test(heading))).toBe(false);
    expect(headings.some((heading) => /^2003/.test(heading))).toBe(true);
    const count = Number(/(\d+) events/.exec(await status(page).innerText())?.[1]);
    await expect(list(page).locator('ol').getByRole('button')).toHaveCount(count);
    await expect(list(page)).not.toContainText('No date in any source');
    await expect(page.getByRole('checkbox', { name: 'Baghdad' })).toHaveAccessibleDescription(
      /\d+ events? in this range/,
    );
  });

  test('axe finds nothing, to scale neither', async ({ page }) => {
    await open(page, '?date=2019-12-27/2020-01-01');
    await openOptions(page);
    await expectNoViolation(page, 'in a range');
    await open(page, '?date=2019-12-27/2020-01-01&scale=true');
    await expectNoViolation(page, 'in a range, to scale');
    await open(page, '?scale=true');
    await expectNoViolation(page, 'to scale');
  });

  for (const date of ['2019-12-31/2019-12-01', '2019-12-27/x', 'x/y', '//']) {
    test(`that is none, as ${date}, is passed over`, async ({ page }) => {
      await open(page, `?date=${date}`);
      await expect(status(page)).toContainText('31 December 2019');
      await expect(slider(page)).toBeVisible();
    });
  }
});

test.describe('play', () => {
  test('goes twice as fast, is silent, and says once where it stopped', async ({ page }) => {
    await open(page, '?date=2014');
    await openOptions(page);
    const speed = page.getByRole('combobox', { name: 'Speed' });
    await expect(speed.locator('option')).toHaveText(['0.5×', '1×', '2×']);
    await speed.selectOption('2×');
    const said = status(page).locator('.visually-hidden');
    await expect(said).toHaveText('');
    await button(page, 'Play').click();
    await expect(status(page)).toHaveAttribute('aria-live', 'off');
    const start = Date.now();
    await expect(slider(page)).toHaveValue('5', { timeout: 5000 });
    expect(Date.now() - start).toBeLessThan(2900);
    await page.keyboard.press('Tab');
    await page.locator('.pane').dispatchEvent('pointerdown');
    await expect(button(page, 'Play')).toBeVisible();
    await expect(status(page)).toHaveAttribute('aria-live', 'polite');
    await expect(said).toHaveText('Play stopped.');
    await button(page, 'Next date').click();
    await expect(said).toHaveText('');
  });

  test('does not begin by itself', async ({ page }) => {
    await open(page);
    const before = await slider(page).inputValue();
    await page.waitForTimeout(2000);
    await expect(slider(page)).toHaveValue(before);
  });
});

test.describe('the options', () => {
  test('stand beside the date where there is room, and nothing moves when they come', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((entries) => {
        for (const entry of entries.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await open(page);
    await expect(button(page, 'Timeline options')).toBeHidden();
    await expect(button(page, 'Range')).toBeVisible();
    const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
    expect(shifts.reduce((sum, value) => sum + value, 0)).toBeLessThan(0.01);
  });

  for (const [width, height] of [
    [768, 1024],
    [360, 740],
    [320, 640],
    [740, 360],
  ] as const) {
    test.describe(`${width} by ${height} pixels`, () => {
      test.use({ viewport: { width, height }, hasTouch: true, isMobile: true });
      test('stand behind a button, and all is in reach of a finger', async ({ page }) => {
        await open(page);
        await expect(button(page, 'Range')).toBeHidden();
        await openOptions(page);
        for (const name of [
          'First date',
          'Previous date',
          'Play',
          'Next date',
          'Last date',
          'Timeline options',
          'Range',
        ]) {
          const box = await boxOf(button(page, name));
          expect(Math.min(box.width, box.height), name).toBeGreaterThanOrEqual(44);
          expect(box.x >= 0 && box.x + box.width <= width && box.y >= 0 && box.y + box.height <= height, name).toBe(
            true,
          );
        }
        await expectNoViolation(page, 'open');
        await button(page, 'Range').click();
        await expect(slider(page, 'From')).toBeVisible();
        await page.keyboard.press('Escape');
        await expect(button(page, 'Range')).toBeHidden();
        await expect(button(page, 'Timeline options')).toBeFocused();
        const map = await boxOf(page.locator('.pane'));
        expect(map.height).toBeGreaterThanOrEqual(120);
        expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
      });
    });
  }

  test('keep system colours where these are forced', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await open(page, '?date=2019-12-27/2020-01-01');
    const colours = await page.locator('.scale').evaluate((scale) => {
      const system = (name: string) => {
        const probe = document.createElement('p');
        probe.style.color = name;
        document.body.append(probe);
        const { color } = getComputedStyle(probe);
        probe.remove();
        return color;
      };
      const root = scale.getRootNode() as ShadowRoot;
      const half = root.querySelector('.half');
      const symbol = scale.querySelector('.symbol');
      return {
        half: half && getComputedStyle(half).backgroundColor === system('Highlight'),
        symbol: symbol && getComputedStyle(symbol).color === system('CanvasText'),
        line: getComputedStyle(scale).borderTopColor === system('CanvasText'),
      };
    });
    expect(colours).toEqual({ half: true, symbol: true, line: true });
  });
});

test.describe('in Arabic', () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  test('time runs from right to left in a range and to scale, and axe finds nothing', async ({ page }) => {
    await open(page, '?lang=ar-IQ&date=2019-12-27/2020-01-01');
    await expect(status(page)).toContainText('من ٢٧ كانون الأول ٢٠١٩ إلى ١ كانون الثاني ٢٠٢٠');
    await expect(page.locator('.gap').first()).toHaveText(/٩\s+سنوات/);
    const [from, to] = [slider(page, 'من'), slider(page, 'إلى')];
    expect((await boxOf(from)).middle).toBeGreaterThan((await boxOf(to)).middle);
    await to.focus();
    await page.keyboard.press('ArrowLeft');
    await expect(to).toHaveAttribute('aria-valuetext', /^٣ كانون الثاني ٢٠٢٠/);
    await page.keyboard.press('ArrowRight');
    await expect(to).toHaveAttribute('aria-valuetext', /^١ كانون الثاني ٢٠٢٠/);
    await drag(page, 17, 19);
    await expect(to).toHaveValue('19');
    await expectNoViolation(page, 'in a range');

    await page.getByRole('checkbox', { name: 'مقياس حقيقي' }).check();
    await drag(page, 19, 24);
    await expect(to).toHaveValue('24');
    await expect(page.getByRole('combobox', { name: 'السرعة' }).locator('option')).toHaveText(['٠٫٥×', '١×', '٢×']);
    await button(page, 'تاريخ واحد').click();
    await button(page, 'التاريخ الأول').click();
    const date = slider(page, 'التاريخ');
    await expect(date).toHaveValue('0');
    await date.focus();
    await page.keyboard.press('ArrowLeft');
    await expect(date).toHaveAttribute('aria-valuetext', /الفاصل عن التاريخ السابق: ٩\s+سنوات$/);
    await expectNoViolation(page, 'to scale');
  });
});
