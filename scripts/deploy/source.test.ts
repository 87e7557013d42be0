import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../release/checksums.ts';
import { writeTar } from '../release/tar.ts';
import { openSource, type Source } from './source.ts';

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'source-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function archive(folder: string, names: string[]): { path: string; bytes: Buffer } {
  mkdirSync(join(dir, folder), { recursive: true });
  const path = join(dir, folder, 'kb-1.tar.zst');
  const bytes = zstdCompressSync(
    Buffer.concat([
      ...writeTar(
        names.map((name) => ({ name, read: () => Buffer.from(name) })),
        0,
      ),
    ]),
  );
  writeFileSync(path, bytes);
  return { path, bytes };
}

async function namesIn({ files }: Source): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of files) names.push(name);
  return names;
}

describe('openSource(path)', () => {
  it('gives the files of an archive without its folder, and says whether a list beside it names its sum', async () => {
    const { path, bytes } = archive('one', ['kb-1/SHA256SUMS', 'kb-1/site/index.html']);
    expect(openSource(path).checked).toContain('no SHA256SUMS beside it names it');
    writeFileSync(join(dir, 'one/SHA256SUMS'), `${sha256(bytes)}  kb-1.tar.zst\n`);
    expect(openSource(path).checked).toContain('its sum is the one in');
    expect(await namesIn(openSource(path))).toEqual(['SHA256SUMS', 'site/index.html']);
  });
  it('refuses an archive whose sum is wrong, and one that would write elsewhere', async () => {
    const { path } = archive('two', ['kb-1/site/index.html']);
    writeFileSync(join(dir, 'two/SHA256SUMS'), `${sha256('')}  kb-1.tar.zst\n`);
    expect(() => openSource(path)).toThrow(/it was cut short, damaged or changed/);
    await expect(namesIn(openSource(archive('three', ['kb-1/../../etc/passwd']).path))).rejects.toThrow('would be written outside of its folder');
  });
  it('gives the files of a built site as those of a release, and refuses folders and files that are none', async () => {
    const site = join(dir, 'dist');
    mkdirSync(join(site, 'en'), { recursive: true });
    await expect(namesIn(openSource(site))).rejects.toThrow('it is no built site');
    for (const file of ['index.html', 'en/index.html']) writeFileSync(join(site, file), file);
    expect(await namesIn(openSource(site))).toEqual(['site/en/index.html', 'site/index.html']);
    expect(() => openSource(join(site, 'index.html'))).toThrow('is neither a folder nor a .tar.zst');
    expect(() => openSource(join(dir, 'nothing'))).toThrow('There is no');
  });
});
