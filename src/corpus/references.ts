import type { Locale } from '../i18n/locales.ts';
import type { Source } from '../schema/source.ts';

type Person = Source['author'][number];

const year = (source: Source) => source.issued?.slice(0, 4);
const familyName = (person: Person) => ('literal' in person ? person.literal : person.family);

/** `Hu et al. 2021`, for markers and margins. */
export function shortReference(source: Source, locale: Locale): string {
  const names = source.author.map(familyName);
  const others = locale === 'en' ? ' et al.' : '等';
  const and = locale === 'en' ? ' & ' : '、';
  const who = names.length > 2 ? `${names[0]}${others}` : names.join(and);
  return [who, year(source)].filter(Boolean).join(' ');
}

/** Everything needed to find the work, in one line of plain text: authors, title, container, edition, publisher, date. */
export function longReference(source: Source): string {
  const authors = source.author.map((person) => ('literal' in person ? person.literal : [person.family, person.given].filter(Boolean).join(', '))).join('; ');
  const where = [
    source['container-title'],
    source.volume && `vol. ${source.volume}`,
    source.issue && `no. ${source.issue}`,
    source.page && `pp. ${source.page}`,
  ]
    .filter(Boolean)
    .join(', ');
  const which = [source.edition, source.version, source.number].filter(Boolean).join(', ');
  return [authors, source.title, where, which, source.publisher, source.issued]
    .filter(Boolean)
    .map((part) => String(part).replace(/\.$/, ''))
    .join('. ')
    .concat('.');
}

/** Address to open: the one given, else the DOI's. */
export function sourceUrl(source: Source): string | undefined {
  return source.url ?? (source.DOI ? `https://doi.org/${source.DOI}` : undefined);
}

const cslTypes: Record<Source['type'], string> = {
  article: 'article-journal',
  book: 'book',
  chapter: 'chapter',
  thesis: 'thesis',
  'paper-conference': 'paper-conference',
  preprint: 'article',
  report: 'report',
  standard: 'standard',
  datasheet: 'report',
  manual: 'document',
  webpage: 'webpage',
  software: 'software',
  legislation: 'legislation',
};

const bibtexTypes: Partial<Record<Source['type'], string>> = {
  article: 'article',
  book: 'book',
  chapter: 'incollection',
  thesis: 'phdthesis',
  'paper-conference': 'inproceedings',
  report: 'techreport',
  datasheet: 'techreport',
  standard: 'techreport',
  manual: 'manual',
};

/** The work as one CSL-JSON item. */
export function toCsl(key: string, source: Source): Record<string, unknown> {
  const { type, issued, read, primary: _primary, note: _note, url, edition, ...rest } = source;
  const parts = (date: string) => ({ 'date-parts': [date.split('-').map(Number)] });
  return {
    id: key,
    type: cslTypes[type],
    ...rest,
    ...(edition ? { edition } : {}),
    ...(url ? { URL: url } : {}),
    ...(issued ? { issued: parts(issued) } : {}),
    ...(read !== 'never' ? { accessed: parts(read) } : {}),
  };
}

/** The work as one BibTeX entry. */
export function toBibtex(key: string, source: Source): string {
  const fields: Record<string, string | undefined> = {
    author: source.author
      .map((person) => ('literal' in person ? `{${person.literal}}` : [person.family, person.given].filter(Boolean).join(', ')))
      .join(' and '),
    title: `{${source.title}}`,
    [source.type === 'article' ? 'journal' : 'booktitle']: source['container-title'],
    volume: source.volume,
    number: source.issue ?? source.number,
    pages: source.page?.replace(/[–-]/, '--'),
    edition: source.edition,
    version: source.version,
    [source.type === 'thesis' ? 'school' : source.type === 'report' || source.type === 'datasheet' || source.type === 'standard' ? 'institution' : 'publisher']:
      source.publisher,
    year: year(source),
    doi: source.DOI,
    isbn: source.ISBN,
    url: source.url,
    urldate: source.read === 'never' ? undefined : source.read,
  };
  const lines = Object.entries(fields).flatMap(([name, value]) => (value ? [`  ${name} = {${escapeTex(value)}}`] : []));
  return `@${bibtexTypes[source.type] ?? 'misc'}{${key},\n${lines.join(',\n')}\n}`;
}

function escapeTex(value: string): string {
  return value.replace(/([&%#_$])/g, '\\$1');
}
