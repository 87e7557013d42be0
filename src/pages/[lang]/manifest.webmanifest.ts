import type { APIContext } from 'astro';
import { iconFile, icons, paper } from '../../http/icons.ts';
import { languageTag } from '../../i18n/locales.ts';
import { library } from '../../site/library.ts';
import { href } from '../../site/links.ts';
import { localePaths } from '../../site/paths.ts';

export const getStaticPaths = localePaths;

/** What a device needs to install the site: one application a language, which reaches the other, too. */
export async function GET({ props }: APIContext) {
  const { locale } = props as ReturnType<typeof localePaths>[number]['props'];
  const { site } = await library();
  return new Response(
    JSON.stringify({
      id: href(`/${locale}/`),
      name: site.name[locale],
      short_name: site.name[locale],
      description: site.description[locale],
      lang: languageTag[locale],
      dir: 'ltr',
      start_url: href(`/${locale}/`),
      scope: href('/'),
      display: 'minimal-ui',
      background_color: paper,
      theme_color: paper,
      icons: icons.map((icon) => ({ src: href(`/${iconFile(icon)}`), sizes: `${icon.size}x${icon.size}`, type: 'image/png', purpose: icon.purpose })),
    }),
    { headers: { 'Content-Type': 'application/manifest+json' } },
  );
}
