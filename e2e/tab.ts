import { expect, type Locator, type Page } from '@playwright/test';

/** More presses than any page of our story has stops. */
const MOST = 160;

/** What has the focus, within the element too. */
export const focused = (page: Page) => page.locator(':focus');

/** Presses Tab until the focus is on a control, or Shift+Tab, as a reader does who has no pointer. */
export async function tabTo(control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const page = control.page();
  const reached = control.and(focused(page));
  for (let presses = 0; presses < MOST; presses++) {
    if ((await reached.count()) > 0) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not reach ${String(control)}`);
}

/** Goes to a control by Tab and presses a key on it. */
export async function press(control: Locator, key = 'Enter', way: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await tabTo(control, way);
  await control.page().keyboard.press(key);
}

/** Opens the page of the story, with the parts of its timeline that are fetched after its first picture. */
export async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`/${query}`);
  await expect(page.locator('dateline-map')).toHaveAttribute('data-state', 'ready', { timeout: 30_000 });
  await expect(page.locator('.timeline .bands')).toBeAttached();
}

/** The same, with the map and all its buttons. */
export async function openWithMap(page: Page, query = ''): Promise<void> {
  await open(page, query);
  await expect(page.locator('.pane')).toHaveAttribute('data-drawn', 'true', { timeout: 30_000 });
  await expect(page.locator('.pan')).toBeAttached();
}
