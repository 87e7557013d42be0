/*
 * Controls, which HTML and XML forbid; marks that turn the direction of writing or show nothing, with which a text or a listing is not what it
 * seems; halves of surrogate pairs; U+FFFC, which stands for formulas and code where texts are checked; and what is no character at all.
 */
const unfit = /[\p{Cc}--[\t\n\r]]|[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffc\ufffe\uffff\u{e0000}-\u{e007f}\p{Surrogate}]/v;

/** The first character of a text that no text for readers may hold: its name (`U+202E`) and where it stands. */
export function unfitCharacter(text: string): { name: string; index: number } | undefined {
  const match = unfit.exec(text);
  if (!match) return undefined;
  return { name: `U+${(match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`, index: match.index };
}
