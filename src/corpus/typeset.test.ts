import { expect, it } from 'vitest';
import { typeset } from './typeset.ts';

it.each([
  ['a "word" here', 'a “word” here'],
  ['("word"), "next".', '(“word”), “next”.'],
  ["the chip's noise, 'so called'", 'the chip’s noise, ‘so called’'],
  // Pieces of text that follow a term, code or emphasis.
  ["'s noise", '’s noise'],
  ['", and more', '”, and more'],
  ['" is', '” is'],
])('typeset(%s, "en") curls quotation marks', (text, printed) => {
  expect(typeset(text, 'en')).toBe(printed);
});

it('typeset() joins number and unit by a no-break space in every language, and nothing else', () => {
  expect(typeset('125 kHz, 20 bytes, 3 dBm, 5 minutes', 'en')).toBe('125\u00a0kHz, 20 bytes, 3\u00a0dBm, 5 minutes');
  expect(typeset('带宽125 kHz', 'zh-cn')).toBe('带宽125\u00a0kHz');
});

it('typeset() leaves quotation marks of Chinese text as they are', () => {
  expect(typeset('“符号”和"x"', 'zh-cn')).toBe('“符号”和"x"');
});
