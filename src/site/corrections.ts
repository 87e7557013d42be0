import { pageAddress } from '../corpus/address.ts';
import type { PreparedPage } from '../corpus/prepared.ts';
import type { Locale } from '../i18n/locales.ts';
import { messages } from '../i18n/messages.ts';
import type { FeedItem } from './feed.ts';
import { lastChanged } from './last-changed.ts';
import type { Library } from './library.ts';
import { absolute } from './links.ts';

/** An error of our own that was mended. */
export interface OwnError {
  page: PreparedPage;
  date: string;
  what: string;
  /** Counted from the page's first change, so that a later one renames none. */
  id: string;
}

/** The errors of our own that were mended, the newest first. */
export function ownErrors(all: Pick<Library, 'pages'>, locale: Locale): OwnError[] {
  return lastChanged(all, locale)
    .flatMap((page) => page.matter.changes.map((change, index, { length }) => ({ page, ...change, id: `change-${length - index}` })))
    .filter(({ corrects }) => corrects)
    .sort((a, b) => b.date.localeCompare(a.date));
}

/** What a feed of corrections holds: statements that go around and are false, and errors of our own, told apart by category; the newest first. */
export function corrections(all: Pick<Library, 'pages'>, locale: Locale): FeedItem[] {
  const t = messages(locale);
  const url = (page: PreparedPage) => absolute(pageAddress(page.kind, page.slug, locale));
  const ofOthers = all.pages('correction', locale).map(
    (page): FeedItem => ({
      title: t.saidWrongly(page.title),
      url: url(page),
      date: page.changed,
      text: `${t.isSo}${t.colon}${page.lead}`,
      category: t.errorElsewhere,
    }),
  );
  const ofOurs = ownErrors(all, locale).map(
    ({ page, date, what, id }): FeedItem => ({ title: t.correctedHere(page.title), url: url(page), date, text: what, id, category: t.errorOfOurs }),
  );
  return [...ofOurs, ...ofOthers].sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
}
