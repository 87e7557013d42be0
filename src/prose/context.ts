import type { CorpusDocument, DocumentKind, FigureFile, Listing, SourceRecord, TermRecord } from '../corpus/corpus.ts';
import type { Claim } from '../corpus/prepared.ts';
import type { Definition } from '../instruments/define.ts';
import type { SectionText } from './section-texts.ts';

/** What a text may refer to. Plain data but for the instruments, so that it can be handed to a worker thread. */
export interface ProseContext {
  /** Base path of the site, with slashes at both ends. */
  base: string;
  sources: Map<string, SourceRecord>;
  terms: Map<string, TermRecord>;
  resources: Set<string>;
  /** `<kind>:<slug>` of every page. */
  pages: Set<string>;
  /** By `<topic>/<name>`. */
  listings: Map<string, Listing>;
  /** The entry or chapter that shows a listing first, by `<topic>/<name>`. */
  shownIn: Map<string, Pick<CorpusDocument, 'kind' | 'slug'>>;
  figures: Map<string, FigureFile>;
  images: Set<string>;
}

export interface RenderTools extends ProseContext {
  instruments: Map<string, Definition>;
}

/** What a page holds, for checks, search, related pages and lists. Lines are lines of the file. */
export interface Facts {
  /** The text could not be parsed: a finding says so, and all the rest here is empty. */
  unreadable?: true;
  headings: { id: string; text: string; depth: number; line: number }[];
  /** The first paragraph as plain text: an answer, a summary. */
  lead: string;
  /** All running text without code. */
  text: string;
  /** Words, or Han characters and Latin words. */
  length: number;
  minutes: number;
  citations: { key: string; locator: string; line: number; section: string }[];
  links: { target: string; line: number }[];
  external: { url: string; line: number }[];
  values: { of: string; shown: string; line: number }[];
  /** Figures that the recorded run of a listing printed. */
  runs: { of: string; shown: string; line: number }[];
  calcs: number;
  instruments: string[];
  listings: string[];
  figures: string[];
  terms: string[];
  tables: number;
  formulas: number;
  /** Every character that its formulas draw, with the line of the first that does. */
  formulaCharacters: { character: string; line: number }[];
  fences: { language: string; line: number }[];
  blocks: Block[];
  claims: Claim[];
}

/** A paragraph, list item, table row or caption, with what it rests on. */
export interface Block {
  line: number;
  kind: 'paragraph' | 'row' | 'heading';
  /** Its text; formulas, code and computed figures are left out (as U+FFFC). */
  text: string;
  /** It holds a citation, a computed figure or one that a run printed, or stands in `<Example>`. */
  ground: { cited: boolean; computed: boolean; run: boolean; example: boolean };
}

export interface Rendered {
  html: string;
  /** The text as plain Markdown, with words and citations resolved. */
  markdown: string;
  /** The text that search finds. */
  sections: SectionText[];
  /** Points of its figures as CSV, by the figure's name. */
  csv: Record<string, string>;
  facts: Facts;
  findings: import('../corpus/finding.ts').Finding[];
}

export function emptyFacts(): Facts {
  return {
    headings: [],
    lead: '',
    text: '',
    length: 0,
    minutes: 0,
    citations: [],
    links: [],
    external: [],
    values: [],
    runs: [],
    calcs: 0,
    instruments: [],
    listings: [],
    figures: [],
    terms: [],
    tables: 0,
    formulas: 0,
    formulaCharacters: [],
    fences: [],
    blocks: [],
    claims: [],
  };
}

export const pageKey = (kind: DocumentKind | 'topic' | 'instrument', slug: string) => `${kind === 'entry' ? 'topic' : kind}:${slug}`;

export type { CorpusDocument };
