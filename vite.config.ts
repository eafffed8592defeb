import { cp } from 'node:fs/promises';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The story is fetched at run time, so that replacing the folder on the server replaces the story. */
function copyStory(): Plugin {
  return {
    name: 'copy-story',
    apply: 'build',
    async writeBundle({ dir = 'dist' }) {
      await cp('geojson', `${dir}/geojson`, { recursive: true });
    },
  };
}

const port = Number(process.env['PORT'] ?? 4173);

export default defineConfig({
  base: './',
  // A file that is missing is a 404, not this page again.
  appType: 'mpa',
  plugins: [svelte(), copyStory()],
  worker: { format: 'es' },
  assetsInclude: ['**/*.pmtiles'],
  build: { target: 'es2022', manifest: true, chunkSizeWarningLimit: 1200, assetsInlineLimit: 0 },
  preview: { port, strictPort: true },
  server: { port, strictPort: true },
  // Of the basemap's builder only what needs none of its packages: the close maps, held against their sources.
  test: { include: ['src/**/*.test.ts', 'basemap/build/{detail,geometry}/*.test.ts'] },
});
