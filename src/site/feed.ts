import { type Locale, languageTag } from '../i18n/locales.ts';
import { absolute } from './links.ts';

export interface FeedItem {
  title: string;
  /** Absolute address. */
  url: string;
  /** Day (YYYY-MM-DD), where it is known. */
  date?: string | undefined;
  text: string;
  /** What tells it from others at the same address; its day otherwise, so that it is told again when that changes. */
  id?: string;
  /** What sort of item it is, in words. */
  category?: string;
}

export interface Feed {
  locale: Locale;
  title: string;
  description: string;
  /** Root addresses of the page that it belongs to, and of the feed itself. */
  page: string;
  self: string;
}

/** A feed as RSS 2.0. */
export function feedResponse({ locale, title, description, page, self }: Feed, items: FeedItem[]): Response {
  const entries = items.map(({ title, url, date, text, id = date, category }) => {
    const day = date ? `<pubDate>${new Date(date).toUTCString()}</pubDate>` : '';
    const sort = category ? `<category>${escapeXml(category)}</category>` : '';
    return `<item><title>${escapeXml(title)}</title><link>${url}</link><guid isPermaLink="false">${url}${id ? `#${id}` : ''}</guid>${day}${sort}<description>${escapeXml(text)}</description></item>`;
  });
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${escapeXml(title)}</title><link>${absolute(page)}</link><atom:link href="${absolute(self)}" rel="self" type="application/rss+xml"/><description>${escapeXml(description)}</description><language>${languageTag[locale]}</language>\n${entries.join('\n')}\n</channel></rss>\n`;
  return new Response(xml, { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } });
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
