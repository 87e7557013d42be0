import { defineConfig } from 'astro/config';

// Configuration only. SITE and BASE say where the site will be served; the scripts set the rest (scripts/build.ts, scripts/dev.ts).
export default defineConfig({
  site: process.env.SITE ?? 'http://localhost:4321',
  base: process.env.BASE ?? '/',
  trailingSlash: 'always',
  outDir: process.env.TOUCHSTONE_OUT ?? './dist',
  cacheDir: process.env.TOUCHSTONE_ASTRO_CACHE ?? './.cache/astro',
  compressHTML: true,
  devToolbar: { enabled: false },
  build: { format: 'directory', assets: 'assets', inlineStylesheets: 'never' },
  // A strict Content Security Policy allows no inlined script or style.
  vite: { build: { assetsInlineLimit: 0 } },
});
