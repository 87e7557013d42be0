import { describe, expect, it } from 'vitest';
import type { ArchiveEntry } from './archive-entry.ts';
import { sha256 } from './checksums.ts';
import { readTar, writeTar } from './tar.ts';

const entry = (name: string, content: string | Buffer): ArchiveEntry => ({ name, read: () => Buffer.from(content) });
const archive = (entries: ArchiveEntry[], seconds = 1_700_000_000) => Buffer.concat([...writeTar(entries, seconds)]);

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(bytes: Buffer, size = 700): Promise<[string, string][]> {
  const files: [string, string][] = [];
  for await (const { name, bytes: content } of readTar(pieces(bytes, size))) files.push([name, content.toString()]);
  return files;
}

const deep = `${'d'.repeat(60)}/${'e'.repeat(60)}/long.txt`;
const sample = [entry('zh/试金石.txt', '试金石\n'), entry('a/b.txt', 'hello\n'), entry('a/empty', ''), entry('block', 'x'.repeat(512)), entry(deep, 'x\n')];

describe('writeTar(entries, seconds)', () => {
  /*
   * GNU tar 1.34 on the same five files: find . -type f | sed 's|^\./||' | LC_ALL=C sort > list; tar --format=ustar --owner=0 --group=0
   * --numeric-owner --mtime=@1700000000 --mode=0644 -cf gnu.tar -T list; sha256sum gnu.tar
   */
  it('gives what GNU tar gives, byte for byte', () => expect(sha256(archive(sample))).toBe('ca100ac164e66b6c7f3d58bb23eb1531f19daafaee570a1fc6546c8c847efcb4'));
  it('gives the same archive whatever the order in which it is told the files', () => expect(archive([...sample].reverse())).toEqual(archive(sample)));
  it('refuses a name that fits nowhere, and one that stands twice', () => {
    expect(() => archive([entry('n'.repeat(101), '')])).toThrow(/too long a name/);
    expect(() => archive([entry('a', ''), entry('a', '')])).toThrow('"a" would stand twice in an archive');
  });
});

describe('readTar(chunks)', () => {
  it('gives the files back, in whatever pieces the archive arrives', async () => {
    const wanted = [...sample].sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name))).map(({ name, read }) => [name, read().toString()]);
    for (const size of [1, 511, 512, 513, 100_000]) expect(await read(archive(sample), size), `in pieces of ${size}`).toEqual(wanted);
  });
  it('says when an archive is cut short or damaged, or holds a link', async () => {
    const whole = archive(sample);
    await expect(read(whole.subarray(0, 900))).rejects.toThrow('the archive is cut short');
    const damaged = Buffer.from(whole);
    damaged[0] = 0x62;
    await expect(read(damaged)).rejects.toThrow('the archive is damaged');
    const link = Buffer.from(archive([entry('a', '')]));
    link[156] = 0x32;
    // The sum of the header grows with the type: "0" is 0x30, a link's "2" is 0x32.
    const sum = Number.parseInt(link.toString('latin1', 148, 154), 8) + 2;
    link.write(sum.toString(8).padStart(6, '0'), 148, 'latin1');
    await expect(read(link)).rejects.toThrow('"a" in the archive is no plain file (type "2")');
  });
});
