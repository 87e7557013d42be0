import { stemmer } from 'stemmer';
import type { Concept, Manifest, Meaning, TextFile, TokenFile } from './index-files.ts';
import { nearest } from './near-words.ts';
import { type Hit, type Hits, inOrder } from './order.ts';
import { type FoundPart, matchPhrase } from './phrase.ts';
import { decodePostings, fields, mergePostings, type Posting } from './postings.ts';
import { longestQuery, QueryReader, type QueryTerm } from './read-query.ts';
import { lastAtMost } from './sorted.ts';
import { type Atom, atomsOf, fold, type PhrasePart, phraseOf } from './tokens.ts';

/** Fetches the parts of an index. Each is asked for once. */
export interface IndexParts {
  manifest: Manifest;
  tokens(number: number): Promise<TokenFile>;
  texts(number: number): Promise<TextFile>;
  words(length: number): Promise<string[]>;
  /** Simplified characters by their traditional forms, as one string of pairs. */
  variants(): Promise<string>;
}

export interface Filters {
  kind?: string | undefined;
  topic?: string | undefined;
}

/** A section that answers, with what is shown of it. */
export interface FoundSection {
  heading: string;
  /** Address from the site's root, with its anchor. */
  address: string;
  text: string;
}

export interface FoundPage {
  address: string;
  title: string;
  kind: string;
  topic: string;
  /** Best first. */
  sections: FoundSection[];
}

export interface Answer {
  /** The query as it was understood, if it had to be mended. */
  mended?: string;
  /** Number of pages. */
  total: number;
  /** Pages of each kind, and of each topic, among those that match the other filter. */
  kinds: Map<string, number>;
  topics: Map<string, number>;
  /** Meanings to choose between, the likeliest first. */
  cards: Meaning[];
  /** Other names under which it was looked for. */
  alsoSearched: string[];
  /** What to mark in texts. */
  needles: string[];
  /** The pages from one rank on, with their texts. */
  pages(from: number, count: number): Promise<FoundPage[]>;
}

/** A query, read and looked up: what the index has of each of its terms. */
interface Understood {
  text: string;
  terms: QueryTerm[];
  hits: Hits[];
}

interface FoundToken {
  token: string;
  postings: Posting[];
  /** The list of postings was cut short. */
  cut: boolean;
}

/** One way in which a term may stand in a text. */
interface Way {
  weight: number;
  postings: Posting[];
}

interface RankedPage {
  page: number;
  score: number;
  /** Best first. */
  units: number[];
}

const wayWeight = { exact: 1, stem: 0.85, variant: 0.85, concept: 0.75, prefix: 0.55 };
/** How much more or less than others a term of the glossary, or a word of questions, says. */
const weightOf = { concept: 1.5, asking: 0.1 };
const fieldWeight = { [fields.body]: 1, [fields.heading]: 2, [fields.title]: 3.2, [fields.name]: 4 } as const;
/** What each doubling of a term in one unit adds. */
const countWeight = 0.25;
const kindWeight: Record<string, number> = {
  entry: 1.25,
  chapter: 1.1,
  question: 1.1,
  term: 1.1,
  instrument: 1.05,
  disambiguation: 1,
  correction: 0.95,
  resource: 0.8,
  source: 0.6,
  page: 0.9,
};
/** Ends of a range of files that one word may open. */
const mostFiles = 3;
const mostPrefixed = 40;
/** A page that has less than this of what the fullest one has of the query is no answer. */
const leastCovered = 0.4;
/** Characters of a piece of a run that stands nowhere as a whole. */
const longestPiece = 8;
const shownSections = 3;
/** As many pages as are read before the first is shown, so that the exact ones among them come first. */
const firstRead = 10;

/** Search over one language's index. */
export class Search {
  private readonly parts: IndexParts;
  readonly manifest: Manifest;
  private readonly reader: QueryReader;
  private readonly firstUnit: number[];
  private readonly firstOfText: number[];
  private readonly unitCount: number;
  private readonly kindOf: string[] = [];
  private readonly topicOf: string[] = [];

