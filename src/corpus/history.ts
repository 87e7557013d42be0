import { spawnSync } from 'node:child_process';

/** Day of the last change of each file below `dir`, by path relative to it, from Git's history. Empty where there is none, or only a shallow one. */
export function lastChanges(dir: string): Map<string, string> {
  const git = (...args: string[]) => spawnSync('git', ['-C', dir, '-c', 'core.quotePath=off', ...args], { encoding: 'utf8', maxBuffer: 512 * 1024 * 1024 });
  const shallow = git('rev-parse', '--is-shallow-repository');
  if (shallow.status !== 0 || shallow.stdout.trim() !== 'false') return new Map();
  const log = git('log', '--format=%x01%cs', '--name-only', '--relative', '--no-renames', '--', '.');
  const days = new Map<string, string>();
  let day = '';
  for (const line of log.stdout?.split('\n') ?? []) {
    if (line.startsWith('\u0001')) day = line.slice(1);
    else if (line !== '' && !days.has(line)) days.set(line, day);
  }
  return days;
}
