import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writePrepared } from '../src/prose/prepare.ts';
import { checkContent } from './check-content.ts';
import { drawIcons } from './draw-icons.ts';
import { drawPictures } from './draw-pictures.ts';
import { indexSite } from './index-site.ts';
import { writeKeepFiles } from './keep-files.ts';
import { printFindings } from './print-findings.ts';
import { headersFile, redirectsFile } from './server-files/static-hosts.ts';
import { root, type Settings } from './settings.ts';

/** Checks the content, builds and indexes the site beside `outDir`, and swaps it in. False (and a report) if anything is wrong. */
export async function build(settings: Settings, log: (line: string) => void = console.log): Promise<boolean> {
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  const { findings, preparation } = await checkContent(settings);
  // A half that waits for its twin is shown with a notice; it keeps no site from being built.
  if (findings.some(({ rule }) => rule !== 'stale')) {
    printFindings(findings, settings.contentDir);
    console.error(`\nNothing was built; ${existsSync(settings.outDir) ? 'the last good site is untouched' : 'there is no earlier site'}.`);
    return false;
  }
  const prepared = writePrepared(preparation, settings);
  const pages = preparation.corpus.documents.length;
  const { site, topics } = preparation.corpus;
  log(`content read and rendered: ${pages} texts (${seconds()})`);
  const building = `${settings.outDir}.building`;
  rmSync(building, { recursive: true, force: true });
  mkdirSync(dirname(building), { recursive: true });
  try {
    // Astro has a process of its own; the rest is made here meanwhile. All must have ended before anything is swapped in or thrown away.
    const pagesMade = runAstro(['build', '--silent'], settings, prepared, building).then(() => log(`pages made (${seconds()})`));
    const made = await Promise.allSettled([
      pagesMade,
      drawPictures(building, prepared, settings.cacheDir).then((pictures) => log(`${pictures} pictures drawn (${seconds()})`)),
      indexSite(preparation, building, pagesMade).then((indexed) => log(`search index made: ${indexed} pages and records (${seconds()})`)),
    ]);
    for (const part of made) if (part.status === 'rejected') throw part.reason;
    drawIcons(building);
    writeKeepFiles(building);
    writeFileSync(join(building, '_headers'), headersFile(settings.base));
    writeFileSync(join(building, '_redirects'), redirectsFile(settings.base));
    swapIn(building, settings.outDir);
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    console.error(`${error instanceof Error ? error.message : String(error)}\nThe build failed; the last good site is untouched.`);
    return false;
  }
  log(`${site.name.en}: ${topics.length} topics built to ${settings.outDir} (${seconds()})`);
  return true;
}

/** Runs Astro in a process of its own, told by variables where everything is. */
export function runAstro(command: string[], settings: Settings, prepared: string, outDir: string): Promise<void> {
  const environment = {
    ...process.env,
    SITE: settings.site,
    BASE: settings.base,
    TOUCHSTONE_PREPARED: prepared,
    TOUCHSTONE_OUT: outDir,
    TOUCHSTONE_ASTRO_CACHE: join(settings.cacheDir, 'astro'),
    ASTRO_TELEMETRY_DISABLED: '1',
  };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'node_modules/astro/bin/astro.mjs'), ...command], { cwd: root, env: environment, stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`astro ${command[0]} ended with code ${code}`))));
  });
}

/** Puts the new site in the old one's place by two renames on one file system. */
export function swapIn(building: string, outDir: string): void {
  const old = `${outDir}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(outDir)) renameSync(outDir, old);
  renameSync(building, outDir);
  rmSync(old, { recursive: true, force: true });
}
