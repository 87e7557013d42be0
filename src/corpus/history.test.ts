import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastChanges, staleHalves } from './history.ts';

let folder = '';
const git = (where: string, day: string, ...args: string[]) =>
  execFileSync('git', ['-C', where, '-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false', ...args], {
    env: { ...process.env, GIT_AUTHOR_DATE: `${day}T12:00:00Z`, GIT_COMMITTER_DATE: `${day}T12:00:00Z` },
    stdio: 'pipe',
  });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'history-'));
  const repository = join(folder, 'whole');
  mkdirSync(join(repository, 'content/topics'), { recursive: true });
  const write = (file: string, text: string) => writeFileSync(join(repository, file), text);
  git(folder, '2026-01-01', 'init', '--quiet', repository);
  write('content/topics/en.mdx', 'one');
  write('content/topics/图.svg', 'one');
  write('outside.txt', 'one');
  git(repository, '2026-01-02', 'add', '.');
  git(repository, '2026-01-02', 'commit', '--quiet', '-m', 'one');
  write('content/topics/en.mdx', 'two');
  git(repository, '2026-03-04', 'commit', '--quiet', '-am', 'two');
  git(folder, '2026-03-05', 'clone', '--quiet', '--depth', '1', `file://${repository}`, join(folder, 'shallow'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('lastChanges(dir)', () => {
  it('gives the day of the last commit of each file below the folder, by its path from there', () => {
    expect(lastChanges(join(folder, 'whole/content'))).toEqual(
      new Map([
        ['topics/en.mdx', '2026-03-04'],
        ['topics/图.svg', '2026-01-02'],
      ]),
    );
  });
  it('gives nothing for a shallow copy, whose history starts on the wrong day', () => {
    expect(lastChanges(join(folder, 'shallow/content'))).toEqual(new Map());
  });
  it('gives nothing outside of a repository', () => {
    expect(lastChanges(folder)).toEqual(new Map());
  });
});

it('lastChanges(dir) runs no program that the settings of a repository from elsewhere name', () => {
  const repository = join(folder, 'hostile');
  const trace = join(folder, 'trace');
  const program = join(folder, 'program.sh');
  writeFileSync(program, `#!/bin/sh\ntouch '${trace}'\n`, { mode: 0o755 });
  git(folder, '2026-01-01', 'init', '--quiet', repository);
  writeFileSync(join(repository, 'a.mdx'), 'one');
  git(repository, '2026-01-02', 'add', '.');
  const tree = git(repository, '2026-01-02', 'write-tree').toString().trim();
  const signed = `tree ${tree}\nauthor A <a@example.org> 1767355200 +0000\ncommitter A <a@example.org> 1767355200 +0000\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\none\n`;
  const commit = execFileSync('git', ['-C', repository, 'hash-object', '-t', 'commit', '-w', '--stdin'], { input: signed }).toString().trim();
  git(repository, '2026-01-02', 'reset', '--quiet', '--hard', commit);
  for (const [key = '', value = ''] of [
    ['log.showSignature', 'true'],
    ['gpg.program', program],
    ['core.fsmonitor', program],
    ['core.pager', program],
  ])
    git(repository, '2026-01-02', 'config', key, value);
  expect(lastChanges(repository)).toEqual(new Map([['a.mdx', '2026-01-02']]));
  expect(existsSync(trace), 'a program was run').toBe(false);
  // That the trap works: Git itself falls into it.
  git(repository, '2026-01-02', 'log', '-1');
  expect(existsSync(trace)).toBe(true);
});

describe('staleHalves(dir, pairs)', () => {
  const pair = { file: 'zh-cn.mdx', twin: 'en.mdx' };
  /** A repository whose commits, one a day, write these texts into the two halves. */
  const history = (...commits: { en?: string; zh?: string }[]) => {
    const repository = mkdtempSync(join(folder, 'halves-'));
    git(folder, '2026-01-01', 'init', '--quiet', repository);
    for (const [index, { en, zh }] of commits.entries()) {
      if (en !== undefined) writeFileSync(join(repository, 'en.mdx'), en);
      if (zh !== undefined) writeFileSync(join(repository, 'zh-cn.mdx'), zh);
      const day = `2026-02-0${index + 1}`;
      git(repository, day, 'add', '.');
      git(repository, day, 'commit', '--quiet', '-m', `commit ${index + 1}`);
    }
    return repository;
  };

  it('tells what was changed in a half after its twin, the newest first, with lines', () => {
    const dir = history({ en: 'a\nb\nc\n', zh: '一\n' }, { en: 'a\nb\nd\n' }, { en: 'e\nb\nd\n' });
    expect(staleHalves(dir, [pair, { file: 'en.mdx', twin: 'zh-cn.mdx' }])).toMatchObject([
      {
        file: 'zh-cn.mdx',
        changes: [
          { day: '2026-02-03', subject: 'commit 3', lines: [1] },
          { day: '2026-02-02', subject: 'commit 2', lines: [3] },
        ],
      },
    ]);
  });
  it.each([
    [
      'halves changed together',
      [
        { en: 'a\n', zh: '一\n' },
        { en: 'b\n', zh: '二\n' },
      ],
    ],
    ['a half that followed', [{ en: 'a\n', zh: '一\n' }, { en: 'b\n' }, { zh: '二\n' }]],
    ['a change of typography', [{ en: "it's 5 kHz.\n", zh: '一\n' }, { en: 'it’s 5 kHz!\n' }]],
    ['other wordings for search', [{ en: 'asked: [a]\n', zh: '一\n' }, { en: 'asked: [a, b]\n' }]],
  ])('has nothing against %s', (_what, commits) => {
    expect(staleHalves(history(...commits), [pair])).toEqual([]);
  });
  it('takes the word of a later review, and not of an earlier one', () => {
    const dir = history({ en: 'a\n', zh: '一\n' }, { en: 'b\n' });
    expect(staleHalves(dir, [{ ...pair, reviewed: '2026-02-02' }])).toEqual([]);
    expect(staleHalves(dir, [{ ...pair, reviewed: '2026-02-01' }])).toHaveLength(1);
  });
  it('does not count a review as a change', () => {
    const dir = history({ en: 'a\n', zh: '一\n' }, { en: 'b\n' }, { zh: 'reviewed: 2026-02-03\n一\n' });
    expect(staleHalves(dir, [pair])).toHaveLength(1);
    expect(staleHalves(dir, [{ file: 'en.mdx', twin: 'zh-cn.mdx' }])).toEqual([]);
  });
  it('leaves a half alone that is being edited, and a folder without history', () => {
    const dir = history({ en: 'a\n', zh: '一\n' }, { en: 'b\n' });
    writeFileSync(join(dir, 'zh-cn.mdx'), '二\n');
    expect(staleHalves(dir, [pair])).toEqual([]);
    expect(staleHalves(folder, [pair])).toEqual([]);
  });
});
