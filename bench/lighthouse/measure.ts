import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig, type Result } from 'lighthouse';
import { CATEGORIES, FIGURES, type Category, type Figure, type Form, type Loss, type Run } from './run-result';

/** As the browser tests draw, so that a machine without a graphics card measures too. */
const SOFTWARE_FLAGS = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
const GPU_FLAGS = ['--ignore-gpu-blocklist'];
// Chromium's sandbox refuses to start as root, which is what containers run as.
const SANDBOX_FLAGS = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Where to measure. */
export interface Browser {
  /** The program. */
  path: string;
  /** It draws with the machine's graphics card, not in software. */
  gpu: boolean;
}

/** Loads a page once in a browser of its own and has Lighthouse judge it. Rejects where the page cannot be measured. */
export async function measure(url: string, form: Form, browser: Browser): Promise<Run> {
  const drawing = browser.gpu ? GPU_FLAGS : SOFTWARE_FLAGS;
  const chrome = await launch({
    chromePath: browser.path,
    chromeFlags: ['--headless=new', ...SANDBOX_FLAGS, ...drawing],
    logLevel: 'error',
  });
  try {
    const flags = { port: chrome.port, output: 'json' as const, logLevel: 'error' as const };
    const result = await lighthouse(
      url,
      { ...flags, onlyCategories: [...CATEGORIES] },
      form === 'desktop' ? desktopConfig : undefined,
    );
    if (!result) throw new Error('Lighthouse gave no result');
    return readResult(result.lhr, form);
  } finally {
    chrome.kill();
  }
}

function readResult(report: Result, form: Form): Run {
  if (report.runtimeError) throw new Error(report.runtimeError.message);
  return {
    form,
    scores: ofEach(CATEGORIES, (category) => Math.round(Number(report.categories[category]?.score) * 100)),
    losses: ofEach(CATEGORIES, (category) => lossesOf(report, category)),
    figures: ofEach(
      Object.keys(FIGURES) as Figure[],
      (figure) => report.audits[FIGURES[figure]]?.numericValue ?? Number.NaN,
    ),
    shifts: itemsOf(report, 'layout-shifts').map(describeShift),
    work: itemsOf(report, 'mainthread-work-breakdown').map((item) => ({
      name: String(item['groupLabel']),
      milliseconds: Number(item['duration']),
    })),
    benchmark: report.environment.benchmarkIndex,
    warnings: report.runWarnings,
  };
}

function ofEach<Name extends string, Value>(names: readonly Name[], read: (name: Name) => Value): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, read(name)])) as Record<Name, Value>;
}

function lossesOf(report: Result, category: Category): Loss[] {
  const weighed = (report.categories[category]?.auditRefs ?? []).filter(
    // What does not apply to a page has no score, and its weight is left out.
    ({ id, weight }) => weight > 0 && report.audits[id]?.score !== null,
  );
  const whole = weighed.reduce((sum, { weight }) => sum + weight, 0);
  return weighed
    .flatMap(({ id, weight }) => {
      const audit = report.audits[id];
      const missing = 1 - Number(audit?.score ?? 0);
      if (!audit || missing <= 0) return [];
      const found = audit.displayValue ?? audit.explanation ?? audit.errorMessage ?? '';
      return [{ id, title: audit.title, found, points: (100 * missing * weight) / whole }];
    })
    .sort((one, other) => other.points - one.points);
}

type Item = Record<string, unknown>;

function itemsOf(report: Result, audit: string): Item[] {
  const details = report.audits[audit]?.details;
  return details && 'items' in details ? (details.items as Item[]) : [];
}

/** How much, which element, and why as far as Lighthouse knows. */
function describeShift(item: Item): string {
  const node = (item['node'] ?? {}) as { selector?: string; snippet?: string };
  const causes = (item['subItems'] as { items?: { cause?: unknown; extra?: { value?: string } }[] } | undefined)?.items;
  return [
    `${Number(item['score']).toFixed(4)} ${node.selector ?? node.snippet ?? 'an element that is gone'}`,
    ...(causes ?? []).map(({ cause, extra }) => [String(cause), extra?.value].filter(Boolean).join(' ')),
  ].join('; ');
}
