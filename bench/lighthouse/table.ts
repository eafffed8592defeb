import { CATEGORIES, FIGURES, type Figure, type Run } from './run-result';
import type { Verdict } from './verdict';

/** Every run and, under those of a device, what they come to, as a Markdown table. */
export function tableOf(runs: readonly Run[], verdicts: readonly Verdict[]): string {
  const figures = Object.keys(FIGURES) as Figure[];
  const titles = ['', ...CATEGORIES, ...figures, 'machine'];
  const lineOf = (name: string, { scores, figures: values }: Pick<Run, 'scores' | 'figures'>, machine: string) => [
    name,
    ...CATEGORIES.map((category) => String(scores[category])),
    ...figures.map((figure) => textOf(figure, values[figure])),
    machine,
  ];
  const lines = verdicts.flatMap((verdict) => [
    ...runs
      .filter(({ form }) => form === verdict.form)
      .map((run, index) => lineOf(`${run.form} ${index + 1}`, run, String(Math.round(run.benchmark)))),
    lineOf(`**${verdict.form}**`, verdict, ''),
  ]);
  const rule = titles.map((title) => (title === '' ? '---' : '---:'));
  return [titles, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** What one run says of itself beyond its row. */
export function notesOf({ work, shifts, warnings }: Run): string[] {
  const busy = work.map(({ name, milliseconds }) => `${name} ${Math.round(milliseconds)}`).join(', ');
  return [
    ...(busy ? [`main thread, ms: ${busy}`] : []),
    ...shifts.map((shift) => `moved: ${shift}`),
    ...warnings.map((warning) => `warning: ${warning}`),
  ];
}

function textOf(figure: Figure, value: number): string {
  return figure === 'CLS' ? value.toFixed(value > 0 ? 4 : 0) : Math.round(value).toLocaleString('en');
}
