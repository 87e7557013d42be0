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

/**
 * Letters that stand for themselves in the page: those of words (`log`, `max`) come from its serif face, which looks alike; single Greek ones are drawn
 * as the italics above.
 */
export const textCharacters: readonly string[] = [...upright, ...'αβγδεϵζηθικλμνξπρστυφϕχψωϑϱςϖΓΘΞΠΦΨ'];

/** The rest: rarer signs. Loaded only by a page that shows one of them; no entry does. */
export const furtherMathCharacters: readonly string[] = [
  ...'"$@\\`',
  ...range(0x1d6e2, 0x1d71b),
  ...'∓∗∘∇≃≅≡≫∝∉⊂⊆∪∩∀∃∅←↔⇔↦⟨⟩‖″⋮⊙⊗⊥⪰⪯≽≼≜ℝℂℕℤℰℒ𝔼ℓℜℑ‰µ¯ˆ˜¨⃗ˇ∠⊢',
].filter((character) => !coreMathCharacters.includes(character));

/** Characters that lay formulas out without being drawn. */
export const invisibleCharacters: readonly string[] = ['\u2061', '\u2062', '\u2063', '\u200b', '\u202f', '\u2002', '\u2004', '\u2005', '\u2006'];

const pointOf = (character: string) => character.codePointAt(0) ?? 0;

/**
 * CSS `unicode-range` of a set of characters, in as few runs as can be: the style sheet stands in every page's way. A run may hold what no formula has, but
 * none of `others`: a browser asks at once for every face whose range holds a character.
 */
export function unicodeRange(characters: readonly string[], others: readonly string[] = []): string {
  const points = characters.map(pointOf).sort((a, b) => a - b);
  const strange = others.map(pointOf);
  const runs: [number, number][] = [];
  for (const point of points) {
    const last = runs.at(-1);
    const joins = last && point - last[1] <= 48 && !strange.some((one) => last[1] < one && one < point);
    if (joins) last[1] = point;
    else runs.push([point, point]);
  }
  return runs.map(([from, to]) => `U+${from.toString(16)}${to > from ? `-${to.toString(16)}` : ''}`).join(',');
}

const accented = range(0xc0, 0xff).filter((character) => !'×÷'.includes(character));
const elsewhere = [...textCharacters, ...accented, ...invisibleCharacters];

/** The ranges of the two faces. */
export const mathRanges = {
  core: unicodeRange(coreMathCharacters, [...elsewhere, ...furtherMathCharacters]),
  further: unicodeRange(furtherMathCharacters, [...elsewhere, ...coreMathCharacters]),
};
