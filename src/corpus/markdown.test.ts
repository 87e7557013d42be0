import fc from 'fast-check';
import { toString as plainText } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, it } from 'vitest';
import { markdownFence, markdownText } from './markdown.ts';

const parser = unified().use(remarkParse).use(remarkGfm);

it('markdownText keeps names as they are', () => {
  expect(markdownText('SF_7, r = 8, 2^SF (see § 4.1), LoRA & LoRa')).toBe('SF_7, r = 8, 2^SF (see § 4.1), LoRA & LoRa');
});

it('markdownText makes one line of a text, in which nothing acts', () => {
  expect(markdownText('a](javascript:x)\n# b <script> `c` *d*')).toBe('a\\](javascript:x) # b \\<script> \\`c\\` \\*d\\*');
});

it('markdownText, read as Markdown in a list, is one piece of text: the same', () => {
  const sign = fc.constantFrom('a', ' ', '[', ']', '(', ')', '<', '>', '*', '_', '`', '\\', '!', '&', '#', ';', 'x', '1', '中', '\n', '{', '~', '|');
  fc.assert(
    fc.property(fc.string({ unit: sign, maxLength: 40 }), (text) => {
      const shown = text.replace(/\s+/g, ' ').trim();
      expect(plainText(parser.parse(`- (${markdownText(text)})`))).toBe(`(${shown})`);
    }),
    { seed: 20261124, numRuns: 2000 },
  );
});

it('markdownFence holds any code as it is', () => {
  const line = fc.constantFrom('```', '````text', 'a', '', '`b`', '~~~');
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), (lines) => {
      const code = lines.join('\n');
      const [block] = parser.parse(markdownFence(code, 'text x')).children;
      expect(block).toMatchObject({ type: 'code', lang: 'text', value: code });
    }),
    { seed: 20261124 },
  );
});