  constructor(parts: IndexParts) {
    this.parts = parts;
    this.manifest = parts.manifest;
    this.reader = new QueryReader(parts.manifest.concepts);
    this.firstUnit = starts(this.manifest.units);
    this.firstOfText = starts(this.manifest.textFiles);
    this.unitCount = this.manifest.units.reduce((sum, count) => sum + count, 0);
    for (const [kind, topic, pages] of this.manifest.runs) {
      for (let page = 0; page < pages; page += 1) {
        this.kindOf.push(kind);
        this.topicOf.push(topic);
      }
    }
  }

  /** Pages of each kind or topic in the whole index. */
  count(by: 'kind' | 'topic'): Map<string, number> {
    const counts = new Map<string, number>();
    for (const [kind, topic, pages] of this.manifest.runs) add(counts, by === 'kind' ? kind : topic, pages);
    return counts;
  }

  /** What the index has for a query. Never throws for what is typed; rejects only if a part of the index can't be fetched. */
  async find(query: string, filters: Filters = {}): Promise<Answer> {
    // Characters that nobody sees come with what is pasted.
    const typed = await this.understand(
      query
        .slice(0, longestQuery)
        .normalize('NFKC')
        .replace(/\p{Cf}/gu, ''),
    );
    const mended = await this.mend(typed);
    const answer = await this.answer(mended === undefined ? typed : await this.understand(mended), filters);
    return mended === undefined ? answer : { ...answer, mended };
  }

  private async understand(text: string): Promise<Understood> {
    const terms = this.reader.read(text);
    return { text, terms, hits: await Promise.all(terms.map((term) => this.hitsOf(term, terms))) };
  }

  private async answer({ text, terms, hits }: Understood, filters: Filters): Promise<Answer> {
    const pieces = (await Promise.all(hits.map((one, index) => (one.units.size > 0 || terms[index]?.asking ? [one] : this.piecesOf(one.atoms))))).flat();
    const [only, more] = terms.filter(({ asking }) => !asking);
    const ranked = this.rank(pieces, only && !more ? only.concepts : []);
    const { kept, kinds, topics } = this.filter(ranked, filters);
    const concepts = [...new Set(terms.flatMap((term) => term.concepts))].map((number) => this.manifest.concepts[number] as Concept);
    const typed = new Set(terms.map(({ atoms }) => atomKey(atoms)));
    const needles = [...new Set(pieces.flatMap((one) => one.needles))].filter((needle) => needle !== '').sort((a, b) => b.length - a.length);
    const exactly = this.reader.sameName(text);
    let head: Promise<FoundPage[]> | undefined;
    const first = () => (head ??= this.readFirst(kept, exactly));
    return {
      total: kept.length,
      kinds,
      topics,
      cards: await this.cards(terms, ranked),
      alsoSearched: concepts.flatMap(({ names }) => names.filter((name) => !typed.has(atomKey(atomsOf(name)))).slice(0, 4)),
      needles,
      pages: async (from, count) => {
        const known = from < firstRead ? (await first()).slice(from, from + count) : [];
        const rest = kept.slice(Math.max(from, firstRead), from + count);
        return [...known, ...(await Promise.all(rest.map((one) => this.read(one))))];
      },
    };
  }

  // ---- Terms ----

