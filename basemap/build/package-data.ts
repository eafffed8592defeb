import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The JSON of a file in an npm package, such as `world-atlas/land-50m.json`. What it holds is the caller's promise. */
export function packageData<T>(path: string): T {
  return JSON.parse(readFileSync(require.resolve(path), 'utf8')) as T;
}

/** What a CommonJS package exports. */
export function packageExport<T>(name: string): T {
  return require(name) as T;
}
