import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Problem } from '../model/problem';
import { check } from './check';

const PLACE =
  '{"type":"Feature","id":"p","geometry":{"type":"Point","coordinates":[44.4,33.3]},"properties":{"kind":"place","name":"P"}}';
const FACT = '{"type":"Feature","id":"i","geometry":null,"properties":{"kind":"incident","title":"I","place":"p"}}';
const collection = (...features: string[]) => `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}`;
const storyOf = (...files: string[]) =>
  JSON.stringify({ title: 'T', layers: files.map((file) => ({ file, title: file })) }, null, 1);

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dateline-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(files: Record<string, string>) {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

/** Exit status, and what was printed with the folder's name taken off. */
async function run(...args: string[]) {
  const lines: string[] = [];
  const errors: string[] = [];
  const short = (line: string) => line.replaceAll(`${folder}/`, '').replaceAll(folder, 'FOLDER');
  const output = { log: (line: string) => lines.push(short(line)), error: (line: string) => errors.push(short(line)) };
  const status = await check(
    args.map((arg) => (arg.startsWith('--') ? arg : path.join(folder, arg))),
    output,
  );
  return { status, lines, errors };
}

test('a clean folder with story.json', async () => {
  await write({
    'story.json': storyOf('a.geojson', 'in/b.geojson'),
    'a.geojson': collection(PLACE),
    'in/b.geojson': collection(FACT),
  });
  const clean = { status: 0, lines: ['2 layers, 2 features, 0 problems'], errors: [] };
  expect(await run('.')).toEqual(clean);
  expect(await run('story.json')).toEqual(clean);
  expect(await run('story.json', 'a.geojson', '.')).toEqual(clean);
  expect(await run('.', '--json')).toEqual({ status: 0, lines: ['[]'], errors: [] });
});

test('a lone file, and a folder of files without a story that mention each other', async () => {
  await write({ 'a.geojson': collection(PLACE), 'b.geojson': collection(FACT), 'notes.txt': 'x' });
  expect(await run('a.geojson')).toEqual({ status: 0, lines: ['1 layer, 1 feature, 0 problems'], errors: [] });
  expect(await run('.')).toEqual({ status: 0, lines: ['2 layers, 2 features, 0 problems'], errors: [] });
  expect(await run('b.geojson')).toEqual({
    status: 1,
    lines: ['b.geojson:2:96 i place: unknown place "p"; expected the id of a place in this story'],
    errors: [],
  });
});

test('GeoJSON in a file named .json', async () => {
  await write({ 'a.json': collection(PLACE) });
  expect((await run('a.json')).lines).toEqual(['1 layer, 1 feature, 0 problems']);
});

test('problems of story and layers, one a line, the story first', async () => {
  await write({
    'story.json': storyOf('../x.geojson', 'gone.geojson', 'a.geojson', 'b.geojson'),
    'a.geojson': '{"type": "FeatureCollection",\n "features": [1 2]}',
    'b.geojson': collection(PLACE, FACT.replace('incident', 'incidnet\\n\\u001b[31m')),
  });
  expect(await run('.')).toEqual({
    status: 1,
    lines: [
      'story.json:5:12 layers[0].file: expected a path inside the folder of story.json, found "../x.geojson"',
      'story.json:9:12 layers[1].file: found no file "gone.geojson" that can be read; expected one beside story.json',
      'a.geojson:2:17: not valid JSON: expected a comma or a closing bracket, found "2"',
      'b.geojson:3:65 i kind: unknown kind "incidnet\\n\\u001b[31m"; expected incident, movement, statement, context or place',
    ],
    errors: [],
  });
});

test('a story.json that is none', async () => {
  await write({ 'story.json': '<html>' });
  expect(await run('.')).toMatchObject({
    status: 1,
    lines: ['story.json:1:1: found an HTML page, expected a story.json'],
  });
});

test('--json prints the same problems as JSON', async () => {
  await write({ 'b.geojson': collection(FACT) });
  const { status, lines } = await run('b.geojson', '--json');
  expect(status).toBe(1);
  expect(JSON.parse(lines.join('\n')) as Problem[]).toEqual([
    {
      file: 'b.geojson',
      feature: 'i',
      property: 'place',
      message: 'unknown place "p"; expected the id of a place in this story',
      path: ['features', 0, 'properties', 'place'],
      skipped: 'feature',
      line: 2,
      column: 96,
    },
  ]);
});

test('wrong usage', async () => {
  expect(await run()).toMatchObject({ status: 2, lines: [] });
  expect((await run('--json')).errors[0]).toBe('expected a file or a folder');
  expect((await run('--jsn', '.')).errors[0]).toBe('unknown option --jsn');
  expect(await run('gone')).toEqual({ status: 2, lines: [], errors: ['gone: there is no such file or folder'] });
  const errors = ['FOLDER: expected a story.json or .geojson files in this folder'];
  expect(await run('.')).toEqual({ status: 2, lines: [], errors });
});

test('--help', async () => {
  const { status, lines } = await run('--help');
  expect([status, lines[0]?.split('\n')[0]]).toEqual([0, 'Usage: npm run check -- [--json] FILE_OR_FOLDER…']);
});

test('the program exits with the same status', async () => {
  await write({ 'a.geojson': collection(PLACE), 'b.geojson': collection(FACT) });
  const program = path.join(import.meta.dirname, 'check.ts');
  const exit = (...args: string[]) =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', program, ...args]).then(
      ({ stdout }) => [0, stdout],
      (error: unknown) => [(error as { code: number }).code, (error as { stdout: string }).stdout],
    );
  const [clean, bad, usage] = await Promise.all([
    exit(path.join(folder, 'a.geojson')),
    exit(path.join(folder, 'b.geojson')),
    exit(),
  ]);
  expect(clean).toEqual([0, '1 layer, 1 feature, 0 problems\n']);
  expect(bad).toEqual([1, expect.stringContaining('b.geojson:2:96 i place: unknown place')]);
  expect(usage).toEqual([2, '']);
}, 30_000);
