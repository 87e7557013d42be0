/* npm run bench: what a reader's browser fetches from the site, how long search takes, and what Lighthouse says. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { type Locale, locales } from '../../src/i18n/locales.ts';
import { launch } from '../../tests/site/browser.ts';
import { serve } from '../serve.ts';
import { settings } from '../settings.ts';
import { type Audit, audit } from './audit.ts';
import { copySite, heaviestPage, pageKinds, precompress } from './built-site.ts';
import { firstView, type Searched, searchOn } from './in-browser.ts';
import { measureScript } from './measure.ts';
import { kilobytes, machineLine, markdownTable, median, shown } from './report.ts';
import { progress, withWorkspace } from './workspace.ts';

const runs = { lighthouse: 3, search: 5 };

/** Prints the tables of the pages of a built site; `dist/` is built in a folder of its own if there is none. */
export async function benchPages(): Promise<void> {
  console.log(machineLine());
  await withWorkspace(async (work) => {
    const { outDir, base } = settings();
    const dir = join(work, 'site');
    if (existsSync(outDir)) copySite(outDir, dir);
    else {
      progress('there is no built site: building one');
      await measureScript('scripts/build.ts', { OUT_DIR: dir, CACHE_DIR: join(work, 'cache') });
    }
    const pages = pageKinds.flatMap((kind) => {
      const path = heaviestPage(dir, kind);
      return path === undefined ? [] : locales.map((locale) => ({ kind, locale, path: `${locale}/${path}` }));
    });
    precompress(
      dir,
      pages.map(({ path }) => path),
    );
    const served = await serve(dir, base, 0);
    const browser = await launch();
    try {
      await printFirstViews(browser, pages, served.address);
      await printSearch(
        browser,
        pages.filter(({ kind }) => kind === 'entry'),
        served.address,
      );
      await browser.close();
      await printAudits(pages, served.address);
    } finally {
      await browser.close();
      await served.close();
    }
  });
}

interface BenchPage {
  kind: string;
  locale: Locale;
  path: string;
}

async function printFirstViews(browser: Browser, pages: BenchPage[], address: string): Promise<void> {
  const rows: string[][] = [];
  for (const { kind, locale, path } of pages) {
    progress(`first view: ${path}`);
    const { bytes, total, requests } = await firstView(browser, address + path, locale);
    const sizes = [bytes.html, bytes.css, bytes.js, bytes.html + bytes.css + bytes.js, bytes.font, bytes.other];
    rows.push([`${kind}, ${locale} (/${path})`, ...sizes.map(kilobytes), kilobytes(total), shown(requests)]);
  }
  console.log('\n### First view, nothing cached (kB = 1,000 bytes, brotli 11; the heaviest page of each kind)\n');
  console.log(markdownTable(['page', 'HTML', 'CSS', 'JS', 'HTML + CSS + JS', 'fonts', 'other', 'all with headers', 'requests'], rows));
}

async function printSearch(browser: Browser, pages: BenchPage[], address: string): Promise<void> {
  const rows: string[][] = [];
  for (const { locale, path } of pages) {
    progress(`search: ${path}`);
    const results: Searched[][] = [];
    for (let run = 0; run < runs.search; run++) results.push(await searchOn(browser, address + path, locale));
    rows.push([locale, ...searchCells(results)]);
  }
  console.log(`\n### Search, opened on an entry (median of ${runs.search})\n`);
  console.log(markdownTable(['language', ...searchHead], rows));
}

export const searchHead = ['opened + first query kB', 'requests', 'type → first result ms', 'further query kB', 'requests', 'type → first result ms'];

/** Cells of `searchHead`: each figure the median of the runs. */
export function searchCells(results: Searched[][]): string[] {
  return (results[0] ?? []).flatMap((_, query) => {
    const middle = (of: (one: Searched) => number) => median(results.flatMap((run) => run[query] ?? []).map(of));
    return [kilobytes(middle(({ total }) => total)), shown(middle(({ requests }) => requests)), shown(middle(({ ms }) => ms))];
  });
}

async function printAudits(pages: BenchPage[], address: string): Promise<void> {
  const rows: string[][] = [];
  for (const { kind, locale, path } of pages) {
    progress(`Lighthouse: ${path}`);
    rows.push([`${kind}, ${locale}`, ...auditCells(await audit(address + path, runs.lighthouse))]);
  }
  console.log(`\n### Lighthouse, mobile (median of ${runs.lighthouse})\n`);
  console.log(markdownTable(['page', 'performance', 'accessibility', 'best practices', 'SEO', 'LCP ms', 'TBT ms', 'CLS'], rows));
}

const auditCells = (one: Audit) => [
  ...[one.performance, one.accessibility, one.bestPractices, one.seo, one.lcpMs, one.tbtMs].map((value) => shown(value)),
  shown(one.cls, 3),
];
