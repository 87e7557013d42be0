import { pageAddress } from '../corpus/address.ts';
import type { DocumentKind } from '../corpus/corpus.ts';
import { markdownText } from '../corpus/markdown.ts';
import { languageName, locales } from '../i18n/locales.ts';
import { messages } from '../i18n/messages.ts';
import { trustPages } from '../site/all-pages.ts';
import { instruments } from '../site/instruments.ts';
import { library } from '../site/library.ts';
import { absolute } from '../site/links.ts';

/** A map of the site for language models: every page as Markdown, with a sentence. */
export async function GET() {
  const all = await library();
  const parts = locales.map((locale) => {
    const t = messages(locale);
    const line = (kind: Parameters<typeof pageAddress>[0], slug: string, title: string, about: string) =>
      `- [${markdownText(title)}](${absolute(`${pageAddress(kind, slug, locale)}index.md`)}): ${markdownText(about)}`;
    const list = (kind: DocumentKind) =>
      all
        .pages(kind, locale)
        .map((page) => line(kind, page.slug, page.title, 'description' in page.matter ? page.matter.description : page.lead))
        .join('\n');
    return `## ${languageName[locale]}: ${t.topics}\n\n${list('entry')}${all.pages('chapter', locale).length > 0 ? `\n\n## ${languageName[locale]}: ${t.chapters}\n\n${list('chapter')}` : ''}\n\n## ${languageName[locale]}: ${t.disambiguation}\n\n${list('disambiguation')}\n\n## ${languageName[locale]}: ${t.questions}\n\n${list('question')}\n\n## ${languageName[locale]}: ${t.corrections}\n\n${list('correction')}\n\n## ${languageName[locale]}: ${t.instruments}\n\n${instruments.map((one) => line('instrument', one.id, one.title[locale], one.summary[locale])).join('\n')}\n\n- [${t.glossary}](${absolute(`/${locale}/glossary/index.md`)})\n- [${t.sources}](${absolute(`/${locale}/sources/index.md`)})\n${trustPages(
      all,
      locale,
    )
      .map(({ path, title }) => `- [${markdownText(title)}](${absolute(`/${locale}/${path}index.md`)})`)
      .join('\n')}`;
  });
  return new Response(
    `# ${markdownText(all.site.name.en)} (${markdownText(all.site.name['zh-cn'])})\n\n> ${markdownText(all.site.description.en)}\n\n${parts.join('\n\n')}\n`,
    {
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    },
  );
}
