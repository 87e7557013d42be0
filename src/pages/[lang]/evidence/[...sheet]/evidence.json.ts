import type { APIContext } from 'astro';
import { pageAddress } from '../../../../corpus/address.ts';
import type { Locale } from '../../../../i18n/locales.ts';
import { claimsOf } from '../../../../site/evidence.ts';
import type { Sheet } from '../../../../site/evidence-sheets.ts';
import { library } from '../../../../site/library.ts';
import { sheetPaths } from '../../../../site/paths.ts';

export const getStaticPaths = sheetPaths;

/** The claims of a sheet as data, under keys that stay: README.md says what they mean. */
export async function GET({ props }: APIContext) {
  const { sheet } = props as { locale: Locale; sheet: Sheet };
  const all = await library();
  const pages = await Promise.all(
    sheet.parts
      .flatMap(({ pages }) => pages)
      .map(async (page) => ({
        id: page.id,
        title: page.title,
        address: pageAddress(page.kind, page.slug, page.locale),
        file: page.file,
        sha256: page.sha256,
        claims: (await claimsOf(page, all)).map(({ claim: { section, anchor, text }, grounds }) => ({ anchor: anchor ?? section, text, grounds })),
      })),
  );
  return new Response(JSON.stringify({ pages }));
}
