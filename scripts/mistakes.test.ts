import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareFindings, type Finding } from '../src/corpus/finding.ts';
import { miniature } from '../tests/mistakes/miniature.ts';
import * as mistakes from '../tests/mistakes/mistakes.ts';
import { checkContent } from './check-content.ts';
import { root, settings } from './settings.ts';

let cacheDir = '';
const folders: string[] = [];

beforeAll(() => {
  cacheDir = mkdtempSync(join(tmpdir(), 'miniature-cache-'));
});
afterAll(() => {
  for (const folder of [cacheDir, ...folders]) rmSync(folder, { recursive: true, force: true });
});

async function make(...given: Parameters<typeof miniature>): Promise<string> {
  const folder = await miniature(...given);
  folders.push(folder);
  return folder;
}

async function check(contentDir: string): Promise<Finding[]> {
  const { findings } = await checkContent({ ...settings({}), contentDir, cacheDir });
  return findings.sort(compareFindings);
}

/** Line on which a text starts that stands in a file. */
function lineOf(folder: string, { file, at }: mistakes.Expected): number {
  if (typeof at === 'number') return at;
  const index = readFileSync(join(folder, file), 'utf8').indexOf(at);
  expect(index, `"${at}" stands in ${file}`).toBeGreaterThanOrEqual(0);
  return readFileSync(join(folder, file), 'utf8').slice(0, index).split('\n').length;
}

it('finds nothing in a good folder', async () => {
  expect(await check(await make())).toEqual([]);
});

for (const [part, all] of Object.entries(mistakes)) {
  describe(part, () => {
    it.each(all.map((mistake): [string, mistakes.Mistake] => [mistake.name, mistake]))(
      'finds %s, and nothing else',
      async (_name, { changes, long, found }) => {
        const folder = await make(changes, long === undefined ? {} : { long });
        const expected = found.map((one) => ({
          file: one.file,
          line: lineOf(folder, one),
          rule: one.rule,
          message: expect.stringMatching(one.message),
          suggestion: expect.stringMatching(one.suggestion),
        }));
        expect(await check(folder)).toEqual(expected.sort((a, b) => compareFindings(a as unknown as Finding, b as unknown as Finding)));
      },
    );
  });
}

it('knows at least 45 kinds of mistake', () => {
  const names = Object.values(mistakes).flatMap((all) => all.map(({ name }) => name));
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(45);
});

describe('history', () => {
  const en = 'topics/time-on-air/questions/how-long-is-a-packet.en.mdx';
  const zh = 'topics/time-on-air/questions/how-long-is-a-packet.zh-cn.mdx';
  const commit = (folder: string, subject: string) => {
    const git = (...args: string[]) =>
      spawnSync('git', ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false', ...args]);
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '-m', subject);
  };
  const edit = (folder: string, file: string, from: string, to: string) =>
    writeFileSync(join(folder, file), readFileSync(join(folder, file), 'utf8').replace(from, to));

  it('finds a half that waits for its twin, until it is brought up to date or reviewed', async () => {
    const folder = await make();
    commit(folder, 'Both halves');
    expect(await check(folder)).toEqual([]);
    edit(folder, en, 'take together.', 'take together, preamble included.');
    commit(folder, 'The preamble counts');
    expect(await check(folder)).toEqual([
      {
        file: zh,
        line: 1,
        rule: 'stale',
        message: expect.stringMatching(/questions\/how-long-is-a-packet\.en\.mdx was changed after it: \d{4}-\d\d-\d\d “The preamble counts” \(line 6\)$/),
        suggestion: expect.stringMatching(/git show [0-9a-f]+ .* "reviewed: \d{4}-\d\d-\d\d" into its front matter$/),
      },
    ]);
    edit(folder, zh, 'asked:', 'reviewed: 2999-12-31\nasked:');
    expect(await check(folder)).toEqual([]);
  });
});

describe('the commands', () => {
  const run = (script: string, environment: Record<string, string>) =>
    spawnSync(process.execPath, [join(root, 'scripts', script)], { cwd: root, encoding: 'utf8', env: { ...process.env, CACHE_DIR: cacheDir, ...environment } });
  const bad = () =>
    make({
      'topics/time-on-air/topic.yaml': [['hue: teal', 'hue: mauve']],
      'todo.md': 'remember\n',
    });

  it('check prints every finding with file, line, rule and remedy, and exits with 1', async () => {
    const { status, stderr } = run('check.ts', { CONTENT_DIR: await bad() });
    expect(status).toBe(1);
    expect(stderr).toMatch(/\/topics\/time-on-air\/topic\.yaml:2 {2}\[schema\] "hue" has a value that is not allowed\n {4}→ one of: /);
    expect(stderr).toMatch(/\/todo\.md:1 {2}\[layout\] this file has no place here\n {4}→ move or delete it/);
    expect(stderr).toMatch(/2 findings\.\n$/);
  });

  it('check exits with 0 on a good folder', async () => {
    const { status, stdout } = run('check.ts', { CONTENT_DIR: await make() });
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: expect.stringMatching(
        /^100 % of paragraphs with figures are grounded .*\n100 % of listings .*\n10 texts, \d+ sources, 4 terms: nothing found\.\n$/,
      ),
    });
  });

  it('build refuses a bad folder, exits with 1 and leaves the last good site as it was, byte for byte', async () => {
    const parent = mkdtempSync(join(tmpdir(), 'miniature-site-'));
    folders.push(parent);
    const outDir = join(parent, 'dist');
    mkdirSync(join(outDir, 'en'), { recursive: true });
    writeFileSync(join(outDir, 'index.html'), '<!doctype html><title>The last good site</title>\n');
    writeFileSync(join(outDir, 'en', 'picture.bin'), Buffer.from([0, 255, 10, 13, 128]));
    const before = digestOf(parent);
    const { status, stderr } = run('build.ts', { CONTENT_DIR: await bad(), OUT_DIR: outDir });
    expect(status).toBe(1);
    expect(stderr).toMatch(/the last good site is untouched/);
    expect(digestOf(parent)).toEqual(before);
  });
});

/** Names and digests of everything below a folder. */
function digestOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path, createHash('sha256').update(readFileSync(path)).digest('hex')];
    }),
  );
}
