import type { PreparedPage } from '../corpus/prepared.ts';
import { languageTag } from '../i18n/locales.ts';
import type { Site } from '../schema/site.ts';

export interface PageCitation {
  format: 'GB/T 7714' | 'BibTeX' | 'CSL-JSON';
  text: string;
}

/** How to cite a page, in the three forms that its readers use. `today` is the day of reading (the build's). */
export function citePage(page: PreparedPage, site: Site, url: string, today: string): PageCitation[] {
  const { locale, title, changed, slug } = page;
  const name = site.name[locale];
  const year = (changed ?? today).slice(0, 4);
  const key = `${site.publisher.toLowerCase().replace(/[^a-z0-9]+/g, '')}-${slug.replace('/', '--')}-${locale}`;
  const parts = (date: string) => ({ 'date-parts': [date.split('-').map(Number)] });
  const gbt = `${site.publisher}. ${title}[EB/OL]. ${name}, ${changed ? `(${changed})` : year}[${today}]. ${url}.`;
  const bibtex = `@misc{${key},\n  author = {{${site.publisher}}},\n  title = {{${title}}},\n  howpublished = {${name}},\n  year = {${year}},\n  url = {${url}},\n  urldate = {${today}}\n}`;
  const csl = {
    id: key,
    type: 'webpage',
    title,
    author: [{ literal: site.publisher }],
    'container-title': name,
    language: languageTag[locale],
    URL: url,
    ...(changed ? { issued: parts(changed) } : {}),
    accessed: parts(today),
  };
  return [
    { format: 'GB/T 7714', text: gbt },
    { format: 'BibTeX', text: bibtex },
    { format: 'CSL-JSON', text: JSON.stringify(csl, null, 2) },
  ];
}
