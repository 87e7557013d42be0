import type { Element, ElementContent, Root as HastRoot } from 'hast';
import { h } from 'hastscript';
import type { Nodes, Parent, Root } from 'mdast';
import rehypeKatex from 'rehype-katex';
import rehypeStringify from 'rehype-stringify';
import remarkRehype, { type Options } from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { parseCitations } from '../corpus/citations.ts';
import type { CorpusDocument } from '../corpus/corpus.ts';
import type { Finding } from '../corpus/finding.ts';
import { lightMathml } from '../figures/mathml.ts';
import { claimsOf } from './claims.ts';
import { emptyFacts, type Facts, type Rendered, type RenderTools } from './context.ts';
import { eachElement } from './each-element.ts';
import { gather, type Mark } from './gather.ts';
import { highlight } from './highlight.ts';
import { joinPunctuation } from './join-punctuation.ts';
import { toMarkdownTwin } from './markdown-twin.ts';
import { parseProse } from './parse.ts';
import { Scope } from './scope.ts';
import { sectionTexts } from './section-texts.ts';
import { words } from './words/index.ts';

/**
 * Renders a document: text in, finished HTML, Markdown twin, facts and findings out. Pure but for the shared highlighter, which
 * must have been loaded (`loadHighlighter`).
 */
export function renderDocument(document: CorpusDocument, tools: RenderTools): Rendered {
  const unreadable = (findings: Finding[]) => ({
    html: '',
    markdown: '',
    sections: [],
    csv: {},
    facts: { ...emptyFacts(), unreadable: true as const },
    findings,
  });
  const { tree, findings } = parseProse(document.body, document.file, document.bodyLine);
  if (!tree) return unreadable(findings);
  try {
    return render(tree, document, tools);
  } catch (error) {
    // A mistake of ours: the author must know at least which text it is.
    const { stack = String(error) } = error as Error;
    return unreadable([
      {
        file: document.file,
        line: document.bodyLine,
        rule: 'render',
        message: `this text breaks the renderer: ${stack}`,
        suggestion: 'report it with the text',
      },
    ]);
  }
}

function render(tree: Root, document: CorpusDocument, tools: RenderTools): Rendered {
  const scope = new Scope(document, tools);
  gather(tree, scope);
  const markdown = toMarkdownTwin(document.body, tree, scope);
  const hast = toElements(tree, scope);
  const lines = formulaLines(tree, scope);
  formulaErrors(hast, lines, scope);
  scope.facts.claims = claimsOf(hast, document.locale);
  scope.facts.formulaCharacters = formulaCharacters(hast, lines);
  scrollFormulas(hast);
  scope.facts.lead = leadText(hast);
  const sections = sectionTexts(hast);
  joinPunctuation(hast);
  const html = lightMathml(stringifier.stringify(hast));
  // The twin and the page meet the same words: what the twin found is found again, so count each once.
  const unique = new Map(scope.findings.map((finding) => [`${finding.line} ${finding.rule} ${finding.message}`, finding]));
  return { html, markdown, sections, csv: scope.csv, facts: scope.facts, findings: [...unique.values()] };
}

const stringifier = unified().use(rehypeStringify, { allowDangerousHtml: true, closeEmptyElements: true, collapseEmptyAttributes: true }).freeze();