  private async hitsOf(term: QueryTerm, all: QueryTerm[]): Promise<Hits> {
    const { atoms, concepts } = term;
    const ways: Promise<Way[]>[] = concepts.map((number) => this.conceptWay(number, term));
    const needles = [atoms.map(({ raw }) => raw).join(joint(atoms)), ...concepts.flatMap((number) => this.manifest.concepts[number]?.names ?? [])];
    const [only] = atoms;
    if (term.pinyin) needles.shift();
    else if (!term.spelt) ways.push(only && atoms.length === 1 && !only.han ? this.wordWays(only, all, needles) : this.phraseWay(atoms));
    const hits = this.gather(atoms, (await Promise.all(ways)).flat(), term.asking ? [] : needles);
    if (term.asking) return { ...hits, rarity: hits.rarity * weightOf.asking, asking: true };
    return { ...hits, rarity: hits.rarity * (concepts.length > 0 ? weightOf.concept : 1) };
  }

  private async conceptWay(number: number, term: QueryTerm): Promise<Way[]> {
    const tokens = await this.lookUp(`@${this.manifest.concepts[number]?.id}`, false);
    return tokens.map(({ postings }) => ({ weight: term.spelt || term.pinyin ? wayWeight.exact : wayWeight.concept, postings }));
  }

  private async phraseWay(atoms: Atom[], weight = wayWeight.exact): Promise<Way[]> {
    const found = await Promise.all(phraseOf(atoms).map((part) => this.foundPart(part)));
    return [{ weight, postings: matchPhrase(found) }];
  }

  private async foundPart(part: PhrasePart): Promise<FoundPart> {
    const tokens = await this.lookUp(part.text, part.prefix);
    return { ...part, postings: mergePostings(tokens.map(({ postings }) => postings)), cut: tokens.some(({ cut }) => cut) };
  }

  /** A word as it is, by its stem, as the beginning of longer words, and joined or parted otherwise: SF 12, SF12. */
  private async wordWays(atom: Atom, all: QueryTerm[], needles: string[]): Promise<Way[]> {
    const word = atom.text;
    const stem = /^[a-z]{3,}$/.test(word) ? stemmer(word) : word;
    const common = word.length < 3 ? word : commonBeginning(stem, word);
    const tokens = await this.lookUp(common, word.length >= 3 || /\d/.test(word));
    const ways: Way[] = [];
    let prefixed = 0;
    for (const { token, postings } of tokens) {
      if (token === word) ways.push({ weight: wayWeight.exact, postings });
      else if (stem !== word || token.length > word.length) {
        if (/^[a-z]+$/.test(token) && stemmer(token) === stem) ways.push({ weight: wayWeight.stem, postings });
        else if (token.startsWith(word) && prefixed < mostPrefixed) {
          ways.push({ weight: wayWeight.prefix * (word.length / token.length) ** 0.5, postings });
          prefixed += 1;
        } else continue;
        needles.push(token);
      }
    }
    const parted = word.match(/\d+|\p{L}+/gu) ?? [];
    if (parted.length > 1 && ways.length === 0) {
      const atoms = parted.map((text) => ({ text, raw: text, han: false }));
      ways.push(...(await this.phraseWay(atoms, wayWeight.variant)));
      needles.push(parted.join(' '));
    }
    const next = all[all.findIndex((term) => term.atoms[0] === atom) + 1]?.atoms[0];
    if (next && !next.han && (/^\d/.test(next.text) || /\d$/.test(word) || word.length + next.text.length > 7)) {
      const joined = await this.lookUp(word + next.text, false);
      for (const { postings } of joined) ways.push({ weight: wayWeight.variant, postings });
      if (joined.length > 0) needles.push(word + next.text);
    }
    return ways;
  }

  /** A run of Han characters that stands nowhere as a whole, cut into the longest pieces that do. */
  private async piecesOf(atoms: Atom[]): Promise<Hits[]> {
    if (!atoms[0]?.han || atoms.length < 2) return [this.gather(atoms, [], [])];
    const pieces: Hits[] = [];
    for (let from = 0; from < atoms.length; ) {
      let length = Math.min(atoms.length - from, atoms.length - 1, longestPiece);
      let found: Hits | undefined;
      for (; length > 1 && !found; length -= 1) {
        const part = atoms.slice(from, from + length);
        const hits = this.gather(part, await this.phraseWay(part), [part.map(({ raw }) => raw).join('')]);
        if (hits.units.size > 0) found = hits;
      }
      if (found) pieces.push(found);
      from += found ? found.atoms.length : 1;
    }
    return pieces.length > 0 ? pieces : [this.gather(atoms, [], [])];
  }

