/*
 * npm run build: content/ → dist/. The site is made beside the old one and swapped in at the end, so that a failed build leaves the last
 * good dist/ whole.
 */
import { build } from './build-site.ts';
import { settings } from './settings.ts';

const ok = await build(settings());
process.exitCode = ok ? 0 : 1;
