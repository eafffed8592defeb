import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a reader must download before the text works. MapLibre comes by `import()`, so it is not in this. */
const BUDGET = 60_000;
const DIST = path.resolve(import.meta.dirname, '..', 'dist');

type Manifest = Record<string, { file: string; imports?: string[] } | undefined>;

const manifest = JSON.parse(readFileSync(path.join(DIST, '.vite', 'manifest.json'), 'utf8')) as Manifest;

/** The files a chunk needs at once: its own, and those of the chunks it imports statically, each once. */
function filesOf(chunk: string, found = new Set<string>()): Set<string> {
  const entry = manifest[chunk];
  if (!entry) throw new Error(`dist/.vite/manifest.json names no ${chunk}`);
  if (!found.has(entry.file)) {
    found.add(entry.file);
    for (const imported of entry.imports ?? []) filesOf(imported, found);
  }
  return found;
}

const sizes = [...filesOf('index.html')].map((file) => ({
  file,
  bytes: gzipSync(readFileSync(path.join(DIST, file))).length,
}));
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

if (total > BUDGET) {
  for (const { file, bytes } of sizes) console.log(`${kilobytes(bytes)}  ${file}`);
  process.exitCode = 1;
}
console.log(`${kilobytes(total)} gzip of ${kilobytes(BUDGET)}`);
