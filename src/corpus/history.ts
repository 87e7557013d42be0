import { spawnSync } from 'node:child_process';

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

/** Day of the last change of each file below `dir`, by path relative to it, from Git's history. Empty where there is none, or only a shallow one. */
export function lastChanges(dir: string): Map<string, string> {
  const git = (...args: string[]) =>
    spawnSync('git', ['-C', dir, ...harmless, ...args], { encoding: 'utf8', maxBuffer: 512 * 1024 * 1024, env: { ...process.env, ...environment } });
  const shallow = git('rev-parse', '--is-shallow-repository');
  if (shallow.status !== 0 || shallow.stdout.trim() !== 'false') return new Map();
  return readLog(git('log', '--format=%x01%cs', '--name-only', '--relative', '--no-renames', '--', '.').stdout ?? '');
}

/** The first (newest) day under which a file's name stands in a log whose days start with U+0001. */
export function readLog(log: string): Map<string, string> {
  const days = new Map<string, string>();
  let day = '';
  for (const line of log.split('\n')) {
    if (line.startsWith('\u0001')) day = line.slice(1);
    else if (line !== '' && !days.has(line)) days.set(line, day);
  }
  return days;
}
