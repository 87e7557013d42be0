import { describe, expect, it } from 'vitest';
import { locales } from './locales.ts';
import { formatDate, messages } from './messages.ts';

type Tree = { [key: string]: unknown };
const keys = (tree: Tree, path = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === 'object' && value !== null ? keys(value as Tree, `${path}${key}.`) : [`${path}${key}`]));
const texts = (tree: Tree): string[] =>
  Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? texts(value as Tree) : []));

describe('messages(locale)', () => {
  it('has the same keys in every language', () => {
    const [first, ...others] = locales.map((locale) => keys(messages(locale) as unknown as Tree).sort());
    for (const other of others) expect(other).toEqual(first);
  });
  it('is nowhere empty', () => {
    for (const locale of locales) expect(texts(messages(locale) as unknown as Tree).filter((text) => text.trim() === '')).toEqual([]);
  });
  it('has Chinese typography in Chinese: no space beside Han, no half-width punctuation', () => {
    const wrong = /\p{Script=Han} +[\p{Script=Latin}\d]|[\p{Script=Latin}\d] +\p{Script=Han}|\p{Script=Han}[,;!?:(]/u;
    // The placeholder of the search field is a query as people type it.
    const {
      searchFace: { placeholder: _, ...face },
      ...rest
    } = messages('zh-cn');
    expect(texts({ ...rest, face } as unknown as Tree).filter((text) => wrong.test(text))).toEqual([]);
  });
});

describe('formatDate(date, locale)', () => {
  it.each([
    ['2026-11-24', '24 November 2026', '2026年11月24日'],
    ['2026-11', 'November 2026', '2026年11月'],
    ['2026', '2026', '2026年'],
  ])('%s → %s, %s', (date, en, zh) => {
    expect([formatDate(date, 'en'), formatDate(date, 'zh-cn')]).toEqual([en, zh]);
  });
});
