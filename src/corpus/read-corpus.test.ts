import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCorpus } from './read-corpus.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function corpusOf(files: Record<string, string>) {
  const dir = mkdtempSync(join(tmpdir(), 'corpus-'));
  folders.push(dir);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), text);
  }
  return readCorpus(dir);
}

const topicYaml = (order: number) =>
  `order: ${order}\nhue: teal\ntitle: { en: T, zh-cn: 题 }\nshortTitle: { en: T, zh-cn: 题 }\nsummary: { en: S., zh-cn: 述。 }\n`;
const site =
  'name: { en: N, zh-cn: 名 }\ntagline: { en: T, zh-cn: 语 }\ndescription: { en: D, zh-cn: 述 }\npublisher: P\nlicence: { name: { en: L, zh-cn: 许可 }, url: https://example.org/ }\nabout: { en: A, zh-cn: 关于 }\n';
const entry = '---\ntitle: A title\ndescription: A description that is long enough for lists.\n---\n\nFirst line.\n';

describe('readCorpus(dir)', () => {
  it('reads a folder of everything, and finds nothing in it', () => {
    const listing = 'print(1)\n';
    const corpus = corpusOf({
      'site.yaml': site,
      'topics/b/topic.yaml': topicYaml(1),
      'topics/b/en.mdx': entry,
      'topics/b/questions/what-is-it.zh-cn.mdx': '---\nquestion: 它是什么？\n---\n答案。\n',
      'topics/b/listings/one.py': listing,
      'topics/b/listings/one.py.run.yaml': 'notRun: { en: No., zh-cn: 无。 }\n',
      'topics/b/images/a.svg': '<svg/>',
      'README.md': 'guide',
      '.DS_Store': 'noise',
    });
    expect(corpus.findings).toEqual([]);
    expect(corpus.documents.map(({ id, title }) => `${id} ${title}`)).toEqual(['entry/b/en A title', 'question/what-is-it/zh-cn 它是什么？']);
    expect(corpus.listings).toMatchObject([{ name: 'one.py', sha256: createHash('sha256').update(listing).digest('hex'), record: { notRun: { en: 'No.' } } }]);
    expect(corpus.images).toEqual(['b/a.svg']);
    expect(corpus.site.publisher).toBe('P');
  });

  it('knows on which line of the file a text starts', () => {
    const [document] = corpusOf({ 'site.yaml': site, 'topics/b/topic.yaml': topicYaml(1), 'topics/b/en.mdx': entry }).documents;
    expect(document?.body).toBe('\nFirst line.\n');
    expect(entry.split('\n')[(document?.bodyLine ?? 0) - 1 + 1]).toBe('First line.');
  });

  it('reads files with Windows line ends', () => {
    const corpus = corpusOf({ 'site.yaml': site, 'topics/b/topic.yaml': topicYaml(1), 'topics/b/en.mdx': entry.replaceAll('\n', '\r\n') });
    expect(corpus.findings).toEqual([]);
    expect(corpus.documents[0]).toMatchObject({ title: 'A title', bodyLine: 5 });
  });

  it('puts topics in their order, by name where that is equal', () => {
    const corpus = corpusOf({
      'site.yaml': site,
      'topics/c/topic.yaml': topicYaml(2),
      'topics/b/topic.yaml': topicYaml(2),
      'topics/d/topic.yaml': topicYaml(1),
    });
    expect(corpus.topics.map(({ slug }) => slug)).toEqual(['d', 'b', 'c']);
  });

  it('finds all mistakes of all files in one reading, each with its file and line', () => {
    const { findings } = corpusOf({
      'topics/b/topic.yaml': topicYaml(1).replace('teal', 'mauve'),
      'topics/b/en.mdx': entry.replace('title: A title\n', ''),
      'topics/b/extra.txt': '',
    });
    expect(findings.map(({ file, line, rule }) => `${file}:${line} ${rule}`).sort()).toEqual([
      'site.yaml:1 layout',
      'topics/b/en.mdx:2 schema',
      'topics/b/extra.txt:1 layout',
      'topics/b/topic.yaml:2 schema',
    ]);
  });
});
