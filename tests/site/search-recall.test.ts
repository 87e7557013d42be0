/*
 * Silent failure of search is impossible: types into the real page whatever it must find, and counts. What is asked comes from the glossary and from the
 * built pages themselves, not from the index.
 */
import { readFileSync } from 'node:fs';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Page as Tab } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { settings } from '../../scripts/settings.ts';
import { readCorpus } from '../../src/corpus/read-corpus.ts';
import { type Locale, locales } from '../../src/i18n/locales.ts';
import { randomSource } from '../../src/models/random.ts';
import { arrive } from './arrive.ts';
import { openSite } from './open-site.ts';
import { kindOf, type Page, pagesOf, rootSite } from './sites.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const host = openSite();
const shown = 10;

interface Asked {
  query: string;
  /** Addresses of pages of which one must be among the first ten. */
  holders: string[];
}

/** Types each query into the search page as an input method does, and returns those that none of their holders answered. */
async function missed(locale: Locale, asked: Asked[]): Promise<string[]> {
  const tab = await host.browser.newPage();
  const mistakes: string[] = [];
  tab.on('pageerror', (error) => mistakes.push(error.message));
  await arrive(tab, `${host.served.address}${locale}/search/`);
  await tab.waitForSelector('.search-filters select');
  const answers = await typeAll(
    tab,
    asked.map(({ query }) => query),
  );
  await tab.close();
  expect(mistakes).toEqual([]);
  return asked.flatMap(({ query, holders }, index) => (answers[index]?.some((address) => holders.includes(address)) ? [] : [`"${query}" (${holders[0]})`]));
}

function typeAll(tab: Tab, queries: string[]): Promise<string[][]> {
  return tab.evaluate(
    async ({ queries, shown }) => {
      const field = document.querySelector<HTMLInputElement>('[data-search-page] input');
      const panel = document.querySelector<HTMLElement>('.search-panel');
      if (!field || !panel) throw new Error('there is no search on this page');
      const answers: string[][] = [];
      for (const query of queries) {
        const answered = new Promise<void>((resolve) => {
          const observer = new MutationObserver(() => {
            observer.disconnect();
            resolve();
          });
          observer.observe(panel, { attributeFilter: ['data-query'] });
        });
        field.value = query;
        field.dispatchEvent(new CompositionEvent('compositionend'));
        await answered;
        const links = [...panel.querySelectorAll<HTMLAnchorElement>('.search-results > li')].slice(0, shown);
        // A glossary term stands on a list page: its address is that page's with its anchor. A section's page is its address without.
        answers.push(
          links.map((item) => {
            const { pathname, hash } = new URL(item.querySelector('a')?.href ?? '', location.href);
            return ['term', 'resource', 'source'].includes((item as HTMLElement).dataset.kind ?? '') ? pathname + hash : pathname;
          }),
        );
      }
      return answers;
    },
    { queries, shown },
  );
}

const unread = new Set(['cites', 'margin', 'popovers', 'anchor', 'references', 'instrument', 'toc', 'after', 'note-mark']);

/** Texts of all elements with one of these names, in a page's main part, as a reader reads them: without formulas and what is marked as another thing. */
function textsOf(file: string, names: string[]): string[] {
  const texts: string[] = [];
  const textOf = (node: Node): string => {
    if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
    if (!('childNodes' in node) || isUnread(node) || ['math', 'svg', 'ul', 'ol', 'pre', 'table'].includes(node.nodeName)) return '\n';
    return node.childNodes.map(textOf).join('');
  };
  const walk = (node: Node): void => {
    if (!('childNodes' in node) || isUnread(node)) return;
    if (names.includes(node.nodeName))
      texts.push(
        node.childNodes
          .map(textOf)
          .join('')
          .replace(/[ \t]+/g, ' ')
          .trim(),
      );
    for (const child of node.childNodes) walk(child);
  };
  walk(parse(readFileSync(file, 'utf8')));
  return texts;
}

