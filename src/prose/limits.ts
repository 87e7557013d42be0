import type { Nodes } from 'mdast';

/*
 * The time that Markdown takes to read grows with the square of a paragraph, of a nesting, of a row of notes; some texts of a hundred thousand
 * characters take an hour. No text that anybody wants to read comes near these limits.
 */
const most = { characters: 120_000, ofBlock: 12_000, braces: 20, marks: 12, notes: 100, depth: 40 };

export interface Limit {
  /** Line of the text, from 1. */
  line: number;
  message: string;
  suggestion: string;
}

/** The first place where a text is more than can be read in bounded time; undefined for every text meant for readers. */
export function beyondLimits(body: string): Limit | undefined {
  if (body.length > most.characters)
    return { line: 1, message: `this text has ${body.length} characters, more than ${most.characters}`, suggestion: 'divide it' };
  const lines = body.split('\n');
  let ofBlock = 0;
  let braces = 0;
  let notes = 0;
  let isCode = false;
  for (const [index, text] of lines.entries()) {
    const at = (message: string, suggestion: string): Limit => ({ line: index + 1, message, suggestion });
    ofBlock = text.trim() === '' ? 0 : ofBlock + text.length;
    if (ofBlock > most.ofBlock) return at(`this paragraph has more than ${most.ofBlock} characters`, 'divide it: an empty line ends a paragraph');
    for (const [brace] of withoutCode(text).matchAll(/[{}]/g)) {
      braces = Math.max(0, braces + (brace === '{' ? 1 : -1));
      if (braces > most.braces) return at(`here are more than ${most.braces} braces within each other`, 'write \\{ for a brace in running text');
    }
    if ((/^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/.exec(text)?.[0].match(/[>*+\-.)]/g)?.length ?? 0) > most.marks)
      return at(`here are more than ${most.marks} quotations or lists within each other`, 'say it flatter');
    if (/^ {0,3}\[\^/.test(text) && ++notes > most.notes) return at(`this text has more than ${most.notes} footnotes`, 'say in the text what belongs there');
    if (/^ {0,3}```/.test(text)) isCode = !isCode;
    if (!isCode && /^ {0,3}(?:=+|-+)[ \t]*$/.test(text) && (lines[index - 1] ?? '').trim() !== '')
      return at('a line under a title has no place here', 'write the heading as ## Title {#id}');
  }
  return undefined;
}

/** A line without what is in backticks or escaped. */
const withoutCode = (line: string) => line.replace(/\\.|`[^`]*`/g, '');

/** The first line where a tree is deeper than the walks through it can go. */
export function tooDeepAt(tree: Nodes): number | undefined {
  let level: Nodes[] = [tree];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > most.depth) return level[0]?.position?.start.line ?? 1;
    level = level.flatMap((node) => ('children' in node ? (node.children as Nodes[]) : []));
  }
  return undefined;
}
