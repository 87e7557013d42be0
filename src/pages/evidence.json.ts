import { locales } from '../i18n/locales.ts';
import { evidence } from '../site/evidence.ts';
import { evidenceSheets } from '../site/evidence-sheets.ts';
import { library } from '../site/library.ts';
import { absolute } from '../site/links.ts';

/** The evidence of every page, counted; the claims themselves are in the files named by `claims`, one for each page of the list. */
export async function GET() {
  const all = await library();
  const byLocale = Object.fromEntries(
    locales.map((locale) => {
      const { pages, total } = evidence(all, locale);
      const claims = evidenceSheets(all, locale).map(({ path }) => absolute(`/${locale}/${path}evidence.json`));
      return [locale, { total, claims, pages: pages.map(({ page, grounds }) => ({ id: page.id, title: page.title, ...grounds })) }];
    }),
  );
  const { listings, comparisons } = evidence(all, 'en');
  const { pages: _pages, ...version } = all.version;
  return new Response(JSON.stringify({ version, pages: byLocale, listings, comparisons }));
}
