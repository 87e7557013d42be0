import type { Locale } from '../i18n/locales.ts';
import type { CorrectionMatter, DisambiguationMatter, EntryMatter, QuestionMatter } from '../schema/document.ts';
import type { Edition } from '../schema/edition.ts';
import type { FigureRecord } from '../schema/figure.ts';
import type { Resource } from '../schema/resource.ts';
import type { RunRecord } from '../schema/run-record.ts';
import type { Site } from '../schema/site.ts';
import type { Source } from '../schema/source.ts';
import type { Term } from '../schema/term.ts';
import type { TopicRecord } from '../schema/topic.ts';
import type { Finding } from './finding.ts';

/** Where a record stands, for findings. */
export interface Place {
  file: string;
  line: number;
}

export interface Topic extends TopicRecord, Place {
  slug: string;
}

interface DocumentBase {
  /** `<kind>/<slug>/<locale>`. */
  id: string;
  locale: Locale;
  /** Topic's slug; empty for a disambiguation. */
  topic: string;
  /** A chapter's is `<topic>/<chapter>`. */
  slug: string;
  /** Path relative to the content folder. */
  file: string;
  /** Title as readers see it. */
  title: string;
  /** The text after the front matter, and the line on which it starts. */
  body: string;
  bodyLine: number;
  /** Line of each of the changes that the front matter tells. */
  changeLines: number[];
}

export type CorpusDocument = DocumentBase &
  (
    | { kind: 'entry' | 'chapter'; matter: EntryMatter }
    | { kind: 'question'; matter: QuestionMatter }
    | { kind: 'correction'; matter: CorrectionMatter }
    | { kind: 'disambiguation'; matter: DisambiguationMatter }
  );

/** Kinds of texts, in the order in which lists have them. */
export const documentKinds = ['entry', 'chapter', 'question', 'correction', 'disambiguation'] as const satisfies CorpusDocument['kind'][];

export type DocumentKind = (typeof documentKinds)[number];

export interface SourceRecord extends Source, Place {
  key: string;
  topic: string;
}

export interface TermRecord extends Term, Place {
  /** Empty for a term of no single topic. */
  topic: string;
}

export interface ResourceRecord extends Resource, Place {
  topic: string;
}

export interface Listing extends Place {
  topic: string;
  /** File name inside the topic's `listings/`. */
  name: string;
  text: string;
  sha256: string;
  record?: RunRecord;
}

export interface FigureFile extends Place {
  topic: string;
  name: string;
  figure: FigureRecord;
  /** Text of the CSV files that its series name. */
  tables: Record<string, string>;
}

export interface EditionRecord extends Edition, Place {
  /** What the seal would be of the file as it stands. */
  ownSeal: string;
}

/** All of a content folder, read and held against its schemas; nothing rendered. */
export interface Corpus {
  site: Site;
  topics: Topic[];
  documents: CorpusDocument[];
  sources: SourceRecord[];
  terms: TermRecord[];
  resources: ResourceRecord[];
  listings: Listing[];
  figures: FigureFile[];
  /** Pictures, as `<topic>/<file>`. */
  images: string[];
  /** Newest first. */
  editions: EditionRecord[];
  findings: Finding[];
}
