import { expect, type Page } from '@playwright/test';

/** Opens the story and waits for its list, which follows the first picture, and comes later only in a sheet that is down. */
export async function openListed(page: Page, query = ''): Promise<void> {
  await page.goto(`/${query}`);
  await expect(page.locator('dateline-map')).toHaveAttribute('data-state', 'ready');
  // It is made a frame after what is above it, and its lines a frame after it: empty, it has rectangles where it is shown.
  const isListed = (lists: Element[]) =>
    lists.length > 0 && lists.every((list) => !list.matches('.waiting') || list.getClientRects().length === 0);
  await expect.poll(() => page.locator('.scroll > ol').evaluateAll(isListed)).toBe(true);
}
