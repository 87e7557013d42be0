import { languageTag, locales } from '../i18n/locales.ts';
import { allPages } from '../site/all-pages.ts';
import { library } from '../site/library.ts';
import { absolute } from '../site/links.ts';

export async function GET() {
  const all = await library();
  const entries = locales.flatMap((locale) =>
    allPages(all, locale).map(({ path, changed }) => {
      const twins = locales.map((one) => `<xhtml:link rel="alternate" hreflang="${languageTag[one]}" href="${absolute(`/${one}/${path}`)}"/>`).join('');
      return `<url><loc>${absolute(`/${locale}/${path}`)}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}${twins}</url>`;
    }),
  );
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('\n')}\n</urlset>\n`;
  return new Response(xml, { headers: { 'Content-Type': 'application/xml' } });
}
