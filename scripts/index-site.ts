import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Locale, locales } from '../src/i18n/locales.ts';
import { messages } from '../src/i18n/messages.ts';
import { loadInstruments } from '../src/instruments/registry.ts';
import type { Preparation } from '../src/prose/prepare.ts';
import { buildIndex } from '../src/search/build-index.ts';
import { ambiguities, figureNames, searchPages, searchTerms } from './search-pages.ts';
import { simplifiedForms } from './simplified-forms.ts';
import { sitePages } from './site-pages.ts';

/**
 * Writes the search index of both languages into a site and returns how many pages and records it holds. What is known beforehand is indexed at once, the
 * rest when `pagesMade` tells that the site's pages are there.
 */
export async function indexSite(preparation: Preparation, dir: string, pagesMade: Promise<void>): Promise<number> {
  const counts = await Promise.all(locales.map((locale) => indexLocale(preparation, dir, locale, pagesMade)));
  return counts.reduce((sum, count) => sum + count);
}

async function indexLocale({ corpus, rendered }: Preparation, dir: string, locale: Locale, pagesMade: Promise<void>): Promise<number> {
  const instruments = await loadInstruments();
  let count = 0;
  const pages = async function* () {
    const texts = searchPages(corpus, (id) => rendered.get(id)?.rendered.sections ?? [], instruments.values(), locale);
    yield* texts;
    await pagesMade;
    const others = sitePages(dir, locale, new Set(texts.map(({ address }) => address)));
    yield* others;
    count = texts.length + others.length;
  };
  const files = await buildIndex({
    locale,
    pages: pages(),
    terms: searchTerms(corpus, locale),
    ambiguities: ambiguities(corpus, locale),
    figures: figureNames(instruments.values()),
    face: faceOf(locale, corpus.topics),
    variants: simplifiedForms,
    digest: (text) => createHash('sha256').update(text).digest('hex').slice(0, 12),
  });
  for (const [address, text] of files) {
    const file = join(dir, address);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return count;
}

/** The words of the search field and its results. */
function faceOf(locale: Locale, topics: Preparation['corpus']['topics']) {
  const t = messages(locale);
  return {
    topics: Object.fromEntries(topics.map(({ slug, shortTitle }) => [slug, shortTitle[locale]])),
    kinds: t.kind,
    text: t.searchFace,
  };
}
