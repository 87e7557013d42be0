import type { DocumentKind } from '../corpus/corpus.ts';
import { locales } from '../i18n/locales.ts';
import { evidenceSheets } from './evidence-sheets.ts';
import { library } from './library.ts';

/** A route's paths: one for each language. */
export function localePaths() {
  return locales.map((locale) => ({ params: { lang: locale }, props: { locale } }));
}

/** A route's paths: one for each page of a kind in each language. Astro keeps what it made for the same key by the same code. */
export async function documentPaths(kind: DocumentKind) {
  const all = await library();
  return locales.flatMap((locale) =>
    all.pages(kind, locale).map((page) => ({ params: { lang: locale, slug: page.slug }, props: { page }, cacheKey: page.material })),
  );
}

/** A route's paths: one for each sheet of the evidence in each language. */
export async function sheetPaths() {
  const all = await library();
  return locales.flatMap((locale) =>
    evidenceSheets(all, locale).map((sheet) => ({ params: { lang: locale, sheet: sheet.path.slice('evidence/'.length, -1) }, props: { locale, sheet } })),
  );
}

/** A route's paths: one for each frozen edition in each language. */
export async function editionPaths() {
  const { editions } = await library();
  return locales.flatMap((locale) => editions.map((edition) => ({ params: { lang: locale, version: edition.version }, props: { locale, edition } })));
}
