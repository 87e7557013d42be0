import type { Heading, Nodes, Parent, PhrasingContent, Root, Text } from 'mdast';
import type { MdxJsxAttribute, MdxJsxExpressionAttribute } from 'mdast-util-mdx-jsx';
import { toString as plainText } from 'mdast-util-to-string';
import { unfitCharacter } from '../corpus/characters.ts';
import { citationPattern, parseCitations } from '../corpus/citations.ts';
import { suggestKey } from '../corpus/finding.ts';
import { shortReference } from '../corpus/references.ts';
import { typeset } from '../corpus/typeset.ts';
import { type Locale, languageTag } from '../i18n/locales.ts';
import type { Block } from './context.ts';
import { type TermMatcher, termMatcher } from './glossary-terms.ts';
import type { Scope } from './scope.ts';
import { words } from './words/index.ts';

/** Marks put into the tree for what Markdown has no node for. */
export type Mark =
  | { type: 'citationMark'; text: string; line: number; section: string }
  | { type: 'termMark'; id: string; children: PhrasingContent[]; line: number }
  | { type: 'margin'; lines: string[] };

interface Where {
  example: boolean;
  /** Inside a heading or link: no terms are marked there. */
  bare: boolean;
  /** The block whose ground is being gathered. */
  block: Block | undefined;
}

const placeholder = '\ufffc';

/** Ids that the page gives itself: its text, lists, popovers, notes, references, figures and fields of instruments. */
const ownIds = /^(?:main|references|notes|chapters|p\d+|note-[a-z]+|ref-.*|figure-.*|i\d*-.*)$/;

/**
 * Walks a document's tree once: refuses what content may not hold, replaces citations and first uses of terms by marks, and gathers
 * the page's facts. Lines are lines of the file.
 */
export function gather(tree: Root, scope: Scope): void {
  new Gatherer(scope).document(tree);
}

class Gatherer {
  private readonly scope: Scope;
  private readonly shift: number;
  private readonly terms: TermMatcher;
  private readonly seenTerms = new Set<string>();
  private readonly anchors = new Set<string>();
  private readonly texts: string[] = [];
  /** What stands at the top level: only there footnotes are numbered. */
  private readonly notes = new Set<Nodes>();

  constructor(scope: Scope) {
    this.scope = scope;
    this.shift = scope.document.bodyLine - 1;
    this.terms = cachedMatcher(scope);
  }

