import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commits, lastChanges, revisionOf, staleHalves } from './history.ts';

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

describe('commits(dir)', () => {
  it('gives the commits of the files below the folder, newest first, by their paths from there', () => {
    expect(commits(join(folder, 'whole/content')).map(({ day, files }) => [day, ...files])).toEqual([
      ['2026-03-04', 'topics/en.mdx'],
      ['2026-01-02', 'topics/en.mdx', 'topics/图.svg'],
    ]);
  });
  it('names each by the first seven digits of its hash', () => {
    const head = git(join(folder, 'whole'), '2026-03-04', 'rev-parse', 'HEAD').toString().slice(0, 7);
    expect(commits(join(folder, 'whole/content'))[0]?.commit).toBe(head);
  });
  it('gives nothing for a shallow copy, whose history starts on the wrong day', () => {
    expect(commits(join(folder, 'shallow/content'))).toEqual([]);
  });
  it('gives nothing outside of a repository', () => {
    expect(commits(folder)).toEqual([]);
  });
});

it('lastChanges(history) gives the day of the last commit of each file', () => {
  expect(lastChanges(commits(join(folder, 'whole/content')))).toEqual(
    new Map([
      ['topics/en.mdx', '2026-03-04'],
      ['topics/图.svg', '2026-01-02'],
    ]),
  );
});

describe('revisionOf(dir)', () => {
  const whole = () => join(folder, 'whole');
  it('is the commit that is checked out, also in a shallow copy', () => {
    const head = git(whole(), '2026-03-04', 'rev-parse', 'HEAD').toString().trim();
    expect(revisionOf(join(whole(), 'content'))).toEqual({ commit: head, clean: true });
    expect(revisionOf(join(folder, 'shallow/content'))).toEqual({ commit: head, clean: true });
  });
  it('is not clean once a file of the folder differs, or is new; a file outside of it counts for nothing', () => {
    writeFileSync(join(whole(), 'outside.txt'), 'two');
    expect(revisionOf(join(whole(), 'content'))?.clean).toBe(true);
    writeFileSync(join(whole(), 'content/new.mdx'), 'new');
    expect(revisionOf(join(whole(), 'content'))?.clean).toBe(false);
    rmSync(join(whole(), 'content/new.mdx'));
    const text = readFileSync(join(whole(), 'content/topics/en.mdx'));
    writeFileSync(join(whole(), 'content/topics/en.mdx'), 'changed');
    expect(revisionOf(join(whole(), 'content'))?.clean).toBe(false);
    rmSync(join(whole(), 'content/topics/en.mdx'));
    expect(revisionOf(join(whole(), 'content'))?.clean).toBe(false);
    writeFileSync(join(whole(), 'content/topics/en.mdx'), text);
    expect(revisionOf(join(whole(), 'content'))?.clean).toBe(true);
  });
  it('takes line ends of another system for the same text', () => {
    const repository = join(folder, 'lines');
    git(folder, '2026-01-01', 'init', '--quiet', repository);
    writeFileSync(join(repository, 'a.mdx'), 'one\ntwo\n');
    git(repository, '2026-01-02', 'add', '.');
    git(repository, '2026-01-02', 'commit', '--quiet', '-m', 'one');
    writeFileSync(join(repository, 'a.mdx'), 'one\r\ntwo\r\n');
    expect(revisionOf(repository)?.clean).toBe(true);
  });
  it('is none outside of a repository, and none for a folder in one of which nothing is tracked', () => {
    expect(revisionOf(folder)).toBeUndefined();
    mkdirSync(join(whole(), 'generated'));
    writeFileSync(join(whole(), 'generated/en.mdx'), 'made');
    expect(revisionOf(join(whole(), 'generated'))).toBeUndefined();
  });
});

