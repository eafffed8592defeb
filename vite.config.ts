import { cp } from 'node:fs/promises';
import path from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { runnerImport, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The fonts of the title, the list and the timeline. */
const FIRST_FONTS = ['sans-latin-400', 'sans-latin-600', 'serif-latin-400', 'serif-latin-600'].map(
  (name) => `noto-${name}-normal.woff2`,
);

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

/** A module of the app in this process: by Vite, as the app's modules are written for it. */
async function load<Module>(file: string): Promise<Module> {
  const { module } = await runnerImport<Module>(path.join(import.meta.dirname, file));
  return module;
}

/** The whole story as text in the page, for those who run no script, and as structured data for those who index it. */
function writeStory(): Plugin {
  return {
    name: 'write-story',
    apply: 'build',
    async transformIndexHtml(html) {
      const { readStories } = await load<typeof import('./src/cli/read-folder')>('src/cli/read-folder.ts');
      const { parseDataset } = await load<typeof import('./src/model/dataset')>('src/model/dataset.ts');
      const { escape, staticText, structuredData } =
        await load<typeof import('./src/app/static-text')>('src/app/static-text.ts');
      const { messagesIn } = await load<typeof import('./src/ui/languages/en')>('src/ui/languages/en.ts');
      const [onDisk] = await readStories(['geojson']);
      if (!onDisk?.story) return html;
      const { story, layers } = onDisk;
      const read = { story, features: parseDataset(story, layers).features };
      const title = `<title>${escape(story.title)}</title>`;
      const description = `<meta name="description" content="${escape(story.standfirst ?? story.title)}" />`;
      // No text may end the script element that holds the data.
      const data = JSON.stringify(structuredData(read)).replaceAll('<', '\\u003c');
      return html
        .replace(
          /<title>[^<]*<\/title>/,
          () => `${title}\n${description}\n<script type="application/ld+json">${data}</script>`,
        )
        .replace('</dateline-map>', () => `\n${staticText(read, messagesIn('en-GB'))}\n</dateline-map>`);
    },
  };
}

/** What the first view needs, asked for while the page is read and not one after the other. */
function preloadStart(): Plugin {
  return {
    name: 'preload-start',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const files = Object.values(bundle);
        const reader = files.find((file) => file.type === 'chunk' && file.facadeModuleId?.endsWith('/src/app/load.ts'));
        const fonts = FIRST_FONTS.map((name) =>
          files.find((file) => file.type === 'asset' && file.names.includes(name)),
        );
        if (!reader || fonts.includes(undefined)) throw new Error('a file that the first view needs is not built');
        const link = (attributes: Record<string, string>) => ({
          tag: 'link',
          // The modes in which the page will ask, or the files would be fetched twice.
          attrs: { ...attributes, crossorigin: true },
          injectTo: 'head' as const,
        });
        return [
          link({ rel: 'modulepreload', href: `./${reader.fileName}` }),
          link({ rel: 'preload', as: 'fetch', href: 'geojson/story.json' }),
          ...fonts.map((font) => link({ rel: 'preload', as: 'font', type: 'font/woff2', href: `./${font?.fileName}` })),
        ];
      },
    },
  };
}

const port = Number(process.env['PORT'] ?? 4173);

export default defineConfig({
  base: './',
  // A file that is missing is a 404, not this page again.
  appType: 'mpa',
  plugins: [svelte(), copyStory(), writeStory(), preloadStart()],
  worker: { format: 'es' },
  assetsInclude: ['**/*.pmtiles'],
  build: { target: 'es2022', manifest: true, chunkSizeWarningLimit: 1200, assetsInlineLimit: 0 },
  preview: { port, strictPort: true },
  server: { port, strictPort: true },
  // Of the basemap's builder only what needs none of its packages: the close maps, held against their sources.
  test: { include: ['src/**/*.test.ts', 'basemap/build/{detail,geometry}/*.test.ts'] },
});
