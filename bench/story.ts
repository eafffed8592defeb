import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { build, preview } from 'vite';
import { startBrowser } from './browser';
import { median, percentile } from './statistics';

/** How long a step of the story may take from the key to the picture, in milliseconds. */
const LIMIT = 100;
/** What is shorter than this, in milliseconds, a browser does not report (Event Timing). */
const SHORTEST = 16;
const ROUNDS = 3;
/** A laptop's window, less the browser's own bars. */
const VIEWPORT = { width: 1280, height: 720 };
/** Between two steps, in milliseconds: what one begins is over before the next. */
const REST = 400;
/** A step that was not told of after so long, in milliseconds, was too short to be told of. */
const LATEST = 2000;
const ROOT = path.resolve(import.meta.dirname, '..');
const OUT = path.join(ROOT, '.cache', 'bench-story');

/** One step by a real key, on the built page. */
interface Step {
  /** The date that it came to. */
  date: string;
  /** From the key to the next picture, in milliseconds, to 8 of them: less than {@link SHORTEST} is given as that. */
  paintMs: number;
  /** Of these, until the page has done its own part. */
  handledMs: number;
}

declare global {
  interface Window {
    /** What came of the keys since they were last taken. */
    keys: { paintMs: number; handledMs: number }[];
  }
}

const { values } = parseArgs({
  options: { gpu: { type: 'boolean', default: false }, json: { type: 'string' } },
});
const report = (line: string) => {
  console.error(line);
};

report('building the site');
await build({ root: ROOT, logLevel: 'error', build: { outDir: OUT, emptyOutDir: true } });
const server = await preview({
  root: ROOT,
  build: { outDir: OUT },
  preview: { port: 0, strictPort: false, open: false },
});
const browser = await startBrowser(values.gpu, report);
const steps: Step[] = [];
try {
  const page = await browser.newPage({ viewport: VIEWPORT, deviceScaleFactor: 1 });
  await page.addInitScript((shortest) => {
    window.keys = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[]) {
        const { name, startTime, processingEnd, duration } = entry;
        if (name === 'keydown') window.keys.push({ paintMs: duration, handledMs: processingEnd - startTime });
      }
    }).observe({ type: 'event', durationThreshold: shortest } as PerformanceObserverInit);
  }, SHORTEST);
  await page.goto(server.resolvedUrls?.local[0] ?? '');
  await page.locator('.pane[data-drawn="true"]').waitFor();
  for (let round = 1; round <= ROUNDS; round++) {
    steps.push(...(await walk(page)));
    report(`round ${round} of ${ROUNDS}: ${steps.length} steps`);
  }
} finally {
  await browser.close();
  await server.close();
}

/** From the first date to the last by the arrow key, as a reader holds the slider. */
async function walk(page: Page): Promise<Step[]> {
  const slider = page.getByRole('slider', { name: 'Date' });
  await slider.focus();
  await page.keyboard.press('Home');
  await page.waitForTimeout(REST);
  const last = Number(await slider.getAttribute('max'));
  const walked: Step[] = [];
  for (let index = 0; index < last; index++) {
    await page.evaluate(() => (window.keys = []));
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(REST);
    await page.waitForFunction(() => window.keys.length > 0, undefined, { timeout: LATEST }).catch(() => {});
    const [key] = await page.evaluate(() => window.keys);
    const date = (await slider.getAttribute('aria-valuetext')) ?? '';
    walked.push({ date: date.split(':')[0] ?? '', ...(key ?? { paintMs: SHORTEST, handledMs: 0 }) });
  }
  return walked;
}

const times = steps.map(({ paintMs }) => paintMs);
const slowest = steps.reduce((worst, step) => (step.paintMs > worst.paintMs ? step : worst));
const typical = median(times) ?? Infinity;
const handled = median(steps.map(({ handledMs }) => handledMs)) ?? 0;
const processor = os.cpus()[0]?.model.trim() || os.arch();
const machine = [
  new Date().toISOString().slice(0, 10),
  `${processor}, ${os.availableParallelism()} cores`,
  `Chromium ${browser.version()}, drawing ${values.gpu ? 'with a graphics card' : 'in software'}, ${VIEWPORT.width} by ${VIEWPORT.height} pixels`,
  `Node ${process.versions.node}`,
].join('; ');
const cells = [steps.length, handled.toFixed(0), typical, percentile(times, 0.95), slowest.paintMs, slowest.date];
console.log(`Measured by \`npm run bench:story\`: ${machine}.

| steps | page's own part ms | key to picture ms | p95 ms | slowest ms | at |
| ----: | -----------------: | ----------------: | -----: | ---------: | -- |
| ${cells.join(' | ')} |
`);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(steps, null, 2)}\n`);
if (typical >= LIMIT) report(`a step should take less than ${LIMIT} ms`);
process.exitCode = typical < LIMIT ? 0 : 1;
