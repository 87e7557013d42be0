import type { Element, Root } from 'hast';

/**
 * Calls `see` with every element of a tree, each before what is in it. (unist-util-visit writes the path of every node for its messages, which took a
 * seventh of all rendering: formulas are deep.)
 */
export function eachElement(tree: Root | Element, see: (element: Element) => void): void {
  for (const child of tree.children) {
    if (child.type !== 'element') continue;
    see(child);
    eachElement(child, see);
  }
}