  private gather(atoms: Atom[], ways: Way[], needles: string[]): Hits {
    const units = new Map<number, Hit>();
    for (const { weight, postings } of ways) {
      for (const { unit, field, count, positions } of postings) {
        const value = weight * (fieldWeight[field] + countWeight * Math.log2(count));
        const known = units.get(unit);
        if (!known) units.set(unit, { weight: value, headed: field > fields.body, positions });
        else {
          if (field > fields.body) known.headed = true;
          if (value > known.weight) known.weight = value;
          if (positions.length > 0) known.positions = [...known.positions, ...positions].sort((a, b) => a - b);
        }
      }
    }
    const rarity = Math.log(1 + (this.unitCount - units.size + 0.5) / (units.size + 0.5));
    return { atoms, units, rarity, needles };
  }

  // ---- Files ----

  /** Tokens equal to, or beginning with, a text, with their postings. */
  private async lookUp(text: string, beginning: boolean): Promise<FoundToken[]> {
    const from = Math.max(0, lastAtMost(this.manifest.tokenFiles, text));
    const to = beginning ? Math.min(from + mostFiles - 1, lastAtMost(this.manifest.tokenFiles, `${text}\uffff`)) : from;
    const files = await Promise.all(Array.from({ length: to - from + 1 }, (_, index) => this.parts.tokens(from + index)));
    return files
      .flatMap((file): [string, string][] => {
        if (beginning) return Object.entries(file).filter(([token]) => token.startsWith(text));
        const list = Object.hasOwn(file, text) ? file[text] : undefined;
        return list === undefined ? [] : [[text, list]];
      })
      .map(([token, list]) => ({ token, cut: list.startsWith('*'), postings: this.decoded(token, list) }));
  }

  private readonly known = new Map<string, Posting[]>();

  private decoded(token: string, list: string): Posting[] {
    const known = this.known.get(token) ?? decodePostings(list.replace('*', ''));
    this.known.set(token, known);
    return known;
  }

  // ---- Mending ----

  /** The query with its slips put right: a traditional character, a letter. Undefined if nothing near is known. */
  private async mend({ text, terms, hits }: Understood): Promise<string | undefined> {
    const lost = terms.filter(({ concepts, asking }, index) => concepts.length === 0 && !asking && hits[index]?.units.size === 0);
    let mended = text;
    if (lost.some(({ atoms }) => atoms[0]?.han)) {
      const pairs = [...(await this.parts.variants())];
      const simplified = new Map(Array.from({ length: pairs.length / 2 }, (_, index) => [pairs[2 * index] as string, pairs[2 * index + 1] as string]));
      mended = [...mended].map((character) => simplified.get(character) ?? character).join('');
    }
    for (const { atoms } of lost) {
      const [atom] = atoms;
      if (!atom || atom.han || !/^\p{Script=Latin}{4,}$/u.test(atom.text)) continue;
      const { length } = atom.text;
      const lengths = [length, length + 1, length - 1].filter((one) => this.manifest.wordLengths.includes(one));
      const words = await Promise.all(lengths.map((one) => this.parts.words(one)));
      const near = words.map((list) => nearest(atom.text, list)).find((word) => word !== undefined);
      if (near) mended = mended.replace(atom.raw, near);
    }
    return mended === text ? undefined : mended;
  }

  // ---- Ranking ----

