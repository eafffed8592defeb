import { CATEGORIES, FIGURES, type Category, type Figure, type Form, type Run } from './run-result';

/** The least that a category may have, of 100. */
const LEAST: Record<Form, Record<Category, number>> = {
  desktop: { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 },
  mobile: { performance: 85, accessibility: 100, 'best-practices': 100, seo: 100 },
};

/** What several loads of a page on one device come to. */
export interface Verdict {
  form: Form;
  /** Medians. */
  scores: Record<Category, number>;
  /** Medians; of CLS the worst, as a load in which something moves is one too many. */
  figures: Record<Figure, number>;
  /** What is below its threshold, in words; none where all is well. */
  failures: string[];
}

/** Holds the runs of one device, of which there is at least one, against the thresholds. */
export function judge(form: Form, runs: readonly Run[]): Verdict {
  const scores = Object.fromEntries(
    CATEGORIES.map((category) => [category, median(runs.map((run) => run.scores[category]))]),
  ) as Record<Category, number>;
  const figures = Object.fromEntries(
    (Object.keys(FIGURES) as Figure[]).map((figure) => {
      const values = runs.map((run) => run.figures[figure]);
      return [figure, figure === 'CLS' ? Math.max(...values) : median(values)];
    }),
  ) as Record<Figure, number>;
  const failures = CATEGORIES.flatMap((category) => {
    const least = LEAST[form][category];
    // What is not a number is not enough either.
    if (scores[category] >= least) return [];
    return [`${category} ${scores[category]}, at least ${least} expected`, ...reasonsFor(category, scores, runs)];
  });
  if (!(figures.CLS === 0)) {
    const shifts = new Set(runs.flatMap((run) => run.shifts));
    failures.push(`CLS ${figures.CLS.toFixed(4)}, 0 expected`, ...[...shifts].map((shift) => `  ${shift}`));
  }
  return { form, scores, figures, failures };
}

/** The audits by which the median run loses its points. */
function reasonsFor(category: Category, scores: Record<Category, number>, runs: readonly Run[]): string[] {
  const typical = runs.find((run) => run.scores[category] === scores[category]) ?? runs[0];
  return (typical?.losses[category] ?? []).map(
    ({ id, title, found, points }) => `  −${points.toFixed(1)} ${id}: ${[title, found].filter(Boolean).join(', ')}`,
  );
}

/** The middle of some numbers; of an even count the lower of the two, which a run has had. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}
