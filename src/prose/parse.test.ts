import { describe, expect, it } from 'vitest';
import { markHeadingIds, parseProse } from './parse.ts';

describe('markHeadingIds(body)', () => {
  it('makes the id at the end of a heading a string, so that MDX can read it, and keeps the lines', () => {
    expect(markHeadingIds('## A title {#a-title}\n\ntext {#b}\n### 符号 {#c}  ')).toBe('## A title {"#a-title"}\n\ntext {#b}\n### 符号 {"#c"}');
  });
  it('leaves code fences alone', () => {
    const fence = '```text\n## no heading {#x}\n~~~\n## nor this {#y}\n```\n';
    expect(markHeadingIds(`${fence}## One {#z}`)).toBe(`${fence}## One {"#z"}`);
  });
});

describe('parseProse(body, file, bodyLine)', () => {
  it('gives a tree of Markdown, tables, formulas and words', () => {
    const { tree, findings } = parseProse('Text $x$.\n\n| a |\n|---|\n| b |\n\n$$\ny\n$$\n\n<Figure of="x" />\n', 'x.mdx', 5);
    expect(tree?.children.map(({ type }) => type)).toEqual(['paragraph', 'table', 'math', 'mdxJsxFlowElement']);
    expect(findings).toEqual([]);
  });
  it('reads **bold** beside full-width punctuation', () => {
    const { tree } = parseProse('这是**中文，**后文', 'x.mdx', 1);
    expect(tree?.children[0]).toMatchObject({ children: [{ value: '这是' }, { type: 'strong' }, { value: '后文' }] });
  });
  it.each([
    ['one\n\n<Note>\nopen', 7, /Expected a closing tag for `<Note>`/, /close every tag/],
    ['one\n\na {b', 7, /expression/, /\\\{/],
    ['one\n\na <3', 7, /before name/, /\\</],
    ['one\n\n</Note>', 7, /closing/, /close every tag/],
  ])('%j: a finding at its line in the file, and no tree', (body, line, message, suggestion) => {
    const { tree, findings } = parseProse(body, 'x.mdx', 5);
    expect(tree).toBeUndefined();
    expect(findings).toEqual([{ file: 'x.mdx', line, rule: 'mdx', message: expect.stringMatching(message), suggestion: expect.stringMatching(suggestion) }]);
  });
});