  private rank(hits: Hits[], asked: number[]): RankedPage[] {
    const askedPages = new Set(asked.map((number) => this.manifest.concepts[number]?.page));
    const all = hits.reduce((sum, { rarity }) => sum + rarity, 0) || 1;
    const telling = hits.filter(({ asking }) => !asking);
    const units = new Set((telling.length > 0 ? telling : hits).flatMap((one) => [...one.units.keys()]));
    const byPage = new Map<number, { unit: number; score: number; covered: number }[]>();
    const onPage = hits.map(({ units: own, asking }) => new Set(asking ? [] : [...own.keys()].map((unit) => this.pageOf(unit))));
    for (const unit of units) {
      const page = this.pageOf(unit);
      const title = this.firstUnit[page] as number;
      let score = 0;
      let covered = 0;
      let headed = 0;
      for (const [index, { units: own, rarity }] of hits.entries()) {
        const hit = own.get(unit);
        const above = unit === title ? undefined : own.get(title);
        score += rarity * Math.max(hit?.weight ?? 0, (above?.weight ?? 0) * inherited);
        if (hit?.headed || above?.headed) headed += rarity;
        if (hit || above) covered += rarity;
        else if (onPage[index]?.has(page)) covered += rarity * elsewhere;
      }
      score = (covered / all) ** 2 * (1 + headedWeight * (headed / all) ** 2) * (score + all * orderWeight * inOrder(hits, unit));
      const list = byPage.get(page);
      if (list) list.push({ unit, score, covered });
      else byPage.set(page, [{ unit, score, covered }]);
    }
    const most = [...byPage.values()].flat().reduce((best, { covered }) => Math.max(best, covered), 0);
    const pages = [...byPage].flatMap(([page, list]) => {
      if (!list.some(({ covered }) => covered >= most * leastCovered)) return [];
      list.sort((a, b) => b.score - a.score || a.unit - b.unit);
      const [best = { score: 0 }, ...others] = list;
      const more = others.slice(0, 3).reduce((sum, { score }) => sum + score, 0);
      const weight = (kindWeight[this.kindOf[page] ?? ''] ?? 0.7) * (askedPages.has(page) ? askedTerm : 1);
      return { page, score: (best.score + 0.1 * more) * weight, units: list.map(({ unit }) => unit) };
    });
    return pages.sort((a, b) => b.score - a.score || a.page - b.page);
  }

  private filter(ranked: RankedPage[], { kind, topic }: Filters) {
    const kinds = new Map<string, number>();
    const topics = new Map<string, number>();
    const kept = ranked.filter(({ page }) => {
      const own = { kind: this.kindOf[page] ?? '', topic: this.topicOf[page] ?? '' };
      const ofKind = !kind || own.kind === kind;
      const ofTopic = !topic || own.topic === topic;
      if (ofTopic) add(kinds, own.kind, 1);
      if (ofKind) add(topics, own.topic, 1);
      return ofKind && ofTopic;
    });
    return { kept, kinds, topics };
  }

  private pageOf(unit: number): number {
    return lastAtMost(this.firstUnit, unit);
  }

  // ---- Showing ----

  /** The first pages, those whose title or heading is just what was asked for before the others. */
  private async readFirst(ranked: RankedPage[], exactly: string): Promise<FoundPage[]> {
    const head = await Promise.all(ranked.slice(0, firstRead).map(async (one) => ({ one, page: await this.read(one) })));
    const is = (text: string) => this.reader.sameName(text) === exactly;
    const score = ({ one, page }: (typeof head)[number]) => one.score * (is(page.title) ? 2 : is(page.sections[0]?.heading ?? '') ? 1.4 : 1);
    return head.sort((a, b) => score(b) - score(a)).map(({ page }) => page);
  }

