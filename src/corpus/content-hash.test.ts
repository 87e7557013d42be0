import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentDigest, contentHashes, sha256 } from './content-hash.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hashes-'));
  mkdirSync(join(folder, 'topics/a'), { recursive: true });
  mkdirSync(join(folder, 'editions'));
  for (const [file, text] of Object.entries({ 'topics/a/en.mdx': 'abc', 'topics/a/图.svg': '', 'site.yaml': 'x', 'editions/1.yaml': 'y', '.hidden': 'z' }))
    writeFileSync(join(folder, file), text);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('contentHashes(dir)', () => {
  it('gives SHA-256 of each file; editions and hidden files are left out', () => {
    // FIPS 180-4 examples (NIST): "abc"; and the hash of nothing.
    expect(Object.fromEntries(contentHashes(folder))).toMatchObject({
      'topics/a/en.mdx': 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      'topics/a/图.svg': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    });
    expect([...contentHashes(folder).keys()]).toEqual(['site.yaml', 'topics/a/en.mdx', 'topics/a/图.svg']);
  });
  it('gives nothing for a folder that is not there', () => {
    expect(contentHashes(join(folder, 'missing')).size).toBe(0);
  });
});

describe('contentDigest(hashes)', () => {
  it('is what the command of the editions page prints', () => {
    const command = "find * -type f -not -path 'editions/*' | LC_ALL=C sort | xargs sha256sum | sha256sum";
    const printed = execFileSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
    expect(printed.slice(0, 64)).toBe(contentDigest(contentHashes(folder)));
  });
  it('changes with a name as with a text', () => {
    const one = contentDigest(new Map([['a', sha256('x')]]));
    expect(contentDigest(new Map([['b', sha256('x')]]))).not.toBe(one);
    expect(contentDigest(new Map([['a', sha256('y')]]))).not.toBe(one);
  });
});
