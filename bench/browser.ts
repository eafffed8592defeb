import { chromium, type Browser } from '@playwright/test';
import { readersBrowser } from '../e2e/browser';

/** The same pixels on every machine, as the browser tests have them. */
const SOFTWARE_FLAGS = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
const GPU_FLAGS = ['--ignore-gpu-blocklist'];
const FLAGS = [
  '--force-color-profile=srgb',
  '--hide-scrollbars',
  // Nothing a browser does on its own account.
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  // Memory is measured when it is asked for, not some time later, and to the byte.
  '--enable-blink-features=ForceEagerMeasureMemory',
  '--enable-precise-memory-info',
];
// Chromium's sandbox refuses to start as root, which is what containers run as.
const SANDBOX_FLAGS = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Starts the browser of a run, and installs one where there is none. It draws in software, or on the graphics card. */
export async function startBrowser(gpu: boolean, report: (line: string) => void): Promise<Browser> {
  const { path } = readersBrowser(report);
  return chromium.launch({
    executablePath: path,
    args: [...SANDBOX_FLAGS, ...FLAGS, ...(gpu ? GPU_FLAGS : SOFTWARE_FLAGS)],
  });
}