function toElements(tree: Root, scope: Scope): HastRoot {
  const handlers: Record<string, (state: State, node: never) => ElementContent | ElementContent[] | undefined> = {
    citationMark: (_state, mark: Mark & { type: 'citationMark' }) => {
      scope.line = mark.line;
      scope.section = mark.section;
      return h(
        'span',
        { class: 'cites' },
        parseCitations(mark.text).flatMap(({ key, locator }) => scope.cite(key, locator)),
      );
    },
    termMark: (state, mark: Mark & { type: 'termMark' }) => termElements(mark.id, state.all(mark as never) as ElementContent[], scope),
    margin: (_state, mark: Mark & { type: 'margin' }) =>
      h(
        'div',
        { class: 'margin', ariaHidden: 'true' },
        mark.lines.map((line) => h('span', line)),
      ),
    mdxJsxFlowElement: (state, node) => wordElements(state, node, scope),
    mdxJsxTextElement: (state, node) => wordElements(state, node, scope),
    code: (_state, node: Nodes & { type: 'code' }) => highlight(node.value, node.lang ?? 'text'),
    table: (state, node) => h('div', { class: 'table', tabindex: '0', role: 'group', ariaLabel: tableLabel(node) }, [tableElement(state, node)]),
    footnoteReference: (_state, node: Nodes & { type: 'footnoteReference' }) => footnoteMark(node.identifier, tree, scope),
    footnoteDefinition: () => undefined,
  };
  const processor = unified()
    .use(remarkRehype, { allowDangerousHtml: false, handlers: handlers as Options['handlers'] } as Options)
    // Nothing in a formula leads elsewhere, and nothing is larger than a page.
    .use(rehypeKatex, { output: 'mathml', strict: 'ignore', trust: false, maxSize: 20, maxExpand: 200 });
  const hast = processor.runSync(tree) as HastRoot;
  addHeadingAnchors(hast, scope);
  hast.children.push(
    ...notes(tree, scope, processor),
    ...scope.referenceList(),
    ...(scope.popovers.size > 0 ? [h('div', { class: 'popovers' }, [...scope.popovers.values()])] : []),
  );
  return hast;
}

interface State {
  all(node: Parent): ElementContent[];
}

function termElements(id: string, children: ElementContent[], scope: Scope): ElementContent[] {
  return words.Term?.toElements({ id } as never, children, scope) ?? children;
}

function wordElements(state: State, node: Parent & { name?: string; parsed?: unknown; line?: number; section?: string }, scope: Scope): ElementContent[] {
  const word = words[node.name ?? ''];
  if (!word || node.parsed === undefined) return [];
  scope.line = node.line ?? 1;
  scope.section = node.section ?? '';
  return word.toElements(node.parsed as never, word.content === 'none' ? [] : state.all(node), scope);
}

/** A GFM table; its first row is the header, alignment becomes a class (no inline styles). */
function tableElement(state: State, node: Nodes & { type: 'table' }): Element {
  const [head, ...body] = node.children;
  const row = (one: typeof head, cell: 'th' | 'td') =>
    h(
      'tr',
      (one?.children ?? []).map((content, index) => {
        // An empty corner is no header of anything.
        const isHeader = cell === 'th' && content.children.length > 0;
        return h(
          isHeader ? 'th' : 'td',
          { ...(isHeader ? { scope: 'col' } : {}), ...(node.align?.[index] === 'right' ? { class: 'number' } : {}) },
          state.all(content as never),
        );
      }),
    );
  return h('table', [
    h('thead', row(head, 'th')),
    h(
      'tbody',
      body.map((one) => row(one, 'td')),
    ),
  ]);
}

function tableLabel(node: { children: Parent[] }): string {
  const texts: string[] = [];
  visit(node.children[0] as never, 'text', (text: { value: string }) => void texts.push(text.value));
  return texts.join(' · ');
}

function addHeadingAnchors(hast: HastRoot, scope: Scope): void {
  eachElement(hast, (element) => {
    const { id } = element.properties;
    if (!/^h[2-4]$/.test(element.tagName) || typeof id !== 'string') return;
    const title = scope.facts.headings.find((heading) => heading.id === id)?.text ?? id;
    element.children.push(h('a', { class: 'anchor', href: `#${id}`, ariaLabel: scope.t.linkToSection(title) }, '#'));
  });
}

/** Footnotes are small letters that open a popover; they stand in a list at the end of the text, too. */
function footnoteNumber(identifier: string, tree: Root): number {
  return footnotes(tree).findIndex((note) => note.identifier === identifier) + 1;
}

function footnotes(tree: Root) {
  return tree.children.filter((node) => node.type === 'footnoteDefinition');
}

function footnoteMark(identifier: string, tree: Root, scope: Scope): ElementContent {
  const number = footnoteNumber(identifier, tree);
  const note = footnotes(tree)[number - 1];
  const letter = noteLetters(number);
  const id = scope.popover(`note-${identifier}`, [
    h('span', { class: 'pop-head' }, `${scope.t.notes} ${letter}`),
    h('a', { href: `#note-${letter}` }, noteText(note)),
  ]);
  return h('button', { type: 'button', class: 'cite note-mark', popovertarget: id, ariaLabel: `${scope.t.notes} ${letter}` }, letter);
}

