import path from 'node:path';
import { build, type Rolldown } from 'vite';

const ROOT = path.resolve(import.meta.dirname, '..');

/** Builds the bench's page, with the techniques as chunks of their own; returns the files' contents by their paths. */
export async function buildSite(): Promise<Map<string, string | Uint8Array>> {
  const built = await build({
    configFile: false,
    root: path.join(import.meta.dirname, 'pages'),
    logLevel: 'error',
    worker: { format: 'es' },
    // One MapLibre for all, the one that Dateline ships.
    resolve: { alias: { 'maplibre-gl': path.join(ROOT, 'node_modules', 'maplibre-gl') } },
    build: { write: false, target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: Infinity },
  });
  const { output } = built as Rolldown.RolldownOutput;
  return new Map(output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]));
}
