import { describe, expect, it } from 'vitest';
import type { TermRecord } from '../corpus/corpus.ts';
import type { Locale } from '../i18n/locales.ts';
import { termMatcher } from './glossary-terms.ts';
import { term } from './testing.ts';

const found = (text: string, terms: TermRecord[], locale: Locale = 'en', topic = 'x') => {
  const { pattern, idOf } = termMatcher(terms, topic, locale);
  return pattern ? [...text.matchAll(pattern)].flatMap(([match]) => idOf(match) ?? []) : [];
};

describe('termMatcher(terms, topic, locale)', () => {
  const lora = [term('radio', 'LoRa', 'LoRa'), term('tuning', 'LoRA', 'LoRA')];
  it('matches a name with a capital inside as it is written: LoRA is never LoRa', () => {
    expect(found('LoRa', lora)).toEqual(['radio']);
    expect(found('LoRA', lora)).toEqual(['tuning']);
    expect(found('LORA lora Lora', lora)).toEqual([]);
    expect(found('使用LoRA而非LoRa', lora, 'zh-cn')).toEqual(['tuning', 'radio']);
  });
  it('matches other names in any case, as whole words', () => {
    const chirp = [term('chirp', 'chirp', '线性调频')];
    expect(found('Chirp, CHIRP; upchirp, chirps, chirp-like', chirp)).toEqual(['chirp', 'chirp']);
  });
  it('matches a short abbreviation only as it is written', () => {
    const sf = [term('sf', 'spreading factor', '扩频因子', { abbreviation: 'SF' })];
    expect(found('SF and sf, SF7', sf)).toEqual(['sf']);
    expect(found('扩频因子（SF）', sf, 'zh-cn')).toEqual(['sf', 'sf']);
  });
  it('prefers the longest name', () => {
    const terms = [term('symbol', 'symbol', '符号'), term('rate', 'symbol rate', '符号速率')];
    expect(found('the symbol rate of a symbol', terms)).toEqual(['rate', 'symbol']);
    expect(found('符号速率与符号', terms, 'zh-cn')).toEqual(['rate', 'symbol']);
  });
  it('knows aliases', () => {
    expect(found('扩频系数', [term('sf', 'spreading factor', '扩频因子', { aliases: { en: [], 'zh-cn': ['扩频系数'] } })], 'zh-cn')).toEqual(['sf']);
  });
  it('takes the terms of the topic and of none, not those of others', () => {
    const terms = [term('own', 'own', '自'), term('any', 'any', '凡', { topic: '' }), term('far', 'far', '远', { topic: 'y' })];
    expect(found('own any far', terms)).toEqual(['own', 'any']);
  });
  it('reads names with signs of patterns as plain text', () => {
    expect(found('C++ (and a.b) axb', [term('c', 'C++', 'C++'), term('ab', 'a.b(c)', '甲')])).toEqual(['c']);
  });
  it('has no pattern without terms', () => {
    expect(termMatcher([], 'x', 'en').pattern).toBeUndefined();
  });
});
