import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changesOf, revisionOf } from './history.ts';

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

describe('changesOf(dir)', () => {
  it('gives the commits of each file below the folder, newest first, by its path from there', () => {
    const told = [...changesOf(join(folder, 'whole/content'))].map(([file, changes]) => [file, changes.map(({ date, what }) => `${date} ${what}`)]);
    expect(Object.fromEntries(told)).toEqual({
      'topics/en.mdx': ['2026-03-04 two', '2026-01-02 one'],
      'topics/图.svg': ['2026-01-02 one'],
    });
  });
  it('names each commit by the first seven digits of its hash', () => {
    const head = git(join(folder, 'whole'), '2026-03-04', 'rev-parse', 'HEAD').toString().slice(0, 7);
    expect(changesOf(join(folder, 'whole/content')).get('topics/en.mdx')?.[0]?.commit).toBe(head);
  });
  it('gives nothing for a shallow copy, whose history starts on the wrong day', () => {
    expect(changesOf(join(folder, 'shallow/content'))).toEqual(new Map());
  });
  it('gives nothing outside of a repository', () => {
    expect(changesOf(folder)).toEqual(new Map());
  });
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
  });
  it('is none outside of a repository, and none for a folder in one of which nothing is tracked', () => {
    expect(revisionOf(folder)).toBeUndefined();
    mkdirSync(join(whole(), 'generated'));
    writeFileSync(join(whole(), 'generated/en.mdx'), 'made');
    expect(revisionOf(join(whole(), 'generated'))).toBeUndefined();
  });
});
