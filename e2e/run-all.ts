import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { findBrowser, installBrowser } from './browser';

const ROOT = path.resolve(import.meta.dirname, '..');
const REPORTS = path.join(ROOT, '.cache', 'reports');
const STEP_LIMIT = 32 * 60_000;
const SIGN_OF_LIFE = 20_000;

/** How a step went: what to print of it, and what it adds to the last line. */
interface Outcome {
  passed: number;
  failed: number;
  note: string;
  output: string;
}

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

/** The file a package's program is in, run by node itself: the links in node_modules/.bin are shell scripts on Windows. */
function programFile(program: string, folder: string): string {
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  return path.join(folder, typeof bin === 'string' ? bin : (bin[program] ?? program));
}

/** Runs one of our tools to its end; `output` is what it printed, both streams in order. */
function run(program: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<{ ok: boolean; output: string }> {
  const packages: Record<string, string> = { playwright: '@playwright/test' };
  const file = programFile(program, path.join(ROOT, 'node_modules', packages[program] ?? program));
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [file, ...args], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: STEP_LIMIT,
    });
    let output = '';
    const collect = (chunk: string) => (output += chunk);
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.on('error', (error) => {
      resolve({ ok: false, output: `${output}${error.message}\n` });
    });
    child.on('close', (code, signal) => {
      // The tools do not agree on how to be told to leave colours out.
      const plain = stripVTControlCharacters(output);
      resolve({ ok: code === 0, output: signal ? `${plain}ended by ${signal}\n` : plain });
    });
  });
}

/** Runs a tool that passes or fails as one. `note` is the last line it printed, for those whose last line is news. */
async function check(program: string, args: string[]): Promise<Outcome> {
  const { ok, output } = await run(program, args);
  return { passed: Number(ok), failed: Number(!ok), note: output.trim().split('\n').at(-1) ?? '', output };
}

/** Several checks at once, since none of them keeps both cores busy. Prints what the failing ones printed. */
async function together(...checks: Promise<Outcome>[]): Promise<Outcome> {
  const outcomes = await Promise.all(checks);
  const failing = outcomes.filter(({ failed }) => failed > 0);
  const output = failing.map((outcome) => outcome.output).join('\n');
  return { passed: outcomes.length - failing.length, failed: failing.length, note: '', output };
}

/** Runs a tool counted test by test from the JSON it reports. Failing for another reason than a test counts as one. */
async function count(
  report: string,
  read: (json: string) => Count,
  tool: (report: string) => Parameters<typeof run>,
): Promise<Outcome> {
  const file = path.join(REPORTS, report);
  rmSync(file, { force: true });
  const { ok, output } = await run(...tool(file));
  const { passed, failed, skipped } = existsSync(file)
    ? read(readFileSync(file, 'utf8'))
    : { passed: 0, failed: 0, skipped: 0 };
  const tests = passed + failed;
  const note = `${tests} ${tests === 1 ? 'test' : 'tests'}${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  return { passed, failed: ok && passed > 0 ? failed : Math.max(1, failed), note, output };
}

function unitCount(json: string): Count {
  const report = JSON.parse(json) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    testResults: { status: string; assertionResults: { status: string }[] }[];
  };
  // A file that does not load is a failure without a failing test.
  const unloadable = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloadable.length,
    skipped: report.numPendingTests,
  };
}

function browserCount(json: string): Count {
  const { stats } = JSON.parse(json) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  };
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

const total = { passed: 0, failed: 0 };

/** What a step came to; one that throws has failed, and the next ones still run. */
async function outcomeOf(work: () => Outcome | Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    return { passed: 0, failed: 1, note: '', output: String(error) };
  }
}

/** Runs a step, prints how it went, with all its output if it failed, adds it to the total; true if it passed. */
async function step(name: string, work: () => Outcome | Promise<Outcome>, telling = false): Promise<boolean> {
  const start = performance.now();
  const elapsed = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  console.log(`▸ ${name}`);
  const clock = setInterval(() => {
    console.log(`  … ${elapsed()}`);
  }, SIGN_OF_LIFE);
  const { passed, failed, note, output } = await outcomeOf(work);
  clearInterval(clock);
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) console.log(output.trimEnd().replace(/^/gm, '    '));
  console.log(`${failed > 0 ? '✗' : '✓'} ${elapsed()}${telling && note ? `, ${note}` : ''}`);
  return failed === 0;
}

/** Counts a step as failed that has nothing to work on. */
function notRun(name: string, reason: string): void {
  console.log(`▸ ${name}\n✗ not run: ${reason}`);
  total.failed += 1;
}

let browser: string | undefined;

/** The browser step, in this process: what it finds is what the browser tests are told to use. */
function provideBrowser(): Outcome {
  const report = (line: string) => {
    console.log(`  ${line}`);
  };
  const found = findBrowser() ?? installBrowser(report);
  browser = found.path;
  return { passed: 1, failed: 0, note: `${found.path} ${found.version}`, output: '' };
}

await step('types, eslint, prettier, unused code (knip)', () =>
  together(
    check('eslint', ['--max-warnings', '0', '.']),
    check('svelte-check', ['--fail-on-warnings', '--tsconfig', './tsconfig.json']),
    check('knip', ['--no-progress']),
    check('prettier', ['--check', '.']),
  ),
);
await step(
  'unit tests',
  () =>
    count('unit.json', unitCount, (report) => [
      'vitest',
      ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ]),
  true,
);
const built = await step('build', () => check('vite', ['build']));
if (built) await step('entry size', () => check('tsx', ['e2e/entry-size.ts']), true);
else notRun('entry size', 'the build failed');
await step('browser', provideBrowser, true);
if (built && browser !== undefined) {
  const env = { PW_CHROMIUM: browser };
  await step(
    'browser tests',
    () =>
      count('browser.json', browserCount, (report) => [
        'playwright',
        ['test', '-c', 'e2e', '--reporter=line,json'],
        { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
      ]),
    true,
  );
} else notRun('browser tests', built ? 'there is no browser' : 'the build failed');

console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
