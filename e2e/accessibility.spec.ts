import { expectNoViolation } from './axe';
import { expect, test } from './quiet-page';

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 768, height: 1024 },
    { width: 360, height: 740 },
  ]) {
    test.describe(`${colorScheme}, ${viewport.width} pixels wide`, () => {
      test.use({ colorScheme, viewport });
      test('axe finds nothing at start, after a step and with a card open', async ({ page }) => {
        await page.goto('/');
        await expect(page.locator('.pane')).toHaveAttribute('data-drawn', 'true');
        await expectNoViolation(page, 'at start');
        await page.getByRole('button', { name: 'Next date' }).click();
        await expectNoViolation(page, 'after a step');
        const handle = page.getByRole('button', { name: 'Show list and layers' });
        if (await handle.isVisible()) {
          await handle.click();
          await expectNoViolation(page, 'with the sheet open');
        }
        await page.getByRole('button', { name: /Fire on the reception roof/ }).click();
        await expect(page.locator('.card').first()).toBeVisible();
        await expectNoViolation(page, 'with a card open');
      });
    });
  }
}

test('axe finds nothing with a problem listed', async ({ page }) => {
  const body = JSON.stringify({
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', id: 'good', geometry: null, properties: { kind: 'incident', title: 'Good', when: '2020' } },
      { type: 'Feature', id: 'bad', geometry: null, properties: { kind: 'what', title: 'Bad' } },
    ],
  });
  await page.route('**/problem.geojson', (route) => route.fulfill({ body }));
  await page.goto('/?data=problem.geojson');
  await page.locator('summary').click();
  await expect(page.getByText(/unknown kind/)).toBeVisible();
  await expectNoViolation(page, 'with a problem listed');
});

test('every control is reached by Tab, in the order it is read, and nothing traps', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('.pane')).toHaveAttribute('data-drawn', 'true');
  const reached: string[] = [];
  for (let press = 0; press < 160; press++) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const focused = document.querySelector('dateline-map')?.shadowRoot?.activeElement;
      return focused ? (focused.getAttribute('aria-label') ?? focused.textContent.trim().slice(0, 30)) : '';
    });
    if (name === '') break;
    reached.push(name);
  }
  for (const name of ['Previous date', 'Play', 'Next date', 'Date', 'Baghdad', 'Added context', 'Map', 'Zoom in']) {
    expect(reached).toContain(name);
  }
  expect(reached.indexOf('Date')).toBeLessThan(reached.indexOf('Baghdad'));
  expect(reached.indexOf('Baghdad')).toBeLessThan(reached.indexOf('Map'));
});
