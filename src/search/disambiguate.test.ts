import { describe, expect, it } from 'vitest';
import { type Ambiguity, ambiguityOf } from './disambiguate.ts';

const lora: Ambiguity = { spellings: ['lora', 'lorawan'], title: 'LoRA or LoRa', href: '/en/disambiguation/lora/', meanings: [] };

describe('ambiguityOf(query, all)', () => {
  it.each(['lora', 'LoRA', 'LoRa', 'LORA fine-tuning', 'what is lora?', 'lora是什么', '微调lora'])('%s: could mean either', (query) => {
    expect(ambiguityOf(query, [lora])).toBe(lora);
  });
  it.each(['', 'qlora', 'lora-link', 'exploration', 'zigbee', '低秩适配'])('%j: is not in question', (query) => {
    expect(ambiguityOf(query, [lora])).toBeUndefined();
  });
});
