import type { Element, ElementContent, Nodes, Root } from 'hast';
import type { Claim, Ground } from '../corpus/prepared.ts';
import { shorten } from '../corpus/shorten.ts';

/** A figure or listing is one claim, whatever lines its caption has. */
const blocks = new Set(['p', 'li', 'tr', 'figure', 'h2', 'h3', 'h4']);
const aside = ['popovers', 'references', 'margin', 'anchor', 'figure-data', 'ran', 'label'];
const longest = 180;

/** Marks an element with what it shows as a ground; it stands in the tree only, not in the page. */
export function withGrounds(element: Element, ...grounds: Ground[]): Element {
  element.data = { ...element.data, grounds } as Element['data'];
  return element;
}

const groundsOf = (node: Nodes): Ground[] => (node.data as { grounds?: Ground[] } | undefined)?.grounds ?? [];

/**
 * The paragraphs, table rows, figures and listings of a finished text that rest on something, in order, each as a reader sees it and with its
 * grounds. To be called while formulas still hold their TeX.
 */
export function claimsOf(tree: Root): Claim[] {
  const claims: Claim[] = [];
  let section = '';
  const walk = (node: Nodes, block: Claim | undefined): void => {
    if (node.type === 'text') {
      if (block) block.text += node.value;
      return;
    }
    if (node.type !== 'element' && node.type !== 'root') return;
    if (node.type === 'element') {
      if (isAside(node)) return;
      if (/^h[2-4]$/.test(node.tagName) && typeof node.properties.id === 'string') section = node.properties.id;
    }
    const own: Claim | undefined = node.type === 'element' && blocks.has(node.tagName) ? { section, text: '', grounds: [] } : block;
    if (own && own !== block) claims.push(own);
    own?.grounds.push(...groundsOf(node));
    if (node.type === 'element' && (node.tagName === 'math' || node.tagName === 'button')) {
      if (own) own.text += inline(node);
      return;
    }
    if (node.type === 'element' && own?.text && startsPart(node)) own.text += ' · ';
    for (const child of node.children) walk(child as Nodes, own);
  };
  walk(tree, undefined);
  return claims.filter(({ grounds }) => grounds.length > 0).map((claim) => ({ ...claim, text: oneLine(claim.text) }));
}

/** A cell of a row after the first, and what a figure shows after its name. */
function startsPart({ tagName, properties }: Element): boolean {
  return /^t[dh]$/.test(tagName) || ((properties.className ?? []) as string[]).includes('caption');
}

/** What stands beside the text: popovers, references, notes in the margin, links to sections. */
function isAside({ tagName, properties }: Element): boolean {
  const classes = (properties.className ?? []) as string[];
  return tagName === 'svg' || tagName === 'pre' || aside.some((name) => classes.includes(name));
}

/** A formula as its TeX, if that reads like text; a button as its label, but for the number of a citation. */
function inline(element: Element): string {
  if (element.tagName === 'button') return (element.properties.className as string[] | undefined)?.includes('cite') ? '' : textOf(element);
  const tex = annotationOf(element) ?? '';
  const plain = tex.replace(/[{}]/g, '');
  return plain.length <= 16 && !plain.includes('\\') ? plain : '…';
}

function annotationOf(node: ElementContent): string | undefined {
  if (node.type !== 'element') return undefined;
  if (node.tagName === 'annotation') return textOf(node);
  for (const child of node.children) {
    const found = annotationOf(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}

/** One line of text, cut between words. */
function oneLine(text: string): string {
  const line = text
    .replace(/[ \t\n]+/g, ' ')
    .replace(/ +([.,;:])/g, '$1')
    .trim();
  return shorten(line, longest);
}
