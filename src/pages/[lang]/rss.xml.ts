import type { APIContext } from 'astro';
import { pageAddress } from '../../corpus/address.ts';
import { type Locale, languageTag } from '../../i18n/locales.ts';
import { lastChanged } from '../../site/last-changed.ts';
import { library } from '../../site/library.ts';
import { absolute } from '../../site/links.ts';
import { localePaths } from '../../site/paths.ts';

export const getStaticPaths = localePaths;

/** The pages changed last, as RSS 2.0. */
export async function GET({ props }: APIContext) {
  const { locale } = props as { locale: Locale };
  const all = await library();
  const items = lastChanged(all, locale)
    .slice(0, 40)
    .map((page) => {
      const url = absolute(pageAddress(page.kind, page.slug, locale));
      const date = page.changed ? `<pubDate>${new Date(page.changed).toUTCString()}</pubDate>` : '';
      return `<item><title>${escapeXml(page.title)}</title><link>${url}</link><guid isPermaLink="false">${url}${page.changed ? `#${page.changed}` : ''}</guid>${date}<description>${escapeXml(page.lead)}</description></item>`;
    });
  const self = absolute(`/${locale}/rss.xml`);
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${escapeXml(all.site.name[locale])}</title><link>${absolute(`/${locale}/`)}</link><atom:link href="${self}" rel="self" type="application/rss+xml"/><description>${escapeXml(all.site.description[locale])}</description><language>${languageTag[locale]}</language>\n${items.join('\n')}\n</channel></rss>\n`;
  return new Response(xml, { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } });
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
