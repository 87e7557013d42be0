import { describe, expect, it } from 'vitest';
import type { Concept } from './index-files.ts';
import { QueryReader } from './read-query.ts';

const concept = (id: string, names: string[], pinyin: string[] = []): Concept => ({ id, names, pinyin, topic: '', page: 0, confusedWith: [] });
const reader = new QueryReader([
  concept('lora', ['LoRA', 'low-rank adaptation']),
  concept('lora-modulation', ['LoRa']),
  concept('coordinator', ['协调器', 'coordinator'], ['xie tiao qi']),
]);
/** Terms as text: what they name in brackets, words of questions with a question mark. */
const read = (query: string) =>
  reader
    .read(query)
    .map(({ atoms, concepts, asking }) => `${atoms.map(({ raw }) => raw).join('')}${asking ? '?' : ''}${concepts.length > 0 ? `[${concepts}]` : ''}`);

describe('QueryReader.read(query)', () => {
  it.each([
    ['LoRA', ['LoRA[0]']],
    ['LoRa', ['LoRa[1]']],
    ['lora', ['lora']],
    ['low-rank adaptations', ['lowrankadaptations[0]']],
    ['xietiao qi', ['xietiaoqi[2]']],
    ['协调器坏了怎么办', ['协调器[2]', '坏', '了?', '怎么办?']],
    ['用python跑', ['用?', 'python', '跑']],
    ['what is a coordinator', ['what?', 'is?', 'a?', 'coordinator[2]']],
    ['', []],
  ])('%s → %j', (query, terms) => expect(read(query)).toEqual(terms));
});

describe('QueryReader.sameName(text)', () => {
  it('is the same for one name in any case, but not for names that only case tells apart', () => {
    expect(reader.sameName('Low-Rank  Adaptation')).toBe(reader.sameName('low rank adaptation'));
    expect(reader.sameName('ＬｏＲａ')).toBe(reader.sameName('LoRa'));
    expect(reader.sameName('LoRa')).not.toBe(reader.sameName('LoRA'));
  });
});
