import { expect, test } from './quiet-page';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page is the whole story as text', async ({ page }) => {
    await page.goto('/');
    await expect(page).toHaveTitle('Siege at the embassy');
    await expect(page.getByRole('heading', { level: 1, name: 'Siege at the embassy' })).toBeVisible();
    await expect(page.getByRole('heading', { level: 2, name: '31 December 2019' })).toBeVisible();
    await expect(page.getByRole('heading', { level: 3, name: 'Fire on the reception roof' })).toBeVisible();
    await expect(page.getByRole('link', { name: /Fox News/ }).first()).toHaveAttribute('href', /^https:/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
});

test('with it, the story is in the page once, and indexed', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('dateline-map')).toHaveAttribute('data-state', 'ready');
  expect(await page.locator('dateline-map').evaluate((element) => element.children.length)).toBe(0);
  const data = await page.locator('script[type="application/ld+json"]').textContent();
  const { '@graph': graph } = JSON.parse(data ?? '') as { '@graph': { '@type': string }[] };
  expect(new Set(graph.map((node) => node['@type']))).toEqual(new Set(['Event', 'Place']));
});
