import { needlePattern } from '../../search/excerpt.ts';

/** Marks on the page arrived at what was searched for. */
export function highlightPage(words: string[]): void {
  const main = document.querySelector('main article, main');
  const pattern = needlePattern(words.map((word) => word.slice(0, 60)));
  if (!main || !pattern) return;
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest('script, style, math, svg, [data-instrument], .margin, .popovers') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    const parts: (Node | string)[] = [];
    let from = 0;
    for (const match of text.data.matchAll(pattern)) {
      const mark = document.createElement('mark');
      mark.textContent = match[0];
      parts.push(text.data.slice(from, match.index), mark);
      from = match.index + match[0].length;
    }
    if (parts.length > 0) text.replaceWith(...parts, text.data.slice(from));
  }
}
