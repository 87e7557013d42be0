/*
 * Archives of plain files in the ustar format (POSIX.1-1988, IEEE Std 1003.1 "pax", ustar Interchange Format): blocks of 512 bytes, a header
 * before each file, two empty blocks at the end. Streams, so that a site of any size passes.
 */
import { type ArchiveEntry, fileMode, inOrder } from './archive-entry.ts';

const blockBytes = 512;
/** tar writes records of twenty blocks; readers expect whole ones. */
const recordBytes = 20 * blockBytes;

/** The archive in pieces. `seconds` since 1970 is the time of every file; owner and group are 0. Throws where a name or a size does not fit. */
export function* writeTar(entries: readonly ArchiveEntry[], seconds: number): Generator<Buffer> {
  let written = 0;
  const give = (bytes: Buffer) => {
    written += bytes.length;
    return bytes;
  };
  for (const { name, read } of inOrder(entries)) {
    const bytes = read();
    yield give(header(name, bytes.length, seconds));
    yield give(bytes);
    yield give(Buffer.alloc(-bytes.length & (blockBytes - 1)));
  }
  const end = written + 2 * blockBytes;
  yield Buffer.alloc(Math.ceil(end / recordBytes) * recordBytes - written);
}

function header(name: string, size: number, seconds: number): Buffer {
  const block = Buffer.alloc(blockBytes);
  const [prefix, rest] = splitName(name);
  const octal = (value: number, at: number, length: number) => {
    const text = value.toString(8).padStart(length - 1, '0');
    if (text.length > length - 1) throw new Error(`"${name}": ${value} does not fit into a tar header`);
    block.write(text, at, 'ascii');
  };
  block.write(rest, 0, 'utf8');
  octal(fileMode, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(seconds, 136, 12);
  block.write('0', 156, 'ascii');
  block.write('ustar\0', 257, 'latin1');
  block.write('00', 263, 'ascii');
  octal(0, 329, 8);
  octal(0, 337, 8);
  block.write(prefix, 345, 'utf8');
  block.write(`${checksum(block).toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return block;
}

/** A name of more than 100 bytes is cut at a slash, the last that will do, as GNU tar cuts it; what stands before it has room of its own. */
function splitName(name: string): [prefix: string, rest: string] {
  const bytes = (text: string) => Buffer.byteLength(text);
  if (bytes(name) <= 100) return ['', name];
  for (let at = name.lastIndexOf('/'); at > 0; at = name.lastIndexOf('/', at - 1)) {
    const [prefix, rest] = [name.slice(0, at), name.slice(at + 1)];
    if (bytes(prefix) <= 155 && bytes(rest) <= 100 && rest !== '') return [prefix, rest];
  }
  throw new Error(`"${name}" is too long a name for a tar archive: at most 155 bytes before a slash and 100 after it`);
}

/** Sum of the header's bytes, its own eight counted as spaces. */
function checksum(block: Buffer): number {
  let sum = 8 * 32;
  for (const [at, byte] of block.entries()) if (at < 148 || at >= 156) sum += byte;
  return sum;
}

export interface TarFile {
  name: string;
  bytes: Buffer;
}

/** The files of an archive, one at a time. Throws where it is cut short or damaged, and where it holds anything but plain files. */
export async function* readTar(chunks: AsyncIterable<Buffer>): AsyncGenerator<TarFile> {
  const take = reader(chunks);
  for (;;) {
    const block = await take(blockBytes);
    if (block.every((byte) => byte === 0)) return;
    if (octalAt(block, 148, 8) !== checksum(block)) throw new Error('the archive is damaged: the sum of a header is wrong');
    const text = (at: number, length: number) => block.toString('utf8', at, at + length).replace(/\0.*$/s, '');
    const name = [text(345, 155), text(0, 100)].filter((part) => part !== '').join('/');
    const type = text(156, 1);
    if (type !== '0') throw new Error(`"${name}" in the archive is no plain file (type "${type}")`);
    const size = octalAt(block, 124, 12);
    const bytes = await take(size);
    await take(-size & (blockBytes - 1));
    yield { name, bytes };
  }
}

const octalAt = (block: Buffer, at: number, length: number) => Number.parseInt(block.toString('latin1', at, at + length).replace(/\0.*$/s, ''), 8);

/** Gives the next so many bytes of a stream. */
function reader(chunks: AsyncIterable<Buffer>): (length: number) => Promise<Buffer> {
  const source = chunks[Symbol.asyncIterator]();
  let waiting: Buffer[] = [];
  let held = 0;
  return async (length) => {
    while (held < length) {
      const { value, done } = await source.next();
      if (done) throw new Error('the archive is cut short');
      waiting.push(value);
      held += value.length;
    }
    const all = Buffer.concat(waiting);
    waiting = [all.subarray(length)];
    held -= length;
    return all.subarray(0, length);
  };
}
