import { answerFigures } from '../../src/components/instrument/figure-answer.ts';
import { pageAddress, recordAddress } from '../../src/corpus/address.ts';
import type { Locale } from '../../src/i18n/locales.ts';
import { readFigures } from '../../src/search/read-figures.ts';
import type { Search } from '../../src/search/search.ts';

/** What search shows for a query, from the top: topics of the meanings to choose between, and of each result every address to which it leads. */
export interface Shown {
  meanings: string[];
  results: string[][];
}

const mostRead = 10;

/** What the search page shows first for a query. */
export async function shownFor(search: Search, query: string, locale: Locale): Promise<Shown> {
  const answer = await search.find(query);
  const asked = readFigures(query, search.manifest.figures);
  const figure = asked && (await answerFigures(asked, locale));
  const pages = await answer.pages(0, mostRead);
  return {
    meanings: answer.cards.map(({ topic }) => topic),
    results: [
      ...(figure ? [[pageAddress('instrument', asked.instrument, locale)]] : []),
      ...pages.map(({ address, sections }) => [address, ...sections.map((section) => section.address)]),
    ],
  };
}

/** 1 / place of the first result that leads to one of the addresses; 0 if none of those shown first does. */
export function reciprocalRank({ results }: Shown, addresses: string[]): number {
  const place = results.findIndex((own) => own.some((one) => addresses.includes(one)));
  return place < 0 ? 0 : 1 / (place + 1);
}

/** Addresses of links as the content writes them, separated by spaces: `question:which-zigbee-channel topic:zigbee#channels page:about`. */
export function addressesOf(links: string, locale: Locale): string[] {
  return links.split(' ').map((link) => {
    const [kind = '', name = ''] = link.split(':');
    const [slug = '', anchor] = name.split('#');
    return addressOf(kind, slug, locale) + (anchor ? `#${anchor}` : '');
  });
}

function addressOf(kind: string, slug: string, locale: Locale): string {
  switch (kind) {
    case 'topic':
      return pageAddress('entry', slug, locale);
    case 'chapter':
    case 'question':
    case 'correction':
    case 'disambiguation':
    case 'instrument':
      return pageAddress(kind, slug, locale);
    case 'term':
      return recordAddress('glossary', slug, locale);
    case 'source':
      return recordAddress('sources', slug, locale);
    case 'resource':
      return recordAddress('resources', slug, locale);
    case 'page':
      return `/${locale}/${slug}/`;
    default:
      throw new Error(`"${kind}:${slug}" is no link`);
  }
}
