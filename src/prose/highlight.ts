import type { Element } from 'hast';
import { type BundledLanguage, createCssVariablesTheme, createHighlighter, type Highlighter } from 'shiki';

const languages = [
  'bash',
  'c',
  'cpp',
  'ini',
  'java',
  'javascript',
  'json',
  'matlab',
  'properties',
  'python',
  'sql',
  'toml',
  'typescript',
  'xml',
  'yaml',
] as const satisfies BundledLanguage[];

const byEnding = {
  sh: 'bash',
  c: 'c',
  h: 'c',
  cc: 'cpp',
  cpp: 'cpp',
  ini: 'ini',
  java: 'java',
  js: 'javascript',
  mjs: 'javascript',
  json: 'json',
  m: 'matlab',
  properties: 'properties',
  py: 'python',
  sql: 'sql',
  hql: 'sql',
  toml: 'toml',
  ts: 'typescript',
  xml: 'xml',
  yaml: 'yaml',
  yml: 'yaml',
} as const satisfies Record<string, (typeof languages)[number]>;

let shared: Highlighter | undefined;

/** Loads the grammars once per thread. */
export async function loadHighlighter(): Promise<void> {
  shared ??= await createHighlighter({ langs: [...languages], themes: [createCssVariablesTheme({ name: 'touchstone', variablePrefix: '--code-' })] });
}

export function languageOf(file: string): (typeof languages)[number] | 'text' {
  const ending = file.split('.').pop() ?? '';
  return Object.hasOwn(byEnding, ending) ? byEnding[ending as keyof typeof byEnding] : 'text';
}

/**
 * What the theme colours, and the element that carries it. The shortest there are: a listing has a thousand of them, and `<span class="…">`
 * would weigh as much as the code. None of them is read aloud as anything; prose.css says how they look. Brackets and names stay plain.
 */
const elementOf: Record<string, string> = { keyword: 'b', constant: 'i', string: 'u', 'string-expression': 'u', function: 'var', comment: 'small' };

/** The last listings, since the other language of a text, which comes next, shows the same. */
const recent = new Map<string, Element>();
const mostRecent = 32;

/** Code as elements without attributes: no inline styles, so that a strict CSP holds. They are shared: do not change them. `loadHighlighter` must have run. */
export function highlight(code: string, language: string): Element {
  const key = `${language}\n${code}`;
  const element = recent.get(key) ?? highlightAnew(code, language);
  if (recent.size >= mostRecent) recent.clear();
  recent.set(key, element);
  return element;
}

function highlightAnew(code: string, language: string): Element {
  if (!shared) throw new Error('loadHighlighter() must run first');
  const known = (languages as readonly string[]).includes(language) ? language : 'text';
  const root = shared.codeToHast(code, {
    lang: known,
    theme: 'touchstone',
    mergeWhitespaces: 'never',
    mergeSameStyleTokens: true,
    transformers: [
      {
        pre(node) {
          node.properties = { class: 'code', tabindex: '0', 'data-language': language };
        },
        line(node) {
          node.properties = {};
        },
        span(node) {
          const kind = /--code-(?:token-)?([a-z-]+)/.exec(String(node.properties.style ?? ''))?.[1] ?? '';
          node.properties = {};
          node.tagName = elementOf[kind] ?? 'span';
        },
      },
    ],
  });
  const pre = root.children[0] as Element;
  unwrapPlain(pre);
  return pre;
}

/** Drops spans, which say nothing here: less to send, the same picture. */
function unwrapPlain(node: Element): void {
  node.children = node.children.flatMap((child) => {
    if (child.type !== 'element') return [child];
    unwrapPlain(child);
    return child.tagName === 'span' ? child.children : [child];
  });
}
