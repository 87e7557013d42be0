import type { Nodes, Root } from 'mdast';
import { citationPattern, parseCitations } from '../corpus/citations.ts';
import { markdownText } from '../corpus/markdown.ts';
import { shortReference } from '../corpus/references.ts';
import { markHeadingIds } from './parse.ts';
import type { Scope } from './scope.ts';
import { words } from './words/index.ts';

/** What stands in place of a piece of the author's text; between two of them it is as the author wrote it, but for citations and ids of headings. */
interface Edit {
  from: number;
  to: number;
  text: string;
}

/** A tag up to its end, past a ">" in quotes or braces. */
const openingTag = /^<(?:[^>"'{]|"[^"]*"|'[^']*'|\{[^}]*\})*>/;

/**
 * The text as plain Markdown for programs and for reading elsewhere: the author's own text, with words, citations and internal links
 * replaced by what they stand for. Works by position, so that everything else stays as it was written.
 */
export function toMarkdownTwin(body: string, tree: Root, scope: Scope): string {
  const text = markHeadingIds(body);
  const edits: Edit[] = [];
  const walk = (node: Nodes): void => {
    const from = node.position?.start.offset;
    const to = node.position?.end.offset;
    if ((node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && from !== undefined && to !== undefined) {
      const word = words[node.name ?? ''];
      const parsed = (node as unknown as { parsed?: unknown }).parsed;
      scope.line = (node as unknown as { line?: number }).line ?? 1;
      const shown = word && parsed !== undefined ? word.toMarkdown(parsed as never, scope) : '';
      if (node.children.length === 0) {
        edits.push({ from, to, text: shown });
        return;
      }
      const source = text.slice(from, to);
      const end = word?.toMarkdownEnd && parsed !== undefined ? word.toMarkdownEnd(parsed as never, scope) : '';
      const opening = openingTag.exec(source)?.[0].length ?? 0;
      edits.push({ from, to: from + opening, text: shown }, { from: from + source.lastIndexOf('</'), to, text: end });
    }
    if ((node.type === 'link' || node.type === 'image') && from !== undefined && to !== undefined) {
      const source = text.slice(from, to);
      const target = source.lastIndexOf('](') + 2;
      if (target > 1 && !/^https?:/.test(node.url)) edits.push({ from: from + target, to: to - 1, text: node.url });
    }
    // Code and formulas stay, even where they look like a citation; where formulas are not known, "<" before a letter must not begin a tag.
    if ((node.type === 'code' || node.type === 'inlineCode') && from !== undefined && to !== undefined) edits.push({ from, to, text: text.slice(from, to) });
    if ((node.type === 'math' || node.type === 'inlineMath') && from !== undefined && to !== undefined)
      edits.push({ from, to, text: text.slice(from, to).replace(/<(?=[a-z/!?])/gi, '< ') });
    if ('children' in node) for (const child of node.children) walk(child as Nodes);
  };
  walk(tree);
  const pieces: string[] = [];
  let from = 0;
  for (const edit of edits.sort((a, b) => a.from - b.from || a.to - b.to)) {
    pieces.push(resolved(text.slice(from, edit.from), scope), edit.text);
    from = edit.to;
  }
  pieces.push(resolved(text.slice(from), scope));
  return pieces
    .join('')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The author's own text, citations as references, headings without their ids. */
function resolved(text: string, scope: Scope): string {
  return text.replace(/ \{"#[^"\n]+"\}$/gm, '').replace(
    citationPattern,
    (bracket) =>
      `[${parseCitations(bracket)
        .map(({ key, locator }) => reference(key, locator, scope))
        .join('; ')}]`,
  );
}

function reference(key: string, locator: string, scope: Scope): string {
  const source = scope.tools.sources.get(key);
  return [source ? markdownText(shortReference(source, scope.document.locale)) : key, locator].filter(Boolean).join(', ');
}
