import type { APIContext } from 'astro';
import { documentKinds } from '../../../../corpus/corpus.ts';
import { locales } from '../../../../i18n/locales.ts';
import { library } from '../../../../site/library.ts';

/** The points of every drawn figure, to take along. A figure that several pages show is one file. */
export async function getStaticPaths() {
  const all = await library();
  const files = new Map<string, { params: { topic: string; lang: string; name: string }; props: { csv: string } }>();
  for (const locale of locales) {
    for (const page of documentKinds.flatMap((kind) => all.pages(kind, locale))) {
      if (page.figures.length === 0) continue;
      const { csv } = await all.text(page);
      for (const [name, points] of Object.entries(csv))
        files.set(`${page.topic}/${locale}/${name}`, { params: { topic: page.topic, lang: locale, name }, props: { csv: points } });
    }
  }
  return [...files.values()];
}

export function GET({ props }: APIContext) {
  return new Response((props as { csv: string }).csv, { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
}
