import { expect, type Page } from '@playwright/test';

/** Opens the story and waits for its list, which follows the first picture, and comes later only in a sheet that is down. */
export async function openListed(page: Page, query = ''): Promise<void> {
  await page.goto(`/${query}`);
  await expect(page.locator('dateline-map')).toHaveAttribute('data-state', 'ready');
  const waiting = () =>
    page.locator('ol.waiting').evaluateAll((lists) => lists.filter((each) => each.getClientRects().length > 0).length);
  await expect.poll(waiting).toBe(0);
}
