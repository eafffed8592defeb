import type { Browser } from '@playwright/test';
import os from 'node:os';
import type { BenchServer } from './server';

/** One line that says on what and when the figures were measured. */
export async function describeMachine(browser: Browser, server: BenchServer): Promise<string> {
  const page = await browser.newPage();
  await page.goto(server.origin);
  const renderer = await page.evaluate(() => window.bench.renderer());
  await page.close();
  const gigabytes = Math.round(os.totalmem() / 2 ** 30);
  const processor = os.cpus()[0]?.model.trim() || os.arch();
  return [
    new Date().toISOString().slice(0, 10),
    `${processor}, ${os.availableParallelism()} cores, ${gigabytes} GB`,
    `Chromium ${browser.version()}, ${renderer}`,
    `Node ${process.versions.node}`,
  ].join('; ');
}
