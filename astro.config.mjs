import { defineConfig } from 'astro/config';

// Small modules that several chunks share go where they are needed first, so that they cost no request of their own.
const chunks = [
  { name: 'page', test: /PageScript\.astro|components\/page\/(page-client|offline\/register)|vite\/preload-helper/ },
  {
    name: 'instrument',
    test: /InstrumentScript\.astro|components\/instrument\/(client|load-definition)|i18n\/(number|locales)|instruments\/define|models\/input-error/,
  },
];

/** The service worker is a script of its own at the site's root, under a name that never changes: `npm run build` completes it (scripts/keep-files.ts). */
const serviceWorker = {
  name: 'service-worker',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'client',
  buildStart() {
    this.emitFile({ type: 'chunk', id: './src/offline/service-worker.ts', fileName: 'service-worker.js' });
  },
};

// Configuration only. SITE and BASE say where the site will be served; the scripts set the rest (scripts/build.ts, scripts/dev.ts).
export default defineConfig({
  site: process.env.SITE ?? 'http://localhost:4321',
  base: process.env.BASE ?? '/',
  trailingSlash: 'always',
  outDir: process.env.TOUCHSTONE_OUT ?? './dist',
  cacheDir: process.env.TOUCHSTONE_ASTRO_CACHE ?? './.cache/astro',
  compressHTML: true,
  devToolbar: { enabled: false },
  // Pages whose key (src/site/paths.ts) and code are as they were in the last build come from the cache.
  experimental: { incrementalBuild: true },
  // Several pages at a time: most of making one is waiting for its text and its file.
  build: { format: 'directory', assets: 'assets', inlineStylesheets: 'never', concurrency: 8 },
  // A strict Content Security Policy allows no inlined script or style. The folder is new, and the search index is written into it meanwhile.
  vite: {
    plugins: [serviceWorker],
    build: { assetsInlineLimit: 0, emptyOutDir: false },
    environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups: chunks } } } } } },
  },
});