/** a to z, then aa, ab and so on, as a list of type "a" counts. */
function noteLetters(number: number): string {
  const rest = Math.floor((number - 1) / 26);
  return (rest > 0 ? noteLetters(rest) : '') + String.fromCharCode(97 + ((number - 1) % 26));
}

function noteText(note: Nodes | undefined): string {
  const texts: string[] = [];
  if (note) visit(note, 'text', (text: { value: string }) => void texts.push(text.value));
  return texts.join('');
}

function notes(tree: Root, scope: Scope, processor: { runSync(tree: never): unknown }): ElementContent[] {
  const all = footnotes(tree);
  if (all.length === 0) return [];
  const items = all.map((note, index) => {
    const content = processor.runSync({ type: 'root', children: note.children } as never) as HastRoot;
    return h('li', { id: `note-${noteLetters(index + 1)}` }, content.children as ElementContent[]);
  });
  return [h('section', { class: 'notes', ariaLabelledby: 'notes' }, [h('h2', { id: 'notes' }, scope.t.notes), h('ol', { type: 'a' }, items)])];
}

/** Line of each formula, by its TeX. */
function formulaLines(tree: Root, scope: Scope): Map<string, number> {
  const lines = new Map<string, number>();
  visit(tree, (node) => {
    if (node.type === 'math' || node.type === 'inlineMath') lines.set(node.value.trim(), (node.position?.start.line ?? 1) + scope.document.bodyLine - 1);
  });
  return lines;
}

/** KaTeX marks what it cannot read; each is a finding at the formula's line. */
function formulaErrors(hast: HastRoot, lines: Map<string, number>, scope: Scope): void {
  eachElement(hast, (element) => {
    if (!(element.properties.className as string[] | undefined)?.includes('katex-error')) return;
    const first = element.children[0];
    const formula = first?.type === 'text' ? first.value.trim() : '';
    scope.find(
      'formula',
      `KaTeX cannot read this formula: ${String(element.properties.title ?? '').replace(/^ParseError: /, '')}`,
      'correct the formula; braces and backslashes must be complete',
      lines.get(formula) ?? scope.document.bodyLine,
    );
  });
}

/** Every character that formulas draw; the TeX that KaTeX keeps beside them is dropped, as the Markdown twin has it. */
function formulaCharacters(hast: HastRoot, lines: Map<string, number>): Facts['formulaCharacters'] {
  const characters = new Map<string, number>();
  eachElement(hast, (element) => {
    if (element.tagName !== 'semantics') return;
    const annotation = element.children.find((child) => child.type === 'element' && child.tagName === 'annotation');
    const tex = annotation?.type === 'element' && annotation.children[0]?.type === 'text' ? annotation.children[0].value : '';
    const line = lines.get(tex.trim()) ?? 1;
    element.children = element.children.filter((child) => child !== annotation);
    visit(element, 'text', (text: { value: string }) => {
      for (const character of text.value) if (!characters.has(character)) characters.set(character, line);
    });
  });
  return [...characters].map(([character, line]) => ({ character, line }));
}

/** A displayed formula may be wider than a phone: its holder scrolls, also by keyboard. */
function scrollFormulas(hast: HastRoot): void {
  eachElement(hast, (element) => {
    const [inner] = element.children;
    if (inner?.type !== 'element' || inner.tagName !== 'math' || inner.properties.display !== 'block') return;
    element.properties = { className: ['formula'], tabIndex: 0 };
  });
}

/** The first paragraph as a reader sees it, computed figures included and citation marks left out. */
function leadText(hast: HastRoot): string {
  const first = hast.children.find((node): node is Element => node.type === 'element' && node.tagName === 'p');
  const read = (node: ElementContent): string => {
    if (node.type === 'text') return node.value;
    if (node.type !== 'element' || (node.properties.className as string[] | undefined)?.includes('cites')) return '';
    return node.children.map(read).join('');
  };
  return (first?.children.map(read).join('') ?? '')
    .replace(/[ \t\n]+/g, ' ')
    .replace(/ +([.,;:])/g, '$1')
    .trim();
}
