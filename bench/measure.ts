import type { Browser, CDPSession, Page } from '@playwright/test';
import { datasetName } from './dataset';
import type { Effort, Task } from './plan';
import { emptyRow, type Row } from './row';
import { HEIGHT, WIDTH } from './scene';
import type { BenchServer } from './server';
import { median, percentile } from './statistics';

const LOAD_LIMIT = 120_000;
/** Longer than the page gives itself for anything else. */
const PHASE_LIMIT = 90_000;
const LONGEST_PLAY = 15_000;
const MEGABYTE = 1e6;

/** Steps whose pictures are checked: two before stepping is measured, and one after play, which is the hardest use. */
const CHECKED_BEFORE = [20, 70];
const CHECKED_AFTER = 45;

/**
 * Measures a row once, on a page of its own. Rejects only where the browser itself is gone: what else went wrong is in
 * the row's `checks`.
 */
export async function measureRow(browser: Browser, server: BenchServer, task: Task, effort: Effort): Promise<Row> {
  const row = emptyRow(task);
  // A context of its own: its pages share neither process nor cache with the row before.
  const context = await browser.newContext({
    viewport: { width: WIDTH, height: HEIGHT },
    deviceScaleFactor: 1,
    // Else new lines take their time to draw themselves, which is no cost but a wish.
    reducedMotion: task.mode === 'movements' ? 'reduce' : 'no-preference',
  });
  const page = await context.newPage();
  const protocol = await context.newCDPSession(page);
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  const crash = new Promise<never>((_, reject) => page.on('crash', () => reject(new Error('the page crashed'))));
  // Whoever waits for it hears of it; it may also come when nobody does.
  crash.catch(() => undefined);
  try {
    await fillRow(row, { page, protocol, crash, server, effort });
  } catch (error) {
    row.checks = `failed: ${[reasonOf(error), ...errors.slice(0, 1)].join('; ')}`;
  }
  await context.close();
  return row;
}

/** Playwright puts its own place in front of a message, and the page's stack behind it. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split('\n')[0] ?? '').replace(/^page\.\w+: (Error: )?/, '');
}

interface Setting {
  page: Page;
  protocol: CDPSession;
  crash: Promise<never>;
  server: BenchServer;
  effort: Effort;
}

/** Goes through the phases and writes their figures into the row, so that what comes before a failure is kept. */
async function fillRow(row: Row, { page, protocol, crash, server, effort }: Setting): Promise<void> {
  const within = <T>(phase: string, work: Promise<T>, limit = PHASE_LIMIT) =>
    Promise.race([work, crash, failAfter(limit, phase)]);
  const wrong: string[] = [];
  const check = async (step: number) => {
    const checking = page.evaluate((asked) => window.bench.check(asked), step);
    const found = await within('checking a picture', checking);
    if (found !== null) wrong.push(found);
  };

  server.takeBytes();
  await page.goto(server.origin);
  const { technique, mode, n } = row;
  await page.evaluate(([name, shown]) => window.bench.prepare(name, shown), [technique, mode] as const);
  const url = `/data/${datasetName(row)}`;
  const load = page.evaluate(([address, count]) => window.bench.load(address, count), [url, n] as const);
  const loading = await within('loading', load, LOAD_LIMIT);
  Object.assign(row, loading);
  if (loading.firstMs === null) wrong.push('the first picture');
  await protocol.send('HeapProfiler.collectGarbage');
  const memory = page.evaluate(() => window.bench.memory());
  row.heapMB = (await within('measuring memory', memory)) / MEGABYTE;
  for (const step of CHECKED_BEFORE) await check(step);

  const steps = page.evaluate((budget) => window.bench.step(budget), effort.step);
  const stepping = await within('stepping', steps);
  row.stepMs = median(stepping.latencies);
  row.stepP95Ms = percentile(stepping.latencies, 0.95);
  row.settledMs = median(stepping.settled);
  row.callMs = median(stepping.calls);
  row.tornShare = stepping.torn / stepping.latencies.length;

  const repaints = page.evaluate((budget) => window.bench.repaint(budget), effort.repaint);
  row.fillMs = median(await within('repainting', repaints));

  await protocol.send('Performance.enable');
  const busyBefore = await busyTime(protocol);
  const unread = page.evaluate((budget) => window.bench.stepUnread(budget), effort.unread);
  const unreadSteps = await within('stepping unread', unread);
  row.mainMs = ((await busyTime(protocol)) - busyBefore) / unreadSteps;

  // Even the slowest gets the time for some dates.
  const milliseconds = Math.max(effort.play, Math.min(LONGEST_PLAY, 4 * (row.stepMs ?? 0)));
  const play = page.evaluate((asked) => window.bench.play(asked), milliseconds);
  row.framesPerSecond = await within('playing', play);
  await check(CHECKED_AFTER);
  row.transferMB = server.takeBytes() / MEGABYTE;
  if (wrong.length > 0) row.checks = `wrong: ${wrong.join('; ')}`;
}

/** How long the page's main thread has been at work, in milliseconds. */
async function busyTime(protocol: CDPSession): Promise<number> {
  const { metrics } = await protocol.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

function failAfter(limit: number, phase: string): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`${phase} took more than ${limit / 1000} s`)), limit).unref();
  });
}
