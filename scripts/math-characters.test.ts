import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { coreMathCharacters, furtherMathCharacters, furtherRange, textCharacters, unicodeRange } from './math-characters.ts';
import { root } from './settings.ts';

describe('unicodeRange(characters)', () => {
  it('writes single characters and runs as CSS does', () => {
    expect(unicodeRange(['c', 'a', 'b', '𝑥', 'b'])).toBe('U+61-63,U+1d465');
  });
});

describe('the mathematical font', () => {
  it('has each character in one of its two parts only', () => {
    expect(furtherMathCharacters.filter((character) => coreMathCharacters.includes(character))).toEqual([]);
  });
  it('is asked for by its style sheet as the lists say, the core after the rest, so that it is asked first', () => {
    const css = readFileSync(join(root, 'src/styles/math-font.css'), 'utf8');
    const ranges = [...css.matchAll(/unicode-range:\s*([^;]+);/g)].map(([, range = '']) => range);
    expect(ranges).toEqual([furtherRange, unicodeRange(coreMathCharacters)]);
  });
  it('asks for its second part for each further character, and for no Latin letter and no space', () => {
    const isAsked = (character: string) => {
      const point = character.codePointAt(0) ?? 0;
      return furtherRange.split(',').some((one) => {
        const [from = 0, to = from] = one
          .slice(2)
          .split('-')
          .map((hex) => Number.parseInt(hex, 16));
        return from <= point && point <= to;
      });
    };
    expect(furtherMathCharacters.filter((character) => !isAsked(character))).toEqual([]);
    expect([...textCharacters, ' ', '\u00a0', '\u2003', '\u2009', 'é', '与'].filter(isAsked)).toEqual([]);
  });
});
