import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { miniature } from '../../tests/mistakes/miniature.ts';
import type { Prepared, PreparedPage } from '../corpus/prepared.ts';
import { readAndRender, writePrepared } from './prepare.ts';

let contentDir = '';
let cacheDir = '';
let prepared: Prepared;
const page = (id: string) => prepared.pages.find((one) => one.id === id) as PreparedPage;

beforeAll(async () => {
  contentDir = await miniature();
  cacheDir = mkdtempSync(join(tmpdir(), 'prepared-'));
  const options = { contentDir, base: '/', cacheDir };
  prepared = JSON.parse(readFileSync(writePrepared(await readAndRender(options), { ...options, builtOn: '2026-11-24' }), 'utf8')) as Prepared;
});
afterAll(() => {
  for (const folder of [contentDir, cacheDir]) rmSync(folder, { recursive: true, force: true });
});

describe('what the site is made from', () => {
  it('has a page for each text, with its rendering in a file of its own', () => {
    expect(prepared.pages).toHaveLength(10);
    for (const { digest } of prepared.pages) {
      const { html, markdown } = JSON.parse(readFileSync(join(prepared.renderedDir, `${digest}.json`), 'utf8')) as { html: string; markdown: string };
      expect(html).toContain('<p>');
      expect(markdown).not.toContain('[@');
    }
  });
  it('knows which pages link to a page, in the same language', () => {
    expect(page('entry/time-on-air/en').backlinks.sort()).toEqual([
      'chapter/time-on-air/in-use/en',
      'disambiguation/lora/en',
      'question/how-long-is-a-packet/en',
    ]);
    expect(page('question/how-long-is-a-packet/zh-cn').backlinks).toEqual(['entry/time-on-air/zh-cn']);
  });
  it('relates pages of one language, never a page to itself', () => {
    for (const { id, locale, related } of prepared.pages) {
      expect(related).not.toContain(id);
      for (const other of related) expect(other.endsWith(`/${locale}`)).toBe(true);
    }
    expect(page('question/how-long-is-a-packet/en').related).toContain('entry/time-on-air/en');
  });
  it('knows which pages cite a source', () => {
    expect(prepared.citedIn['airtime-page']?.sort()).toEqual(['entry/time-on-air/en', 'entry/time-on-air/zh-cn']);
    expect(prepared.citedIn['sx1276-datasheet']).toHaveLength(8);
  });
  it('takes the first paragraph as the answer of a question', () => {
    expect(page('question/how-long-is-a-packet/en').lead).toBe('As long as its symbols take together.');
    expect(page('question/how-long-is-a-packet/zh-cn').lead).toBe('等于它的全部符号所占的时间。');
  });
});
