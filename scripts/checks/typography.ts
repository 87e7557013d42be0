import type { Finding } from '../../src/corpus/finding.ts';
import { locales } from '../../src/i18n/locales.ts';
import type { Rule } from './rule.ts';

const han = '\\p{Script=Han}';
const chinese: [RegExp, string, string][] = [
  [
    new RegExp(`${han} +[\\p{Script=Latin}\\d\\ufffc]|[\\p{Script=Latin}\\d\\ufffc] +${han}`, 'u'),
    'a space between Han and Latin',
    'remove it; the browser sets the gap',
  ],
  [
    new RegExp(`${han}[,;!?]|${han}:(?!//)|${han}\\([^()]*${han}|\\([^()]*${han}[^()]*\\)`, 'u'),
    'half-width punctuation beside Han text',
    'use ，；：！？（）',
  ],
  [new RegExp(`${han}\\.(?:\\s|$)`, 'u'), 'a full stop of the other script', 'use 。'],
  [new RegExp(`${han} +${han}`, 'u'), 'a space between Han characters', 'remove it'],
  [/"[^"]*\p{Script=Han}[^"]*"/u, 'straight quotation marks around Han text', 'use “ ”'],
];
const fillers: [RegExp, string][] = [
  [/\bthis article (?:introduces|discusses|will)\b/i, 'this article introduces'],
  [/\bin conclusion\b/i, 'in conclusion'],
  [/\bit is worth noting\b/i, 'it is worth noting'],
  [/本文(?:将)?介绍/, '本文介绍'],
  [/综上所述/, '综上所述'],
  [/值得注意的是/, '值得注意的是'],
  [/\b(?:lorem ipsum|TODO|TBD|FIXME)\b|待补充|此处省略/, 'placeholder'],
];

/** Typography of both languages, and phrases that say nothing. */
export const rule: Rule = {
  name: 'typography',
  check({ corpus, facts }) {
    return corpus.documents.flatMap((document) => {
      const told = document.matter.changes.map(({ what }, index) => ({ line: document.changeLines[index] ?? 1, text: what }));
      const blocks = [{ line: 1, text: document.title }, ...told, ...(facts(document.id)?.blocks ?? [])];
      return blocks.flatMap(({ text, line }): Omit<Finding, 'rule'>[] => {
        const at = (message: string, suggestion: string) => ({ file: document.file, line, message, suggestion });
        const wrong =
          document.locale === locales[0]
            ? chinese.flatMap(([pattern, what, remedy]) => {
                const match = pattern.exec(text);
                return match ? [at(`${what}: “${around(text, match)}”`, remedy)] : [];
              })
            : [];
        const empty = fillers.flatMap(([pattern, phrase]) => (pattern.test(text) ? [at(`“${phrase}” says nothing`, 'say the thing itself')] : []));
        return [...wrong, ...empty];
      });
    });
  },
};

function around(text: string, match: RegExpExecArray): string {
  return text
    .slice(Math.max(0, match.index - 6), match.index + match[0].length + 6)
    .replaceAll('\ufffc', '…')
    .replace(/\s+/g, ' ');
}
