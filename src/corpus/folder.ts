import { lstatSync, readdirSync, readFileSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { unfitCharacter } from './characters.ts';

/** Bytes of a text and of a picture. The longest text of a good knowledge base has a fifth of that; what is longer takes a build down. */
const largest = { text: 256 * 1024, picture: 2 * 1024 * 1024 };

/** Names that can stand in an address and mean the same on every system. */
const plainName = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** One for all files: to make one takes longer than to read a file with it. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

type Find = (file: string, line: number, rule: string, message: string, suggestion: string) => void;

/**
 * A folder that may come from anybody. Only plain files and folders below it are read: no link out of it, no device, nothing too large,
 * no bytes that are no text. What is not read is a finding.
 */
export class Folder {
  private readonly dir: string;
  private readonly find: Find;
  private readonly refused = new Set<string>();
  private readonly seen = new Map<string, Stats | undefined>();

  constructor(dir: string, find: Find) {
    this.dir = dir;
    this.find = find;
  }

  has(path: string): boolean {
    return this.stat(path) !== undefined;
  }

  /** Names of what stands in a folder, in order; hidden ones left out. */
  names(folder: string): string[] {
    if (!this.has(folder) || !this.is('folder', folder)) return [];
    return readdirSync(join(this.dir, folder))
      .filter((name) => !name.startsWith('.'))
      .sort()
      .filter((name) => this.isPlain(folder === '.' ? name : `${folder}/${name}`, name));
  }

  /** Text of a file; undefined (and a finding) if it cannot be read as such. A byte order mark is no part of it. */
  text(file: string): string | undefined {
    const bytes = this.bytes(file, 'text');
    if (!bytes) return undefined;
    let text: string;
    try {
      text = utf8.decode(bytes);
    } catch {
      this.find(file, 1, 'file', 'this file is not UTF-8', 'save it as UTF-8');
      return undefined;
    }
    const unfit = unfitCharacter(text);
    if (!unfit) return text;
    const line = text.slice(0, unfit.index).split('\n').length;
    this.find(file, line, 'file', `here stands ${unfit.name}, which readers can't see`, 'delete the character');
    return undefined;
  }

  /** Bytes of a file; undefined (and a finding) if it is no plain file, or too large. */
  bytes(file: string, kind: keyof typeof largest): Buffer | undefined {
    if (!this.is('file', file)) return undefined;
    const size = this.stat(file)?.size ?? 0;
    if (size <= largest[kind]) return readFileSync(join(this.dir, file));
    this.find(file, 1, 'file', `this ${kind} has ${size} bytes, more than ${largest[kind]}`, 'divide it, or leave out what no reader needs');
    return undefined;
  }

  private isPlain(path: string, name: string): boolean {
    if (!plainName.test(name)) {
      this.find(path, 1, 'layout', 'this name cannot stand in an address', 'use Latin letters, digits, hyphens, underscores and full stops');
      return false;
    }
    return this.is(this.stat(path)?.isDirectory() ? 'folder' : 'file', path);
  }

  /** What stands at a path that leads through folders only, never through a link. */
  private stat(path: string): Stats | undefined {
    const parts = path.split('/');
    const parents = parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
    return parents.every((one) => this.look(one)?.isDirectory()) ? this.look(path) : undefined;
  }

  /** What stands at a path, asked of the system once. */
  private look(path: string): Stats | undefined {
    if (!this.seen.has(path)) this.seen.set(path, lstatSync(join(this.dir, path), { throwIfNoEntry: false }));
    return this.seen.get(path);
  }

  private is(wanted: 'file' | 'folder', path: string): boolean {
    const stat = this.stat(path);
    // The folder itself may be named by a link.
    if (wanted === 'folder' && (stat?.isDirectory() || path === '.')) return true;
    if (wanted === 'file' && stat?.isFile()) return true;
    if (this.refused.has(path)) return false;
    this.refused.add(path);
    if (stat?.isSymbolicLink())
      this.find(path, 1, 'layout', 'this is a link to somewhere else', 'put the file itself here: content is read from its own folder only');
    else if (wanted === 'folder') this.find(path, 1, 'layout', 'a folder belongs here, not a file', 'move or rename it');
    else this.find(path, 1, 'layout', stat?.isDirectory() ? 'a file belongs here, not a folder' : 'this is no file', 'move or delete it');
    return false;
  }
}
