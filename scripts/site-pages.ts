import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Locale, otherLocale } from '../src/i18n/locales.ts';
import type { SearchPage } from '../src/search/build-index.ts';
import { filesIn } from './files-in.ts';

/** Pages of a built site that are no texts of the content (about, evidence, lists, home): each with its title in both languages and what stands before its lists. */
export function sitePages(dir: string, locale: Locale, known: ReadonlySet<string>): SearchPage[] {
  return filesIn(join(dir, locale))
    .filter((file) => /(?:^|\/)index\.html$/.test(file))
    .map((file) => file.replace(/index\.html$/, ''))
    .filter((path) => path !== 'search/' && !known.has(`/${locale}/${path}`))
    .map((path) => {
      const { title, text } = read(join(dir, locale, path, 'index.html'));
      const twin = join(dir, otherLocale(locale), path, 'index.html');
      const names = existsSync(twin) ? [read(twin).title] : [];
      return { address: `/${locale}/${path}`, title, kind: 'page', topic: '', names, keywords: [], sections: [{ heading: '', anchor: '', text }] };
    });
}

/** Our own HTML: a heading, then paragraphs, then lists. */
function read(file: string): { title: string; text: string } {
  const html = readFileSync(file, 'utf8');
  const [, title = '', after = ''] = /<h1>(.*?)<\/h1>(.*)/s.exec(html) ?? [];
  const [before = ''] = after.split(/<(?:ul|ol|dl|table|section|form|nav|footer)\b/);
  const paragraphs = [...before.matchAll(/<p(?: class="intro")?>(.*?)<\/p>/gs)].map(([, inner = '']) => plain(inner));
  return { title: plain(title), text: paragraphs.join('\n') };
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

function plain(html: string): string {
  return html
    .replace(/<span class="tagline">.*?<\/span>/gs, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
}
