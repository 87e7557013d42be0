import { describe, expect, it } from 'vitest';
import { readChecksums, sha256, writeChecksums } from './checksums.ts';

describe('SHA256SUMS', () => {
  it('holds SHA-256 (FIPS 180-2, B.1: "abc") as sha256sum writes it, and is read again', () => {
    const sums = new Map([
      ['a b.txt', sha256('abc')],
      ['site/试.txt', sha256('')],
    ]);
    const text = writeChecksums(sums);
    expect(text.split('\n')[0]).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a b.txt');
    expect(readChecksums(text)).toEqual(sums);
  });
  it('is refused, with the line, where a line is none or names a file elsewhere', () => {
    expect(() => readChecksums('abc  a.txt\n')).toThrow('SHA256SUMS:1 is no checksum');
    for (const path of ['../a', '/etc/passwd', 'site/../../a', 'site//a', 'site\\a'])
      expect(() => readChecksums(`${sha256('')}  fine\n${sha256('')}  ${path}\n`), path).toThrow('SHA256SUMS:2 names a file outside its folder');
  });
});
