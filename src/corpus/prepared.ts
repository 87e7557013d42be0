import type { Locale } from '../i18n/locales.ts';
import type { RunRecord } from '../schema/run-record.ts';
import type { Site } from '../schema/site.ts';
import type { CorpusDocument, ResourceRecord, SourceRecord, TermRecord, Topic } from './corpus.ts';

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
  /** Ids of pages near to it, best first, and of pages that link to it. */
  related: string[];
  backlinks: string[];
};

/** What a page's claims rest on, counted: citations, figures of instruments, sums done in place, listings that were run and figures that these runs printed. */
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
}

export const pageId = (kind: CorpusDocument['kind'], slug: string, locale: Locale) => `${kind}/${slug}/${locale}`;
