import type { DocumentKind } from '../corpus/corpus.ts';
import { locales } from '../i18n/locales.ts';
import { library } from './library.ts';

/** A route's paths: one for each language. */
export function localePaths() {
  return locales.map((locale) => ({ params: { lang: locale }, props: { locale } }));
}

/** A route's paths: one for each page of a kind in each language. */
export async function documentPaths(kind: DocumentKind) {
  const all = await library();
  return locales.flatMap((locale) => all.pages(kind, locale).map((page) => ({ params: { lang: locale, slug: page.slug }, props: { page } })));
}
