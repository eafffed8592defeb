import type { Locator, Page } from '@playwright/test';
import { expectNoViolation } from './axe';
import { expect, test } from './quiet-page';
import { openWithMap, tabTo } from './tab';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const status = (page: Page) => page.getByRole('status');

/** One computed value of each of these. */
const styles = (locators: Locator[], property: string) =>
  Promise.all(
    locators.map((locator) =>
      locator.first().evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property),
    ),
  );

/** How many colours a part of the page is drawn in. */
async function coloursIn(page: Page, locator: Locator): Promise<number> {
  const picture = (await locator.screenshot()).toString('base64');
  return page.evaluate(async (png) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
    if (!canvas) throw new Error('no canvas');
    canvas.drawImage(image, 0, 0);
    const pixels = new Uint32Array(canvas.getImageData(0, 0, image.width, image.height).data.buffer);
    return new Set(pixels).size;
  }, picture);
}

test.describe('in forced colours', () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  test('what is current, selected, pressed, switched on or has the focus is told apart, and axe finds nothing', async ({
    page,
  }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await openWithMap(page, '?date=2019-12-31&sel=battalion-82nd');
    await expect(page.locator('section.card')).toBeVisible();

    // Lines of the list: of the date, of the past, and the one whose card is open.
    const [now, past, selected] = await styles(
      [
        page.locator('.line.now:not(.selected)'),
        page.locator('.line.past:not(.selected)'),
        page.locator('.line.selected'),
      ],
      'border-inline-start-color',
    );
    const ground = await styles(
      [page.locator('.line.past:not(.selected)'), page.locator('.line.selected')],
      'background-color',
    );
    expect(now, 'a line of the date beside one of the past').not.toBe(past);
    expect(`${selected} ${ground[1]}`, 'the selected line beside one of the date').not.toBe(`${now} ${ground[0]}`);

    // Buttons that are pressed.
    const [single, range] = await styles([button(page, 'Single date'), button(page, 'Range')], 'background-color');
    expect(single).not.toBe(range);
    const follow = button(page, 'Follow this force');
    const before = await follow.evaluate((element) =>
      [getComputedStyle(element).borderColor, element.innerHTML].join(),
    );
    await follow.click();
    expect(
      await follow.evaluate((element) => [getComputedStyle(element).borderColor, element.innerHTML].join()),
    ).not.toBe(before);

    // Boxes that are switched on.
    const box = page.getByRole('checkbox', { name: 'Statements' });
    const checked = await box.screenshot();
    await box.uncheck();
    expect((await box.screenshot()).equals(checked)).toBe(false);
    await box.check();

    // The axis: where the reader stands, what was, what will be, the line, the bands.
    const dots = await styles(
      [page.locator('.stop.now .dot'), page.locator('.stop.past .dot'), page.locator('.stop:not(.now, .past) .dot')],
      'background-color',
    );
    expect(new Set(dots).size, dots.join(' ')).toBe(3);
    const [line, paper] = await styles([page.locator('.scale')], 'border-block-start-color').then(async ([first]) => [
      first,
      (await styles([page.locator('section.timeline')], 'background-color'))[0],
    ]);
    expect(line).not.toBe(paper);
    await expect(page.locator('.bands div').first()).toBeVisible();
    const [band] = await styles([page.locator('.bands div')], 'background-image');
    expect(band).toContain('gradient');

    // Symbols differ by shape, and are drawn in another colour than what they stand on.
    for (const kind of ['incident', 'movement', 'statement', 'context']) {
      const symbol = page.locator(`.legend .symbol.${kind}`).first();
      expect(await coloursIn(page, symbol), kind).toBeGreaterThan(1);
    }
    const shapes = await page
      .locator('.legend .symbol path')
      .evaluateAll((paths) => paths.map((path) => path.getAttribute('d')));
    expect(new Set(shapes).size).toBeGreaterThanOrEqual(5);

    // The focus: on a button, a line, the map and the slider.
    for (const control of [
      button(page, 'Next date'),
      page.getByRole('slider', { name: 'Date' }),
      page.locator('.line button').first(),
      page.getByRole('region', { name: 'Map', exact: true }),
    ]) {
      await tabTo(control);
      const ringed = await control.screenshot();
      await control.blur();
      expect((await control.screenshot()).equals(ringed), String(control)).toBe(false);
    }
    await expectNoViolation(page, 'in forced colours');
  });
});

/** What moves by itself in the element now; the map's own drawing is none of it. */
const moving = (page: Page) =>
  page.evaluate(() =>
    document
      .getAnimations()
      .filter(
        ({ playState, effect }) => playState === 'running' && Number(effect?.getComputedTiming().endTime ?? 0) > 0,
      )
      .map(({ effect }) => (effect as KeyframeEffect | null)?.target?.className ?? ''),
  );

/** How often the map's camera stood somewhere else, from one frame to the next, while something was done. */
async function camerasDuring(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const scale = () =>
      document.querySelector('dateline-map')?.shadowRoot?.querySelector('.maplibregl-ctrl-scale')?.textContent;
    const seen = new Set<string>();
    Object.assign(window, { scales: seen });
    const read = () => {
      seen.add(
        `${scale()} ${document.querySelector('dateline-map')?.shadowRoot?.querySelector<HTMLElement>('.maplibregl-ctrl-scale')?.style.width}`,
      );
      requestAnimationFrame(read);
    };
    read();
  });
  await act();
  return page.evaluate(() => (window as unknown as { scales: Set<string> }).scales.size);
}

test('who wants less motion gets none: steps, play and the map jump', async ({ page }) => {
  await openWithMap(page, '?map=9/33.3/44.4');
  expect(await page.evaluate(() => matchMedia('(prefers-reduced-motion: reduce)').matches)).toBe(true);
  const cameras = await camerasDuring(page, async () => {
    await button(page, 'Show the whole story').click();
    await expect(page).toHaveURL((url) => Number(url.searchParams.get('map')?.split('/')[0]) < 7);
  });
  // Before and after.
  expect(cameras).toBeLessThanOrEqual(2);
  await button(page, 'Next date').click();
  expect(await moving(page)).toEqual([]);
  await expect(status(page)).toContainText('17 of 25');
  await button(page, 'Play').click();
  await expect(status(page)).toContainText('18 of 25', { timeout: 5000 });
  expect(await moving(page)).toEqual([]);
  await button(page, 'Pause').click();
  await page.locator('[data-entry="compound-stormed"]').click();
  await expect(page.locator('section.card')).toBeVisible();
  expect(await moving(page)).toEqual([]);
  const durations = await page.locator('dateline-map').evaluate(
    (host) =>
      [...(host.shadowRoot?.querySelectorAll('.dateline *') ?? [])]
        .filter((element) => !element.closest('.map'))
        .map((element) => getComputedStyle(element))
        .filter(
          ({ transitionDuration, animationName, scrollBehavior }) =>
            transitionDuration.split(', ').some((each) => Number.parseFloat(each) > 0) ||
            animationName !== 'none' ||
            scrollBehavior === 'smooth',
        ).length,
  );
  expect(durations).toBe(0);
});

test.describe('without that wish', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });

  test('the map flies, and steps show at once all the same', async ({ page }) => {
    await openWithMap(page, '?map=9/33.3/44.4');
    const cameras = await camerasDuring(page, async () => {
      await button(page, 'Show the whole story').click();
      await expect(page).toHaveURL((url) => Number(url.searchParams.get('map')?.split('/')[0]) < 7);
    });
    expect(cameras).toBeGreaterThan(2);
    await button(page, 'Next date').click();
    await expect(status(page)).toContainText('17 of 25');
  });
});