describe('reading a repository from elsewhere', () => {
  const hostile = (name: string, settings: [string, string][], attributes = '') => {
    const repository = join(folder, name);
    const trace = join(folder, `${name}-trace`);
    const program = join(folder, `${name}.sh`);
    writeFileSync(program, `#!/bin/sh\ntouch '${trace}'\ncat $1\n`, { mode: 0o755 });
    git(folder, '2026-01-01', 'init', '--quiet', repository);
    writeFileSync(join(repository, 'a.mdx'), 'one');
    writeFileSync(join(repository, 'b.mdx'), 'one');
    writeFileSync(join(repository, '.gitattributes'), attributes);
    git(repository, '2026-01-02', 'add', '.');
    const tree = git(repository, '2026-01-02', 'write-tree').toString().trim();
    const signed = `tree ${tree}\nauthor A <a@example.org> 1767355200 +0000\ncommitter A <a@example.org> 1767355200 +0000\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\none\n`;
    const commit = execFileSync('git', ['-C', repository, 'hash-object', '-t', 'commit', '-w', '--stdin'], { input: signed }).toString().trim();
    git(repository, '2026-01-02', 'reset', '--quiet', '--hard', commit);
    writeFileSync(join(repository, 'a.mdx'), 'two');
    git(repository, '2026-01-03', 'commit', '--quiet', '-m', 'two', 'a.mdx');
    // Git looks at a file again whose time is another than it remembers.
    utimesSync(join(repository, 'b.mdx'), 1, 1);
    for (const [key, value] of settings) git(repository, '2026-01-03', 'config', key, value === '' ? program : value);
    return { repository, ran: () => existsSync(trace) };
  };
  const programs: [string, string][] = [
    'gpg.program',
    'core.fsmonitor',
    'core.pager',
    'diff.external',
    'filter.x.clean',
    'diff.x.textconv',
    'diff.x.command',
  ].map((key) => [key, '']);

  it('runs no program that its settings and attributes name', () => {
    const { repository, ran } = hostile('all', [['log.showSignature', 'true'], ...programs], '*.mdx filter=x diff=x\n');
    const history = commits(repository);
    expect(lastChanges(history).get('a.mdx')).toBe('2026-01-03');
    expect(staleHalves(repository, history, [{ file: 'b.mdx', twin: 'a.mdx' }])).toHaveLength(1);
    expect(revisionOf(repository)?.clean).toBe(true);
    expect(ran(), 'a program was run').toBe(false);
  });
  // That the traps work: Git itself falls into each.
  it.each([
    ['signatures', ['log', '-1', 'HEAD~'], ''],
    ['filters', ['diff', '--name-only', 'HEAD'], '*.mdx filter=x\n'],
    ['text conversions', ['log', '-p', '--no-ext-diff'], '*.mdx diff=x\n'],
    ['the state of files', ['status'], ''],
  ])('would run one for %s in Git’s own way', (name, command, attributes) => {
    const { repository, ran } = hostile(`trap-${name.replaceAll(' ', '-')}`, [['log.showSignature', 'true'], ...programs], attributes);
    try {
      git(repository, '2026-01-03', ...command);
    } catch {
      // Git may not like what the program says.
    }
    expect(ran()).toBe(true);
  });
});

describe('staleHalves(dir, history, pairs)', () => {
  const stale = (dir: string, pairs: Parameters<typeof staleHalves>[2]) => staleHalves(dir, commits(dir), pairs);
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
    expect(stale(dir, [pair, { file: 'en.mdx', twin: 'zh-cn.mdx' }])).toMatchObject([
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
    expect(stale(history(...commits), [pair])).toEqual([]);
  });
  it('takes the word of a later review, and not of an earlier one', () => {
    const dir = history({ en: 'a\n', zh: '一\n' }, { en: 'b\n' });
    expect(stale(dir, [{ ...pair, reviewed: '2026-02-02' }])).toEqual([]);
    expect(stale(dir, [{ ...pair, reviewed: '2026-02-01' }])).toHaveLength(1);
  });
  it('does not count a review as a change', () => {
    const dir = history({ en: 'a\n', zh: '一\n' }, { en: 'b\n' }, { zh: 'reviewed: 2026-02-03\n一\n' });
    expect(stale(dir, [pair])).toHaveLength(1);
    expect(stale(dir, [{ file: 'en.mdx', twin: 'zh-cn.mdx' }])).toEqual([]);
  });
  it('leaves a half alone that is being edited, and a folder without history', () => {
    const dir = history({ en: 'a\n', zh: '一\n' }, { en: 'b\n' });
    writeFileSync(join(dir, 'zh-cn.mdx'), '二\n');
    expect(stale(dir, [pair])).toEqual([]);
    expect(stale(folder, [pair])).toEqual([]);
  });
});
