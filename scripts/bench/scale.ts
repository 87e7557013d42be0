/*
 * npm run bench -- scale [topics …]: builds corpora of these sizes from nothing, again, and after one changed entry.
 * npm run bench -- search [topics …]: the search index of such corpora, and what it costs a reader.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Locale, locales } from '../../src/i18n/locales.ts';
import { launch } from '../../tests/site/browser.ts';
import { serve } from '../serve.ts';
import { precompress, type Weight, weighSite } from './built-site.ts';
import { changedEntry, topicSlug, writeCorpus } from './corpus.ts';
import { type Fetched, firstView, type Searched, searchOn } from './in-browser.ts';
import { type Measured, measureScript } from './measure.ts';
import { searchCells, searchHead } from './pages.ts';
import { kilobytes, machineLine, markdownTable, median, megabytes, shown } from './report.ts';
import { progress, withWorkspace } from './workspace.ts';

/** Small builds are over before the noise is: they are run more often. */
const roundsFor = (topics: number): number => (topics <= 50 ? 3 : 1);
const searchRuns = 3;

interface Reader {
  locale: Locale;
  view: Fetched;
  searched: Searched[][];
}

interface Corpus {
  topics: number;
  builds: { name: string; rounds: Measured[] }[];
  weight: Weight;
  readers: Reader[];
}

export async function benchScale(sizes: readonly number[]): Promise<void> {
  console.log(machineLine());
  const corpora: Corpus[] = [];
  for (const topics of sizes) corpora.push(await measureCorpus(topics, true));
  printBuilds(corpora);
  printReaders(corpora);
}

export async function benchSearch(sizes: readonly number[]): Promise<void> {
  console.log(machineLine());
  const corpora: Corpus[] = [];
  for (const topics of sizes) corpora.push(await measureCorpus(topics, false));
  printReaders(corpora);
}

function measureCorpus(topics: number, again: boolean): Promise<Corpus> {
  return withWorkspace(async (work) => {
    const [content, site, cache] = ['content', 'site', 'cache'].map((name) => join(work, name)) as [string, string, string];
    progress(`${topics} topics: writing the corpus`);
    writeCorpus(content, topics);
    const build = (name: string) => {
      progress(`${topics} topics: ${name} build`);
      return measureScript('scripts/build.ts', { CONTENT_DIR: content, OUT_DIR: site, CACHE_DIR: cache, BASE: '/', SITE: 'http://localhost:4321' });
    };
    const builds: Corpus['builds'] = ['cold', ...(again ? ['warm', 'one entry changed'] : [])].map((name) => ({ name, rounds: [] }));
    for (let round = 0; round < roundsFor(topics); round++) {
      for (const { name, rounds } of builds) {
        if (name === 'cold') for (const dir of [site, cache]) rmSync(dir, { recursive: true, force: true });
        if (name === 'one entry changed') {
          const { file, text } = changedEntry(round % topics, topics);
          writeFileSync(join(content, file), text);
        }
        rounds.push(await build(name));
      }
    }
    const weight = weighSite(site);
    return { topics, builds, weight, readers: await readSite(site) };
  });
}

async function readSite(site: string): Promise<Reader[]> {
  const pages = locales.map((locale) => ({ locale, path: `${locale}/topics/${topicSlug(0)}/` }));
  precompress(
    site,
    pages.map(({ path }) => path),
  );
  const served = await serve(site, '/', 0);
  const browser = await launch();
  try {
    const readers: Reader[] = [];
    for (const { locale, path } of pages) {
      progress(`reading ${path}`);
      const view = await firstView(browser, served.address + path, locale);
      const searched: Searched[][] = [];
      for (let run = 0; run < searchRuns; run++) searched.push(await searchOn(browser, served.address + path, locale));
      readers.push({ locale, view, searched });
    }
    return readers;
  } finally {
    await browser.close();
    await served.close();
  }
}

function printBuilds(corpora: Corpus[]): void {
  const rows = corpora.flatMap(({ topics, builds, weight }) =>
    builds.map(({ name, rounds }, index) => {
      const middle = (of: (one: Measured) => number) => median(rounds.map(of));
      const sizes = [megabytes(weight.bytes), shown(weight.files), megabytes(weight.htmlBytes), megabytes(weight.indexBytes), shown(weight.indexFiles)];
      return [
        `${topics} topics, ${name}`,
        shown(rounds.length),
        shown(
          middle(({ wallS }) => wallS),
          1,
        ),
        shown(
          middle(({ cpuS }) => cpuS),
          1,
        ),
        megabytes(middle(({ largestBytes }) => largestBytes)),
        megabytes(middle(({ togetherBytes }) => togetherBytes)),
        ...(index === 0 ? sizes : sizes.map(() => '')),
      ];
    }),
  );
  console.log('\n### Builds of synthetic corpora (two pages a topic; median of the runs)\n');
  console.log(
    markdownTable(
      ['build', 'runs', 'wall s', 'CPU s', 'peak MB, largest process', 'peak MB, all together', 'output MB', 'files', 'HTML MB', 'index MB', 'index files'],
      rows,
    ),
  );
}

function printReaders(corpora: Corpus[]): void {
  const each = <T>(make: (corpus: Corpus, reader: Reader) => T): T[] => corpora.flatMap((corpus) => corpus.readers.map((reader) => make(corpus, reader)));
  const name = ({ topics }: Corpus, { locale }: Reader) => `${topics} topics, ${locale}`;
  console.log('\n### First view of an entry (kB, brotli 11, nothing cached)\n');
  console.log(
    markdownTable(
      ['corpus', 'HTML', 'CSS', 'JS', 'fonts', 'other', 'all with headers', 'requests'],
      each((corpus, reader) => {
        const { bytes, total, requests } = reader.view;
        return [name(corpus, reader), ...[bytes.html, bytes.css, bytes.js, bytes.font, bytes.other, total].map(kilobytes), shown(requests)];
      }),
    ),
  );
  console.log(`\n### Search (median of ${searchRuns})\n`);
  console.log(
    markdownTable(
      ['corpus', 'index MB, both languages', 'files', ...searchHead],
      each((corpus, reader) => [name(corpus, reader), megabytes(corpus.weight.indexBytes), shown(corpus.weight.indexFiles), ...searchCells(reader.searched)]),
    ),
  );
}
