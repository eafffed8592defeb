import path from 'node:path';
import { defineConfig } from 'vite';
import { PAGES } from './address.ts';

/** Pages that exist for browser tests alone: built into .cache/, never part of the site. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  appType: 'mpa',
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    outDir: path.resolve(import.meta.dirname, '../../.cache/pages'),
    emptyOutDir: true,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: ['basemap.html', 'clock.html', 'movements.html'].map((page) => path.join(import.meta.dirname, page)),
    },
  },
  preview: { ...PAGES, strictPort: true },
});
