import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createZstdDecompress } from 'node:zlib';
import { filesIn } from '../files-in.ts';
import { checksumsName, leavesFolder, readChecksums, sha256 } from '../release/checksums.ts';
import { readTar, type TarFile } from '../release/tar.ts';

/** What is deployed: files named as in a release (`site/…`, SHA256SUMS), each read when its turn comes. */
export interface Source {
  files: AsyncIterable<TarFile>;
  /** What was checked before anything was read, for the log. */
  checked: string;
}

/** Opens an archive made by `npm run release`, or the folder of a built site. Throws if it is neither, or if the archive's own sum is wrong. */
export function openSource(path: string): Source {
  if (!existsSync(path)) throw new Error(`There is no ${path}.`);
  if (statSync(path).isDirectory()) return { files: filesOfSite(path), checked: 'a built site: it brings no checksums, so they are taken from it now' };
  if (path.endsWith('.tar.zst')) return { files: filesOfArchive(path), checked: checkArchive(path) };
  throw new Error(`${path} is neither a folder nor a .tar.zst: unpack it and name the folder "site" in it.`);
}

async function* filesOfSite(dir: string): AsyncGenerator<TarFile> {
  if (!existsSync(join(dir, 'index.html'))) throw new Error(`${dir} holds no index.html: it is no built site.`);
  for (const file of filesIn(dir)) yield { name: `site/${file}`, bytes: readFileSync(join(dir, file)) };
}

/** The files below the one folder of an archive, by their names in it. */
async function* filesOfArchive(path: string): AsyncGenerator<TarFile> {
  for await (const { name, bytes } of readTar(createReadStream(path).pipe(createZstdDecompress()))) {
    if (leavesFolder(name)) throw new Error(`"${name}" in ${path} would be written outside of its folder.`);
    yield { name: name.slice(name.indexOf('/') + 1), bytes };
  }
}

function checkArchive(path: string): string {
  const list = join(dirname(path), checksumsName);
  const wanted = existsSync(list) ? readChecksums(readFileSync(list, 'utf8')).get(basename(path)) : undefined;
  if (wanted === undefined) return `an archive; no ${checksumsName} beside it names it, so only the sums inside can be checked`;
  if (sha256(readFileSync(path)) !== wanted) throw new Error(`${path} is not what ${list} says: it was cut short, damaged or changed. Copy both again.`);
  return `an archive; its sum is the one in ${list}`;
}
