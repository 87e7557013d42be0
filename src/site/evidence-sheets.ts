import { documentKinds } from '../corpus/corpus.ts';
import type { PreparedPage } from '../corpus/prepared.ts';
import type { Locale } from '../i18n/locales.ts';
import { messages } from '../i18n/messages.ts';
import type { Library } from './library.ts';

/** Pages of a topic whose claims stand on one sheet. */
export interface SheetPart {
  topic: string;
  pages: PreparedPage[];
}

/** One page of claims: a topic, several small ones, or a part of a large one. */
export interface Sheet {
  /** Address after the language, the same in every one: `evidence/zigbee/`, `evidence/zigbee/2/`. */
  path: string;
  /** Which part of a topic that needs several sheets; 1 otherwise. */
  part: number;
  parts: SheetPart[];
}

/** Topics are put on one sheet while they have no more than so many pages together, and one topic is divided after so many. */
const usual = { together: 20, most: 60 };

/** Lays topics on sheets, in their order: a sheet for each, for several small ones, or several for a large one. */
export function layOut(topics: SheetPart[], { together, most } = usual): Sheet[] {
  const sheets: Sheet[] = [];
  const used = (sheet: Sheet) => sheet.parts.reduce((sum, { pages }) => sum + pages.length, 0);
  for (const { topic, pages } of topics) {
    const last = sheets.at(-1);
    if (last && used(last) + pages.length <= together) {
      last.parts.push({ topic, pages });
      continue;
    }
    for (let part = 1; part === 1 || (part - 1) * most < pages.length; part++)
      sheets.push({ path: `evidence/${topic}/${part === 1 ? '' : `${part}/`}`, part, parts: [{ topic, pages: pages.slice((part - 1) * most, part * most) }] });
  }
  return sheets;
}

const known = new WeakMap<Library, Map<Locale, Sheet[]>>();

/** The sheets of a language. A disambiguation stands with the topic of its first meaning. */
export function evidenceSheets(all: Library, locale: Locale): Sheet[] {
  const byLocale = known.get(all) ?? new Map<Locale, Sheet[]>();
  known.set(all, byLocale);
  const sheets = byLocale.get(locale) ?? layOut(topicsWithPages(all, locale));
  byLocale.set(locale, sheets);
  return sheets;
}

function topicsWithPages(all: Library, locale: Locale): SheetPart[] {
  const pages = Map.groupBy(
    documentKinds.flatMap((kind) => all.pages(kind, locale)),
    ({ topic, matter }) => topic || ('meanings' in matter ? (matter.meanings[0]?.topic ?? '') : ''),
  );
  return all.topics.map(({ slug }) => ({ topic: slug, pages: pages.get(slug) ?? [] }));
}

/** Id under which a page stands on its sheet. */
export const sheetId = ({ kind, slug }: Pick<PreparedPage, 'kind' | 'slug'>): string => `${kind}-${slug.replace('/', '--')}`;

const places = new WeakMap<Sheet[], Map<string, string>>();

/** Where the claims of a page are listed, from the site's root: `/en/evidence/zigbee/#question-which-zigbee-channel`. */
export function evidenceAddress(all: Library, page: PreparedPage): string {
  const sheets = evidenceSheets(all, page.locale);
  const found = places.get(sheets) ?? new Map(sheets.flatMap(({ path, parts }) => parts.flatMap(({ pages }) => pages.map((one) => [one.id, path] as const))));
  places.set(sheets, found);
  return `/${page.locale}/${found.get(page.id) ?? 'evidence/'}#${sheetId(page)}`;
}

/** What a sheet is about: its topic, or the first and the last of several. */
export function sheetTitle(all: Library, { parts, part }: Sheet, locale: Locale): string {
  const name = (at: number) => all.topic(parts.at(at)?.topic ?? '')?.shortTitle[locale] ?? '';
  const whole = parts.length > 1 ? `${name(0)} – ${name(-1)}` : name(0);
  return part > 1 ? messages(locale).evidencePart(whole, part) : whole;
}
