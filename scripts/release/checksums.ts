/* SHA256SUMS as `sha256sum` writes and checks it: a sum, two spaces, a path, for each file. */
import { createHash } from 'node:crypto';

export const checksumsName = 'SHA256SUMS';

export const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

/** Sums by path. */
export type Checksums = Map<string, string>;

export function writeChecksums(sums: Checksums): string {
  return [...sums].map(([path, sum]) => `${sum}  ${path}\n`).join('');
}

/** Throws on a line that is none, and on a path that leaves the folder. */
export function readChecksums(text: string): Checksums {
  const sums: Checksums = new Map();
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '') continue;
    const [, sum, path] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
    if (!sum || !path) throw new Error(`${checksumsName}:${index + 1} is no checksum: "${line}"`);
    if (leavesFolder(path)) throw new Error(`${checksumsName}:${index + 1} names a file outside its folder: "${path}"`);
    sums.set(path, sum);
  }
  return sums;
}

export const leavesFolder = (path: string): boolean =>
  path.startsWith('/') || path.includes('\\') || path.split('/').some((part) => ['', '.', '..'].includes(part));
