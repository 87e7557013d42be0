import type { APIContext } from 'astro';
import type { Locale } from '../../../i18n/locales.ts';
import { messages } from '../../../i18n/messages.ts';
import { corrections } from '../../../site/corrections.ts';
import { feedResponse } from '../../../site/feed.ts';
import { library } from '../../../site/library.ts';
import { localePaths } from '../../../site/paths.ts';

export const getStaticPaths = localePaths;

/** Statements found to be false, and errors of our own that were mended. */
export async function GET({ props }: APIContext) {
  const { locale } = props as { locale: Locale };
  const all = await library();
  const t = messages(locale);
  return feedResponse(
    {
      locale,
      title: `${t.corrections} · ${all.site.name[locale]}`,
      description: t.correctionsFeedIntro,
      page: `/${locale}/corrections/`,
      self: `/${locale}/corrections/rss.xml`,
    },
    corrections(all, locale),
  );
}
