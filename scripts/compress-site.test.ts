import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compressSite, smallestBytes } from './compress-site.ts';

let dir = '';
const long = '试金石 Touchstone. '.repeat(200);
const files = { 'en/index.html': long, 'small.css': 'a{}', 'picture.png': long, 'exact.txt': 'x'.repeat(smallestBytes), 'unknown.kind': long };

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'compress-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), text);
  }
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('compressSite(dir)', () => {
  it('puts three encodings beside each text of 1,024 bytes or more; each gives the text back', async () => {
    const { files: count, bytes } = await compressSite(dir);
    expect(count).toBe(2);
    expect(bytes).toBe(Buffer.byteLength(long) + smallestBytes);
    const read = (ending: string) => readFileSync(join(dir, `en/index.html.${ending}`));
    expect(brotliDecompressSync(read('br')).toString()).toBe(long);
    expect(gunzipSync(read('gz')).toString()).toBe(long);
    expect(zstdDecompressSync(read('zst')).toString()).toBe(long);
    for (const file of ['small.css', 'picture.png', 'unknown.kind']) expect(existsSync(join(dir, `${file}.br`)), file).toBe(false);
  });
  it('writes gzip without a time in it (RFC 1952: MTIME 0 means none), so that the same site gives the same bytes', () => {
    expect(readFileSync(join(dir, 'exact.txt.gz')).readUInt32LE(4)).toBe(0);
  });
  it('makes them again when the text has changed, and leaves none beside a text that has become small', async () => {
    writeFileSync(join(dir, 'en/index.html'), `${long}!`);
    writeFileSync(join(dir, 'exact.txt'), 'x');
    await compressSite(dir);
    expect(brotliDecompressSync(readFileSync(join(dir, 'en/index.html.br'))).toString()).toBe(`${long}!`);
    expect(existsSync(join(dir, 'exact.txt.gz'))).toBe(false);
  });
});
