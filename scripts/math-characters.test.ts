import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { coreMathCharacters, furtherMathCharacters, invisibleCharacters, mathRanges, textCharacters, unicodeRange } from './math-characters.ts';
import { root } from './settings.ts';

/** Whether a browser asks a face of this `unicode-range` for a character. */
function asks(range: string, character: string): boolean {
  const point = character.codePointAt(0) ?? 0;
  return range.split(',').some((one) => {
    const [from = 0, to = from] = one
      .slice(2)
      .split('-')
      .map((hex) => Number.parseInt(hex, 16));
    return from <= point && point <= to;
  });
}

describe('unicodeRange(characters, others)', () => {
  it('writes single characters and runs as CSS does', () => {
    expect(unicodeRange(['c', 'a', 'b', '𝑥', 'b'])).toBe('U+61-63,U+1d465');
  });
  it('joins runs over what is neither, not over others', () => {
    expect(unicodeRange(['a', 'd'])).toBe('U+61-64');
    expect(unicodeRange(['a', 'd'], ['c'])).toBe('U+61,U+64');
  });
});

describe('the mathematical font', () => {
  it('has each character in one of its two parts only', () => {
    expect(furtherMathCharacters.filter((character) => coreMathCharacters.includes(character))).toEqual([]);
  });
  it('is asked for by its style sheet as the lists say', () => {
    const css = readFileSync(join(root, 'src/styles/math-font.css'), 'utf8');
    expect([...css.matchAll(/unicode-range:\s*([^;]+);/g)].map(([, range = '']) => range)).toEqual([mathRanges.core, mathRanges.further]);
  });
  it('is asked for each character by its own part alone, and for none that comes from the page', () => {
    const parts = [
      [mathRanges.core, coreMathCharacters, furtherMathCharacters],
      [mathRanges.further, furtherMathCharacters, coreMathCharacters],
    ] as const;
    for (const [range, own, foreign] of parts) {
      expect(own.filter((character) => !asks(range, character))).toEqual([]);
      expect(
        [...foreign, ...textCharacters, ...invisibleCharacters, ...'é与，'].filter((character) => !own.includes(character) && asks(range, character)),
      ).toEqual([]);
    }
  });
});
