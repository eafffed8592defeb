import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { OUTPUT_FOLDER, OUTPUTS } from './outputs.ts';
import { reportLine } from './report.ts';

// Rebuilds every file into a temporary folder and compares it with the committed one, byte by byte.
const folder = mkdtempSync(path.join(tmpdir(), 'dateline-basemap-'));
for (const [name, make] of Object.entries(OUTPUTS)) {
  const rebuilt = make();
  writeFileSync(path.join(folder, name), rebuilt);
  const committed = path.join(OUTPUT_FOLDER, name);
  const same = existsSync(committed) && readFileSync(committed).equals(rebuilt);
  console.log(`${reportLine(name, rebuilt)}  ${same ? 'same' : 'DIFFERENT'}`);
  if (!same) process.exitCode = 1;
}
console.log(`The rebuilt files are in ${folder}`);
