import { documentKinds } from '../corpus/corpus.ts';
import type { PreparedPage } from '../corpus/prepared.ts';
import type { Locale } from '../i18n/locales.ts';
import type { Library } from './library.ts';

/** All pages of a language, those changed last first; entries before questions of the same day. */
export function lastChanged(all: Pick<Library, 'pages'>, locale: Locale): PreparedPage[] {
  return documentKinds.flatMap((kind) => all.pages(kind, locale)).sort((a, b) => (b.changed ?? '').localeCompare(a.changed ?? ''));
}
