import type { Route } from '@playwright/test';
import { bareTest } from './bare-page';
import type { BasemapPage } from './pages/basemap-protocol';

export { expect } from './quiet-page';

/** A test on the page of a bare basemap, see `pages/basemap-protocol.ts`. */
export const test = bareTest<BasemapPage>('basemap.html', 'basemapPage', { width: 900, height: 620 });

/** Answers a request as a server of a file does that knows ranges (RFC 9110 §14). */
export async function serveRange(route: Route, bytes: Uint8Array): Promise<void> {
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(route.request().headers()['range'] ?? '') ?? [];
  const body = first === undefined ? bytes : bytes.subarray(Number(first), Number(last) + 1);
  await route.fulfill({ status: first === undefined ? 200 : 206, body: Buffer.from(body) });
}
