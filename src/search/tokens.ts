/**
 * One token of a text. Words (letters and digits of any script but Han) are tokens of their own; a run of Han characters gives every two neighbours,
 * and its last character alone, so that any piece of it can be found without a dictionary: 扩频因子 → 扩频 频因 因子 子.
 */
export interface Token {
  /** Folded: compatibility forms made plain (ＳＦ１２ → sf12), no accents, lower case. */
  text: string;
  /** Place in the order of words and Han characters; a line break leaves one place free, so that nothing is adjacent across it. */
  position: number;
  /** Where it stands in the text, in UTF-16 units. */
  start: number;
  end: number;
}

/** A sign at the end of a name belongs to it: LoRA+, C++. */
const pieces = /(\p{Script=Han}+)|[[\p{L}\p{N}\p{M}]--\p{Script=Han}]+(?:(?<=\p{L}{2})[+#]+(?![\p{L}\p{N}]))?|\n/gv;

/** The tokens of a text in the order in which they stand. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  for (const match of text.matchAll(pieces)) {
    const [piece, han] = match;
    const start = match.index;
    if (piece === '\n') position += 1;
    else if (han === undefined) {
      tokens.push({ text: fold(piece), position, start, end: start + piece.length });
      position += 1;
    } else {
      const characters = [...han];
      let at = start;
      for (const [index, character] of characters.entries()) {
        const next = characters[index + 1] ?? '';
        tokens.push({ text: fold(character + next), position, start: at, end: at + character.length + next.length });
        at += character.length;
        position += 1;
      }
    }
  }
  return tokens;
}

/** Folds a word as the index does: compatibility forms, accents, case. */
export function fold(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** A piece of what somebody typed: a word, or one Han character. Names are compared atom by atom. */
export interface Atom {
  text: string;
  /** As it was typed, compatibility forms made plain. */
  raw: string;
  han: boolean;
}

/** A query or a name, atom by atom. */
export function atomsOf(text: string): Atom[] {
  return [...text.matchAll(pieces)].flatMap(([piece, han]) =>
    piece === '\n' ? [] : (han === undefined ? [piece] : [...han]).map((raw) => ({ text: fold(raw), raw: raw.normalize('NFKC'), han: han !== undefined })),
  );
}

/** One token of a phrase, and how far behind the phrase's first atom it stands. */
export interface PhrasePart {
  text: string;
  offset: number;
  /** A lone Han character: any token that begins with it stands for it. */
  prefix: boolean;
}

/** The fewest tokens that cover a run of atoms: where all stand at these distances, a text holds the run. */
export function phraseOf(atoms: readonly Atom[]): PhrasePart[] {
  const parts: PhrasePart[] = [];
  for (let from = 0; from < atoms.length; ) {
    const first = atoms[from] as Atom;
    let to = from + 1;
    if (first.han) while (atoms[to]?.han) to += 1;
    if (to - from === 1) parts.push({ text: first.text, offset: from, prefix: first.han });
    else {
      const pair = (at: number) => parts.push({ text: `${atoms[at]?.text}${atoms[at + 1]?.text}`, offset: at, prefix: false });
      for (let at = from; at + 1 < to; at += 2) pair(at);
      if ((to - from) % 2 === 1) pair(to - 2);
    }
    from = to;
  }
  return parts;
}
