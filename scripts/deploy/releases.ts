/*
 * A folder with releases side by side, and a symbolic link to the one that is served:
 *
 *   current → releases/0007
 *   releases/0006/   site/  SHA256SUMS  …
 *   releases/0007/   site/  SHA256SUMS  …
 */
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { endingOf, hashedFolder } from '../../src/http/headers.ts';
import { encodedEndings } from '../compress-site.ts';
import { type Checksums, checksumsName, readChecksums, sha256, writeChecksums } from '../release/checksums.ts';
import type { TarFile } from '../release/tar.ts';

const assets = `site/${hashedFolder}`;

const releasesDir = (place: string) => join(place, 'releases');
const dirOf = (place: string, id: string) => join(releasesDir(place), id);
const sumsOf = (place: string, id: string): Checksums => readChecksums(readFileSync(join(dirOf(place, id), checksumsName), 'utf8'));

/** Ids of the releases in a folder, oldest first. */
export function releasesIn(place: string): string[] {
  return existsSync(releasesDir(place))
    ? readdirSync(releasesDir(place))
        .filter((name) => /^\d{4,}$/.test(name))
        .sort((a, b) => Number(a) - Number(b))
    : [];
}

/** Id of the release that is served. */
export function currentIn(place: string): string | undefined {
  try {
    return basename(readlinkSync(join(place, 'current')));
  } catch {
    return undefined;
  }
}

export interface Staged {
  id: string;
  files: number;
  /** Of these, the ones that a kept release has, too: linked, not written. */
  linked: number;
}

/**
 * Writes a release beside the others, whole and checked, or not at all. A file that the served release has with the same content is a hard link to
 * it, so that it keeps its time and with it the ETag that servers make of time and size; all others get a time that no earlier release has.
 */
export async function stage(place: string, files: AsyncIterable<TarFile>): Promise<Staged> {
  const known = releasesIn(place);
  const id = String(Number(known.at(-1) ?? 0) + 1).padStart(4, '0');
  const partial = `${dirOf(place, id)}.partial`;
  rmSync(partial, { recursive: true, force: true });
  const served = currentIn(place);
  const earlier = served === undefined ? new Map<string, string>() : sumsOf(place, served);
  // The list of sums has the last time of a release; the next one starts after it.
  const time = Math.max(Math.floor(Date.now() / 1000), ...known.map((one) => Math.floor(statSync(join(dirOf(place, one), checksumsName)).mtimeMs / 1000) + 1));
  const sums: Checksums = new Map();
  let linked = 0;
  let stated: Checksums | undefined;
  try {
    for await (const { name, bytes } of files) {
      if (name === checksumsName) {
        stated = readChecksums(bytes.toString('utf8'));
        continue;
      }
      const path = join(partial, name);
      mkdirSync(dirname(path), { recursive: true });
      const sum = sha256(bytes);
      sums.set(name, sum);
      if (served !== undefined && earlier.get(name) === sum) {
        linkSync(join(dirOf(place, served), name), path);
        linked += 1;
      } else {
        writeFileSync(path, bytes);
        utimesSync(path, timeOf(name, time), timeOf(name, time));
      }
    }
    if (!sums.has('site/index.html')) throw new Error('there is no site/index.html in it');
    const wanted = stated ?? sums;
    for (const name of new Set([...wanted.keys(), ...sums.keys()]))
      if (wanted.get(name) !== sums.get(name)) throw new Error(`${name} is not what ${checksumsName} says`);
    for (const [name, sum] of sums)
      if (sha256(readFileSync(join(partial, name))) !== sum) throw new Error(`${name} was not written as it was read: look at the disk`);
    writeFileSync(join(partial, checksumsName), writeChecksums(sums));
    const last = time + encodedEndings.length;
    utimesSync(join(partial, checksumsName), last, last);
    renameSync(partial, dirOf(place, id));
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw new Error(`Nothing was changed: ${error instanceof Error ? error.message : String(error)}.`);
  }
  return { id, files: sums.size, linked };
}

/** Servers make an ETag of time and size: two encodings of one file may have one size, so each encoding has a second of its own. */
const timeOf = (name: string, time: number) => time + encodedEndings.indexOf(endingOf(name)) + 1;

/**
 * Makes the hashed files of all other releases reachable in one, so that a page that was served just before a switch, or is still open in a tab,
 * finds the files that it names. Returns how many were added.
 */
export function inheritAssets(place: string, id: string): number {
  let added = 0;
  for (const other of releasesIn(place)) {
    if (other === id) continue;
    for (const name of sumsOf(place, other).keys()) {
      const path = join(dirOf(place, id), name);
      if (!name.startsWith(assets) || existsSync(path)) continue;
      mkdirSync(dirname(path), { recursive: true });
      linkSync(join(dirOf(place, other), name), path);
      added += 1;
    }
  }
  return added;
}

/** Points `current` to a release by one rename: a request sees the old one or the new one, never neither. */
export function switchTo(place: string, id: string): void {
  const link = join(place, 'current');
  rmSync(`${link}.next`, { force: true });
  symlinkSync(join('releases', id), `${link}.next`);
  renameSync(`${link}.next`, link);
}

/** Removes all but the newest releases, and never the one that is served. Returns the ids of those removed. */
export function prune(place: string, keep: number): string[] {
  const served = currentIn(place);
  const old = releasesIn(place)
    .slice(0, -keep)
    .filter((id) => id !== served);
  for (const id of old) rmSync(dirOf(place, id), { recursive: true, force: true });
  return old;
}

/** The newest release older than the one that is served. */
export function previousIn(place: string): string | undefined {
  const served = currentIn(place);
  return served === undefined ? undefined : releasesIn(place).findLast((id) => Number(id) < Number(served));
}
