import { pageAddress } from '../corpus/address.ts';
import type { PreparedPage } from '../corpus/prepared.ts';
import type { Locale } from '../i18n/locales.ts';
import { messages } from '../i18n/messages.ts';
import type { FeedItem } from './feed.ts';
import { lastChanged } from './last-changed.ts';
import type { Library } from './library.ts';
import { absolute } from './links.ts';

/** Every correction of a statement that goes around, and every change by which an error of our own was mended; the newest first. */
export function corrections(all: Pick<Library, 'pages'>, locale: Locale): FeedItem[] {
  const t = messages(locale);
  const url = (page: PreparedPage) => absolute(pageAddress(page.kind, page.slug, locale));
  const ofOthers = all
    .pages('correction', locale)
    .map((page): FeedItem => ({ title: t.saidWrongly(page.title), url: url(page), date: page.changed, text: `${t.isSo}${t.colon}${page.lead}` }));
  const ofOurs = lastChanged(all, locale).flatMap((page) =>
    page.matter.changes
      .filter(({ corrects }) => corrects)
      .map(({ date, what }): FeedItem => ({ title: t.correctedHere(page.title), url: url(page), date, text: what })),
  );
  return [...ofOurs, ...ofOthers].sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
}
