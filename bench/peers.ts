import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');

/** Installs the peers from their lock file where that was not done yet. Throws, with what npm said, where it fails. */
export function installPeers(report: (line: string) => void): void {
  installPackages(import.meta.dirname, 'the peers', report);
}

/** Installs `what` from the lock file of a folder where that was not done yet. Throws, with what npm said, where it fails. */
export function installPackages(folder: string, what: string, report: (line: string) => void): void {
  if (existsSync(path.join(folder, 'node_modules'))) return;
  const place = `${path.relative(ROOT, folder)}/`;
  report(`installing ${what}: npm ci, in ${place}`);
  // MapLibre is a peer of deck.gl's, and the root has it.
  const command = ['ci', '--omit=peer', '--no-audit', '--no-fund'];
  const options = { cwd: folder, encoding: 'utf8' } as const;
  // npm names its own program to the scripts it runs; started as a file it needs no shell, on Windows either.
  const npm = process.env['npm_execpath'];
  const { status, stdout, stderr } = npm
    ? spawnSync(process.execPath, [npm, ...command], options)
    : spawnSync('npm', command, options);
  if (status !== 0) throw new Error(`npm ci in ${place} failed\n${stdout}${stderr}`);
}
