import { spawnSync } from 'node:child_process';

/** One change of a file: the day, the commit (seven digits: Git's own short form is longer in some copies) and what its author wrote about it, in one line. */
export interface Change {
  date: string;
  commit: string;
  what: string;
}

/** Where a folder stands in its history: the commit that is checked out, and whether the folder's files are as they are there. */
export interface Revision {
  /** The whole hash. */
  commit: string;
  clean: boolean;
}

const git = (dir: string, ...args: string[]) =>
  spawnSync('git', ['-C', dir, '-c', 'core.quotePath=off', ...args], { encoding: 'utf8', maxBuffer: 512 * 1024 * 1024 });

/**
 * The changes of each file below `dir`, newest first, by path relative to it, from Git's history. Empty where there is none, or only a shallow
 * one, whose first commit would be taken for the first change.
 */
export function changesOf(dir: string): Map<string, Change[]> {
  const shallow = git(dir, 'rev-parse', '--is-shallow-repository');
  if (shallow.status !== 0 || shallow.stdout.trim() !== 'false') return new Map();
  const log = git(dir, 'log', '--format=%x01%cs%x02%H%x02%s', '--name-only', '--relative', '--no-renames', '--', '.');
  const changes = new Map<string, Change[]>();
  let change: Change = { date: '', commit: '', what: '' };
  for (const line of log.stdout?.split('\n') ?? []) {
    if (line.startsWith('\u0001')) {
      const [date = '', commit = '', what = ''] = line.slice(1).split('\u0002');
      change = { date, commit: commit.slice(0, 7), what };
    } else if (line !== '') {
      const known = changes.get(line);
      if (known) known.push(change);
      else changes.set(line, [change]);
    }
  }
  return changes;
}

/** The commit of a folder whose files are under version control; undefined for one that merely lies inside a repository, or in none. */
export function revisionOf(dir: string): Revision | undefined {
  const tracked = git(dir, 'ls-files', '--', '.');
  const head = git(dir, 'rev-parse', 'HEAD');
  if (head.status !== 0 || !tracked.stdout) return undefined;
  return { commit: head.stdout.trim(), clean: git(dir, 'status', '--porcelain', '--', '.').stdout === '' };
}
