import type { Messages } from '../i18n/en.ts';
import type { Locale } from '../i18n/locales.ts';
import type { FigureNames } from './read-figures.ts';

/*
 * The files of the index, one set a language. `<lang>/index.json` is the way in; all others lie in a folder named by their content, among
 * the files that browsers keep for ever, so that two editions never mix.
 */

/** What is read first: where everything is, and the names that search knows by heart. */
export interface Manifest {
  /** Folder of the other files, from the site's root, without slashes at its ends. */
  folder: string;
  /** First token of each token file, ascending. */
  tokenFiles: string[];
  /** Units of each text file. */
  textFiles: number[];
  /** Units of each page, in the order of pages. */
  units: number[];
  /** Pages in a row that share kind and topic. */
  runs: [kind: string, topic: string, pages: number][];
  concepts: Concept[];
  ambiguities: Ambiguity[];
  /** Lengths of words for which there is a file of words, to be searched when one is misspelt. */
  wordLengths: number[];
  figures: FigureNames[];
  face: Face;
}

/** What the search field and its results say. */
export interface Face {
  /** Names of topics by slug, in the site's order, and of kinds. */
  topics: Record<string, string>;
  kinds: Record<string, string>;
  text: Messages['searchFace'];
}

/** A term of the glossary as search knows it. */
export interface Concept {
  id: string;
  /** All its names: this language's first, then abbreviation, aliases and the other language's. */
  names: string[];
  /** Of its Chinese names, syllables apart, without tones. */
  pinyin: string[];
  topic: string;
  /** Number of its page. */
  page: number;
  /** Numbers, in the manifest's list, of those that it is not to be confused with. */
  confusedWith: number[];
}

/** A name with several meanings: LoRA, LoRa. */
export interface Ambiguity {
  /** What people type, lower case. */
  spellings: string[];
  meanings: Meaning[];
}

export interface Meaning {
  /** The name as it is written in this meaning. */
  name: string;
  topic: string;
  hue?: string;
  /** What tells it apart. */
  signs: string;
  /** From the site's root, without the base path. */
  address: string;
}

/** Postings by token; a leading `*` marks a list cut short, because the token is nearly everywhere. */
export type TokenFile = Record<string, string>;

/** Units in a row, with their pages. */
export interface TextFile {
  pages: TextPage[];
  /** Number of the page in `pages`, heading, anchor, text. */
  units: [page: number, heading: string, anchor: string, text: string][];
}

export interface TextPage {
  /** Address from the site's root, without the base path. */
  address: string;
  title: string;
  kind: string;
  topic: string;
}

export const manifestAddress = (locale: Locale) => `search/${locale}/index.json`;
export const tokenFile = (folder: string, number: number) => `${folder}/t${number}.json`;
export const textFile = (folder: string, number: number) => `${folder}/u${number}.json`;
export const wordFile = (folder: string, length: number) => `${folder}/w${length}.json`;
export const variantsFile = (folder: string) => `${folder}/v.json`;
