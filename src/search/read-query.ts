import { stemmer } from 'stemmer';
import { homographsOf } from './homographs.ts';
import type { Concept } from './index-files.ts';
import { type Atom, atomsOf } from './tokens.ts';

/** One thing that a query asks for: a name of the glossary, a word, or a run of Han characters. */
export interface QueryTerm {
  atoms: Atom[];
  /** Terms of the glossary that it names, by their number. */
  concepts: number[];
  /** It is spelt as only one meaning of an ambiguous name is: LoRA, not lora. The other meanings are not meant. */
  spelt: boolean;
  /** The concept was recognised by its pinyin. */
  pinyin?: true;
  /** A word of questions (what, how, 怎么): it may help to choose between texts, but asks for none. */
  asking?: true;
}

/** A query longer than this is cut: nobody types that, and work must stay small. */
export const longestQuery = 200;
const mostAtoms = 40;
const shortestPinyin = 4;
const askingWords = new Set(
  'a an the is are was be do does did can could should will would i you my to of in on at by for with and or vs what which who how why when where 怎么 怎样 如何 什么 哪个 哪些 为什么 怎么样 怎么做 怎么办 是什么 什么是 是 的 和 与 用 在 把 对 跟 有 做 多少 多大 区别 difference'.split(
    ' ',
  ),
);
const longestAsking = 4;
/** They end a question and belong to no word before them: 坏了, 要钱吗. */
const particles = new Set([...'了吗呢吧啊']);

/** Knows the glossary's names, and cuts queries into terms by them. */
export class QueryReader {
  private readonly byName = new Map<string, { concept: number; name: string }[]>();
  private readonly byPinyin = new Map<string, number[]>();
  private readonly homographs: Set<string>;
  private longest = 1;

  constructor(concepts: readonly Concept[]) {
    this.homographs = homographsOf(concepts);
    for (const [concept, { names, pinyin }] of concepts.entries()) {
      for (const name of names) {
        const atoms = atomsOf(name);
        if (atoms.length === 0) continue;
        this.longest = Math.max(this.longest, atoms.length);
        push(this.byName, key(atoms), { concept, name });
      }
      for (const syllables of pinyin) push(this.byPinyin, syllables.replaceAll(' ', ''), concept);
    }
  }

  /** The terms of a query, in its order: the longest names first, then words and runs of Han characters. */
  read(query: string): QueryTerm[] {
    const atoms = atomsOf(query.slice(0, longestQuery)).slice(0, mostAtoms);
    const terms: QueryTerm[] = [];
    let run: Atom[] = [];
    const closeRun = () => {
      const end = run.length > 1 && particles.has(run.at(-1)?.text ?? '') ? run.length - 1 : run.length;
      for (const atoms of [run.slice(0, end), run.slice(end)])
        if (atoms.length > 0) terms.push({ atoms, concepts: [], spelt: false, ...(isAsking(atoms) ? { asking: true } : {}) });
      run = [];
    };
    for (let at = 0; at < atoms.length; ) {
      const named = this.nameAt(atoms, at) ?? this.pinyinAt(atoms, at) ?? askingAt(atoms, at);
      const atom = atoms[at] as Atom;
      if (named) {
        closeRun();
        terms.push(named);
        at += named.atoms.length;
        continue;
      }
      if (!atom.han || (run[0] && !run[0].han)) closeRun();
      run.push(atom);
      if (!atom.han) closeRun();
      at += 1;
    }
    closeRun();
    return terms;
  }

  /** What is equal in two texts that name the same: all but case and form, and case, too, where it tells names apart (LoRA, LoRa). */
  sameName(text: string): string {
    return atomsOf(text)
      .map((atom) => (this.homographs.has(atom.text) ? atom.raw : atom.text))
      .join(' ');
  }

  private nameAt(atoms: Atom[], at: number): QueryTerm | undefined {
    for (let length = Math.min(this.longest, atoms.length - at); length > 0; length -= 1) {
      const part = atoms.slice(at, at + length);
      const named = this.byName.get(key(part));
      if (!named) continue;
      const [first] = part;
      if (length === 1 && first && this.homographs.has(first.text)) {
        const spelt = named.filter(({ name }) => name === first.raw);
        return { atoms: part, concepts: unique(spelt), spelt: spelt.length > 0 };
      }
      return { atoms: part, concepts: unique(named), spelt: false };
    }
    return undefined;
  }

  /** Terms whose Chinese name reads as these Latin letters do: kuopin yinzi. */
  private pinyinAt(atoms: Atom[], at: number): QueryTerm | undefined {
    let to = at;
    while (to < atoms.length && /^[a-z]+$/.test(atoms[to]?.text ?? '')) to += 1;
    for (; to > at; to -= 1) {
      const part = atoms.slice(at, to);
      const letters = part.map(({ text }) => text).join('');
      if (letters.length < shortestPinyin) return undefined;
      const concepts = this.byPinyin.get(letters);
      if (concepts) return { atoms: part, concepts, spelt: false, pinyin: true };
    }
    return undefined;
  }
}

/** A word of questions of two characters or more within a run of Han characters. */
function askingAt(atoms: readonly Atom[], at: number): QueryTerm | undefined {
  for (let length = longestAsking; length > 1; length -= 1) {
    const part = atoms.slice(at, at + length);
    if (part.length === length && part.every(({ han }) => han) && isAsking(part)) return { atoms: part, concepts: [], spelt: false, asking: true };
  }
  return undefined;
}

function isAsking(atoms: readonly Atom[]): boolean {
  const text = atoms.map((atom) => atom.text).join('');
  return askingWords.has(text) || particles.has(text);
}

/** Names are the same in the plural. */
const key = (atoms: readonly Atom[]) => atoms.map(({ text }) => (/^[a-z]{4,}$/.test(text) ? stemmer(text) : text)).join(' ');
const unique = (named: { concept: number }[]) => [...new Set(named.map(({ concept }) => concept))];

function push<Value>(map: Map<string, Value[]>, name: string, value: Value): void {
  const list = map.get(name);
  if (list) list.push(value);
  else map.set(name, [value]);
}
