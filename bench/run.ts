import { writeFileSync } from 'node:fs';
import { startBrowser } from './browser';
import { DATA_FOLDER, datasetName, writeDataset } from './dataset';
import { describeMachine } from './machine';
import { measureRow } from './measure';
import { commandOf, readOptions, USAGE, type Options } from './options';
import { installPeers } from './peers';
import { effortOf, planOf, repeatsOf, type Task } from './plan';
import { tableOf } from './report';
import { combineRows, type Row } from './row';
import { startServer } from './server';
import { buildSite } from './site';

/** The table goes to standard output, so that it can be piped; all else goes here. */
function report(line: string): void {
  console.error(line);
}

function planOrExit(args: string[]): { options: Options; tasks: Task[] } {
  try {
    const options = readOptions(args);
    return { options, tasks: planOf(options) };
  } catch (error) {
    report(`${(error as Error).message}\n\n${USAGE}`);
    process.exit(2);
  }
}

function describe({ technique, n, mode, stepMs, checks }: Row): string {
  const step = stepMs === null ? 'no step' : `${stepMs.toFixed(1)} ms a step`;
  const shown = mode === 'movements' ? mode : `events, ${mode}`;
  return `${technique}, ${n.toLocaleString('en')} ${shown}: ${step}, ${checks}`;
}

/** Measures all rows of a plan, in passes: a row's repeats lie minutes apart, so that one disturbance spoils only one. */
async function measureAll(tasks: readonly Task[], options: Options): Promise<{ rows: Row[]; machine: string }> {
  installPeers(report);
  report('building the page');
  const site = await buildSite();
  report('writing the files to load');
  const files = new Map(tasks.map((task) => [datasetName(task), task]));
  const sizes = new Map([...files].map(([name, task]) => [name, writeDataset(task)]));
  const server = await startServer(site, DATA_FOLDER);
  const browser = await startBrowser(options.gpu, report);
  try {
    const machine = await describeMachine(browser, server);
    const results = tasks.map((task) => ({ task, rows: [] as Row[] }));
    const passes = Math.max(...tasks.map((task) => repeatsOf(task, options)));
    for (let pass = 0; pass < passes; pass++) {
      const due = results.filter(
        ({ task, rows }) => pass < repeatsOf(task, options) && !rows.some(({ checks }) => checks.startsWith('failed')),
      );
      for (const [index, { task, rows }] of due.entries()) {
        const row = await measureRow(browser, server, task, effortOf(task, options));
        rows.push({ ...row, sourceMB: (sizes.get(datasetName(task)) ?? 0) / 1e6 });
        report(`pass ${pass + 1} of ${passes}, row ${index + 1} of ${due.length}: ${describe(row)}`);
      }
    }
    return { rows: results.map(({ rows }) => combineRows(rows)), machine };
  } finally {
    await browser.close();
    server.close();
  }
}

const { options, tasks } = planOrExit(process.argv.slice(2));
const { rows, machine } = await measureAll(tasks, options);
console.log(tableOf(rows, machine, commandOf(options)));
if (options.json !== undefined) {
  const rounded = (_: string, value: unknown) => (typeof value === 'number' ? Number(value.toFixed(3)) : value);
  writeFileSync(options.json, `${JSON.stringify(rows, rounded, 2)}\n`);
}
// Peers may fail at what they were not made for. Ours may not.
process.exitCode = rows.some(({ technique, checks }) => technique === 'dateline' && checks !== 'ok') ? 1 : 0;
