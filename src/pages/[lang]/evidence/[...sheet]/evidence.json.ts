import type { APIContext } from 'astro';
import type { Locale } from '../../../../i18n/locales.ts';
import { claimsOf } from '../../../../site/evidence.ts';
import type { Sheet } from '../../../../site/evidence-sheets.ts';
import { library } from '../../../../site/library.ts';
import { sheetPaths } from '../../../../site/paths.ts';

export const getStaticPaths = sheetPaths;

/** The claims of a sheet as data: page, section, text, grounds with day and result. */
export async function GET({ props }: APIContext) {
  const { sheet } = props as { locale: Locale; sheet: Sheet };
  const all = await library();
  const pages = await Promise.all(
    sheet.parts
      .flatMap(({ pages }) => pages)
      .map(async (page) => ({
        id: page.id,
        title: page.title,
        sha256: page.sha256,
        claims: (await claimsOf(page, all)).map(({ claim, grounds }) => ({ section: claim.section, text: claim.text, grounds })),
      })),
  );
  return new Response(JSON.stringify({ pages }));
}
