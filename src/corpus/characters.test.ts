import { expect, it } from 'vitest';
import { unfitCharacter } from './characters.ts';

it('unfitCharacter lets pass what readers read, in any script, with line ends, tabs and emoji', () => {
  expect(unfitCharacter('SF7 at 125\u00a0kHz,\n\t扩频因子 “±3 dB” — عربي 🛰️👩‍💻 ')).toBeUndefined();
});

it.each([
  ['a null byte', 'a\0b', 'U+0000', 1],
  ['an escape', 'ab\u001b[31m', 'U+001B', 2],
  ['a control of Latin-1', '\u0085', 'U+0085', 0],
  ['an override of the direction of writing', 'access \u202e', 'U+202E', 7],
  ['an isolate', '\u2066', 'U+2066', 0],
  ['a space of no width', 'Lo\u200bRa', 'U+200B', 2],
  ['half of a surrogate pair', 'x\ud800y', 'U+D800', 1],
  ['an invisible tag', 'x\u{e0041}', 'U+E0041', 1],
])('unfitCharacter names %s and where it stands', (_name, text, name, index) => {
  expect(unfitCharacter(text)).toEqual({ name, index });
});
