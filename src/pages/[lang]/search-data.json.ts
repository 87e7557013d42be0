import type { APIContext } from 'astro';
import { pageAddress } from '../../corpus/address.ts';
import type { Locale } from '../../i18n/locales.ts';
import { messages } from '../../i18n/messages.ts';
import type { SearchData } from '../../search/search-data.ts';
import { library } from '../../site/library.ts';
import { href, pageHref } from '../../site/links.ts';
import { localePaths } from '../../site/paths.ts';

export const getStaticPaths = localePaths;

export async function GET({ props }: APIContext) {
  const { locale } = props as { locale: Locale };
  const all = await library();
  const t = messages(locale);
  const data: SearchData = {
    ambiguities: all.pages('disambiguation', locale).flatMap((page) =>
      'meanings' in page.matter
        ? [
            {
              spellings: page.matter.spellings,
              title: page.title,
              href: pageHref(page),
              meanings: page.matter.meanings.map(({ term, topic, signs }) => ({
                name: all.term(term)?.abbreviation ?? all.term(term)?.[locale] ?? term,
                topic,
                hue: all.topic(topic)?.hue ?? 'blue',
                signs,
                href: href(pageAddress('entry', topic, locale)),
              })),
            },
          ]
        : [],
    ),
    topics: Object.fromEntries(all.topics.map((topic) => [topic.slug, topic.shortTitle[locale]])),
    kinds: t.kind,
    text: {
      label: t.searchLabel,
      placeholder: t.searchPlaceholder,
      close: t.close,
      kind: t.filterKind,
      topic: t.filterTopic,
      anyKind: t.anyKind,
      anyTopic: t.anyTopic,
      searching: t.searching,
      failed: t.searchFailed,
      more: t.moreResults,
      one: t.resultCount(1),
      many: t.resultCount(7).replace('7', '{n}'),
      nothing: t.nothingFound('{q}'),
      meaningOf: t.meaningOf('{q}'),
    },
  };
  return new Response(JSON.stringify(data), { headers: { 'Content-Type': 'application/json' } });
}