function isUnread(node: Node): boolean {
  const { attrs = [], nodeName } = node as Element;
  return ['header', 'nav', 'footer'].includes(nodeName) || attrs.some(({ name, value }) => name === 'class' && value.split(' ').some((one) => unread.has(one)));
}

const documents = (locale: Locale): Page[] =>
  pagesOf(rootSite).filter((page) => page.locale === locale && ['topics', 'questions', 'corrections'].includes(kindOf(page)));

/** Seeded runs of real text: two to six Han characters, or two to six words, each with all pages that hold it. */
function randomRuns(locale: Locale, count: number): Asked[] {
  const { uniform } = randomSource(20_261_124);
  const pages = documents(locale).map((page) => ({ address: `/${page.path}`, lines: textsOf(page.file, ['p', 'li']).flatMap((text) => text.split('\n')) }));
  const pick = <Thing>(things: Thing[]) => things[Math.floor(uniform() * things.length)] as Thing;
  const asked: Asked[] = [];
  while (asked.length < count) {
    const units =
      locale === 'zh-cn'
        ? pick(pick(pages).lines)
            .match(/\p{Script=Han}+/gu)
            ?.map((run) => [...run])
        : [pick(pick(pages).lines).match(/[\p{L}\p{N}]+/gu) ?? []];
    const run = pick(units ?? [[]]) ?? [];
    const length = 2 + Math.floor(uniform() * 5);
    if (run.length < length) continue;
    const from = Math.floor(uniform() * (run.length - length + 1));
    const words = run.slice(from, from + length);
    const pattern =
      locale === 'zh-cn' ? new RegExp(words.join('')) : new RegExp(`(?<![\\p{L}\\p{N}])${words.join('[^\\p{L}\\p{N}]+')}(?![\\p{L}\\p{N}])`, 'iu');
    const holders = pages.filter(({ lines }) => lines.some((line) => pattern.test(line))).map(({ address }) => address);
    asked.push({ query: words.join(locale === 'zh-cn' ? '' : ' '), holders });
  }
  return asked;
}

describe.each(locales)('the search page in %s finds', (locale) => {
  let terms: Asked[];
  let headings: Asked[];
  beforeAll(() => {
    terms = readCorpus(settings().contentDir).terms.flatMap((term) =>
      [...new Set([term['zh-cn'], term.en, ...(term.abbreviation ? [term.abbreviation] : []), ...term.aliases['zh-cn'], ...term.aliases.en])].map((query) => ({
        query,
        holders: [`/${locale}/glossary/#${term.id}`],
      })),
    );
    const byHeading = Map.groupBy(
      documents(locale).flatMap((page) => textsOf(page.file, ['h2', 'h3', 'h4']).map((query) => ({ query, address: `/${page.path}` }))),
      ({ query }) => query,
    );
    headings = [...byHeading].map(([query, all]) => ({ query, holders: all.map(({ address }) => address) }));
  });

  it('every name of every term of the glossary, in both languages, the term among the first ten', { timeout: 300_000 }, async () => {
    const lost = await missed(locale, terms);
    console.log(`${locale}: ${terms.length - lost.length} of ${terms.length} names of terms`);
    expect(lost).toEqual([]);
  });

  it('every heading, with its page among the first ten', { timeout: 300_000 }, async () => {
    const lost = await missed(locale, headings);
    console.log(`${locale}: ${headings.length - lost.length} of ${headings.length} headings`);
    expect(headings.length).toBeGreaterThan(100);
    expect(lost).toEqual([]);
  });

  it('99 of 100 random runs of real text, with a page that holds it among the first ten', { timeout: 300_000 }, async () => {
    const runs = randomRuns(locale, 500);
    const lost = await missed(locale, runs);
    console.log(`${locale}: ${runs.length - lost.length} of ${runs.length} random runs${lost.length > 0 ? `; not ${lost.join(', ')}` : ''}`);
    expect(lost.length / runs.length).toBeLessThanOrEqual(0.01);
  });
});
