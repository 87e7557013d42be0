import type { Element, ElementContent, Root, RootContent } from 'hast';

/** What a reader reads under one heading, plain; blocks are lines. */
export interface SectionText {
  /** Both empty before the first heading. */
  heading: string;
  anchor: string;
  text: string;
}

/** Parts of a text that are found elsewhere (sources, instruments) or are no text of its own. */
const left = new Set(['cites', 'note-mark', 'figure-data', 'margin', 'popovers', 'anchor', 'references', 'instrument']);
/** Set apart by the style sheet, not by their element. */
const apart = new Set(['listing-name', 'ran']);
const blocks = new Set([
  'p',
  'li',
  'tr',
  'td',
  'th',
  'pre',
  'div',
  'section',
  'figure',
  'figcaption',
  'caption',
  'dt',
  'dd',
  'blockquote',
  'summary',
  'text',
  'title',
  'desc',
  'br',
]);

/** The plain text of a rendered document, section by section: what search finds. */
export function sectionTexts(tree: Root): SectionText[] {
  const sections: SectionText[] = [{ heading: '', anchor: '', text: '' }];
  const current = () => sections[sections.length - 1] as SectionText;
  const walk = (node: RootContent | ElementContent): void => {
    if (node.type === 'text') current().text += node.value;
    if (node.type !== 'element' || isLeft(node)) return;
    if (/^h[2-4]$/.test(node.tagName) && typeof node.properties.id === 'string') {
      sections.push({ heading: plain(node), anchor: node.properties.id, text: '' });
      return;
    }
    if (node.tagName === 'math') {
      // A displayed formula read as one line says nothing.
      current().text += node.properties.display === 'block' ? '\n' : plain(node);
      return;
    }
    const isBlock = blocks.has(node.tagName) || hasClass(node, apart);
    if (isBlock) current().text += '\n';
    for (const child of node.children) walk(child);
    if (isBlock) current().text += '\n';
  };
  for (const node of tree.children) walk(node);
  return sections.map(({ heading, anchor, text }) => ({ heading: tidy(heading), anchor, text: text.split('\n').map(tidy).filter(Boolean).join('\n') }));
}

function plain(node: Element): string {
  return node.children.map((child) => (child.type === 'text' ? child.value : child.type === 'element' && !isLeft(child) ? plain(child) : '')).join('');
}

const isLeft = (element: Element) => hasClass(element, left);

function hasClass({ properties }: Element, names: ReadonlySet<string>): boolean {
  return Array.isArray(properties.className) && properties.className.some((name) => names.has(String(name)));
}

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();
