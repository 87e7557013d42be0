const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));
const upright = [...range(0x41, 0x5a), ...range(0x61, 0x7a)];

/** What most formulas are made of: digits, operators, italic letters, Greek. Loaded with every page that has a formula. */
export const coreMathCharacters: readonly string[] = [
  ...range(0x20, 0x7e).filter((character) => !upright.includes(character) && !'"#$&@\\`'.includes(character)),
  ...range(0x1d434, 0x1d467), // mathematical italic A–z (h is U+210E)
  ...'ℎ𝛼𝛽𝛾𝛿𝜀𝜖𝜃𝜆𝜇𝜋𝜌𝜎𝜏𝜑𝜙𝜔𝜂ΔΣΩ',
  ...'αβγδεϵθλμπρστφϕωη',
  ...'±×÷·−∙√∑∂∞≈≠≤≥∈→…⋯⌈⌉⌊⌋′',
  '\u2061',
  '\u2062',
  '\u00a0',
  '\u2009',
  '\u200a',
  '\u2003',
];

/** Upright letters (`log`, `max`) come from the page's serif face: they look alike, and a page that has them needs no second file. */
export const textCharacters: readonly string[] = upright;

/** The rest: bold, script, rarer signs. Loaded only by a page that shows one of them. */
export const furtherMathCharacters: readonly string[] = [
  ...'"#$&@\\`',
  ...range(0x1d6e2, 0x1d71b),
  ...'ΓΘΛΞΠΦΨζικνξυχψϑϱς∓∗∘∏∫∇≃≅∼≡≪≫∝∉⊂⊆∪∩∀∃∅←↔⇒⇔↦⟨⟩‖∣″⋮⋱⊙⊗⊕⊤⊥⪰⪯≽≼≜ℝℂℕℤℰℒ𝔼ℓℜℑ°‰µ¯ˆˉ˜˙¨⃗ˇ∠∥ϖ⊢',
  ...'𝐀𝐁𝐂𝐃𝐇𝐈𝐉𝐑𝐖𝐚𝐛𝐞𝐠𝐱𝐲𝐳𝐰𝛉𝛍𝜽𝝁𝚺𝟎𝟏',
].filter((character) => !coreMathCharacters.includes(character));

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
