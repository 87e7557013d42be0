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

/** Writes the search index of both languages into a built site and returns how many pages and records it holds. */
export async function indexSite({ corpus, rendered }: Preparation, dir: string): Promise<number> {
  const instruments = await loadInstruments();
  let count = 0;
  for (const locale of locales) {
    const texts = searchPages(corpus, (id) => rendered.get(id)?.rendered.sections ?? [], instruments.values(), locale);
    const pages = [...texts, ...sitePages(dir, locale, new Set(texts.map(({ address }) => address)))];
    const files = buildIndex({
      locale,
      pages,
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
    count += pages.length;
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
