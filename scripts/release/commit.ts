import { spawnSync } from 'node:child_process';
import { root } from '../settings.ts';

export interface Commit {
  id: string;
  /** When it was committed, in seconds since 1970. */
  seconds: number;
  /** True if the folder holds changes that are not committed. */
  changed: boolean;
}

/** The commit that the project's folder stands at. Throws where there is no Git history: a release is named by its commit. */
export function headCommit(): Commit {
  const git = (...args: string[]) => {
    const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    if (status !== 0) throw new Error('A release is made from a commit, and this folder has no Git history: clone the repository.');
    return stdout.trim();
  };
  const [id = '', seconds = ''] = git('log', '-1', '--format=%H %ct').split(' ');
  return { id, seconds: Number(seconds), changed: git('status', '--porcelain') !== '' };
}