  document(tree: Root): void {
    for (const child of tree.children) this.notes.add(child);
    this.children(tree, { example: false, bare: false, block: undefined });
    this.addMargins(tree);
    const { facts, document } = this.scope;
    facts.text = this.texts.join('\n');
    const han = facts.text.match(/\p{Script=Han}/gu)?.length ?? 0;
    const latin = facts.text.match(/[\p{Script=Latin}\d][\p{Script=Latin}\d'’.-]*/gu)?.length ?? 0;
    facts.length = document.locale === 'en' ? latin : han + latin;
    facts.minutes = Math.max(1, Math.round(document.locale === 'en' ? latin / 220 : han / 350 + latin / 220));
  }

  private print(text: string): string {
    return typeset(text, this.scope.document.locale);
  }

  private children(parent: Parent, where: Where): void {
    parent.children = (parent.children as Nodes[]).flatMap((child) => this.node(child, where)) as never;
  }

  private node(node: Nodes, where: Where): Nodes[] {
    const line = (node.position?.start.line ?? 1) + this.shift;
    this.scope.line = line;
    switch (node.type) {
      case 'heading':
        return this.heading(node, where, line);
      case 'paragraph':
      case 'tableRow':
        return this.block(node, where, node.type === 'tableRow' ? 'row' : 'paragraph', line);
      case 'table':
        this.scope.facts.tables += 1;
        this.tableShape(node);
        break;
      case 'tableCell':
        // Cells side by side are no word: "SF" and "7" are not "SF7".
        if (where.block) where.block.text += '\t';
        break;
      case 'text':
        return this.text(node, where, line);
      case 'inlineMath':
      case 'math':
        this.scope.facts.formulas += 1;
        this.formula(node.value, line);
        if (where.block) where.block.text += placeholder;
        return [node];
      case 'inlineCode':
        if (where.block) where.block.text += placeholder;
        return [node];
      case 'code':
        this.readable(`${node.lang ?? ''} ${node.meta ?? ''}`, line);
        this.scope.facts.fences.push({ language: node.lang ?? '', line });
        return [node];
      case 'link':
        return this.link(node, where, line);
      case 'image':
        return this.image(node, line);
      case 'footnoteDefinition':
        if (!this.notes.has(node))
          this.scope.find('mdx', 'a footnote stands within something else', 'write it at the end of the section, at the start of a line', line);
        break;
      case 'definition':
      case 'linkReference':
      case 'imageReference':
        this.scope.find('mdx', 'reference links are not used here', 'write [text](target) in place', line);
        return [];
      case 'html':
      case 'mdxjsEsm':
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        return this.refuse(node, line);
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        return this.word(node as never, where, line);
    }
    if ('children' in node) this.children(node as Parent, where);
    return [node];
  }

  private heading(node: Heading, where: Where, line: number): Nodes[] {
    const mark = node.children.at(-1);
    const id = mark?.type === 'mdxTextExpression' ? /^"#([a-z0-9]+(?:-[a-z0-9]+)*)"$/.exec(mark.value)?.[1] : undefined;
    if (mark?.type === 'mdxTextExpression') node.children.pop();
    const last = node.children.at(-1);
    if (last?.type === 'text') last.value = last.value.trimEnd();
    const text = cleanText(plainText(node), this.scope.document.locale);
    if (id === undefined)
      this.scope.find('heading', `the heading "${text}" has no id`, 'end it with {#words-joined-by-hyphens}, the same in every language', line);
    else if (ownIds.test(id)) this.scope.find('heading', `the id "${id}" is the page's own`, 'choose another', line);
    else if (this.anchors.has(id)) this.scope.find('heading', `the id "${id}" stands twice on this page`, 'choose another', line);
    if (node.depth < 2 || node.depth > 4)
      this.scope.find('heading', `a heading of level ${node.depth} has no place in the text`, 'use ##, ### or ####; the title is in the front matter', line);
    const previous = this.scope.facts.headings.at(-1)?.depth ?? 1;
    if (node.depth > previous + 1) this.scope.find('heading', `the level jumps from ${previous} to ${node.depth}`, `use ${'#'.repeat(previous + 1)}`, line);
    if (id !== undefined) {
      this.anchors.add(id);
      node.data = { ...node.data, hProperties: { id } };
      this.scope.section = id;
      this.scope.facts.headings.push({ id, text, depth: node.depth, line });
    }
    const block: Block = { line, kind: 'heading', text: '', ground: { cited: false, computed: false, run: false, example: true } };
    this.children(node, { ...where, bare: true, block });
    this.scope.facts.blocks.push(block);
    return [node];
  }

  private block(node: Parent & Nodes, where: Where, kind: Block['kind'], line: number): Nodes[] {
    const block: Block = { line, kind, text: '', ground: { cited: false, computed: false, run: false, example: where.example } };
    this.children(node, { ...where, block });
    this.scope.facts.blocks.push(block);
    this.texts.push(block.text.replaceAll(placeholder, ' '));
    return [node];
  }

  /** Splits running text at citations and at first uses of terms. */
  private text(node: Text, where: Where, line: number): Nodes[] {
    this.readable(node.value, line);
    const parts: Nodes[] = [];
    let from = 0;
    for (const match of node.value.matchAll(citationPattern)) {
      parts.push(...this.termsIn(node.value.slice(from, match.index), where, line));
      from = match.index + match[0].length;
      if (where.block) where.block.ground.cited = true;
      if (parseCitations(match[0]).length === 0) this.scope.find('citation', `"${match[0]}" is no citation`, 'write [@key, place]', line);
      for (const { key } of parseCitations(match[0])) this.scope.referenceNumber(key);
      parts.push({ type: 'citationMark', text: match[0], line, section: this.scope.section } satisfies Mark as never);
    }
    if (node.value.replace(citationPattern, '').includes('[@'))
      this.scope.find(
        'citation',
        'a citation that starts here cannot be read',
        'write [@key, place]: the key in lower case; in the place no ], and a backslash before *, _ and `',
        line,
      );
    parts.push(...this.termsIn(node.value.slice(from), where, line));
    return parts;
  }

  private termsIn(text: string, where: Where, line: number): Nodes[] {
    if (where.block) where.block.text += text;
    const { pattern } = this.terms;
    if (where.bare || !pattern || text.trim() === '') return [{ type: 'text', value: this.print(text) }];
    const parts: Nodes[] = [];
    let from = 0;
    for (const match of text.matchAll(pattern)) {
      const id = this.terms.idOf(match[0]);
      if (id === undefined || this.seenTerms.has(id)) continue;
      this.seenTerms.add(id);
      parts.push({ type: 'text', value: this.print(text.slice(from, match.index)) }, {
        type: 'termMark',
        id,
        children: [{ type: 'text', value: match[0] }],
        line,
      } satisfies Mark as never);
      from = match.index + match[0].length;
    }
    parts.push({ type: 'text', value: this.print(text.slice(from)) });
    return parts;
  }

  /** What leads out of a formula KaTeX draws in red and does not do; the author is told. */
  private formula(tex: string, line: number): void {
    const command = /\\(?:href|url|includegraphics|html(?:Class|Data|Id|Style))(?![a-zA-Z])/.exec(tex)?.[0];
    if (command) this.scope.find('formula', `"${command}" has no place in a formula`, 'a link stands beside the formula, a picture in images/', line);
    if (tex.length > 4000) this.scope.find('formula', `this formula has ${tex.length} characters`, 'divide it', line);
  }

  private tableShape({ children: [head, ...rows] }: Nodes & { type: 'table' }): void {
    const columns = head?.children.length ?? 0;
    for (const row of rows) {
      if (row.children.length === columns) continue;
      const line = (row.position?.start.line ?? 1) + this.shift;
      this.scope.find(
        'table',
        `this row has ${row.children.length} cells, the header ${columns}`,
        'give every row as many cells as the header; an empty one is "| |"',
        line,
      );
    }
  }

  private link(node: Nodes & { type: 'link' }, where: Where, line: number): Nodes[] {
    const target = node.url;
    this.readable(`${target} ${node.title ?? ''}`, line);
    if (target.startsWith('https://') || target.startsWith('http://')) {
      this.scope.facts.external.push({ url: target, line });
      node.data = { ...node.data, hProperties: { rel: ['external'] } };
    } else if (target.startsWith('#')) {
      this.scope.facts.links.push({ target, line });
    } else {
      this.scope.facts.links.push({ target, line });
      node.url = this.scope.resolve(target) ?? '#';
    }
    if (plainText(node).trim() === '') this.scope.find('link', 'this link has no text', 'write [what it leads to](target)', line);
    this.children(node, { ...where, bare: true });
    return [node];
  }

  private image(node: Nodes & { type: 'image' }, line: number): Nodes[] {
    this.readable(`${node.alt ?? ''} ${node.title ?? ''}`, line);
    if (!node.alt?.trim())
      this.scope.find('image', `the picture "${node.url}" has no text for readers who can't see it`, 'write ![what it shows](images/file.svg)', line);
    const { topic } = this.scope.document;
    const name = node.url.replace(/^images\//, '');
    if (!node.url.startsWith('images/') || !this.scope.tools.images.has(`${topic}/${name}`)) {
      this.scope.find('image', `there is no picture "${node.url}" in topics/${topic}/`, `put it into topics/${topic}/images/ and write images/<file>`, line);
      return [];
    }
    node.url = this.scope.href(`/images/${topic}/${name}`);
    return [node];
  }

  /** An entity such as `&#x202e;` writes a character that the file itself does not hold. */
  private readable(text: string, line: number): void {
    const unfit = unfitCharacter(text);
    if (unfit) this.scope.find('mdx', `here stands ${unfit.name}, which readers can't see`, 'delete the character', line);
  }

  private refuse(node: Nodes, line: number): Nodes[] {
    const [message, suggestion] =
      node.type === 'mdxjsEsm'
        ? ['import and export have no place in content', 'the words of MDX need no import: delete the line']
        : node.type === 'html'
          ? ['HTML has no place in content', "use Markdown or one of the words of the author's guide"]
          : ['an expression in braces has no place in running text', 'write \\{ for a brace, or <Calc of={…} /> for a sum'];
    this.scope.find('mdx', message, suggestion, line);
    return [];
  }

  private word(
    node: Parent & Nodes & { name: string | null; attributes: (MdxJsxAttribute | MdxJsxExpressionAttribute)[] },
    where: Where,
    line: number,
  ): Nodes[] {
    const name = node.name ?? '';
    const word = Object.hasOwn(words, name) ? words[name] : undefined;
    if (!word) {
      this.scope.find(
        'word',
        name === '' ? 'an empty tag has no place in content' : `<${name}> is not a word of MDX here`,
        suggestKey(name, Object.keys(words)),
        line,
      );
      return [];
    }
    const attributes = this.attributes(name, node.attributes, line);
    const parsed = word.attributes.safeParse(attributes);
    if (!parsed.success) {
      for (const issue of parsed.error.issues) {
        const path = issue.path.join('.') || (issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : '');
        this.scope.find(
          'word',
          `<${name}> has a wrong attribute "${path}": ${issue.message}`,
          "the author's guide (content/README.md) lists its attributes",
          line,
        );
      }
      return [];
    }
    if (word.content === 'none' && node.children.length > 0) this.scope.find('word', `<${name}> takes no content`, `write <${name} … />`, line);
    if (where.block && (name === 'Value' || name === 'Calc')) {
      where.block.ground.computed = true;
      where.block.text += placeholder;
    }
    if (name === 'Run') {
      if (where.block) where.block.ground.run = true;
      this.scope.facts.runs.push({ of: String(attributes.of), shown: plainText(node), line });
    }
    if (name === 'Term') this.seenTerms.add(String(attributes.id));
    this.children(node, { ...where, example: where.example || name === 'Example', bare: where.bare || name === 'Term' || name === 'Run' });
    (node as unknown as { parsed: unknown }).parsed = parsed.data;
    (node as unknown as { line: number }).line = line;
    (node as unknown as { section: string }).section = this.scope.section;
    return [node];
  }

  /** Attributes as plain values. A sum stays text (`{ expression }`); anything else that would have to be run is refused. */
  private attributes(name: string, all: (MdxJsxAttribute | MdxJsxExpressionAttribute)[], line: number): Record<string, unknown> {
    const values: [string, unknown][] = [];
    for (const attribute of all) {
      if (attribute.type === 'mdxJsxExpressionAttribute') {
        this.scope.find('word', `<${name}> holds {...} among its attributes`, 'write each attribute by its name', line);
        continue;
      }
      const { value } = attribute;
      const given = value === null || value === undefined ? true : typeof value === 'string' ? value : literal(value.value);
      this.readable(`${attribute.name} ${typeof given === 'string' ? given : ''}`, line);
      values.push([attribute.name, given]);
    }
    // Not one by one: "__proto__" must be an attribute like any other, which no word has.
    return Object.fromEntries(values);
  }

  /** Before each block at the top level that rests on something: its grounds, for the margin of a wide screen. */
  private addMargins(parent: Parent): void {
    parent.children = (parent.children as Nodes[]).flatMap((node) => {
      const lines = marginLines(node, this.scope);
      return lines.length === 0 ? [node] : [{ type: 'margin', lines } satisfies Mark as never, node];
    }) as never;
  }
}

/** `7` → 7, `"x"`, `true`, `[1, 2]`; anything else is kept as the text of a sum. */
function literal(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    const quoted = /^\s*'([^']*)'\s*$/.exec(source);
    return quoted ? quoted[1] : { expression: source.trim() };
  }
}

