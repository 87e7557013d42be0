import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip, zstdCompress } from 'node:zlib';
import { compressible, endingOf } from '../src/http/headers.ts';
import { filesIn } from './files-in.ts';

/** Files below this many bytes fit into one packet as they are. */
export const smallestBytes = 1024;

/** How each encoding is made, at its best, by the ending that servers look for. */
const encoders: Record<string, (bytes: Buffer) => Promise<Buffer>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  gz: (bytes) => promisify(gzip)(bytes, { level: 9 }),
  zst: (bytes) => promisify(zstdCompress)(bytes, { pledgedSrcSize: bytes.length, params: { [constants.ZSTD_c_compressionLevel]: 19 } }),
};

export const encodedEndings = Object.keys(encoders);

export interface Compressed {
  files: number;
  bytes: number;
  /** Bytes by ending: `br`, `gz`, `zst`. */
  encoded: Record<string, number>;
}

/** Puts a Brotli, a gzip and a Zstandard file beside each file of a site that gains by it; those of an earlier run are made again. */
export async function compressSite(dir: string): Promise<Compressed> {
  const all = filesIn(dir);
  const wanted = all.filter((file) => compressible.includes(endingOf(file)));
  const total: Compressed = { files: 0, bytes: 0, encoded: Object.fromEntries(encodedEndings.map((ending) => [ending, 0])) };
  const compress = async (file: string) => {
    const path = join(dir, file);
    const bytes = await readFile(path);
    if (bytes.length < smallestBytes) {
      for (const ending of encodedEndings) if (existsSync(`${path}.${ending}`)) await rm(`${path}.${ending}`);
      return;
    }
    total.files += 1;
    total.bytes += bytes.length;
    for (const [ending, encode] of Object.entries(encoders)) {
      const encoded = await encode(bytes);
      await writeFile(`${path}.${ending}`, encoded);
      total.encoded[ending] = (total.encoded[ending] ?? 0) + encoded.length;
    }
  };
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      for (let file = wanted.shift(); file; file = wanted.shift()) await compress(file);
    }),
  );
  return total;
}
