import { cp } from 'node:fs/promises';
import path from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { runnerImport, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The fonts of the title, which is in the page and waits for its own alone, and of the list and the timeline. */
const FIRST_FONTS = ['serif-latin-600', 'serif-latin-400', 'sans-latin-400', 'sans-latin-600'].map(
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
      const { escape, staticHead, staticText, structuredData } =
        await load<typeof import('./src/app/static-text')>('src/app/static-text.ts');
      const { messagesIn } = await load<typeof import('./src/ui/languages/en')>('src/ui/languages/en.ts');
      const messages = messagesIn('en-GB');
      // In the language of the page, as the map will read it.
      const [onDisk] = await readStories(['geojson'], messages.locale);
      if (!onDisk?.story) return html;
      const { story, layers } = onDisk;
      const read = { story, features: parseDataset(story, layers).features };
      const title = `<title>${escape(story.title)}</title>`;
      const description = `<meta name="description" content="${escape(story.standfirst ?? story.title)}" />`;
      // No text may end the script element that holds the data.
      const data = JSON.stringify(structuredData(read)).replaceAll('<', '\\u003c');
      return (
        html
          .replace(/<title>[^<]*<\/title>/, () => `${title}\n${description}`)
          .replace('<dateline-map', () => `\n${staticHead(story)}\n<dateline-map`)
          .replace('</dateline-map>', () => `\n${staticText(read, messages)}\n</dateline-map>`)
          // What is not to be seen comes last.
          .replace('</body>', () => `<script type="application/ld+json">${data}</script>\n</body>`)
      );
    },
  };
}

/** What the first view needs, asked for while the page is read and not one after the other: the title's fonts first. */
function preloadStart(): Plugin {
  return {
    name: 'preload-start',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const files = Object.values(bundle);
        const reader = files
          .filter((file) => file.type === 'chunk')
          .find(({ facadeModuleId }) => facadeModuleId?.endsWith('/src/app/load.ts'));
        const fonts = FIRST_FONTS.map((name) =>
          files.find((file) => file.type === 'asset' && file.names.includes(name)),
        );
        if (!reader || fonts.includes(undefined)) throw new Error('a file that the first view needs is not built');
        const link = (injectTo: 'head' | 'head-prepend', attributes: Record<string, string>) => ({
          tag: 'link',
          // The modes in which the page will ask, or the files would be fetched twice.
          attrs: { ...attributes, crossorigin: true },
          injectTo,
        });
        return {
          // The title waits for no script.
          html: html.replaceAll(/<(script type="module"|link rel="modulepreload")/g, '$& fetchpriority="low"'),
          tags: [
            ...fonts.map((font) =>
              link('head-prepend', { rel: 'preload', as: 'font', type: 'font/woff2', href: `./${font?.fileName}` }),
            ),
            ...[reader.fileName, ...reader.imports.filter((file) => !html.includes(file))].map((file) =>
              link('head', { rel: 'modulepreload', href: `./${file}`, fetchpriority: 'low' }),
            ),
            link('head', { rel: 'preload', as: 'fetch', href: 'geojson/story.json' }),
          ],
        };
      },
    },
  };
}

function isOfStart(module: string | null): boolean {
  return ['/index.html', '/src/app/load.ts', '/src/ui/timeline-parts.ts'].some((start) => module?.endsWith(start));
}

const port = Number(process.env['PORT'] ?? 4173);

export default defineConfig({
  base: './',
  // A file that is missing is a 404, not this page again.
  appType: 'mpa',
  plugins: [svelte(), copyStory(), writeStory(), preloadStart()],
  worker: { format: 'es' },
  assetsInclude: ['**/*.pmtiles'],
  build: {
    target: 'es2022',
    manifest: true,
    chunkSizeWarningLimit: 1200,
    assetsInlineLimit: 0,
    // V8 compiles what the start calls while it comes, and not at each first call while the page waits.
    rolldownOptions: {
      output: { postBanner: ({ facadeModuleId }) => (isOfStart(facadeModuleId) ? '//# allFunctionsCalledOnLoad' : '') },
    },
    // What the page asks for later needs little that is not there: to look for that took longer than it saved.
    // A browser that does not preload by itself is as fast without.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_url, files, { hostType }) => (hostType === 'html' ? files : []),
    },
  },
  preview: { port, strictPort: true },
  server: { port, strictPort: true },
  // Of the basemap's builder only what needs none of its packages: the close maps, held against their sources.
  test: { include: ['src/**/*.test.ts', 'basemap/build/{detail,geometry}/*.test.ts'] },
});
