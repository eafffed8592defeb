import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readersBrowser } from '../../e2e/browser';
import { installPackages } from '../peers';
import { FORMS, type Form, type Run } from './run-result';
import { serveSite } from './site-server';
import { notesOf, tableOf } from './table';
import { judge } from './verdict';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const USAGE = `npm run lighthouse -- [--runs COUNT] [--form ${FORMS.join('|')}] [--gpu] [--json FILE] [--site FOLDER] [--query QUERY]
  --runs  loads of the page a device, 3 if not said: the median counts
  --form  one device only
  --gpu   draw with the graphics card, not in software
  --json  write every run to a file, as JSON
  --site  the built site, dist/ if not said
  --query of the page's address, as ?map=5.4/32.5/44 for a map that starts at once`;

interface Options {
  runs: number;
  forms: readonly Form[];
  gpu: boolean;
  json: string | undefined;
  site: string;
  query: string;
}

/** The table goes to standard output, so that it can be piped; all else goes here. */
function report(line: string): void {
  console.error(line);
}

/** Reads the command line's arguments. Throws, with what was expected, where they make no sense. */
function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      runs: { type: 'string', default: '3' },
      form: { type: 'string' },
      gpu: { type: 'boolean', default: false },
      json: { type: 'string' },
      site: { type: 'string', default: path.join(ROOT, 'dist') },
      query: { type: 'string', default: '' },
    },
  });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs is a count from 1 on, not ${values.runs}`);
  const forms = FORMS.filter((form) => values.form === undefined || values.form === form);
  if (forms.length === 0) throw new Error(`--form is ${FORMS.join(' or ')}, not ${values.form}`);
  const site = path.resolve(values.site);
  if (!existsSync(path.join(site, 'index.html'))) throw new Error(`${site} has no index.html: npm run build makes it`);
  return { runs, forms, gpu: values.gpu, json: values.json, site, query: values.query };
}

function optionsOrExit(): Options {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    report(`${(error as Error).message}\n\n${USAGE}`);
    process.exit(2);
  }
}

/** Loads the page on each device so many times, the devices in turn: a disturbance then does not spoil all of one. */
async function measureAll({ runs, forms, gpu, site, query }: Options): Promise<Run[]> {
  installPackages(import.meta.dirname, 'Lighthouse', report);
  const { measure } = await import('./measure');
  const browser = { path: readersBrowser(report).path, gpu };
  const server = await serveSite(site, Number(process.env['PORT'] ?? 0));
  try {
    const measured: Run[] = [];
    for (let pass = 1; pass <= runs; pass++) {
      for (const form of forms) {
        const run = await measure(new URL(query, server.address).href, form, browser);
        measured.push(run);
        report(`pass ${pass} of ${runs}, ${form}: performance ${run.scores.performance}`);
        for (const note of notesOf(run)) report(`  ${note}`);
      }
    }
    return measured;
  } finally {
    server.close();
  }
}

const options = optionsOrExit();
const runs = await measureAll(options);
const verdicts = options.forms.map((form) =>
  judge(
    form,
    runs.filter((run) => run.form === form),
  ),
);
console.log(tableOf(runs, verdicts));
for (const { form, failures } of verdicts) {
  for (const failure of failures) console.log(`${form}: ${failure}`);
}
if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(runs, null, 2)}\n`);
process.exitCode = verdicts.some(({ failures }) => failures.length > 0) ? 1 : 0;
