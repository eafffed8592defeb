import path from 'node:path';
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const SOURCE = path.join(import.meta.dirname, 'src');

/** Which folders of src/ each folder may import from, besides itself. */
const MAY_IMPORT = {
  model: [],
  convert: ['model'],
  map: ['model'],
  plain: ['model', 'map'],
  ui: ['model', 'convert', 'map', 'plain'],
  app: ['model', 'convert', 'map', 'plain', 'ui'],
  cli: ['model', 'convert'],
};

/** Packages a folder must do without, so that it runs where they do not. */
const MUST_NOT_IMPORT = {
  model: ['svelte', 'maplibre-gl', 'pmtiles'],
  convert: ['svelte', 'maplibre-gl', 'pmtiles'],
  map: ['svelte'],
  plain: ['svelte', 'maplibre-gl'],
  cli: ['svelte', 'maplibre-gl'],
};

const PAGE_GLOBALS = ['window', 'document', 'fetch', 'navigator', 'location', 'localStorage', 'self', 'process'];

/**
 * Keeps imports pointing one way. A rule of our own because `no-restricted-imports` sees neither `import()` nor
 * `import('…').Type`, and matches what is written, not where it leads.
 */
const importDirection = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      folder: '{{from}}/ must not import from {{to}}/: the direction is model <- {convert, map <- plain} <- ui <- app.',
      package: '{{from}}/ must not import {{to}}.',
    },
  },
  create(context) {
    const [from, ...inside] = path.relative(SOURCE, context.filename).split(path.sep);
    if (!(from in MAY_IMPORT) || inside.length === 0) return {};

    const check = (source) => {
      const target = source?.value;
      if (typeof target !== 'string') return;
      if (!target.startsWith('.')) {
        const to = MUST_NOT_IMPORT[from]?.find((name) => target === name || target.startsWith(`${name}/`));
        if (to) context.report({ node: source, messageId: 'package', data: { from, to } });
        return;
      }
      const [to] = path.relative(SOURCE, path.resolve(path.dirname(context.filename), target)).split(path.sep);
      if (to === '..' || to === from || MAY_IMPORT[from].includes(to)) return;
      context.report({ node: source, messageId: 'folder', data: { from, to } });
    };

    return {
      ImportDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      TSImportType: (node) => check(node.source),
    };
  },
};

const TESTS = ['**/*.test.ts', '**/*.spec.ts'];
const CONFIGS = ['*.config.{js,ts}', '**/*.config.{js,ts}'];
const SVELTE = ['**/*.svelte', '**/*.svelte.{js,ts}'];

export default ts.config(
  { ignores: ['dist/', 'test-results/', 'playwright-report/', '.cache/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Libraries' types promise more than they hold, and what comes from a file is checked all the same.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // TypeScript knows which names exist, and in .svelte files svelte-check does.
      'no-undef': 'off',
      eqeqeq: 'error',
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: SVELTE,
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    rules: {
      'svelte/no-at-html-tags': 'error',
      // Our sets and maps are values: replaced, never changed in place.
      'svelte/prefer-svelte-reactivity': 'off',
      // A component's style sheet counts, and is not logic.
      'max-lines': ['error', { max: 360, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['src/**'],
    plugins: { dateline: { rules: { 'import-direction': importDirection } } },
    rules: {
      'dateline/import-direction': 'error',
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
    },
  },
  { files: ['src/cli/**'], rules: { 'no-console': 'off' } },
  // Every word of a language is in one file.
  { files: ['src/ui/languages/**'], rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' } },
  {
    files: ['src/model/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        {
          globals: PAGE_GLOBALS.map((name) => ({
            name,
            message: 'model/ is pure: a page, a worker and a terminal use it.',
          })),
          checkGlobalObject: true,
        },
      ],
    },
  },
  {
    files: ['src/**/*.ts', 'e2e/**/*.ts'],
    ignores: [...CONFIGS, '**/*.d.ts'],
    rules: { 'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true } }] },
  },
  {
    files: TESTS,
    rules: {
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      'no-restricted-globals': 'off',
      // A test may put something else in a method's place.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  // Playwright reads the fixtures a function wants from its first parameter, which must be a pattern.
  { files: ['e2e/**'], rules: { 'no-empty-pattern': 'off' } },
  {
    // Not part of the TypeScript project: plain scripts, and packages of their own.
    files: ['**/*.{js,mjs,cjs}', 'bench/**', 'basemap/build/**'],
    ...ts.configs.disableTypeChecked,
  },
  {
    files: ['*.js', 'bench/**', 'basemap/build/**'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
);
