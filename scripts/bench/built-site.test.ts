import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { heaviestPage, precompress, weighSite } from './built-site.ts';

const folders: string[] = [];

function siteWith(files: Record<string, string>): string {
  const dir = mkdtempSync(join(tmpdir(), 'touchstone-built-'));
  folders.push(dir);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
  return dir;
}

afterEach(() => {
  for (const dir of folders.splice(0)) rmSync(dir, { recursive: true, force: true });
});

describe('weighSite', () => {
  it('counts the search index apart', () =>
    expect(
      weighSite(
        siteWith({
          'en/index.html': '12345',
          'assets/search.js': '123',
          'assets/search/en/1/t0.json': '12',
          'assets/search/en/1/whole.json': '1234',
          'search/en/index.json': '1',
        }),
      ),
    ).toEqual({
      bytes: 15,
      files: 5,
      htmlBytes: 5,
      indexBytes: 3,
      indexFiles: 2,
    }));
});

describe('heaviestPage', () => {
  it('is the heaviest in both languages together', () => {
    const dir = siteWith({
      'zh-cn/topics/a/index.html': '1234',
      'en/topics/a/index.html': '1234',
      'zh-cn/topics/b/index.html': '12345',
      'en/topics/b/index.html': '1',
      'zh-cn/topics/index.html': '1234567890',
    });
    expect(heaviestPage(dir, 'entry')).toBe('topics/a/');
    expect(heaviestPage(dir, 'question')).toBeUndefined();
    expect(heaviestPage(dir, 'home')).toBe('');
  });
});

describe('precompress', () => {
  it('compresses what the pages need, and keeps what a build has compressed already', () => {
    const dir = siteWith({
      'en/index.html': 'wanted',
      'en/other/index.html': 'not wanted',
      'assets/a.css': 'a{}',
      'assets/b.js': 'b',
      'assets/b.js.br': 'kept',
      'a.woff2': 'x',
    });
    precompress(dir, ['en/']);
    expect(brotliDecompressSync(readFileSync(join(dir, 'en/index.html.br'))).toString()).toBe('wanted');
    expect(readFileSync(join(dir, 'assets/b.js.br'), 'utf8')).toBe('kept');
    expect(['assets/a.css.br', 'en/other/index.html.br', 'a.woff2.br'].map((file) => existsSync(join(dir, file)))).toEqual([true, false, false]);
  });
});
