import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { pageAddress, recordAddress, withBase } from '../corpus/address.ts';
import type { CorpusDocument, DocumentKind } from '../corpus/corpus.ts';
import { type Finding, suggestKey } from '../corpus/finding.ts';
import { longReference, sourceUrl } from '../corpus/references.ts';
import { formatDate, messages } from '../i18n/messages.ts';
import { withGrounds } from './claims.ts';
import { emptyFacts, type Facts, type RenderTools } from './context.ts';

/** The rendering of one document: what it may refer to, and what has been gathered so far. */
export class Scope {
  readonly tools: RenderTools;
  readonly document: CorpusDocument;
  readonly facts: Facts = emptyFacts();
  readonly findings: Finding[] = [];
  /** Source keys in the order of their first citation: the numbers that readers see. */
  readonly references: string[] = [];
  /** Points of figures as CSV, by the figure's name. */
  readonly csv: Record<string, string> = {};
  /** Popovers by id; they stand at the end of the text. */
  readonly popovers = new Map<string, ElementContent>();
  /** Heading under which the text stands, for parity of citations by section. */
  section = '';
  /** Line of the node that is being worked on. */
  line = 1;

  constructor(document: CorpusDocument, tools: RenderTools) {
    this.document = document;
    this.tools = tools;
  }

  get t() {
    return messages(this.document.locale);
  }

  find(rule: string, message: string, suggestion: string, line = this.line): void {
    this.findings.push({ file: this.document.file, line, rule, message, suggestion });
  }

  href(address: string): string {
    return withBase(this.tools.base, address);
  }

  /** Address of the page itself. */
  get ownHref(): string {
    const { kind, slug, locale } = this.document;
    return this.href(pageAddress(kind, slug, locale));
  }

  /** Number of a source on this page, counted by first citation; undefined (and a finding) if the key is unknown. */
  referenceNumber(key: string): number | undefined {
    if (!this.tools.sources.has(key)) {
      this.find(
        'citation',
        `there is no source "${key}"`,
        `add it to the topic's sources.yaml, or correct the key: ${suggestKey(key, this.tools.sources.keys())}`,
      );
      return undefined;
    }
    if (!this.references.includes(key)) this.references.push(key);
    return this.references.indexOf(key) + 1;
  }

  /** The marker of a citation: a small number that opens a popover with the work and the place; the rest of the work stands in the list at the end, one click on. */
  cite(key: string, locator: string): ElementContent[] {
    const number = this.referenceNumber(key);
    const source = this.tools.sources.get(key);
    if (number === undefined || !source) return [];
    this.facts.citations.push({ key, locator, line: this.line, section: this.section });
    const id = this.popover(`c${number}-${locator}`, [h('a', { href: `#ref-${key}` }, source.title), locator ? `, ${locator}` : '']);
    return [withGrounds(h('button', { type: 'button', class: 'cite', popovertarget: id }, String(number)), { kind: 'cited', key, locator })];
  }

  /** Adds a popover (once for equal names) and gives its id. */
  popover(name: string, content: (ElementContent | string)[]): string {
    const known = this.popovers.get(name) as { properties?: { id?: string } } | undefined;
    if (known?.properties?.id) return known.properties.id;
    const id = `p${this.popovers.size + 1}`;
    this.popovers.set(name, h('div', { id, popover: 'auto', class: 'pop', role: 'note' }, content));
    return id;
  }

  /** Address of what a link such as `topic:zigbee#mesh` names; undefined (and a finding) if there is no such thing. */
  resolve(target: string): string | undefined {
    const [, kind = '', slug = '', anchor = ''] = /^([a-z]+):([^#]*)(#.*)?$/.exec(target) ?? [];
    const { locale } = this.document;
    const known = (set: { has(key: string): boolean; keys(): Iterable<string> }, key: string, ofKind = (_: string) => true): boolean => {
      if (set.has(key)) return true;
      this.find('link', `the link "${target}" leads nowhere`, suggestKey(key, [...set.keys()].filter(ofKind)));
      return false;
    };
    switch (kind) {
      case 'topic':
      case 'chapter':
      case 'question':
      case 'correction':
      case 'disambiguation': {
        if (!known(this.tools.pages, `${kind}:${slug}`, (page) => page.startsWith(`${kind}:`))) return undefined;
        return this.href(pageAddress(kind === 'topic' ? 'entry' : (kind as DocumentKind), slug, locale)) + anchor;
      }
      case 'instrument':
        return known(this.tools.instruments, slug) ? this.href(pageAddress('instrument', slug, locale)) + anchor : undefined;
      case 'term':
        return known(this.tools.terms, slug) ? this.href(recordAddress('glossary', slug, locale)) : undefined;
      case 'source':
        return known(this.tools.sources, slug) ? this.href(recordAddress('sources', slug, locale)) : undefined;
      case 'resource':
        return known(this.tools.resources, slug) ? this.href(recordAddress('resources', slug, locale)) : undefined;
      default:
        this.find(
          'link',
          `"${target}" is not a kind of link`,
          'topic:, chapter:, question:, correction:, disambiguation:, instrument:, term:, source:, resource:, #anchor or https://',
        );
        return undefined;
    }
  }

  /** The list of works at the end of the text. */
  referenceList(): ElementContent[] {
    if (this.references.length === 0) return [];
    const items = this.references.map((key) => {
      const source = this.tools.sources.get(key);
      if (!source) return h('li');
      const url = sourceUrl(source);
      const read = source.read === 'never' ? this.t.neverRead : this.t.readOn(formatDate(source.read, this.document.locale));
      return h('li', { id: `ref-${key}` }, [
        `${longReference(source)} `,
        url ? h('a', { href: url, rel: 'external' }, new URL(url).hostname) : '',
        h('span', { class: 'ref-meta' }, ` ${source.primary ? this.t.primarySource : this.t.secondarySource} · ${read} · `),
        h('a', { class: 'ref-meta', href: this.href(recordAddress('sources', key, this.document.locale)) }, key),
      ]);
    });
    return [h('section', { class: 'references', ariaLabelledby: 'references' }, [h('h2', { id: 'references' }, this.t.references), h('ol', items)])];
  }
}
