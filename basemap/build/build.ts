import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { OUTPUT_FOLDER, OUTPUTS } from './outputs.ts';
import { reportLine } from './report.ts';

// Builds the files that are named on the command line, or all of them.
const wanted = process.argv.slice(2);
for (const [name, make] of Object.entries(OUTPUTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const bytes = make();
  writeFileSync(path.join(OUTPUT_FOLDER, name), bytes);
  console.log(reportLine(name, bytes));
}
