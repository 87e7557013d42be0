import { hashedFolder } from '../http/headers.ts';
import type { Locale } from '../i18n/locales.ts';
import { homographsOf } from './homographs.ts';
import {
  type Ambiguity,
  type Concept,
  type Face,
  type Manifest,
  manifestAddress,
  type TextFile,
  type TextPage,
  type TokenFile,
  textFile,
  tokenFile,
  variantsFile,
  wordFile,
} from './index-files.ts';
import { matchPhrase } from './phrase.ts';
import { encodePostings, type Field, fields, mergePostings, type Posting } from './postings.ts';
import type { FigureNames } from './read-figures.ts';
import { beginningWith } from './sorted.ts';
import { atomsOf, phraseOf, tokenize } from './tokens.ts';

/** A page, or a record of a list page, to be found. */
export interface SearchPage extends TextPage {
  /** Other names under which it is found, as if they stood in the title. */
  names: string[];
  /** Words of what it is about: they count as a heading does. */
  keywords: string[];
  /** The text before the first heading has neither heading nor anchor. Blocks of a text are lines. */
  sections: { heading: string; anchor: string; text: string }[];
}

/** A term of the glossary; `address` is that of its page above. */
export interface SearchTerm extends Omit<Concept, 'page' | 'confusedWith'> {
  address: string;
  confusedWith: string[];
}

export interface IndexInput {
  locale: Locale;
  /** In the order of kinds and topics: equals stand together. They may be still in the making. */
  pages: Iterable<SearchPage> | AsyncIterable<SearchPage>;
  terms: SearchTerm[];
  ambiguities: Ambiguity[];
  figures: FigureNames[];
  face: Face;
  /** Traditional and simplified characters in pairs, for the Han characters of a text. */
  variants(han: string): string;
  /** Name of the folder for a text: a hash. */
  digest(text: string): string;
}

/** Bytes of UTF-8 at which a unit, a text file and a token file is closed. Small files are what keeps a query light. */
const limits = { unit: 1400, textFile: 2600, tokenFile: 5500 };
/** A token whose places take more than this keeps none: it is nearly everywhere, and to know where says little. */
const longestPlaces = 9000;
/** A token in more units than this keeps only its best ones. */
const longestList = 4000;
const shortestWord = 4;

/** Makes the index of one language: files by their address from the site's root. */
export async function buildIndex({ locale, pages, terms, ambiguities, figures, face, variants, digest }: IndexInput): Promise<Map<string, string>> {
  const index = new Map<string, number[]>();
  const exact = homographsOf(terms);
  const texts = new TextFiles();
  const units: number[] = [];
  const pageOf = new Map<string, number>();
  const runs: Manifest['runs'] = [];
  let unit = 0;
  for await (const page of pages) {
    const first = unit;
    pageOf.set(page.address, pageOf.size);
    addToRuns(runs, page);
    for (const [number, section] of page.sections.entries()) {
      for (const [part, text] of split(section.text).entries()) {
        const words = new UnitWords(unit, index, exact);
        if (number === 0 && part === 0) for (const name of [page.title, ...page.names]) words.add(name, isShort(name) ? fields.name : fields.title);
        if (number === 0 && part === 0) for (const keyword of page.keywords) words.add(keyword, fields.heading);
        if (part === 0) words.add(section.heading, fields.heading);
        words.add(text, fields.body);
        texts.add(page, section.heading, section.anchor, text);
        unit += 1;
      }
    }
    units.push(unit - first);
  }
  const concepts = conceptPostings(index, terms, exact);
  const wordLists = writeWords(index);
  const simplified = JSON.stringify(variants([...index.keys()].filter((token) => /^\p{Script=Han}/u.test(token)).join('')));
  const tokens = writeTokens(index, concepts);
  texts.close();
  const bodies = [...tokens.files, ...texts.files, ...wordLists.values(), simplified];
  const folder = `${hashedFolder}search/${locale}/${digest(bodies.map(digest).join('\n'))}`;
  const numberOf = new Map(terms.map((term, number) => [term.id, number]));
  const manifest: Manifest = {
    folder,
    tokenFiles: tokens.firsts,
    textFiles: texts.counts,
    units,
    runs,
    concepts: terms.map(({ id, names, pinyin, topic, address, confusedWith }) => ({
      id,
      names,
      pinyin,
      topic,
      page: pageOf.get(address) ?? -1,
      confusedWith: confusedWith.flatMap((other) => numberOf.get(other) ?? []),
    })),
    ambiguities,
    wordLengths: [...wordLists.keys()],
    figures,
    face,
  };
  return new Map([
    [manifestAddress(locale), JSON.stringify(manifest)],
    ...tokens.files.map((text, number) => [tokenFile(folder, number), text] as const),
    ...texts.files.map((text, number) => [textFile(folder, number), text] as const),
    [variantsFile(folder), simplified],
    ...[...wordLists].map(([length, text]) => [wordFile(folder, length), text] as const),
  ]);
}

