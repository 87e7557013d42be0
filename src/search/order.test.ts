import { describe, expect, it } from 'vitest';
import { type Hits, inOrder } from './order.ts';
import { atomsOf } from './tokens.ts';

/** A term with its places in the one unit, and what it weighs there. */
const term = (name: string, positions: number[], weight = 1, asking?: true): Hits => ({
  atoms: atomsOf(name),
  units: new Map([[0, { weight, headed: weight > 1, positions }]]),
  rarity: asking ? 0.1 : 1,
  needles: [],
  ...(asking ? { asking } : {}),
});

describe('inOrder(hits, unit)', () => {
  it('is 1 where all terms stand side by side in a text, and as much more as they weigh in a title', () => {
    expect(inOrder([term('link', [3]), term('budget', [4]), term('formula', [5])], 0)).toBe(1);
    expect(inOrder([term('link', [3], 3), term('budget', [4], 3)], 0)).toBe(3);
  });
  it('is 0 where none does, in the other order, or in another unit', () => {
    expect(inOrder([term('link', [3]), term('budget', [9])], 0)).toBe(0);
    expect(inOrder([term('budget', [4]), term('link', [3])], 0)).toBe(0);
    expect(inOrder([term('link', [3]), term('budget', [4])], 1)).toBe(0);
  });
  it('is a part of it where some do', () => {
    const some = inOrder([term('link', [3]), term('budget', [4]), term('formula', [9])], 0);
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(1);
  });
  it('counts a name of several words as one', () => {
    expect(inOrder([term('time on air', [3]), term('formula', [6])], 0)).toBe(1);
    expect(inOrder([term('time on air', [3]), term('formula', [4])], 0)).toBe(0);
  });
  it('takes a run of small words for what was asked for', () => {
    expect(inOrder([term('for', [3], 1, true), term('n', [4]), term('in', [5], 1, true)], 0)).toBeGreaterThan(5);
  });
  it('bridges a word of questions: LoRA or QLoRA answers lora vs qlora', () => {
    const asked = (place: number) => inOrder([term('lora', [3]), term('vs', [90], 1, true), term('qlora', [place])], 0);
    expect(asked(5)).toBeGreaterThan(0);
    expect(asked(7)).toBe(0);
  });
  it('counts half what may stand there, where places are not known', () => {
    expect(inOrder([term('the', []), term('budget', [4])], 0)).toBe(1);
    expect(inOrder([term('a', []), term('the', []), term('budget', [4])], 0)).toBeLessThan(1);
  });
});
