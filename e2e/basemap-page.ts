import type { Route } from '@playwright/test';
import { PAGES } from './pages/address';
import type { BasemapPage } from './pages/basemap-protocol';
import { test as quietTest } from './quiet-page';

export { expect } from './quiet-page';

type Ask = <Method extends keyof BasemapPage>(
  method: Method,
  ...values: Parameters<BasemapPage[Method]>
) => Promise<Awaited<ReturnType<BasemapPage[Method]>>>;

/** A test on the page of a bare basemap, see `pages/basemap-protocol.ts`. */
export const test = quietTest.extend<{ ask: Ask }, { trace: 'off' }>({
  // A trace takes a picture of the page at every step, which costs as much as the steps.
  trace: ['off', { scope: 'worker' }],
  baseURL: `http://${PAGES.host}:${PAGES.port}`,
  viewport: { width: 900, height: 620 },
  ask: async ({ page }, use) => {
    await page.goto('/basemap.html');
    const ask = (method: keyof BasemapPage, ...values: unknown[]) =>
      page.evaluate(([name, given]) => Reflect.apply(window.basemapPage[name], undefined, given) as unknown, [
        method,
        values,
      ] as const);
    await use(ask as Ask);
  },
});

/** Answers a request as a server of a file does that knows ranges (RFC 9110 §14). */
export async function serveRange(route: Route, bytes: Uint8Array): Promise<void> {
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(route.request().headers()['range'] ?? '') ?? [];
  const body = first === undefined ? bytes : bytes.subarray(Number(first), Number(last) + 1);
  await route.fulfill({ status: first === undefined ? 200 : 206, body: Buffer.from(body) });
}
