import { locales } from '../i18n/locales.ts';
import { evidence } from '../site/evidence.ts';
import { library } from '../site/library.ts';

/** The evidence of every page as data. */
export async function GET() {
  const all = await library();
  const byLocale = Object.fromEntries(
    locales.map((locale) => {
      const { pages, total } = evidence(all, locale);
      return [locale, { total, pages: pages.map(({ page, grounds }) => ({ id: page.id, title: page.title, ...grounds })) }];
    }),
  );
  const { listings, comparisons } = evidence(all, 'en');
  return new Response(JSON.stringify({ pages: byLocale, listings, comparisons }));
}
