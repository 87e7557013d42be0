import { coreMathCharacters, furtherMathCharacters, invisibleCharacters, textCharacters } from '../math-characters.ts';
import type { Rule } from './rule.ts';

const known = new Set([...coreMathCharacters, ...furtherMathCharacters, ...invisibleCharacters, ...textCharacters]);

/** Every character of every formula is in the mathematical font. */
export const rule: Rule = {
  name: 'formula-font',
  check({ corpus, facts }) {
    return corpus.documents.flatMap((document) =>
      (facts(document.id)?.formulaCharacters ?? [])
        .filter(({ character }) => !known.has(character) && !/\p{Script=Han}|[，。、（）：；“”]/u.test(character))
        .map(({ character, line }) => ({
          file: document.file,
          line,
          message: `the mathematical font lacks “${character}” (U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')})`,
          suggestion: 'add it to scripts/math-characters.ts and run npm run math-font, or write the formula without it',
        })),
    );
  },
};