/** Puts the tokens of one unit into the index, each place as one number: unit, place, field. */
class UnitWords {
  private place = 0;
  private readonly unit: number;
  private readonly index: Map<string, number[]>;
  private readonly exact: ReadonlySet<string>;

  constructor(unit: number, index: Map<string, number[]>, exact: ReadonlySet<string>) {
    this.unit = unit;
    this.index = index;
    this.exact = exact;
  }

  add(text: string, field: Field): void {
    let last = this.place - 2;
    for (const { text: token, position, start, end } of tokenize(text)) {
      last = this.place + position;
      this.put(token, last, field);
      if (this.exact.has(token)) this.put(`=${text.slice(start, end)}`, last, field);
    }
    this.place = last + 2;
  }

  private put(token: string, place: number, field: Field): void {
    const packed = (this.unit * 65_536 + Math.min(place, 65_535)) * 4 + field;
    const list = this.index.get(token);
    if (list) list.push(packed);
    else this.index.set(token, [packed]);
  }
}

/** Places of a token as postings. They take ten times the memory, so that only what is being written is ever unpacked. */
function unpack(packed: readonly number[] = []): Posting[] {
  const postings: Posting[] = [];
  for (const one of packed) {
    const field = (one % 4) as Field;
    const rest = (one - field) / 4;
    const position = rest % 65_536;
    const unit = (rest - position) / 65_536;
    const last = postings.at(-1);
    if (last?.unit === unit) {
      last.positions.push(position);
      last.count += 1;
      if (field > last.field) last.field = field;
    } else postings.push({ unit, field, count: 1, positions: [position] });
  }
  return postings;
}

type PackedIndex = ReadonlyMap<string, readonly number[]>;

/** Each term of the glossary gets a token of its own: every place of any of its names. A name that others share counts only as it is spelt. */
function conceptPostings(index: PackedIndex, terms: SearchTerm[], exact: ReadonlySet<string>): Map<string, Posting[]> {
  const tokens = [...index.keys()].sort();
  const lookup = (text: string, prefix: boolean) =>
    prefix ? mergePostings(beginningWith(text, tokens).map((token) => unpack(index.get(token)))) : unpack(index.get(text));
  const found = terms.map(({ id, names }) => {
    const lists = [...new Set(names)].map((name) => {
      const atoms = atomsOf(name);
      const parts = phraseOf(atoms).map((part, index, { length }) =>
        index === length - 1 ? { ...part, prefix: part.prefix || mayTakeEnding(part.text) } : part,
      );
      const [only] = atoms;
      if (atoms.length === 1 && only && exact.has(only.text)) return unpack(index.get(`=${only.raw}`));
      return matchPhrase(parts.map((part) => ({ ...part, postings: lookup(part.text, part.prefix), cut: false })));
    });
    return [`@${id}`, mergePostings(lists)] as const;
  });
  return new Map(found.filter(([, list]) => list.length > 0));
}

