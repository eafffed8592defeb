import { expect, test as base } from '@playwright/test';

/** The code of the map that can be moved. */
export const MAP_CODE = /\/map-view[^/]*\.js/;
const PLAIN_CODE = /\/plain-worker[^/]*\.js/;

/**
 * Playwright's `test` with a page that may say nothing and call nobody: any console error, uncaught error or request to
 * another host fails the test at its end. `expected.errors` holds what a test provokes on purpose. The map starts as it
 * does for a reader whose hand is on the mouse; with `reader: false` nobody is there. Most of the time of a test without
 * a graphics card is the drawing of maps that it may not need: with `map: false` the code of the one never comes, and that of
 * the plain one comes with `plain: true` only.
 */
export const test = base.extend<{ expected: { errors: RegExp[] }; reader: boolean; map: boolean; plain: boolean }>({
  expected: [{ errors: [] }, { option: true }],
  reader: [true, { option: true }],
  map: [true, { option: true }],
  plain: [false, { option: true }],
  page: async ({ page, baseURL, expected, reader, map, plain }, use) => {
    if (reader && map) await page.addInitScript(giveSigns);
    if (!map) await page.route(MAP_CODE, () => new Promise<void>(() => {}));
    // A worker that does nothing: what never came would keep the network busy.
    if (!plain) await page.route(PLAIN_CODE, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
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

/** Until there is a map, as a hand that moves would. */
function giveSigns(): void {
  const timer = setInterval(() => {
    const elements = [...document.querySelectorAll('dateline-map')];
    for (const element of elements) element.dispatchEvent(new PointerEvent('pointermove', { bubbles: true }));
    const isThere = (element: Element) => element.shadowRoot?.querySelector('.maplibregl-canvas');
    if (elements.length > 0 && elements.every(isThere)) clearInterval(timer);
  }, 50);
}

export { expect };
