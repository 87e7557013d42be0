import { type Locale, languageTag } from '../i18n/locales.ts';
import { messages } from '../i18n/messages.ts';
import type { Edition } from '../schema/edition.ts';
import type { Site } from '../schema/site.ts';
import type { PageCitation } from './cite-page.ts';

/** How to cite a frozen edition. Its hash is part of the citation; the day of reading (`today`, the build's) only where the form asks for it. */
export function citeEdition({ version, date, content }: Edition, site: Site, locale: Locale, url: string, today: string): PageCitation[] {
  const t = messages(locale);
  const title = `${site.name[locale]}${t.colon}${t.editionName(version)}`;
  const key = `${site.publisher.toLowerCase().replace(/[^a-z0-9]+/g, '')}-${version}-${locale}`;
  const [year = '', month = ''] = date.split('-');
  const csl = {
    id: key,
    type: 'webpage',
    title,
    author: [{ literal: site.publisher }],
    version,
    language: languageTag[locale],
    URL: url,
    issued: { 'date-parts': [date.split('-').map(Number)] },
    note: `SHA-256 ${content}`,
  };
  return [
    { format: 'GB/T 7714', text: `${site.publisher}. ${title}[EB/OL]. (${date})[${today}]. ${url}.` },
    {
      format: 'BibTeX',
      text: `@misc{${key},\n  author = {{${site.publisher}}},\n  title = {{${title}}},\n  year = {${year}},\n  month = {${Number(month)}},\n  version = {${version}},\n  url = {${url}},\n  note = {SHA-256 ${content}}\n}`,
    },
    { format: 'CSL-JSON', text: JSON.stringify(csl, null, 2) },
  ];
}
