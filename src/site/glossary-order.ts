import { pinyin } from 'pinyin-pro';
import type { TermRecord } from '../corpus/corpus.ts';
import type { Locale } from '../i18n/locales.ts';

export interface LetterGroup {
  letter: string;
  terms: TermRecord[];
}

/** Terms in alphabetical order with their first letters; Chinese ones by pinyin. */
export function glossaryOrder(terms: TermRecord[], locale: Locale): LetterGroup[] {
  const keyed = terms.map((term) => ({ term, key: sortKey(term, locale) })).sort((a, b) => a.key.localeCompare(b.key, 'en'));
  const groups = Map.groupBy(keyed, ({ key }) => (/^[a-z]/.test(key) ? (key[0] ?? '').toUpperCase() : '0–9'));
  return [...groups].map(([letter, members]) => ({ letter, terms: members.map(({ term }) => term) }));
}

function sortKey(term: TermRecord, locale: Locale): string {
  const name = locale === 'en' ? term.en : (term.pinyin ?? pinyin(term['zh-cn'], { toneType: 'none' }));
  return name.toLowerCase();
}