function marginLines(node: Nodes, scope: Scope): string[] {
  if (!['paragraph', 'list', 'table', 'blockquote'].includes(node.type)) return [];
  const lines = new Set<string>();
  const walk = (inner: Nodes): void => {
    if ((inner.type as string) === 'citationMark') {
      for (const { key } of parseCitations((inner as unknown as { text: string }).text)) {
        const source = scope.tools.sources.get(key);
        if (source) lines.add(`${scope.referenceNumber(key)} ${shortReference(source, scope.document.locale)}`);
      }
    } else if (inner.type === 'mdxJsxTextElement' && inner.name === 'Value') {
      const of = (inner as unknown as { parsed?: { of?: string } }).parsed?.of ?? '';
      lines.add(scope.t.computedBy(of.split('.')[0] ?? ''));
    } else if (inner.type === 'mdxJsxTextElement' && inner.name === 'Run') {
      lines.add(scope.t.printedBy((inner as unknown as { parsed?: { of?: string } }).parsed?.of ?? ''));
    }
    if ('children' in inner) for (const child of inner.children) walk(child as Nodes);
  };
  walk(node);
  return [...lines].slice(0, node.type === 'paragraph' ? 6 : 8);
}

/** A heading's text, without citations. */
function cleanText(text: string, locale: Locale): string {
  const plain = text.replace(citationPattern, '').replace(/\s+/g, ' ').trim();
  return typeset(plain, locale);
}

const matchers = new WeakMap<object, Map<string, TermMatcher>>();

function cachedMatcher(scope: Scope): TermMatcher {
  const { terms } = scope.tools;
  const { topic, locale } = scope.document;
  const byTopic = matchers.get(terms) ?? new Map<string, TermMatcher>();
  matchers.set(terms, byTopic);
  const key = `${topic} ${languageTag[locale]}`;
  const known = byTopic.get(key) ?? termMatcher(terms.values(), topic, locale);
  byTopic.set(key, known);
  return known;
}
