import type { Root } from 'hast';
import { h } from 'hastscript';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { joinPunctuation } from './join-punctuation.ts';

const shown = (...content: Parameters<typeof h>[2][]) => {
  const tree: Root = { type: 'root', children: [h('p', content as never)] };
  joinPunctuation(tree);
  return unified().use(rehypeStringify).stringify(tree);
};
const term = (name: string) => h('button', name);
const formula = (name: string) => h('span', { class: 'katex' }, name);
const cites = () => h('span', { class: 'cites' }, [h('button', '1')]);

// Which signs begin no line and end none: Requirements for Chinese Text Layout (W3C clreq), 3.1.3 "Prohibition rules for line start and line end".
describe('joinPunctuation(tree)', () => {
  it('keeps closing signs with the box before them, and opening ones with the box after', () => {
    expect(shown('选', term('带宽'), '；再')).toBe('<p>选<span class="joined"><button>带宽</button>；</span>再</p>');
    expect(shown('噪声（', formula('N'), '）。它')).toBe('<p>噪声<span class="joined">（<span class="katex">N</span>）。</span>它</p>');
    expect(shown('a ', term('chirp'), ', then')).toBe('<p>a <span class="joined"><button>chirp</button>,</span> then</p>');
  });
  it('keeps the number of a citation with the sign before it', () => {
    expect(shown('得出。', cites(), '但')).toBe('<p>得出<span class="joined">。<span class="cites"><button>1</button></span></span>但</p>');
    expect(shown('为', formula('x'), '。', cites())).toBe(
      '<p>为<span class="joined"><span class="katex">x</span>。<span class="cites"><button>1</button></span></span></p>',
    );
    expect(shown('It is. ', cites())).toBe('<p>It is<span class="joined">. <span class="cites"><button>1</button></span></span></p>');
    expect(shown('One', h('button', { class: 'cite note-mark' }, 'a'), '.')).toBe(
      '<p>On<span class="joined">e<button class="cite note-mark">a</button>.</span></p>',
    );
  });
  it('leaves boxes alone that no sign touches, and what stands in code, drawings and buttons', () => {
    expect(shown('the ', term('chirp'), ' rises')).toBe('<p>the <button>chirp</button> rises</p>');
    expect(shown(h('pre', [h('button', 'copy'), ', ']))).toBe('<p><pre><button>copy</button>, </pre></p>');
  });
  it('reaches into links, lists and emphasis', () => {
    expect(shown(h('em', [term('带宽'), '，和']))).toBe('<p><em><span class="joined"><button>带宽</button>，</span>和</em></p>');
  });
});
