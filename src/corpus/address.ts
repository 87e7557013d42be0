import type { Locale } from '../i18n/locales.ts';
import type { DocumentKind } from './corpus.ts';

/** Folder in the address of each kind of page that an author may link to. */
const folders = {
  entry: 'topics',
  chapter: 'topics',
  question: 'questions',
  correction: 'corrections',
  disambiguation: 'disambiguation',
  instrument: 'instruments',
} as const;

/** Address of a page, from the site's root (`/en/topics/zigbee/`), without the base path. */
export function pageAddress(kind: DocumentKind | 'instrument', slug: string, locale: Locale): string {
  return `/${locale}/${folders[kind]}/${slug}/`;
}

/** Addresses of records that live on a list page. */
export function recordAddress(list: 'glossary' | 'sources' | 'resources', id: string, locale: Locale): string {
  return `/${locale}/${list}/#${id}`;
}

/** Address of the points of a figure, with labels in a language. */
export function figureDataAddress(topic: string, locale: Locale, name: string): string {
  return `/figures/${topic}/${locale}/${name}.csv`;
}

/** Anchor of a listing on the pages that show it. */
export function listingAnchor(file: string): string {
  return `listing-${file}`;
}

/** Puts the base path before a root address. `base` starts and ends with a slash. */
export function withBase(base: string, address: string): string {
  return base + address.replace(/^\//, '');
}

/** `kb` → `/kb/`; nothing → `/`. */
export function normaliseBase(base: string | undefined): string {
  const inner = (base ?? '').replace(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}
