import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ArchiveEntry } from './archive-entry.ts';
import { writeZip } from './zip.ts';

const entry = (name: string, content: string): ArchiveEntry => ({ name, read: () => Buffer.from(content) });
const archive = (entries: ArchiveEntry[], seconds = 1_700_000_000) => Buffer.concat([...writeZip(entries, seconds)]);

const long = '试金石 Touchstone. '.repeat(100);
const sample = [entry('site/b.txt', long), entry('site/a/empty', ''), entry('site/a/试金石.txt', 'abc')];

/** Reads an archive from its end, by the offsets of the APPNOTE alone. */
function read(zip: Buffer) {
  const end = zip.length - 22;
  expect(zip.readUInt32LE(end)).toBe(0x06054b50);
  const files = [];
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    expect(zip.readUInt32LE(at)).toBe(0x02014b50);
    const [nameBytes, extraBytes, local] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt32LE(at + 42)];
    expect(zip.readUInt32LE(local)).toBe(0x04034b50);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    const deflated = zip.readUInt16LE(at + 10) === 8;
    files.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameBytes),
      text: (deflated ? inflateRawSync(bytes) : bytes).toString(),
      deflated,
      crc: zip.readUInt32LE(at + 16),
      date: zip.readUInt16LE(at + 14),
      time: zip.readUInt16LE(at + 12),
      mode: zip.readUInt32LE(at + 38) >>> 16,
    });
    at += 46 + nameBytes + extraBytes;
  }
  return files;
}

describe('writeZip(entries, seconds)', () => {
  it('gives the files back, in the order of their names, deflated where that is smaller', () => {
    const files = read(archive(sample));
    expect(files.map(({ name, text, deflated }) => [name, text, deflated])).toEqual([
      ['site/a/empty', '', false],
      ['site/a/试金石.txt', 'abc', false],
      ['site/b.txt', long, true],
    ]);
  });
  it('carries CRC-32 (of "abc": 352441c2, as RFC 3720 and every table has it), rights 0644 of a plain file', () => {
    const [, abc] = read(archive(sample));
    expect(abc?.crc.toString(16)).toBe('352441c2');
    expect(abc?.mode.toString(8)).toBe('100644');
  });
  it('tells the time in UTC: 1700000000 is 2023-11-14 22:13:20', () => {
    const [file] = read(archive(sample));
    const { date = 0, time = 0 } = file ?? {};
    expect([1980 + (date >> 9), (date >> 5) & 15, date & 31]).toEqual([2023, 11, 14]);
    expect([time >> 11, (time >> 5) & 63, (time & 31) * 2]).toEqual([22, 13, 20]);
  });
  it('gives the same archive whatever the order in which it is told the files', () => expect(archive([...sample].reverse())).toEqual(archive(sample)));
  it('writes the ZIP64 end from 65,535 files on, which the old one cannot count', () => {
    const zip = archive(Array.from({ length: 65_535 }, (_, index) => entry(`f/${index}`, '')));
    const end = zip.length - 22;
    expect(zip.readUInt16LE(end + 10)).toBe(0xffff);
    const locator = end - 20;
    expect(zip.readUInt32LE(locator)).toBe(0x07064b50);
    const large = Number(zip.readBigUInt64LE(locator + 8));
    expect(zip.readUInt32LE(large)).toBe(0x06064b50);
    expect(zip.readBigUInt64LE(large + 32)).toBe(65_535n);
    expect(zip.readUInt32LE(Number(zip.readBigUInt64LE(large + 48)))).toBe(0x02014b50);
  });
});
