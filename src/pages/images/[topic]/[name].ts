import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIContext } from 'astro';
import { library } from '../../../site/library.ts';

/** Pictures of the content folder, as they are. */
export async function getStaticPaths() {
  const { images } = await library();
  return images.map((image) => {
    const [topic = '', name = ''] = image.split('/');
    return { params: { topic, name } };
  });
}

export async function GET({ params }: APIContext) {
  const { contentDir } = await library();
  return new Response(new Uint8Array(await readFile(join(contentDir, 'topics', params.topic ?? '', 'images', params.name ?? ''))));
}
