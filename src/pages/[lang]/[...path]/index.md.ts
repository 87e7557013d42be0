import type { APIContext } from 'astro';
import { type Locale, locales } from '../../../i18n/locales.ts';
import { allPages, type SitePage } from '../../../site/all-pages.ts';
import { library } from '../../../site/library.ts';
import { markdownTwin } from '../../../site/markdown-twin.ts';

/** Every page as plain Markdown, at its address + index.md. */
export async function getStaticPaths() {
  const all = await library();
  return locales.flatMap((locale) =>
    allPages(all, locale).map((sitePage) => ({
      params: { lang: locale, path: sitePage.path.replace(/\/$/, '') || undefined },
      props: { locale, sitePage },
      ...(sitePage.page ? { cacheKey: sitePage.page.material } : {}),
    })),
  );
}

export async function GET({ props }: APIContext) {
  const { locale, sitePage } = props as { locale: Locale; sitePage: SitePage };
  return new Response(await markdownTwin(locale, sitePage), { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
}
