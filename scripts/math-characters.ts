const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));
const upright = [...range(0x41, 0x5a), ...range(0x61, 0x7a)];

/** What most formulas are made of: digits, operators, italic letters, Greek. Loaded with every page that has a formula. */
export const coreMathCharacters: readonly string[] = [
  ...range(0x20, 0x7e).filter((character) => !upright.includes(character) && !'"$@\\`'.includes(character)),
  ...range(0x1d434, 0x1d467), // mathematical italic A–z (h is U+210E)
  ...'ℎ𝛼𝛽𝛾𝛿𝜀𝜖𝜂𝜃𝜅𝜆𝜇𝜋𝜌𝜎𝜏𝜑𝜙𝜓𝜔ΔΛΣΩ',
  ...'±×÷·⋅−∙√∑∏∫∂∞≈∼≠≤≥≪∈→⇒…⋯⋱⌈⌉⌊⌋′°∣∥⊕⊤ˉ˙',
  '\u2061',
  '\u2062',
  '\u00a0',
  '\u2009',
  '\u200a',
  '\u2003',
];

/** Upright letters (`log`, `max`) come from the page's serif face: they look alike, and a page that has them needs no second file. */
export const textCharacters: readonly string[] = upright;

/** The rest: upright Greek, rarer signs. Loaded only by a page that shows one of them; no entry does. */
export const furtherMathCharacters: readonly string[] = [
  ...'"$@\\`',
  ...range(0x1d6e2, 0x1d71b),
  ...'αβγδεϵθλμπρστφϕωη',
  ...'ΓΘΞΠΦΨζικνξυχψϑϱς∓∗∘∇≃≅≡≫∝∉⊂⊆∪∩∀∃∅←↔⇔↦⟨⟩‖″⋮⊙⊗⊥⪰⪯≽≼≜ℝℂℕℤℰℒ𝔼ℓℜℑ‰µ¯ˆ˜¨⃗ˇ∠ϖ⊢',
].filter((character) => !coreMathCharacters.includes(character));

/**
 * Where the further characters lie, in few words: the style sheet stands in every page's way. What is core comes from the core face, which is named
 * after this one and so asked first; Latin letters and spaces are left out, as they come from the page's serif face.
 */
export const furtherRange = 'U+22,U+24,U+40,U+5c,U+60,U+a8-b7,U+2c6-3ff,U+2010-2bff,U+1d400-1d7ff';

/** Characters that lay formulas out without being drawn. */
export const invisibleCharacters: readonly string[] = ['\u2061', '\u2062', '\u2063', '\u200b', '\u202f', '\u2002', '\u2004', '\u2005', '\u2006'];

/** CSS `unicode-range` of a set of characters. */
export function unicodeRange(characters: readonly string[]): string {
  const points = characters.map((character) => character.codePointAt(0) ?? 0).sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const point of points) {
    const last = runs.at(-1);
    if (last && point <= last[1] + 1) last[1] = point;
    else runs.push([point, point]);
  }
  return runs.map(([from, to]) => `U+${from.toString(16)}${to > from ? `-${to.toString(16)}` : ''}`).join(',');
}
