/*
 * npm run bench -- peers <folder>: sites that other tools made of twelve topics in both languages, one folder each named as below, beside ours of as
 * many: what a first view and a first search cost, and what Lighthouse says, in one sitting, served alike and counted alike.
 */
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { type Locale, locales } from '../../src/i18n/locales.ts';
import { launch } from '../../tests/site/browser.ts';
import { audit } from './audit.ts';
import { copySite, precompress } from './built-site.ts';
import { topicSlug, writeCorpus } from './corpus.ts';
import { firstView, queries, type SearchField, searchOn } from './in-browser.ts';
import { measureScript } from './measure.ts';
import { kilobytes, machineLine, markdownTable, median, shown } from './report.ts';
import { progress, withWorkspace } from './workspace.ts';

const topics = 12;
const runs = 3;

interface Peer {
  name: string;
  /** The first topic's page in each language. */
  pages: Record<Locale, string>;
  /** Its search; ours where there is none. */
  search?: SearchField;
}

const pagefind = { input: '.pagefind-ui__search-input', result: '.pagefind-ui__result-link' };
const vitepress = {
  pages: { en: 'en/topic-0001', 'zh-cn': 'zh/topic-0001' },
  search: {
    open: { click: '#local-search button, .VPNavBarSearch button, .VPNavBarSearchButton' },
    input: '#localsearch-input',
    result: '.VPLocalSearchBox .results a.result',
  },
};

const peers: Peer[] = [
  {
    name: 'starlight',
    pages: { en: 'en/topic-0001/', 'zh-cn': 'zh-cn/topic-0001/' },
    search: { open: { click: 'button[data-open-modal]' }, ...pagefind },
  },
  { name: 'vitepress1', ...vitepress },
  { name: 'vitepress2', ...vitepress },
  { name: 'hugo', pages: { en: 'en/topic-0001/', 'zh-cn': 'zh/topic-0001/' }, search: { open: { click: pagefind.input }, ...pagefind } },
];

const ours: Peer = { name: 'touchstone', pages: { en: `en/topics/${topicSlug(0)}/`, 'zh-cn': `zh-cn/topics/${topicSlug(0)}/` } };

export async function benchPeers(folder: string): Promise<void> {
  const built = peers.filter(({ name }) => existsSync(join(folder, name)));
  if (built.length === 0) throw new Error(`${folder} has none of the folders ${peers.map(({ name }) => name).join(', ')}: build the peers there first.`);
  console.log(machineLine());
  await withWorkspace(async (work) => {
    const [content, site, cache] = ['content', ours.name, 'cache'].map((name) => join(work, name)) as [string, string, string];
    writeCorpus(content, topics);
    progress(`building ${topics} topics of ours`);
    await measureScript('scripts/build.ts', { CONTENT_DIR: content, OUT_DIR: site, CACHE_DIR: cache, BASE: '/', SITE: 'http://localhost:4321' });
    const rows: string[][] = [];
    for (const { name } of built) copySite(join(folder, name), join(work, name));
    for (const peer of [ours, ...built])
      for (const locale of locales) rows.push([`${peer.name}, ${locale}`, ...(await measure(peer, join(work, peer.name), locale))]);
    console.log(`\n### ${topics} topics, an entry, nothing cached (kB of 1,000 bytes, brotli 11; median of ${runs})\n`);
    console.log(markdownTable(head, rows));
  });
}

const head = [
  ...['site', 'HTML', 'CSS', 'JS', 'HTML + CSS + JS', 'fonts', 'these four', 'all with headers', 'requests'],
  ...['first search kB', 'requests', 'type → first result ms'],
  ...['performance', 'accessibility', 'best practices', 'SEO', 'LCP ms', 'TBT ms', 'CLS'],
];

async function measure({ name, pages, search }: Peer, dir: string, locale: Locale): Promise<string[]> {
  progress(`${name}, ${locale}`);
  const path = pages[locale];
  precompress(dir, [path]);
  const served = await servePlainly(dir);
  const browser = await launch();
  try {
    const address = served.address + path;
    const { bytes, total, requests } = await firstView(browser, address, locale);
    const text = bytes.html + bytes.css + bytes.js;
    const searched = [];
    for (let run = 0; run < runs; run++) searched.push(...(await searchOn(browser, address, locale, [queries[locale][0]], search)));
    await browser.close();
    const { performance, accessibility, bestPractices, seo, lcpMs, tbtMs, cls } = await audit(address, runs);
    return [
      ...[bytes.html, bytes.css, bytes.js, text, bytes.font, text + bytes.font, total].map(kilobytes),
      shown(requests),
      kilobytes(median(searched.map((one) => one.total))),
      ...[median(searched.map((one) => one.requests)), median(searched.map(({ ms }) => ms))].map((value) => shown(value)),
      ...[performance, accessibility, bestPractices, seo, lcpMs, tbtMs].map((value) => shown(value)),
      shown(cls, 3),
    ];
  } finally {
    await browser.close();
    await served.close();
  }
}

/** Plain files with as few headers as a server sends by itself: our policy would keep other sites from working. */
function servePlainly(dir: string): Promise<{ address: string; close(): Promise<void> }> {
  const files = sirv(dir, { brotli: true, etag: true, maxAge: 3600 });
  const server = createServer((request, response) => {
    files(request, response, () => {
      response.writeHead(404);
      response.end();
    });
  });
  return new Promise((ready) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      const close = () =>
        new Promise<void>((closed) => {
          server.closeAllConnections();
          server.close(() => closed());
        });
      ready({ address: `http://127.0.0.1:${port}/`, close });
    });
  });
}
