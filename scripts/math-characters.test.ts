import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { coreMathCharacters, furtherMathCharacters, unicodeRange } from './math-characters.ts';
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
  it('is asked for by its style sheet for just the characters of the two lists', () => {
    const css = readFileSync(join(root, 'src/styles/math-font.css'), 'utf8');
    const ranges = [...css.matchAll(/unicode-range:\s*([^;]+);/g)].map(([, range = '']) => range.replace(/\s/g, '').toLowerCase());
    expect(ranges).toEqual([coreMathCharacters, furtherMathCharacters].map((characters) => unicodeRange(characters).toLowerCase()));
  });
});
