import { expect, test as base } from '@playwright/test';

/**
 * Playwright's `test` with a page that may say nothing and call nobody: any console error, uncaught error or request to
 * another host fails the test at its end. `expected.errors` holds what a test provokes on purpose.
 */
export const test = base.extend<{ expected: { errors: RegExp[] } }>({
  expected: [{ errors: [] }, { option: true }],
  page: async ({ page, baseURL, expected }, use) => {
    const complaints: string[] = [];
    const host = new URL(baseURL ?? '').host;
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.protocol.startsWith('http') && url.host !== host) complaints.push(`request to ${url.host}`);
    });
    await use(page);
    expect(complaints.filter((complaint) => !expected.errors.some((error) => error.test(complaint)))).toEqual([]);
  },
});

export { expect };
