import { pageAddress } from '../corpus/address.ts';
import type { TermRecord, Topic } from '../corpus/corpus.ts';
import type { PreparedPage } from '../corpus/prepared.ts';
import { type Locale, languageTag } from '../i18n/locales.ts';
import type { Edition } from '../schema/edition.ts';
import type { Site } from '../schema/site.ts';
import { absolute } from './links.ts';

type Data = Record<string, unknown>;

export interface Crumb {
  name: string;
  address: string;
}

/** The trail to a page, for search engines. */
export function breadcrumbData(crumbs: Crumb[]): Data {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ name, address }, index) => ({ '@type': 'ListItem', position: index + 1, name, item: absolute(address) })),
  };
}

/** What a page made from a document is, for search engines. */
export function pageData(page: PreparedPage, site: Site, topic: Topic | undefined): Data {
  const url = absolute(pageAddress(page.kind, page.slug, page.locale));
  const common = {
    inLanguage: languageTag[page.locale],
    url,
    ...(page.changed ? { dateModified: page.changed } : {}),
    license: site.licence.url,
    ...(topic ? { about: topic.title[page.locale] } : {}),
  };
  const publisher = { '@type': 'Organization', name: site.publisher };
  if (page.kind === 'question') {
    const answer = { '@type': 'Answer', text: page.lead, url, author: publisher, ...(page.changed ? { dateCreated: page.changed } : {}), upvoteCount: 0 };
    return {
      '@context': 'https://schema.org',
      '@type': 'QAPage',
      ...common,
      mainEntity: { '@type': 'Question', name: page.title, text: page.title, answerCount: 1, author: publisher, acceptedAnswer: answer },
    };
  }
  return {
    '@context': 'https://schema.org',
    '@type': 'TechArticle',
    ...common,
    headline: page.title.slice(0, 110),
    description: page.lead.slice(0, 300),
    author: publisher,
    publisher,
  };
}

/** A frozen edition as a work of its own, for search engines. */
export function editionData({ version, date, content }: Edition, site: Site, locale: Locale): Data {
  return {
    '@context': 'https://schema.org',
    '@type': 'CreativeWork',
    name: site.name[locale],
    version,
    datePublished: date,
    identifier: { '@type': 'PropertyValue', propertyID: 'SHA-256', value: content },
    inLanguage: languageTag[locale],
    url: absolute(`/${locale}/editions/${version}/`),
    license: site.licence.url,
    publisher: { '@type': 'Organization', name: site.publisher },
  };
}

/** A glossary as a set of defined terms. */
export function glossaryData(terms: TermRecord[], name: string, locale: Locale): Data {
  const address = `/${locale}/glossary/`;
  return {
    '@context': 'https://schema.org',
    '@type': 'DefinedTermSet',
    name,
    url: absolute(address),
    inLanguage: languageTag[locale],
    hasDefinedTerm: terms.map((term) => ({
      '@type': 'DefinedTerm',
      name: term[locale],
      ...(term.abbreviation ? { termCode: term.abbreviation } : {}),
      description: term.definition[locale],
      url: absolute(`${address}#${term.id}`),
    })),
  };
}

/** Text for a script element: a "<" in it cannot end the element. */
export function toScriptText(data: Data): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
