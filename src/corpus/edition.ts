import { stringify } from 'yaml';
import { type Localized, locales } from '../i18n/locales.ts';
import type { Edition } from '../schema/edition.ts';
import { pageAddress } from './address.ts';
import { contentDigest, sha256 } from './content-hash.ts';
import type { CorpusDocument } from './corpus.ts';

export type EditionPage = Edition['pages'][number];

/** The pages of a content folder with their hashes, in the order of their addresses. Texts that lack a half are left out. */
export function editionPages(documents: Pick<CorpusDocument, 'kind' | 'slug' | 'locale' | 'title' | 'file'>[], hashes: Map<string, string>): EditionPage[] {
  const byPath = Map.groupBy(documents, ({ kind, slug, locale }) => pageAddress(kind, slug, locale).slice(locale.length + 2));
  const both = (of: (locale: (typeof locales)[number]) => string) => Object.fromEntries(locales.map((locale) => [locale, of(locale)])) as unknown as Localized;
  return [...byPath]
    .filter(([, halves]) => locales.every((locale) => halves.some((half) => half.locale === locale)))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, halves]) => {
      const half = (locale: (typeof locales)[number]) => halves.find((one) => one.locale === locale);
      return { path, title: both((locale) => half(locale)?.title ?? ''), sha256: both((locale) => hashes.get(half(locale)?.file ?? '') ?? '') };
    });
}

/** The file of an edition: YAML, closed by a seal over all that stands before it. */
export function editionText(version: string, date: string, commit: string | undefined, documents: CorpusDocument[], hashes: Map<string, string>): string {
  const edition: Omit<Edition, 'seal'> = {
    version,
    date,
    ...(commit ? { commit } : {}),
    content: contentDigest(hashes),
    pages: editionPages(documents, hashes),
  };
  const text = `# Frozen by "npm run new -- edition ${version}". The seal is the hash of every line above it: a change breaks it.\n${stringify(edition, { lineWidth: 0 })}`;
  return `${text}seal: ${sha256(text)}\n`;
}

/** What the seal of an edition's file must be: SHA-256 of all lines before the one that holds the seal. */
export function sealOf(text: string): string {
  return sha256(text.slice(0, text.search(/^seal:/m)));
}

/** Orders versions by their numbers: 1.9 before 1.10. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let index = 0; index < Math.max(left?.length ?? 0, right?.length ?? 0); index++) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** What became of a page between two states: in either half a single byte counts. */
export type Fate = 'same' | 'changed' | 'added' | 'removed';

/** Fate of each page of two states, by path. */
export function comparePages(earlier: EditionPage[], later: EditionPage[]): Map<string, Fate> {
  const before = new Map(earlier.map((page) => [page.path, page]));
  const after = new Map(later.map((page) => [page.path, page]));
  const fate = (path: string): Fate => {
    const [old, now] = [before.get(path), after.get(path)];
    if (!old) return 'added';
    if (!now) return 'removed';
    return locales.every((locale) => old.sha256[locale] === now.sha256[locale]) ? 'same' : 'changed';
  };
  return new Map([...new Set([...before.keys(), ...after.keys()])].sort().map((path) => [path, fate(path)]));
}
