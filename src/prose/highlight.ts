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

const byEnding: Record<string, (typeof languages)[number] | 'text'> = {
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
};

let shared: Highlighter | undefined;

/** Loads the grammars once per thread. */
export async function loadHighlighter(): Promise<void> {
  shared ??= await createHighlighter({ langs: [...languages], themes: [createCssVariablesTheme({ name: 'touchstone', variablePrefix: '--code-' })] });
}

export function languageOf(file: string): (typeof languages)[number] | 'text' {
  return byEnding[file.split('.').pop() ?? ''] ?? 'text';
}

/**
 * Code as elements. Colours are classes (`k-keyword`), never inline styles, so that a strict CSP holds. `loadHighlighter` must have run.
 */
export function highlight(code: string, language: string): Element {
  if (!shared) throw new Error('loadHighlighter() must run first');
  const known = (languages as readonly string[]).includes(language) ? language : 'text';
  const root = shared.codeToHast(code, {
    lang: known,
    theme: 'touchstone',
    transformers: [
      {
        pre(node) {
          node.properties = { class: 'code', tabindex: '0', 'data-language': language };
        },
        line(node) {
          node.properties = {};
          node.tagName = 'span';
        },
        span(node) {
          const kind = /--code-(?:token-)?([a-z-]+)/.exec(String(node.properties.style ?? ''))?.[1];
          node.properties = kind && kind !== 'foreground' ? { class: `k-${kind}` } : {};
        },
      },
    ],
  });
  const pre = root.children[0] as Element;
  unwrapPlain(pre);
  return pre;
}

/** Drops spans without a class: less to send, the same picture. */
function unwrapPlain(node: Element): void {
  node.children = node.children.flatMap((child) => {
    if (child.type !== 'element') return [child];
    unwrapPlain(child);
    return child.tagName === 'span' && Object.keys(child.properties).length === 0 ? child.children : [child];
  });
}
