import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atomsOf, fold, phraseOf, tokenize } from './tokens.ts';

const texts = (text: string) => tokenize(text).map((token) => token.text);

describe('tokenize(text)', () => {
  it('makes a token of each word, and of every two neighbouring Han characters and the last one', () => {
    expect(texts('SF12 扩频因子, LoRa-link')).toEqual(['sf12', '扩频', '频因', '因子', '子', 'lora', 'link']);
  });
  it('says where each stands, with a place left free at a line break', () => {
    expect(tokenize('a 灵敏\nb')).toEqual([
      { text: 'a', position: 0, start: 0, end: 1 },
      { text: '灵敏', position: 1, start: 2, end: 4 },
      { text: '敏', position: 2, start: 3, end: 4 },
      { text: 'b', position: 4, start: 5, end: 6 },
    ]);
  });
  it('takes a plus at the end of a name for part of it, but not one between', () => {
    expect(texts('LoRA+ or LoRA, n+1, ab+cd')).toEqual(['lora+', 'or', 'lora', 'n', '1', 'ab', 'cd']);
  });
  it('takes Han characters beyond the basic plane as one each', () => {
    expect(texts('𠮷野家')).toEqual(['𠮷野', '野家', '家']);
  });
});

describe('fold(word)', () => {
  it.each([
    ['ＬｏＲａ', 'lora'],
    ['Cramér', 'cramer'],
    ['SF₁₂', 'sf12'],
  ])('%s → %s', (word, folded) => expect(fold(word)).toBe(folded));
});

describe('phraseOf(atoms)', () => {
  const parts = (text: string) => phraseOf(atomsOf(text)).map(({ text: token, offset, prefix }) => `${token}@${offset}${prefix ? '*' : ''}`);
  it.each([
    ['扩频因子', ['扩频@0', '因子@2']],
    ['收灵敏', ['收灵@0', '灵敏@1']],
    ['秩', ['秩@0*']],
    ['SF12灵敏度', ['sf12@0', '灵敏@1', '敏度@2']],
    ['time on air', ['time@0', 'on@1', 'air@2']],
  ])('covers %s by the fewest tokens', (text, expected) => expect(parts(text)).toEqual(expected));

  it('covers every atom of any text, at its place', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('灵', '敏', '度', ' sf7 ', ' db '), { minLength: 1, maxLength: 12 }), (pieces) => {
        const atoms = atomsOf(pieces.join(''));
        const covered = new Set<number>();
        for (const { text, offset } of phraseOf(atoms)) {
          const own = atomsOf(text);
          expect(atoms.slice(offset, offset + own.length).map((atom) => atom.text)).toEqual(own.map((atom) => atom.text));
          for (const index of own.keys()) covered.add(offset + index);
        }
        expect(covered.size).toBe(atoms.length);
      }),
    );
  });
});
