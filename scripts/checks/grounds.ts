import type { Rule } from './rule.ts';

/*
 * No number without a ground. What is no figure: names with digits (802.15.4, GPT-3, SF7, 0x0006, v1.1), list numbers, years, dates,
 * ordinals and section numbers, and the numbers one to three.
 */
const noFigures = [
  /\b(?:19|20)\d{2}(?:[-–]\d{1,2}(?:[-–]\d{1,2})?)?\b/g,
  /(?:19|20)\d{2}年(?:\d{1,2}月)?(?:\d{1,2}日)?/g,
  /\b0x[0-9a-f]+\b/gi,
  /\b\d+(?:\.\d+){2,}\b/g,
  /\b(?:IEEE|RFC|ISO|IEC|ETSI|EN|RP|AN|KIP|CVE|NAS|NACA|MIL|HAL|tel|TS|TR|Version|version|Section|section|Chapter|chapter|Table|table|Figure|figure|Equation|equation|Part|part|Rev\.?|revision|step|Step|issue|Issue|Class|class|page|p\.|Annex|v)[\s-]*[\dA-Z]*[-.]?\d+(?:[.-]\d+)*\b/g,
  /(?:第|图|表|式|步骤|版本|修订)\s*\d+(?:\.\d+)*\s*(?:章|节|版|步|行|页|部分|个|类|条|代)?/g,
  /[\p{L}_]+[-.]?\d[\p{L}\d.+-]*/gu,
  /\b\d+[\p{L}][\p{L}\d-]*\b/gu,
  /#\d+/g,
];

const figure = /\d/;

/** Text with everything taken out that has digits and is no figure. */
export function figuresIn(text: string): string[] {
  const rest = noFigures.reduce((left, pattern) => left.replace(pattern, ' '), text);
  return (rest.match(/\d[\d.,\u202f ]*\d|\d/g) ?? []).map((number) => number.trim()).filter((number) => figure.test(number) && !/^[0-3]$/.test(number));
}

/** Every paragraph, list item, caption and table row with a figure is cited, computed, or marked as our own example. */
export const rule: Rule = {
  name: 'grounds',
  check({ corpus, facts }) {
    return corpus.documents.flatMap((document) =>
      (facts(document.id)?.blocks ?? [])
        .filter(({ kind, ground }) => kind !== 'heading' && !ground.cited && !ground.computed && !ground.example)
        .flatMap(({ text, line }) => {
          const [first] = figuresIn(text);
          return first === undefined
            ? []
            : [
                {
                  file: document.file,
                  line,
                  message: `the figure "${first}" has no ground`,
                  suggestion: 'cite where it stands ([@key, place]), compute it (<Value>, <Calc>), or put the block into <Example> if it is our own choice',
                },
              ];
        }),
    );
  },
};
