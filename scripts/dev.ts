/* npm run dev: Astro's development server; content is read and rendered again when it changes, with its findings on the console. */
import { watch } from 'node:fs';
import { writePrepared } from '../src/prose/prepare.ts';
import { runAstro } from './build-site.ts';
import { checkContent } from './check-content.ts';
import { printFindings } from './print-findings.ts';
import { settings } from './settings.ts';

const current = settings();

/** Renders what can be rendered; what is wrong is told, not fatal, while one writes. */
async function prepare(): Promise<string> {
  const { findings, preparation } = await checkContent(current);
  if (findings.length > 0) printFindings(findings, current.contentDir);
  return writePrepared(preparation, current);
}

const prepared = await prepare();
let timer: NodeJS.Timeout | undefined;
watch(current.contentDir, { recursive: true }, () => {
  clearTimeout(timer);
  timer = setTimeout(() => void prepare(), 150);
});
await runAstro(['dev'], current, prepared, current.outDir);