/** One or two words, or as many characters as they take in Chinese. */
const isShort = (name: string) => atomsOf(name).reduce((sum, { han }) => sum + (han ? 1 : 2), 0) <= 4;

/** A Latin word of some length stands for its plural, too. */
const mayTakeEnding = (text: string) => /^\p{Script=Latin}{4,}$/u.test(text);

function writeTokens(index: PackedIndex, concepts: ReadonlyMap<string, Posting[]>): { firsts: string[]; files: string[] } {
  const sorted = [...index.keys(), ...concepts.keys()].sort();
  const firsts: string[] = [];
  const files: string[] = [];
  let file: TokenFile = {};
  let size = 0;
  const close = () => {
    if (size > 0) files.push(JSON.stringify(file));
    file = {};
    size = 0;
  };
  for (const token of sorted) {
    const list = concepts.get(token) ?? unpack(index.get(token));
    const cut = list.length > longestList;
    const kept = cut ? best(list) : list;
    const whole = encodePostings(kept);
    const text = (cut ? '*' : '') + (whole.length > longestPlaces ? encodePostings(kept, false) : whole);
    if (size + text.length > limits.tokenFile) close();
    if (size === 0) firsts.push(token);
    file[token] = text;
    size += text.length + token.length + 6;
  }
  close();
  return { firsts, files };
}

function best(list: Posting[]): Posting[] {
  return [...list]
    .sort((a, b) => b.field - a.field || b.count - a.count || a.unit - b.unit)
    .slice(0, longestList)
    .sort((a, b) => a.unit - b.unit);
}

/** Latin words by length, the most frequent first: where a misspelt word is looked up. */
function writeWords(index: PackedIndex): Map<number, string> {
  const words = [...index]
    .filter(([token]) => token.length >= shortestWord && /^\p{Script=Latin}+$/u.test(token))
    .map(([token, places]) => ({ token, units: unpack(places).length }))
    .sort((a, b) => b.units - a.units || (a.token < b.token ? -1 : 1));
  const byLength = Map.groupBy(words, ({ token }) => token.length);
  return new Map([...byLength].sort(([a], [b]) => a - b).map(([length, list]) => [length, JSON.stringify(list.map(({ token }) => token).join(' '))]));
}

/** Cuts a text at line breaks into parts of about the same size. */
function split(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (const line of text.split('\n')) {
    if (part !== '' && Buffer.byteLength(part) + Buffer.byteLength(line) > limits.unit) {
      parts.push(part);
      part = line;
    } else part += (part === '' ? '' : '\n') + line;
  }
  return [...parts, part];
}

class TextFiles {
  readonly files: string[] = [];
  /** Units of each file. */
  readonly counts: number[] = [];
  private file: TextFile = { pages: [], units: [] };
  private size = 0;
  private page: SearchPage | undefined;

  add(page: SearchPage, heading: string, anchor: string, text: string): void {
    if (this.size + Buffer.byteLength(text) > limits.textFile) this.close();
    if (this.page !== page || this.file.pages.length === 0) {
      const { address, title, kind, topic } = page;
      this.file.pages.push({ address, title, kind, topic });
      this.page = page;
    }
    this.file.units.push([this.file.pages.length - 1, heading, anchor, text]);
    this.size += Buffer.byteLength(text) + heading.length;
  }

  close(): void {
    if (this.file.units.length > 0) {
      this.files.push(JSON.stringify(this.file));
      this.counts.push(this.file.units.length);
    }
    this.file = { pages: [], units: [] };
    this.size = 0;
  }
}

function addToRuns(runs: Manifest['runs'], { kind, topic }: SearchPage): void {
  const last = runs.at(-1);
  if (last?.[0] === kind && last[1] === topic) last[2] += 1;
  else runs.push([kind, topic, 1]);
}
