import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';

/** A Chromium that starts: where it is, and the version it gives itself, empty where asking would open a window. */
export interface Browser {
  path: string;
  version: string;
}

const ROOT = path.resolve(import.meta.dirname, '..');
const PLAYWRIGHT = path.join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js');
const SECOND = 1000;

/** Draws pages and no windows, which is about half the work. */
export const SHELL = 'chromium-headless-shell';
const LINUX_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const MAC_NAMES = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
const WINDOWS_PLACES = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The first Chromium on this machine that starts: the one `PW_CHROMIUM` names, else Debian's headless shell, else a
 * system Chromium, Chrome or Edge, else the one Playwright has downloaded; undefined where there is none. With `windows`,
 * only one as readers have. Installs nothing.
 * Throws where `PW_CHROMIUM` names something that does not start: someone asked for that one.
 */
export function findBrowser({ windows = false } = {}): Browser | undefined {
  const asked = process.env['PW_CHROMIUM'];
  if (asked) {
    const browser = startable(asked);
    if (!browser) throw new Error(`PW_CHROMIUM names ${asked}, which is not a browser that starts`);
    return browser;
  }
  for (const place of [...(windows ? [] : shellPlaces()), ...systemPlaces(), chromium.executablePath()]) {
    const browser = startable(place);
    if (browser) return browser;
  }
  return undefined;
}

/** A browser as readers have to measure in, else any; gets one where there is none, as {@link installBrowser} does. */
export function readersBrowser(report: (line: string) => void): Browser {
  return findBrowser({ windows: true }) ?? findBrowser() ?? installBrowser(report);
}

/**
 * Gets a Chromium where there is none, from Playwright, else from Debian's archive if we are root there, and says
 * by `report` what it tries. Throws with what to type by hand if neither gives one that starts.
 */
export function installBrowser(report: (line: string) => void): Browser {
  const root = process.platform === 'linux' && process.getuid?.() === 0;
  const archive = root && onPath('apt-get') !== undefined;

  report('no browser here; trying: playwright install chromium');
  // Only the download has a short limit, and only where there is another way: apt must never be cut off half-way.
  let log = attempt(process.execPath, [PLAYWRIGHT, 'install', '--no-shell', 'chromium'], archive ? 60 : 600);
  if (root && existsSync(chromium.executablePath())) {
    log += attempt(process.execPath, [PLAYWRIGHT, 'install-deps', 'chromium'], 600);
  }
  const downloaded = findBrowser();
  if (downloaded) return downloaded;

  if (archive) {
    report(`Playwright could not; trying: apt-get install ${SHELL}, else chromium`);
    log += attempt('apt-get', ['update'], 300);
    for (const name of [SHELL, 'chromium']) {
      log += attempt('apt-get', ['install', '-y', '--no-install-recommends', name], 600);
      const packaged = findBrowser();
      if (packaged) return packaged;
    }
  }
  throw new Error(
    `${log}\nNo Chromium, Chrome or Edge found, and none could be installed. Type one of\n` +
      `  npx playwright install --with-deps chromium\n  apt-get install ${SHELL}\n` +
      'or set PW_CHROMIUM to the path of one.',
  );
}

function shellPlaces(): string[] {
  const place = process.platform === 'linux' ? onPath(SHELL) : undefined;
  return place === undefined ? [] : [place];
}

/** Places worth a look, likeliest first. On Linux they are on PATH, which a bare name is looked up in. */
function systemPlaces(): string[] {
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);
    return WINDOWS_PLACES.flatMap((place) => roots.map((root) => path.join(root, place)));
  }
  if (process.platform === 'darwin') {
    return MAC_NAMES.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  return LINUX_NAMES.flatMap((name) => onPath(name) ?? []);
}

function onPath(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  return folders.map((folder) => path.join(folder, name)).find((place) => existsSync(place));
}

/** The browser at a path, if it answers: Ubuntu's chromium-browser, say, may be a script that only advertises a snap. */
function startable(place: string): Browser | undefined {
  if (!existsSync(place)) return undefined;
  // On Windows a browser asked for its version opens a window instead.
  if (process.platform === 'win32') return { path: place, version: '' };
  const answer = spawnSync(place, ['--version'], { encoding: 'utf8', timeout: 20 * SECOND });
  const version = /\b\d+(\.\d+)+/.exec(answer.stdout)?.[0];
  return answer.status === 0 && version !== undefined ? { path: place, version } : undefined;
}

/** Runs a program for at most some seconds and returns what it printed; whether it helped is seen by looking again. */
function attempt(program: string, args: string[], seconds: number): string {
  const { stdout, stderr, error } = spawnSync(program, args, {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: seconds * SECOND,
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return `$ ${program} ${args.join(' ')}\n${stdout}${stderr}${error ? `${error.message}\n` : ''}`;
}
