import type { Row } from './row';
import { WINDOW_DAYS, type Mode } from './scene';

interface Column {
  title: string;
  cell: (row: Row, ours: Row | undefined) => string;
}

const SHOWN: Record<Mode, string> = {
  window: `${WINDOW_DAYS} days`,
  cumulative: 'all so far',
  movements: 'movements',
};

const COLUMNS: readonly Column[] = [
  { title: 'events', cell: ({ n }) => n.toLocaleString('en') },
  { title: 'shown', cell: ({ mode }) => SHOWN[mode] },
  { title: 'technique', cell: ({ technique }) => (technique === 'dateline' ? `**${technique}**` : technique) },
  { title: 'step ms', cell: ({ stepMs }) => shortNumber(stepMs) },
  { title: '× ours', cell: ({ stepMs }, ours) => ratio(stepMs, ours?.stepMs ?? null) },
  { title: 'p95 ms', cell: ({ stepP95Ms }) => shortNumber(stepP95Ms) },
  { title: 'settled ms', cell: ({ settledMs }) => shortNumber(settledMs) },
  { title: 'torn', cell: ({ tornShare }) => (tornShare === null ? '–' : `${Math.round(tornShare * 100)} %`) },
  { title: 'dates/s', cell: ({ framesPerSecond }) => shortNumber(framesPerSecond) },
  { title: 'first ms', cell: ({ firstMs }) => shortNumber(firstMs) },
  { title: 'main ms', cell: ({ mainMs }) => shortNumber(mainMs) },
  { title: 'call ms', cell: ({ callMs }) => shortNumber(callMs) },
  { title: 'fill ms', cell: ({ fillMs }) => shortNumber(fillMs) },
  {
    title: 'longest task ms',
    cell: ({ longestTaskMs }) => (longestTaskMs === 0 ? '< 50' : shortNumber(longestTaskMs)),
  },
  { title: 'heap MB', cell: ({ heapMB }) => shortNumber(heapMB) },
  { title: 'source MB', cell: ({ sourceMB }) => shortNumber(sourceMB) },
  { title: 'transfer MB', cell: ({ transferMB }) => shortNumber(transferMB) },
  { title: 'checks', cell: ({ checks }) => checks.replace(/\s+/g, ' ').replaceAll('|', '\\|') },
];

/**
 * The rows as a Markdown table, under a line that names the machine and the command; below it, where there are several
 * rows of movements, what a step with the most costs beside one with the fewest.
 */
export function tableOf(rows: readonly Row[], machine: string, command: string): string {
  const lines = rows.map((row) => {
    const ours = rows.find(({ technique, n, mode }) => technique === 'dateline' && n === row.n && mode === row.mode);
    return COLUMNS.map(({ cell }) => cell(row, ours));
  });
  const titles = COLUMNS.map(({ title }) => title);
  const rule = COLUMNS.map(({ title }) => (['technique', 'shown', 'checks'].includes(title) ? '---' : '---:'));
  const table = [titles, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  return `Measured by \`${command}\`: ${machine}.\n\n${table}\n${growthOf(rows)}`;
}

function growthOf(rows: readonly Row[]): string {
  const movements = rows.filter(({ mode }) => mode === 'movements').sort((a, b) => a.n - b.n);
  const [few, many] = [movements[0], movements.at(-1)];
  if (!few || !many || few.n === many.n) return '';
  const times = [
    `step ms × ${ratio(many.stepMs, few.stepMs)}`,
    `settled ms × ${ratio(many.settledMs, few.settledMs)}`,
    `main ms × ${ratio(many.mainMs, few.mainMs)}`,
  ];
  return `\n${many.n} movements beside ${few.n}: ${times.join(', ')}.\n`;
}

/** A number with two digits that say something, `–` for none. */
function shortNumber(value: number | null): string {
  if (value === null) return '–';
  if (value >= 10) return Math.round(value).toLocaleString('en');
  return value.toFixed(value >= 1 ? 1 : 2);
}

function ratio(value: number | null, base: number | null): string {
  return value === null || base === null ? '–' : shortNumber(value / base);
}
