import { expect, test } from './quiet-page';

const BROKEN = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      id: 'here',
      geometry: { type: 'Point', coordinates: [44.4, 33.3] },
      properties: { kind: 'place', name: 'Here' },
    },
    {
      type: 'Feature',
      id: 'good',
      geometry: null,
      properties: { kind: 'incident', title: 'A good one', when: '2020-01-01', place: 'here' },
    },
    {
      type: 'Feature',
      id: 'bad',
      geometry: null,
      properties: { kind: 'incident', title: 'A bad one', when: 'New Year', place: 'here' },
    },
  ],
};

test.describe('without the code of the map', () => {
  test.use({ expected: { errors: [/Failed to load resource/, /dynamically imported module/] }, plain: true });
  test('list, timeline and card still work', async ({ page }) => {
    await page.route(/\/map-view[^/]*\.js/, (route) => route.abort());
    await page.goto('/');
    await expect(page.getByText('The map cannot be moved in this browser.')).toBeVisible();
    await page.getByRole('button', { name: 'Next date' }).click();
    await expect(page.getByRole('status')).toContainText('1 January 2020');
    await page.getByRole('button', { name: /Fire on the reception roof/ }).click();
    await expect(page.getByRole('region', { name: /Reception area/ })).toContainText('set fire to the roof');
  });
});

test.describe('without WebGL', () => {
  test.use({ expected: { errors: [/WebGL/] }, plain: true });
  test('list, timeline and card still work', async ({ page }) => {
    await page.addInitScript(() => {
      const original = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, type: string, ...rest: unknown[]) {
        return type.startsWith('webgl') ? null : (Reflect.apply(original, this, [type, ...rest]) as null);
      } as typeof original;
    });
    await page.goto('/');
    await expect(page.getByText('The map cannot be moved in this browser.')).toBeVisible();
    await page.getByRole('button', { name: /Compound stormed/ }).click();
    await expect(page.getByRole('region', { name: 'U.S. Embassy, Baghdad' })).toBeVisible();
  });
});

test('text paints before the code of the map arrives', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/map-view[^/]*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Events' }).getByRole('button').first()).toBeVisible();
  release();
  await expect(page.locator('.pane')).toHaveAttribute('data-drawn', 'true');
});

test('a bad feature is left out and named, and the rest is shown', async ({ page }) => {
  await page.route('**/broken.geojson', (route) => route.fulfill({ body: JSON.stringify(BROKEN, null, 2) }));
  await page.goto('/?data=broken.geojson');
  await expect(page.getByRole('button', { name: /A good one/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /A bad one/ })).toHaveCount(0);
  await page.getByText('1 problem in the data').last().click();
  await expect(page.getByText(/broken\.geojson:\d+:\d+ bad when: .*expected an EDTF date/)).toBeVisible();
});

test.describe('with a file that is missing or wrong', () => {
  test.use({ expected: { errors: [/Failed to load resource/] } });
  test('the page says which and offers to try again', async ({ page }) => {
    await page.goto('/?data=nowhere/story.json');
    await expect(page.getByRole('alert')).toContainText('story.json: the server answered 404');
    await expect(page.locator('dateline-map')).toHaveAttribute('data-state', 'failed');
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});

test('text from the data is never HTML', async ({ page }) => {
  const title = '<img src=x onerror="document.title=1"><b>bold</b>';
  const evil = {
    ...BROKEN,
    features: BROKEN.features.map((feature) => ({ ...feature, properties: { ...feature.properties, title } })),
  };
  await page.route('**/evil.geojson', (route) => route.fulfill({ body: JSON.stringify(evil) }));
  await page.goto('/?data=evil.geojson');
  await expect(page.getByRole('button', { name: /<b>bold<\/b>/ })).toBeVisible();
  await expect(page.locator('dateline-map b')).toHaveCount(0);
});
