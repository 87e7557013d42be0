import { join } from 'node:path';
import { close, createIndex } from 'pagefind';

/** Makes the search index of a built site, in both languages, and returns how many pages it holds. */
export async function indexSite(dir: string): Promise<number> {
  const { index, errors } = await createIndex({ includeCharacters: '+-#.', excludeSelectors: ['.cites'] });
  if (!index) throw new Error(`the search index could not be started: ${errors.join('; ')}`);
  const added = await index.addDirectory({ path: dir, glob: '{en,zh-cn}/**/*.html' });
  if (added.errors.length > 0) throw new Error(`the search index failed: ${added.errors.join('; ')}`);
  const written = await index.writeFiles({ outputPath: join(dir, 'pagefind') });
  if (written.errors.length > 0) throw new Error(`the search index could not be written: ${written.errors.join('; ')}`);
  await close();
  return added.page_count;
}
