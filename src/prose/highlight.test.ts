import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { beforeAll, describe, expect, it } from 'vitest';
import { highlight, loadHighlighter } from './highlight.ts';

beforeAll(loadHighlighter);

const writer = unified().use(rehypeStringify);
const html = (code: string, language: string) => writer.stringify({ type: 'root', children: [highlight(code, language)] });

describe('highlight(code, language)', () => {
  it('marks keywords, functions, strings, constants and comments by short elements, leaves names and brackets plain', () => {
    expect(html('def f(x):\n    return g("a", 85)  # why', 'python')).toBe(
      '<pre class="code" tabindex="0" data-language="python"><code><b>def</b> <var>f</var>(x):\n    <b>return</b> <var>g</var>(<u>"a"</u>, <i>85</i>)  <small># why</small></code></pre>',
    );
  });
  it('changes no letter of the code, in any language it knows', () => {
    const codes = [
      ['a = [1 < 2, "&"]\n\tb = None', 'python'],
      ['<a b="c">&amp;\n  <d/></a>', 'xml'],
      ['{"a": [true, 1e3]}\n', 'json'],
      ['unknown <b>', 'text'],
    ] as const;
    const text = (node: { value?: string; children?: unknown[] }): string => node.value ?? (node.children ?? []).map((child) => text(child as never)).join('');
    for (const [code, language] of codes) expect(text(highlight(code, language) as never)).toBe(code);
  });
  it('writes no attribute into the code', () => {
    expect(html('for (const a of b) call("x", 1); // y', 'typescript').replace(/<pre[^>]*>/, '')).not.toMatch(/<\w+ /);
  });
});
