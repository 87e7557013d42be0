import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/*
 * A content folder from elsewhere may bring a repository whose settings name programs to run: for signatures, for the state of files, for objects that
 * are missing. None of them is needed to read a log.
 */
const harmless = [
  ...[
    'core.quotePath=off',
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'log.showSignature=false',
    'protocol.allow=never',
    'safe.bareRepository=explicit',
  ],
  ...['gpg.program=false', 'gpg.ssh.program=false', 'gpg.x509.program=false', 'core.pager=cat', 'diff.external=', 'log.mailmap=false'],
].flatMap((setting) => ['-c', setting]);
const environment = { GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' };

export interface Commit {
  /** Seven digits: Git's own short form is longer in some copies. */
  commit: string;
  day: string;
  files: string[];
}

/** Every commit that changed something below `dir`, the newest first, with paths relative to it. Empty where there is no history, or only a shallow one. */
export function commits(dir: string): Commit[] {
  const shallow = git(dir, 'rev-parse', '--is-shallow-repository');
  if (shallow.status !== 0 || shallow.stdout.trim() !== 'false') return [];
  return readLog(git(dir, 'log', format, '--name-only', '--relative', '--no-renames', '--', '.').stdout ?? '');
}

/** Day of the last change of each file, by its path. */
export function lastChanges(history: Commit[]): Map<string, string> {
  const days = new Map<string, string>();
  for (const { day, files } of history) for (const file of files) if (!days.has(file)) days.set(file, day);
  return days;
}

/** Where a folder stands in its history: the commit that is checked out (whole hash), and whether the folder's files are as they are there. */
export interface Revision {
  commit: string;
  clean: boolean;
}

/** The commit of a folder whose files are under version control; undefined for one that merely lies inside a repository, or in none. */
export function revisionOf(dir: string): Revision | undefined {
  const commit = git(dir, 'rev-parse', '--verify', 'HEAD').stdout?.trim();
  const known = committed(dir);
  return commit && known.size > 0 ? { commit, clean: edited(dir, known).size === 0 } : undefined;
}

/** Git's hashes of the files below `dir` in the commit that is checked out. */
function committed(dir: string): Map<string, string> {
  const tree = git(dir, 'ls-tree', '-r', '-z', 'HEAD', '--', '.').stdout ?? '';
  return new Map(Array.from(tree.matchAll(/(\S+)\t([^\0]+)\0/g), ([, hash = '', file = '']) => [file, hash]));
}

/** Files below `dir` that are new, gone or changed since the commit. They are hashed here, as Git's own comparison runs the filters that a repository names. */
function edited(dir: string, known: Map<string, string>): Set<string> {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'));
  const isHidden = (file: string) => file.split('/').some((part) => part.startsWith('.'));
  const isNew = files.filter((file) => !known.has(file) && !isHidden(file));
  const present = new Set(files);
  return new Set([...isNew, ...[...known].filter(([file, hash]) => !present.has(file) || isEdited(dir, file, hash)).map(([file]) => file)]);
}

/** Whether a file is another than the one that the commit has under this hash, if it has it. */
const isEdited = (dir: string, file: string, hash: string | undefined) => hash === undefined || !isBlob(readFileSync(join(dir, file)), hash);

/** Whether Git would give these bytes this hash, their line ends as they are or as they are kept. */
function isBlob(bytes: Buffer, hash: string): boolean {
  const hashOf = (content: Buffer) =>
    createHash(hash.length === 40 ? 'sha1' : 'sha256')
      .update(`blob ${content.length}\0`)
      .update(content)
      .digest('hex');
  return hashOf(bytes) === hash || hashOf(Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')) === hash;
}

/** A half of a text and its twin in the other language; `reviewed` is the day on which the author last found this half right as it was. */
export interface Pair {
  file: string;
  twin: string;
  reviewed?: string | undefined;
}

/** A change of the twin that came after the last change of this half. */
export interface LaterChange {
  commit: string;
  day: string;
  subject: string;
  /** First lines of its parts, in the twin as it was then. */
  lines: number[];
}

export interface StaleHalf extends Pair {
  /** The newest first. */
  changes: LaterChange[];
}

/**
 * Halves whose twin was changed in history after them, in more than typography, and that were not reviewed since. A half that is being
 * edited is not stale. Empty where there is no history.
 */
export function staleHalves(dir: string, history: Commit[], pairs: Pair[]): StaleHalf[] {
  const last = new Map<string, string>();
  for (const { commit, files } of history) for (const file of files) if (!last.has(file)) last.set(file, commit);
  const apart = pairs.filter(({ file, twin }) => last.has(file) && last.has(twin) && last.get(file) !== last.get(twin));
  if (apart.length === 0) return [];
  const changes = substantialChanges(dir, [...new Set(apart.flatMap(({ file, twin }) => [file, twin]))]);
  const stale = apart.flatMap((pair) => {
    const own = changes.findIndex(({ lines }) => lines.has(pair.file));
    const later = changes.slice(0, own < 0 ? changes.length : own).flatMap(({ commit, day, subject, lines }) => {
      const places = lines.get(pair.twin);
      return places === undefined || (pair.reviewed !== undefined && pair.reviewed >= day) ? [] : [{ commit, day, subject, lines: places }];
    });
    return later.length === 0 ? [] : [{ ...pair, changes: later }];
  });
  if (stale.length === 0) return [];
  const known = committed(dir);
  return stale.filter(({ file }) => !isEdited(dir, file, known.get(file)));
}

const mark = '\u0001';
const format = `--format=${mark}%H%x00%cs%x00%s`;

function git(dir: string, ...args: string[]) {
  const env = { ...process.env, ...environment };
  return spawnSync('git', ['-C', dir, ...harmless, ...args], { encoding: 'utf8', maxBuffer: 512 * 1024 * 1024, env });
}

/** Commits of a log whose entries begin with U+0001, hash, day and subject divided by U+0000, and go on with a file's name per line. */
export function readLog(log: string): Commit[] {
  return parts(log).map(({ commit, day, rest }) => ({ commit, day, files: rest.filter((line) => line !== '') }));
}

function parts(log: string): { commit: string; day: string; subject: string; rest: string[] }[] {
  return log
    .split(mark)
    .slice(1)
    .map((part) => {
      const [head = '', ...rest] = part.split('\n');
      const [commit = '', day = '', subject = ''] = head.split('\0');
      return { commit: commit.slice(0, 7), day, subject, rest };
    });
}

/** Commits that changed more than typography in one of the files, the newest first, with the lines where they did. */
function substantialChanges(dir: string, files: string[]): (Omit<LaterChange, 'lines'> & { lines: Map<string, number[]> })[] {
  const log = git(dir, 'log', format, '-p', '-U0', '--relative', '--no-renames', '--no-prefix', '--no-color', '--no-ext-diff', '--no-textconv', '--', ...files);
  return parts(log.stdout ?? '').map(({ rest, ...commit }) => ({ ...commit, lines: changedLines(rest) }));
}

/** Where a patch without context changes words or numbers, by file. */
function changedLines(patch: string[]): Map<string, number[]> {
  const lines = new Map<string, number[]>();
  let [file, first, inHunk] = ['', 0, false];
  let [old, fresh]: string[][] = [[], []];
  const close = () => {
    if (substance(old ?? []) !== substance(fresh ?? [])) lines.set(file, [...(lines.get(file) ?? []), first]);
    [old, fresh] = [[], []];
  };
  for (const line of patch) {
    const hunk = /^@@ -\S+ \+(\d+)/.exec(line);
    if (hunk || line.startsWith('diff --git ')) {
      close();
      inHunk = hunk !== null;
      first = Number(hunk?.[1] ?? 0);
    } else if (!inHunk && line.startsWith('+++ ')) file = line.slice(4);
    else if (inHunk && line.startsWith('-')) old?.push(line.slice(1));
    else if (inHunk && line.startsWith('+')) fresh?.push(line.slice(1));
  }
  close();
  return lines;
}

/** Letters and digits of what says something to the other language too: no punctuation, no blanks, no other wordings for search. */
function substance(lines: string[]): string {
  return lines
    .filter((line) => !/^(?:reviewed|asked):/.test(line))
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
