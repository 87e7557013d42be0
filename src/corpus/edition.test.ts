import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { editionSchema } from '../schema/edition.ts';
import type { CorpusDocument } from './corpus.ts';
import { comparePages, compareVersions, type EditionPage, editionPages, editionText, sealOf } from './edition.ts';
import { readYaml } from './read-yaml.ts';

const half = (kind: CorpusDocument['kind'], slug: string, locale: 'en' | 'zh-cn', title: string) =>
  ({ kind, slug, locale, title, file: `${slug}.${locale}.mdx` }) as CorpusDocument;
const documents = [
  half('question', 'why', 'en', 'Why?'),
  half('question', 'why', 'zh-cn', '为什么？'),
  half('entry', 'boats', 'zh-cn', '船'),
  half('entry', 'boats', 'en', 'Boats'),
  half('entry', 'half', 'en', 'Half'),
];
const hashes = new Map(documents.map(({ file }) => [file, createHash('sha256').update(file).digest('hex')]));
const text = editionText('1.2', '2026-11-24', 'ab'.repeat(20), documents, hashes);

describe('editionPages(documents, hashes)', () => {
  it('holds each page once, with title and hash of both halves, by address; a text without its other half is no page', () => {
    expect(editionPages(documents, hashes)).toEqual([
      { path: 'questions/why/', title: { en: 'Why?', 'zh-cn': '为什么？' }, sha256: { en: hashes.get('why.en.mdx'), 'zh-cn': hashes.get('why.zh-cn.mdx') } },
      { path: 'topics/boats/', title: { en: 'Boats', 'zh-cn': '船' }, sha256: { en: hashes.get('boats.en.mdx'), 'zh-cn': hashes.get('boats.zh-cn.mdx') } },
    ]);
  });
});

describe('editionText(…)', () => {
  it('is a file that the schema accepts, and says the same each time', () => {
    const { value, findings } = readYaml(text, editionSchema, 'editions/1.2.yaml');
    expect(findings).toEqual([]);
    expect(value).toMatchObject({ version: '1.2', date: '2026-11-24', commit: 'ab'.repeat(20) });
    expect(value?.pages).toEqual(editionPages(documents, hashes));
    expect(editionText('1.2', '2026-11-24', 'ab'.repeat(20), documents, hashes)).toBe(text);
  });
  it('keeps a version that YAML would read as a number', () => {
    expect(readYaml(editionText('1.10', '2026-11-24', undefined, [], hashes), editionSchema, 'x').value?.version).toBe('1.10');
  });
  it('ends with the SHA-256 of all lines before the last', () => {
    const [, lines = '', seal] = /^([\s\S]*\n)seal: (\w{64})\n$/.exec(text) ?? [];
    expect(createHash('sha256').update(lines).digest('hex')).toBe(seal);
    expect(sealOf(text)).toBe(seal);
  });
  it('has another seal once a byte of it is changed', () => {
    expect(sealOf(text.replace('Boats', 'Goats'))).not.toBe(sealOf(text));
  });
});

describe('compareVersions(a, b)', () => {
  it('goes by numbers, part by part', () => {
    expect(['1.10', '0.9', '1.9', '1', '1.9.1'].sort(compareVersions)).toEqual(['0.9', '1', '1.9', '1.9.1', '1.10']);
    expect(compareVersions('1', '1.0')).toBe(0);
  });
});

describe('comparePages(earlier, later)', () => {
  const page = (path: string, en: string, zh = 'same'): EditionPage => ({ path, title: { en: path, 'zh-cn': path }, sha256: { en, 'zh-cn': zh } });
  it('tells of each page whether it is the same, changed in either half, added or removed', () => {
    const earlier = [page('a/a/', '1'), page('a/b/', '1'), page('a/c/', '1'), page('a/gone/', '1')];
    const later = [page('a/a/', '1'), page('a/b/', '2'), page('a/c/', '1', 'other'), page('a/new/', '1')];
    expect(Object.fromEntries(comparePages(earlier, later))).toEqual({
      'a/a/': 'same',
      'a/b/': 'changed',
      'a/c/': 'changed',
      'a/gone/': 'removed',
      'a/new/': 'added',
    });
  });
});
