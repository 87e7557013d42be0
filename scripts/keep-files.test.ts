import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Edition, KeptList } from '../src/offline/kept-list.ts';
import { writeKeepFiles } from './keep-files.ts';

const made: string[] = [];
afterEach(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true });
});

const files: Record<string, string> = {
  'index.html': '<p>root',
  'en/index.html': '<p>abc',
  'en/index.md': 'abc',
  'en/rss.xml': '<rss/>',
  '404.html': 'none',
  'robots.txt': '',
  'pictures/en.png': 'png',
  'figures/zigbee/en/a.csv': '1,2',
  'assets/page.1a2b.js': 'run()',
  'assets/math.3c4d.woff2': 'font',
  'service-worker.js': 'self.x=1;',
  ...Object.fromEntries(
    ['en', 'zh-cn'].flatMap((locale) => [
      [`search/${locale}/index.json`, JSON.stringify({ folder: `assets/search/${locale}/9f` })],
      [`assets/search/${locale}/9f/t0.json`, '{"a":"1"}'],
      [`assets/search/${locale}/9f/w3.json`, '"a b"'],
    ]),
  ),
};

function write(changed: Record<string, string> = {}): { dir: string; edition: Edition; list: KeptList } {
  const dir = mkdtempSync(join(tmpdir(), 'keep-'));
  made.push(dir);
  for (const [file, text] of Object.entries({ ...files, ...changed })) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), text);
  }
  const edition = writeKeepFiles(dir);
  return { dir, edition, list: JSON.parse(readFileSync(join(dir, edition.list), 'utf8')) as KeptList };
}

describe('writeKeepFiles(dir)', () => {
  it('lists what readers may ask for, by address, with digest (sha256sum, first twelve digits) and bytes; no copies for machines', () => {
    const { list } = write();
    expect(Object.keys(list).sort()).toEqual([
      '',
      'assets/math.3c4d.woff2',
      'assets/page.1a2b.js',
      'assets/search/en/9f/whole.json',
      'assets/search/zh-cn/9f/whole.json',
      'en/',
      'figures/zigbee/en/a.csv',
      'search/en/index.json',
      'search/zh-cn/index.json',
    ]);
    // printf '<p>abc' | sha256sum
    expect(list['en/']).toEqual(['d03862b547e5', 6]);
  });

  it('puts a small index into one file, part by part, and leaves a large one in its parts', () => {
    const { dir, edition } = write();
    expect(JSON.parse(readFileSync(join(dir, edition.search.en?.whole ?? ''), 'utf8'))).toEqual({ 't0.json': { a: '1' }, 'w3.json': 'a b' });
    const large = write({ 'assets/search/en/9f/t1.json': JSON.stringify('x'.repeat(4_000_001)) });
    expect(large.edition.search.en?.whole).toBeUndefined();
    expect(Object.keys(large.list)).toEqual(
      expect.arrayContaining(['assets/search/en/9f/t0.json', 'assets/search/en/9f/t1.json', 'assets/search/zh-cn/9f/whole.json']),
    );
  });

  it('names the edition in the first line of the worker: the same for the same site, another for any change, of the worker too', () => {
    const { dir, edition } = write();
    const [first, rest] = readFileSync(join(dir, 'service-worker.js'), 'utf8').split('\n');
    expect([first, rest]).toEqual([`const edition=${JSON.stringify(edition)};`, 'self.x=1;']);
    expect(edition.shell).toEqual(['assets/math.3c4d.woff2', 'assets/page.1a2b.js']);
    expect(write().edition).toEqual(edition);
    const changes: Record<string, string>[] = [
      { 'en/index.html': '<p>abd' },
      { 'assets/page.1a2b.js': 'ruN()' },
      { 'service-worker.js': 'self.x=2;' },
      { 'assets/search/en/9f/t0.json': '{}' },
    ];
    expect(new Set([edition, ...changes.map((change) => write(change).edition)].map(({ version }) => version)).size).toBe(5);
    expect(write({ 'en/index.md': 'other' }).edition.version, 'what is not kept does not count').toBe(edition.version);
  });
});
