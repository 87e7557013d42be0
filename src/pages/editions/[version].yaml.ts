import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIContext } from 'astro';
import { library } from '../../site/library.ts';

/** The file of each frozen edition, byte for byte, so that its seal can be checked. */
export async function getStaticPaths() {
  const { editions } = await library();
  return editions.map(({ version }) => ({ params: { version } }));
}

export async function GET({ params }: APIContext) {
  const { contentDir } = await library();
  return new Response(new Uint8Array(await readFile(join(contentDir, 'editions', `${params.version}.yaml`))));
}
