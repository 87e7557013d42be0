import { join, relative } from 'node:path';
import { contentDigest, contentHashes } from '../src/corpus/content-hash.ts';
import { editionText } from '../src/corpus/edition.ts';
import { revisionOf } from '../src/corpus/history.ts';
import { editionSchema } from '../src/schema/edition.ts';
import { checkContent } from './check-content.ts';
import { root, type Settings } from './settings.ts';

/**
 * The file of a new edition: version, day, the commit, and the hash of every page of the content as it stands. Refuses (throws a sentence) content
 * that has findings, that differs from what is committed, or that an edition holds already.
 */
export async function freezeEdition(names: string[], current: Settings): Promise<Record<string, string>> {
  const [version = ''] = names;
  if (names.length !== 1 || !editionSchema.shape.version.safeParse(version).success)
    throw new Error(`"${names.join(' ')}" cannot be a version: use numbers joined by full stops, such as 1.2`);
  const { findings, preparation } = await checkContent(current);
  if (findings.length > 0)
    throw new Error(`The content has ${findings.length} findings; see "npm run check". An edition holds nothing that is known to be wrong.`);
  const revision = revisionOf(current.contentDir);
  if (revision?.clean === false)
    throw new Error(`${relative(root, current.contentDir)} has changes that are not committed: commit them first, so that the edition can name its commit.`);
  const { editions, documents } = preparation.corpus;
  const hashes = contentHashes(current.contentDir);
  const same = editions.find(({ content }) => content === contentDigest(hashes));
  if (same) throw new Error(`Edition ${same.version} holds just this content, byte for byte.`);
  const text = editionText(version, current.builtOn, revision?.commit, documents, hashes);
  return { [join(current.contentDir, 'editions', `${version}.yaml`)]: text };
}
