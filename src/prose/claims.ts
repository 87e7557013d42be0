import type { Element, ElementContent, Nodes, Root } from 'hast';
import type { Claim, Ground } from '../corpus/prepared.ts';
import { shorten } from '../corpus/shorten.ts';
import type { Locale } from '../i18n/locales.ts';

/** A figure or listing is one claim, whatever lines its caption has. */
const blocks = new Set(['p', 'li', 'tr', 'figure', 'h2', 'h3', 'h4']);
const aside = ['popovers', 'references', 'margin', 'anchor', 'figure-data', 'ran', 'label'];
/** Characters of a claim; Han characters say twice as much. */
const longest: Record<Locale, number> = { en: 160, 'zh-cn': 80 };

/** Class of `<Example>`. */
export const exampleClass = 'example';

/** Marks an element with what it shows as a ground; it stands in the tree only, not in the page. */
export function withGrounds(element: Element, ...grounds: Ground[]): Element {
  element.data = { ...element.data, grounds } as Element['data'];
  return element;
}

const groundsOf = (node: Nodes): Ground[] => (node.data as { grounds?: Ground[] } | undefined)?.grounds ?? [];
const classesOf = ({ properties }: Element) => (properties.className ?? []) as string[];

/** A block of text on the way through the tree. */
interface Block {
  claim: Claim;
  /** Its first characters as they stand, up to the first thing that is no running text. */
  opening: string;
  isOpen: boolean;
  /** It stands in an example, whose figures are chosen. */
  inExample: boolean;
}

/**
 * The paragraphs, table rows, figures and listings of a finished text that rest on something, in order, each as a reader sees it and with its
 * grounds. To be called while formulas still hold their TeX.
 */
export function claimsOf(tree: Root, locale: Locale): Claim[] {
  const all: Block[] = [];
  let section = '';
  const walk = (node: Nodes, block: Block | undefined, inExample: boolean): void => {
    if (node.type === 'text') {
      if (!block) return;
      block.claim.text += node.value;
      if (block.isOpen) block.opening += node.value;
      return;
    }
    if (node.type !== 'element' || isAside(node)) return;
    if (/^h[2-4]$/.test(node.tagName) && typeof node.properties.id === 'string') section = node.properties.id;
    const own = blocks.has(node.tagName) ? open(node, section, inExample) : block;
    if (own && own !== block) all.push(own);
    own?.claim.grounds.push(...groundsOf(node));
    const isInline = node.tagName === 'math' || node.tagName === 'button';
    if (own?.claim.text && startsPart(node)) own.claim.text += ' · ';
    if (own?.claim.text && (isInline || startsPart(node))) own.isOpen = false;
    if (own && isInline) own.claim.text += inline(node);
    if (!isInline) for (const child of node.children) walk(child as Nodes, own, inExample || classesOf(node).includes(exampleClass));
  };
  for (const child of tree.children) walk(child as Nodes, undefined, false);
  return all.flatMap(({ claim, opening, inExample }) => {
    const text = oneLine(claim.text, locale);
    const grounds: Ground[] = claim.grounds.length === 0 && inExample && /\d/.test(text) ? [{ kind: 'example' }] : claim.grounds;
    if (grounds.length === 0) return [];
    const words = claim.anchor ? '' : firstWords(opening, locale);
    return [{ ...claim, text, grounds, ...(words ? { opening: words } : {}) }];
  });
}

function open({ tagName, properties: { id } }: Element, section: string, inExample: boolean): Block {
  const anchor = tagName === 'figure' && typeof id === 'string' ? { anchor: id } : {};
  return { claim: { section, ...anchor, text: '', grounds: [] }, opening: '', isOpen: true, inExample };
}

/** Made once: to make one takes longer than to cut with it. */
const segmenters: Record<Locale, Intl.Segmenter> = {
  en: new Intl.Segmenter('en', { granularity: 'word' }),
  'zh-cn': new Intl.Segmenter('zh-cn', { granularity: 'word' }),
};

/** Whole words of the beginning, enough to tell it from others; none if there are too few. */
function firstWords(opening: string, locale: Locale): string {
  const { least, enough } = locale === 'en' ? { least: 12, enough: 40 } : { least: 5, enough: 16 };
  const text = opening.replace(/[ \t\n]+/g, ' ').trim();
  if (text.length < least) return '';
  let first = '';
  for (const { segment } of segmenters[locale].segment(text)) {
    if (first.length >= enough) break;
    first += segment;
  }
  return first.trim();
}

/** A cell of a row after the first, and what a figure shows after its name. */
function startsPart(element: Element): boolean {
  return /^t[dh]$/.test(element.tagName) || classesOf(element).includes('caption');
}

/** What stands beside the text: popovers, references, notes in the margin, links to sections. */
function isAside(element: Element): boolean {
  const classes = classesOf(element);
  return element.tagName === 'svg' || element.tagName === 'pre' || aside.some((name) => classes.includes(name));
}

/** A formula as its TeX, if that reads like text; a button as its label, but for the number of a citation. */
function inline(element: Element): string {
  if (element.tagName === 'button') return classesOf(element).includes('cite') ? '' : textOf(element);
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

export function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}

/** One line of text, cut between words. */
function oneLine(text: string, locale: Locale): string {
  const line = text
    .replace(/[ \t\n]+/g, ' ')
    .replace(/ +([.,;:])/g, '$1')
    .trim();
  return shorten(line, longest[locale]);
}
