import type { Locale } from '../i18n/locales.ts';
import type { RunRecord } from '../schema/run-record.ts';
import type { Site } from '../schema/site.ts';
import type { CorpusDocument, EditionRecord, ResourceRecord, SourceRecord, TermRecord, Topic } from './corpus.ts';
import type { EditionPage } from './edition.ts';
import type { Change } from './history.ts';

/** One page made from a document: what lists, navigation and templates need. Its text is in a file named by `digest`. */
export type PreparedPage = Pick<CorpusDocument, 'id' | 'kind' | 'locale' | 'topic' | 'slug' | 'file' | 'title' | 'matter'> & {
  digest: string;
  /** The first paragraph, plain. */
  lead: string;
  minutes: number;
  headings: { id: string; text: string; depth: number }[];
  instruments: string[];
  figures: string[];
  grounds: Grounds;
  /** Days (YYYY-MM-DD) of the last change of this half and of its twin, where history tells. */
  changed?: string;
  twinChanged?: string;
  /** The changes of this half, newest first, where history tells. */
  history: Change[];
  /** Hash of this half's file. */
  sha256: string;
  /** Ids of pages near to it, best first, and of pages that link to it. */
  related: string[];
  backlinks: string[];
};

/** One thing on which a claim rests. */
export type Ground =
  | { kind: 'cited'; key: string; locator: string }
  /** An output of an instrument as shown, and the address that computes it again. */
  | { kind: 'computed'; of: string; shown: string; href: string }
  | { kind: 'sum'; sum: string; shown: string }
  /** A file of the topic's listings, or a table that a run left. */
  | { kind: 'run'; listing: string };

export type GroundKind = Ground['kind'];

/** A paragraph, table row, figure or listing that rests on something. */
export interface Claim {
  /** Id of the heading under which it stands; empty above the first. */
  section: string;
  /** What the reader sees, in one line. */
  text: string;
  grounds: Ground[];
}

/** What a page's claims rest on, counted: citations, figures of instruments, sums done in place, listings that were run. */
export interface Grounds {
  cited: number;
  computed: number;
  sums: number;
  run: number;
}

/** A listing and how it was run. */
export interface ListingRun {
  topic: string;
  name: string;
  record: RunRecord;
}

/** Ids of pages, by the sources that they cite. */
export type CitedIn = Record<string, string[]>;

/** What state of the content the site shows. */
export interface Version {
  /** Hash of the whole content. */
  content: string;
  /** The commit that was checked out (whole hash), and whether the content was as it is there; nothing where there is no version control. */
  commit?: string;
  clean?: boolean;
  /** The newest edition, and whether this is it, byte for byte. */
  edition?: string;
  isEdition: boolean;
  /** The pages as an edition would hold them now. */
  pages: EditionPage[];
}

/** Everything that the site's pages are made from; written once by `prepare`, read by the site. */
export interface Prepared {
  site: Site;
  topics: Topic[];
  pages: PreparedPage[];
  sources: SourceRecord[];
  terms: TermRecord[];
  resources: ResourceRecord[];
  images: string[];
  listings: ListingRun[];
  citedIn: CitedIn;
  /** Day of the build (YYYY-MM-DD), which pages give as the day of reading. */
  builtOn: string;
  editions: EditionRecord[];
  version: Version;
  /** Folder of the content, for pictures. */
  contentDir: string;
  /** Folder of the rendered texts. */
  renderedDir: string;
}

/** What stands in `renderedDir/<digest>.json`, as far as the site reads it. */
export interface RenderedText {
  html: string;
  markdown: string;
  csv: Record<string, string>;
  facts: { claims: Claim[] };
}

export const pageId = (kind: CorpusDocument['kind'], slug: string, locale: Locale) => `${kind}/${slug}/${locale}`;
