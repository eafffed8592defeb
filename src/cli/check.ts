import { realpathSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseDataset } from '../model/dataset';
import { locateProblems } from '../model/json';
import { formatProblem, type Problem } from '../model/problem';
import { readStories, UsageError, type StoryOnDisk } from './read-folder';

const USAGE = `Usage: npm run check -- [--json] FILE_OR_FOLDER…

Checks the data of a map: a folder with story.json or .geojson files, a story.json, or lone .geojson files.
Prints one problem a line, as file:line:column feature property: message.

  --json  print the problems as a JSON array
  --help  print this text

Exit status: 0 no problems, 1 problems, 2 wrong usage.`;

/** Where lines are printed: the answer, and what went wrong with the question. */
export interface Output {
  log: (line: string) => void;
  error: (line: string) => void;
}

/**
 * Checks what the arguments name and prints each problem, or one line that sums up where there is none.
 * Returns the exit status: 0 clean, 1 problems, 2 wrong usage.
 */
export async function check(args: readonly string[], output: Output): Promise<0 | 1 | 2> {
  const options = args.filter((arg) => arg.startsWith('--'));
  const paths = args.filter((arg) => !arg.startsWith('--'));
  if (options.includes('--help')) {
    output.log(USAGE);
    return 0;
  }
  const unknown = options.find((option) => option !== '--json');
  if (unknown !== undefined || paths.length === 0) {
    output.error(unknown === undefined ? 'expected a file or a folder' : `unknown option ${unknown}`);
    output.error(USAGE);
    return 2;
  }
  try {
    const results = await Promise.all((await readStories(paths)).map(checkStory));
    print(results, options.includes('--json'), output);
    return results.some(({ problems }) => problems.length > 0) ? 1 : 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    output.error(error.message);
    return 2;
  }
}

interface Result {
  layers: number;
  features: number;
  problems: Problem[];
}

async function checkStory({ story, layers, problems, texts }: StoryOnDisk): Promise<Result> {
  const dataset = story && parseDataset(story, layers);
  const all = [...problems, ...(dataset?.problems ?? [])];
  const located = await Promise.all(
    [...new Set(all.map((problem) => problem.file))].map(async (file) => {
      const found = all.filter((problem) => problem.file === file);
      const text = texts.get(file);
      return text === undefined ? found : await locateProblems(text, found);
    }),
  );
  return { layers: layers.length, features: dataset?.features.length ?? 0, problems: located.flat() };
}

function print(results: readonly Result[], json: boolean, output: Output): void {
  const problems = results.flatMap((result) => result.problems);
  if (json) {
    output.log(JSON.stringify(problems, null, 2));
    return;
  }
  for (const problem of problems) output.log(formatProblem(problem));
  if (problems.length > 0) return;
  const total = (key: 'layers' | 'features') => results.reduce((sum, result) => sum + result[key], 0);
  output.log(`${count(total('layers'), 'layer')}, ${count(total('features'), 'feature')}, 0 problems`);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

// Run from a terminal, and not imported by a test.
if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  process.exitCode = await check(process.argv.slice(2), console);
}