  private async read({ units }: RankedPage): Promise<FoundPage> {
    const [best = 0] = units;
    const [number, file] = await this.fileOf(best);
    const sections = units
      .filter((unit) => unit >= (this.firstOfText[number] ?? 0) && unit < (this.firstOfText[number + 1] ?? Number.POSITIVE_INFINITY))
      .map((unit) => file.units[unit - (this.firstOfText[number] ?? 0)])
      .filter((unit) => unit !== undefined);
    const page = file.pages[sections[0]?.[0] ?? 0] ?? { address: '', title: '', kind: '', topic: '' };
    const anchors = new Set<string>();
    return {
      ...page,
      sections: sections
        .filter(([, , anchor]) => !anchors.has(anchor) && anchors.add(anchor))
        .slice(0, shownSections)
        .map(([, heading, anchor, text]) => ({ heading, text, address: anchor ? `${page.address.replace(/#.*/, '')}#${anchor}` : page.address })),
    };
  }

  private async fileOf(unit: number): Promise<[number: number, file: TextFile]> {
    const number = lastAtMost(this.firstOfText, unit);
    return [number, await this.parts.texts(number)];
  }

  /** The meanings of an ambiguous name, the likeliest first; or a term and what it is not to be confused with, if it is all that was asked. */
  private async cards(terms: QueryTerm[], ranked: RankedPage[]): Promise<Meaning[]> {
    const atoms = terms.flatMap((term) => term.atoms);
    const typed = new Set(atoms.map(({ text }) => text));
    const ambiguity = this.manifest.ambiguities.find(({ spellings }) => spellings.some((one) => typed.has(fold(one))));
    if (ambiguity) {
      const raws = atoms.map(({ raw }) => raw);
      const evidence = new Map<string, number>();
      if (terms.some((term) => term.spelt || term.concepts.length > 0) || terms.filter((term) => !term.asking).length > 1)
        for (const { page, score } of ranked.slice(0, 5)) add(evidence, this.topicOf[page] ?? '', score);
      const likely = ({ name, topic }: Meaning) => (raws.includes(name) ? 1e9 : typed.has(fold(name)) ? 1e6 : 0) + (evidence.get(topic) ?? 0);
      return [...ambiguity.meanings].sort((a, b) => likely(b) - likely(a));
    }
    const [term] = terms;
    const concept = terms.length === 1 ? this.manifest.concepts[term?.concepts[0] ?? -1] : undefined;
    if (!concept || concept.confusedWith.length === 0) return [];
    const all = [concept, ...concept.confusedWith.map((number) => this.manifest.concepts[number] as Concept)];
    return Promise.all(
      all
        .filter(({ page }) => page >= 0)
        .map(async ({ page, topic }) => {
          const unit = this.firstUnit[page] as number;
          const [number, file] = await this.fileOf(unit);
          const [own = 0, , , text = ''] = file.units[unit - (this.firstOfText[number] ?? 0)] ?? [];
          return { name: file.pages[own]?.title ?? '', topic, signs: text.split('\n')[0] ?? '', address: file.pages[own]?.address ?? '' };
        }),
    );
  }
}

/** What all terms in the query's order, side by side, add to what each of them counts. */
const orderWeight = 2;
/** How much more a unit is worth whose heading or title has all terms. */
const headedWeight = 2;
/** What a term in the title and lead of a page counts for in its sections, as a part of what it counts there. */
const inherited = 0.85;
/** What a term counts for that stands elsewhere on the page, as a part of one that stands in the unit. */
const elsewhere = 0.4;
/** How much more the page of the very term that was asked for is worth. */
const askedTerm = 1.8;
const atomKey = (atoms: readonly Atom[]) => atoms.map(({ text }) => text).join(' ');
const joint = (atoms: readonly Atom[]) => (atoms.some(({ han }) => han) ? '' : ' ');

function commonBeginning(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return a.slice(0, length);
}

function starts(counts: readonly number[]): number[] {
  const all: number[] = [];
  let sum = 0;
  for (const count of counts) {
    all.push(sum);
    sum += count;
  }
  return all;
}

function add(counts: Map<string, number>, name: string, number: number): void {
  counts.set(name, (counts.get(name) ?? 0) + number);
}
