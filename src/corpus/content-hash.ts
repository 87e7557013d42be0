import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');

/**
 * SHA-256 of every file of a content folder, by path relative to it with slashes, in the order of the paths' bytes. Hidden files are left out, and
 * `editions/`, which holds what was frozen from the rest.
 */
export function contentHashes(dir: string): Map<string, string> {
  if (!existsSync(dir)) return new Map();
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.startsWith('editions/') && !path.split('/').some((part) => part.startsWith('.')));
  const inOrder = files.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  return new Map(inOrder.map((path) => [path, sha256(readFileSync(join(dir, path)))]));
}

/** One hash of a whole folder: SHA-256 of the list that `sha256sum` prints of its files. */
export function contentDigest(hashes: Map<string, string>): string {
  return sha256([...hashes].map(([path, hash]) => `${hash}  ${path}\n`).join(''));
}
