import type { Element, ElementContent, Root, RootContent } from 'hast';
import { h } from 'hastscript';

/** Signs that may not begin a line, and signs that may not end one. */
const closing = /^[，。、；：！？）】》」』”’…,.;:!?)\]%‰°]+/u;
const opening = /[（【《「『“‘([]$/u;
/** What the mark of a citation or note follows. */
const followed = /\S\s?$/u;
/** What browsers lay out as one box, after and before which they break a line whatever stands there: buttons and formulas. */
const isBox = (element: Element) => element.tagName === 'button' || has(element, 'katex');
const isMark = (element: Element) => has(element, 'cites') || has(element, 'note-mark');
const untouched = new Set(['pre', 'svg']);

/**
 * Keeps signs with the boxes beside them: without it a comma after a term begins a line, an opening bracket before a formula ends one, and the number of
 * a citation stands alone on the next line.
 */
export function joinPunctuation(tree: Root): void {
  tree.children = joined(tree.children);
}

function joined<Content extends RootContent | ElementContent>(children: Content[]): Content[] {
  const out: (Content | Group)[] = [];
  for (const child of children) {
    if (child.type === 'element' && !untouched.has(child.tagName) && !isBox(child)) child.children = joined(child.children);
    const last = out.at(-1);
    if (child.type === 'element' && isMark(child) && last instanceof Group) last.content.push(child);
    else if (child.type === 'element' && (isMark(child) || isBox(child))) {
      const before = cutLast(out, isMark(child) ? followed : opening);
      out.push(new Group(before ? [{ type: 'text', value: before }, child] : [child]));
    } else if (child.type === 'text' && last instanceof Group) {
      const [after = ''] = closing.exec(child.value) ?? [];
      if (after) last.content.push({ type: 'text', value: after });
      const rest = child.value.slice(after.length);
      if (rest) out.push({ ...child, value: rest });
    } else out.push(child);
  }
  return out.map((one) => (one instanceof Group ? (one.element() as Content) : one));
}

/** A box and the signs that stay with it. */
class Group {
  readonly content: ElementContent[];

  constructor(content: ElementContent[]) {
    this.content = content;
  }

  element(): ElementContent {
    const [only] = this.content;
    return this.content.length === 1 && only ? only : h('span', { class: 'joined' }, this.content);
  }
}

const has = ({ properties: { className } }: Element, name: string) => Array.isArray(className) && className.includes(name);

/** Takes the sign at the end of the text before, if it is of this kind. */
function cutLast(out: (Group | RootContent)[], sign: RegExp): string {
  const last = out.at(-1);
  if (!last || last instanceof Group || last.type !== 'text') return '';
  const [cut = ''] = sign.exec(last.value) ?? [];
  if (cut) out[out.length - 1] = { ...last, value: last.value.slice(0, -cut.length) };
  return cut;
}
