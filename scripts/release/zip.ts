/*
 * Archives in the ZIP format (PKWARE's APPNOTE 6.3.10: 4.3.7 local header, 4.3.12 central directory, 4.3.14 and 4.3.15 ZIP64 end, 4.5.3 ZIP64
 * field). Deflated where that is smaller. Streams; ZIP64 where there are 65,535 files or 4 GB, as large sites have.
 */
import { constants, crc32, deflateRawSync } from 'node:zlib';
import { type ArchiveEntry, fileMode, inOrder } from './archive-entry.ts';

const most16 = 0xffff;
const most32 = 0xffffffff;
/** 2.0 reads deflated files, 4.5 reads ZIP64. */
const version = 20;
const versionZip64 = 45;
/** Names are UTF-8. */
const flags = 0x0800;
const unix = 3;

/** The archive in pieces. `seconds` since 1970 is the time of every file, told in UTC to two seconds, not before 1980. */
export function* writeZip(entries: readonly ArchiveEntry[], seconds: number): Generator<Buffer> {
  const time = dosTime(seconds);
  const directory: Buffer[] = [];
  let written = 0;
  for (const { name, read } of inOrder(entries)) {
    const file = packed(name, read(), time);
    directory.push(directoryHeader(file, written));
    const local = localHeader(file);
    yield local;
    yield file.bytes;
    written += local.length + file.bytes.length;
  }
  yield* directory;
  yield end(
    directory.length,
    directory.reduce((sum, one) => sum + one.length, 0),
    written,
  );
}

interface Packed {
  name: Buffer;
  /** What the local and the central header have in common: flags, method, time, sum, both sizes. */
  common: Buffer;
  bytes: Buffer;
}

function packed(name: string, content: Buffer, time: number): Packed {
  if (content.length >= most32) throw new Error(`"${name}" is larger than 4 GB`);
  const deflated = content.length === 0 ? content : deflateRawSync(content, { level: constants.Z_BEST_COMPRESSION });
  const smaller = deflated.length < content.length;
  const bytes = smaller ? deflated : content;
  const common = fields([flags, 2], [smaller ? 8 : 0, 2], [time, 4], [crc32(content), 4], [bytes.length, 4], [content.length, 4]);
  return { name: Buffer.from(name), common, bytes };
}

const localHeader = ({ name, common }: Packed) => Buffer.concat([fields([0x04034b50, 4], [version, 2]), common, fields([name.length, 2], [0, 2]), name]);

function directoryHeader({ name, common }: Packed, offset: number): Buffer {
  const extra = offset < most32 ? Buffer.alloc(0) : fields([1, 2], [8, 2], [offset, 8]);
  return Buffer.concat([
    fields([0x02014b50, 4], [extra.length > 0 ? versionZip64 : version, 1], [unix, 1], [extra.length > 0 ? versionZip64 : version, 2]),
    common,
    fields([name.length, 2], [extra.length, 2], [0, 2], [0, 2], [0, 2], [((0o100000 | fileMode) << 16) >>> 0, 4], [Math.min(offset, most32), 4]),
    name,
    extra,
  ]);
}

function end(count: number, size: number, offset: number): Buffer {
  const small = fields(
    [0x06054b50, 4],
    [0, 4],
    [Math.min(count, most16), 2],
    [Math.min(count, most16), 2],
    [Math.min(size, most32), 4],
    [Math.min(offset, most32), 4],
    [0, 2],
  );
  if (count < most16 && size < most32 && offset < most32) return small;
  const large = fields([0x06064b50, 4], [44, 8], [versionZip64, 1], [unix, 1], [versionZip64, 2], [0, 8], [count, 8], [count, 8], [size, 8], [offset, 8]);
  return Buffer.concat([large, fields([0x07064b50, 4], [0, 4], [offset + size, 8], [1, 4]), small]);
}

/** Numbers, least byte first, each in so many bytes. */
function fields(...values: [value: number, bytes: 1 | 2 | 4 | 8][]): Buffer {
  const buffer = Buffer.alloc(values.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of values) {
    if (bytes === 8) buffer.writeBigUInt64LE(BigInt(value), at);
    else buffer.writeUIntLE(value, at, bytes);
    at += bytes;
  }
  return buffer;
}

/** Date (upper half) and time as MS-DOS writes them. */
function dosTime(seconds: number): number {
  const date = new Date(seconds * 1000);
  if (date.getUTCFullYear() < 1980) return (1 << 21) | (1 << 16);
  const day = ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
  return day * 0x10000 + ((date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1));
}
