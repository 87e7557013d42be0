import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Facts } from '../../src/prose/context.ts';
import { checkContent } from '../check-content.ts';
import { changedEntry, corpusFiles, topicSlug, writeCorpus } from './corpus.ts';
import { queries } from './in-browser.ts';

const topics = 12;
const dir = mkdtempSync(join(tmpdir(), 'touchstone-corpus-'));
let checked: Awaited<ReturnType<typeof checkContent>>;

beforeAll(async () => {
  writeCorpus(join(dir, 'content'), topics);
  checked = await checkContent({
    contentDir: join(dir, 'content'),
    outDir: join(dir, 'site'),
    cacheDir: join(dir, 'cache'),
    base: '/',
    site: 'http://localhost',
    builtOn: '2026-11-24',
  });
}, 120_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const factsOf = (locale: 'en' | 'zh-cn'): Facts[] =>
  [...checked.preparation.rendered].filter(([id]) => id.endsWith(`/${locale}`)).map(([, { rendered }]) => rendered.facts);

describe('the synthetic corpus', () => {
  it('passes every rule of npm run check', () => expect(checked.findings).toEqual([]));

  it('has on each page what the peers were measured with', () => {
    for (const facts of [...factsOf('en'), ...factsOf('zh-cn')]) {
      expect(facts).toMatchObject({ tables: 1, formulas: 7 });
      expect(facts.headings.map(({ depth }) => depth)).toEqual([2, 2, 2, 2, 2, 2]);
      expect(facts.listings).toHaveLength(2);
      expect(facts.links).toHaveLength(5);
    }
    expect(factsOf('en')).toHaveLength(topics);
    expect(factsOf('zh-cn')).toHaveLength(topics);
  });

  it('has pages that are no longer than the rules demand, so that builds compare with the peers', () => {
    for (const { length } of factsOf('en')) expect(length).toBeLessThan(1250);
    for (const { length } of factsOf('zh-cn')) expect(length).toBeLessThan(2080);
  });

  it('holds what the benchmarks search for, on some pages and not on all', () => {
    for (const locale of ['en', 'zh-cn'] as const) {
      for (const query of queries[locale]) {
        const holders = factsOf(locale).filter(({ text }) => text.includes(query)).length;
        expect(holders, query).toBeGreaterThan(0);
        expect(holders, query).toBeLessThan(topics);
      }
    }
  });

  it('is the same for the same number, byte for byte', () => expect([...corpusFiles(7)]).toEqual([...corpusFiles(7)]));

  it('changes one entry, and leaves it the same otherwise', () => {
    const { file, text } = changedEntry(3, topics);
    const before = [...corpusFiles(topics)].find((one) => one.file === file)?.text ?? '';
    expect(file).toBe(`topics/${topicSlug(3)}/en.mdx`);
    expect(text).not.toBe(before);
    expect(text.startsWith(before)).toBe(true);
  });
});
