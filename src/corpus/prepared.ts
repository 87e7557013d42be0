import type { Locale } from '../i18n/locales.ts';
import type { RunRecord } from '../schema/run-record.ts';
import type { Site } from '../schema/site.ts';
import type { CorpusDocument, EditionRecord, ResourceRecord, SourceRecord, TermRecord, Topic } from './corpus.ts';
import type { EditionPage } from './edition.ts';

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
  /** Day (YYYY-MM-DD) of the last change of this half, where history tells. */
  changed?: string;
  /** Day of the last change of its twin, where this half still waits for it. */
  twinChanged?: string;
  /** Hash of this half's file. */
  sha256: string;
  /** Ids of pages near to it, best first, and of pages that link to it. */
  related: string[];
  backlinks: string[];
  /** Digest of all content from which the page is made: where it is the same, so is the page. */
  material: string;
};

/** One thing on which a claim rests. */
export type Ground =
  | { kind: 'cited'; key: string; locator: string }
  /** An output of an instrument as shown, and the address that computes it again. */
  | { kind: 'computed'; of: string; shown: string; href: string }
  | { kind: 'sum'; sum: string; shown: string }
  /** A file of the topic's listings, a table that a run left, or a figure (`shown`) that a run printed; and where the listing is shown. */
  | { kind: 'run'; listing: string; shown?: string; href?: string }
  /** Figures that the text chose for its own example. */
  | { kind: 'example' };

export type GroundKind = Ground['kind'];

/** A paragraph, table row, figure or listing that rests on something. */
export interface Claim {
  /** Id of the heading under which it stands; empty above the first. */
  section: string;
  /** Its own id, if it has one. */
  anchor?: string;
  /** Its first words as they stand there, by which a browser finds them; none if it starts with something else. */
  opening?: string;
  /** What the reader sees, in one line. */
  text: string;
  grounds: Ground[];
}

/** What a page's claims rest on, counted: citations, figures of instruments, sums done in place, listings that were run and figures that these runs printed. */
export interface Grounds {
  cited: number;
  computed: number;
  sums: number;
  run: number;
  /** Figures of our own examples. */
  example: number;
  /** Works that we could not open and listings that we could not run, among the above. */
  open: number;
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
