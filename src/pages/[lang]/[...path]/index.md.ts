import type { APIContext } from 'astro';
import { type Locale, locales } from '../../../i18n/locales.ts';
import { allPages } from '../../../site/all-pages.ts';
import { library } from '../../../site/library.ts';
import { markdownTwin } from '../../../site/markdown-twin.ts';

/** Every page as plain Markdown, at its address + index.md. */
export async function getStaticPaths() {
  const all = await library();
  return locales.flatMap((locale) =>
    allPages(all, locale).map(({ path }) => ({ params: { lang: locale, path: path.replace(/\/$/, '') || undefined }, props: { locale, path } })),
  );
}

export async function GET({ props }: APIContext) {
  const { locale, path } = props as { locale: Locale; path: string };
  return new Response(await markdownTwin(locale, path), { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
}
