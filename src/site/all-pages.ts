import { pageAddress } from '../corpus/address.ts';
import { documentKinds } from '../corpus/corpus.ts';
import type { PreparedPage } from '../corpus/prepared.ts';
import type { Locale } from '../i18n/locales.ts';
import { messages } from '../i18n/messages.ts';
import { evidenceSheets, sheetTitle } from './evidence-sheets.ts';
import { instruments } from './instruments.ts';
import type { Library } from './library.ts';

export interface SitePage {
  /** Address after the language: `topics/zigbee/`; empty for home. The same in every language. */
  path: string;
  title: string;
  /** The document that it shows, if it shows one. */
  page?: PreparedPage;
  changed?: string | undefined;
}

/** Paths of the pages that list things, with their names. */
export function listPages(locale: Locale): SitePage[] {
  const t = messages(locale);
  return [
    { path: '', title: t.home },
    { path: 'topics/', title: t.topics },
    { path: 'questions/', title: t.questions },
    { path: 'instruments/', title: t.instruments },
    { path: 'corrections/', title: t.corrections },
    { path: 'glossary/', title: t.glossary },
    { path: 'resources/', title: t.resources },
    { path: 'sources/', title: t.sources },
    { path: 'evidence/', title: t.evidence },
    { path: 'editions/', title: t.editions },
    { path: 'search/', title: t.search },
    { path: 'whats-new/', title: t.whatsNew },
    { path: 'about/', title: t.about },
    { path: 'offline/', title: t.offline },
  ];
}

/** Pages that show what the others rest on: the claims of each topic, and each frozen edition. */
export function trustPages(all: Library, locale: Locale): SitePage[] {
  const t = messages(locale);
  return [
    ...evidenceSheets(all, locale).map((sheet) => ({ path: sheet.path, title: t.evidenceOf(sheetTitle(all, sheet, locale)) })),
    ...all.editions.map(({ version, date }) => ({ path: `editions/${version}/`, title: t.editionName(version), changed: date })),
  ];
}

/** Every page of a language. */
export function allPages(all: Library, locale: Locale): SitePage[] {
  const documents = documentKinds.flatMap((kind) =>
    all
      .pages(kind, locale)
      .map((page) => ({ path: pageAddress(kind, page.slug, locale).slice(locale.length + 2), title: page.title, changed: page.changed, page })),
  );
  return [
    ...listPages(locale),
    ...instruments.map((one) => ({ path: `instruments/${one.id}/`, title: one.title[locale] })),
    ...documents,
    ...trustPages(all, locale),
  ];
}
