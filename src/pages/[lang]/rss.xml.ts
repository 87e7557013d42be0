import type { APIContext } from 'astro';
import { pageAddress } from '../../corpus/address.ts';
import type { Locale } from '../../i18n/locales.ts';
import { feedResponse } from '../../site/feed.ts';
import { lastChanged } from '../../site/last-changed.ts';
import { library } from '../../site/library.ts';
import { absolute } from '../../site/links.ts';
import { localePaths } from '../../site/paths.ts';

export const getStaticPaths = localePaths;

/** The pages changed last. */
export async function GET({ props }: APIContext) {
  const { locale } = props as { locale: Locale };
  const all = await library();
  const { name, description } = all.site;
  return feedResponse(
    { locale, title: name[locale], description: description[locale], page: `/${locale}/`, self: `/${locale}/rss.xml` },
    lastChanged(all, locale)
      .slice(0, 40)
      .map((page) => ({ title: page.title, url: absolute(pageAddress(page.kind, page.slug, locale)), date: page.changed, text: page.lead })),
  );
}
