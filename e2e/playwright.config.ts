import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { findBrowser, SHELL } from './browser';
import { PAGES } from './pages/address';

const ROOT = path.resolve(import.meta.dirname, '..');
const ADDRESS = { host: '127.0.0.1', port: 4319 };
const ORIGIN = `http://${ADDRESS.host}:${ADDRESS.port}`;
const VITE = 'node node_modules/vite/bin/vite.js';

// Kept for the workers, each of which reads this file again.
const browser = findBrowser();
if (browser) process.env['PW_CHROMIUM'] = browser.path;

/** The same pixels on every machine: software rendering, no system colour profile, no hinting. */
const PIXEL_FLAGS = [
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--hide-scrollbars',
];
/**
 * The page is put together without WebGL, which the map alone then has: a fifth less work where there is no graphics card.
 * Round corners over the map then differ by a shade from time to time, so that no picture is compared.
 */
const QUICK_FLAGS = ['--disable-gpu-compositing'];
const WITH_PICTURES =
  /\/(basemap|basemap-choice|clock-app|find|preferences|screens|story-movements|timeline)\.spec\.ts$/;
/** Nothing a browser does on its own account: a request during a test is the page's. */
const QUIET_FLAGS = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];
// Chromium's sandbox refuses to start as root, which is what containers run as.
const SANDBOX_FLAGS = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

function launchedWith(flags: string[]) {
  return {
    ...(browser && { executablePath: browser.path }),
    args: [...SANDBOX_FLAGS, ...QUIET_FLAGS, ...PIXEL_FLAGS, ...flags],
  };
}

export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '**/*.spec.ts',
  outputDir: path.join(ROOT, 'test-results'),
  snapshotPathTemplate: '{testDir}/baselines/{arg}{ext}',
  timeout: 60_000,
  // Half as long again as it took on a slow machine.
  globalTimeout: 30 * 60_000,
  retries: 0,
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  // On CI a missing picture is a failure and no more; elsewhere it is also made, to be looked at and committed.
  updateSnapshots: process.env['CI'] ? 'none' : 'missing',
  reporter: 'list',
  expect: {
    // Two workers share software rendering: a first picture may take its time.
    timeout: 15_000,
    toHaveScreenshot: {
      threshold: 0,
      // Another browser than the pictures are of sets words otherwise: by no more than a test says.
      ...(browser?.path.endsWith(SHELL) && { maxDiffPixels: 0 }),
      animations: 'disabled',
      caret: 'hide',
      scale: 'css',
    },
  },
  webServer: [
    {
      // The built site, as a reader gets it: run `npm run build` first.
      command: `${VITE} preview --host ${ADDRESS.host} --port ${ADDRESS.port} --strictPort`,
      cwd: ROOT,
      url: ORIGIN,
      reuseExistingServer: false,
      timeout: 30_000,
    },
    {
      // Pages that exist for tests alone, built here and now.
      command: `${VITE} build -c e2e/pages/vite.config.ts && ${VITE} preview -c e2e/pages/vite.config.ts`,
      cwd: ROOT,
      url: `http://${PAGES.host}:${PAGES.port}/clock.html`,
      reuseExistingServer: false,
      timeout: 60_000,
    },
  ],
  use: {
    baseURL: ORIGIN,
    viewport: { width: 1040, height: 680 },
    deviceScaleFactor: 1,
    locale: 'en-GB',
    timezoneId: 'UTC',
    colorScheme: 'light',
    contextOptions: { reducedMotion: 'reduce' },
    // A trace takes a picture of the page at every step, which costs as much as the steps: TRACE=1 asks for it.
    trace: process.env['TRACE'] ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'pages', testIgnore: WITH_PICTURES, use: { launchOptions: launchedWith(QUICK_FLAGS) } },
    { name: 'pictures', testMatch: WITH_PICTURES, use: { launchOptions: launchedWith([]) } },
  ],
});
