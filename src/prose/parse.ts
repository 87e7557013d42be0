import type { Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Finding } from '../corpus/finding.ts';
import { beyondLimits, type Limit, tooDeepAt } from './limits.ts';

const parser = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).use(remarkMath).use(remarkCjkFriendly).freeze();

/**
 * Parses the text of a document into a syntax tree. `{#id}` at the end of a heading is read as its id.
 * An unclosed tag or a stray brace is a finding, with its line in the file.
 */
export function parseProse(body: string, file: string, bodyLine: number): { tree?: Root; findings: Finding[] } {
  const find = ({ line, message, suggestion }: Limit) => ({ findings: [{ file, line: line + bodyLine - 1, rule: 'mdx', message, suggestion }] });
  const limit = beyondLimits(body);
  if (limit) return find(limit);
  try {
    const tree = parser.parse(markHeadingIds(body));
    const line = tooDeepAt(tree);
    return line === undefined ? { tree, findings: [] } : find({ line, message: 'this is nested too deep', suggestion: 'say it flatter' });
  } catch (error) {
    const { line, reason = String(error) } = error as { line?: number; reason?: string };
    // "Expected a closing tag for `<Note>` (53:1-53:19)" has its place in the sentence only, counted from the start of the body.
    const told = /\s*\((\d+):\d+-\d+:\d+\)/.exec(reason);
    return find({
      line: line ?? Number(told?.[1] ?? 1),
      message: `this cannot be read: ${reason.replace(told?.[0] ?? '', '')}`,
      suggestion: mdxAdvice(reason),
    });
  }
}

/** `## Title {#id}` → `## Title {"#id"}`: a string, which MDX can read. Lines keep their numbers; code fences are left alone. */
export function markHeadingIds(body: string): string {
  let fence = '';
  return body
    .split('\n')
    .map((line) => {
      const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
      if (mark && fence === '') fence = mark;
      else if (mark && line.trim().startsWith(fence)) fence = '';
      return fence === '' && /^#{1,6}\s/.test(line) ? markHeadingId(line.trimEnd()) : line;
    })
    .join('\n');
}

function markHeadingId(heading: string): string {
  const from = heading.lastIndexOf('{#');
  const id = /^\{#([^}\s]+)\}$/.exec(heading.slice(Math.max(0, from)))?.[1];
  return id === undefined ? heading : `${heading.slice(0, from).trimEnd()} {"#${id}"}`;
}

function mdxAdvice(reason: string): string {
  if (/acorn|expression/i.test(reason)) return 'write \\{ for a brace in running text';
  if (/closing tag|before the end|Expected.*tag|corresponding/i.test(reason)) return 'close every tag: <Note>…</Note>, or <Value … /> for one without content';
  if (/before name|character/i.test(reason)) return 'write \\< for a less-than sign in running text';
  return 'look at the tags and braces on this line';
}
