import { pinyin } from 'pinyin-pro';
import { pageAddress, recordAddress } from '../src/corpus/address.ts';
import type { Corpus, CorpusDocument } from '../src/corpus/corpus.ts';
import { longReference } from '../src/corpus/references.ts';
import type { Locale } from '../src/i18n/locales.ts';
import { locales, otherLocale } from '../src/i18n/locales.ts';
import { messages } from '../src/i18n/messages.ts';
import type { Definition } from '../src/instruments/define.ts';
import type { SectionText } from '../src/prose/section-texts.ts';
import type { SearchPage, SearchTerm } from '../src/search/build-index.ts';
import type { Ambiguity } from '../src/search/index-files.ts';
import type { FigureNames } from '../src/search/read-figures.ts';
import { fold } from '../src/search/tokens.ts';

/** Everything that can be found in one language: texts, terms, instruments, resources, sources; equals of kind and topic stand together. */
export function searchPages(corpus: Corpus, sectionsOf: (id: string) => SectionText[], instruments: Iterable<Definition>, locale: Locale): SearchPage[] {
  const order = new Map([...corpus.topics].sort((a, b) => a.order - b.order).map(({ slug }, index) => [slug, index]));
  const inOrder = <Thing extends { topic: string }>(things: Thing[]) => [...things].sort((a, b) => (order.get(a.topic) ?? -1) - (order.get(b.topic) ?? -1));
  const documents = inOrder(corpus.documents.filter((document) => document.locale === locale));
  return [
    ...(['entry', 'chapter', 'question', 'disambiguation', 'correction'] as const).flatMap((kind) =>
      documents.filter((document) => document.kind === kind).map((document) => documentPage(document, sectionsOf(document.id))),
    ),
    ...[...instruments].map((definition) => instrumentPage(definition, locale)),
    ...inOrder(corpus.terms).map((term) => {
      const [title = '', ...names] = namesOf(term, locale);
      return record('term', recordAddress('glossary', term.id, locale), term.topic, title, names, [], term.definition[locale]);
    }),
    ...inOrder(corpus.resources).map(({ id, topic, title, kind, author, edition, format, what, forWhom }) =>
      record(
        'resource',
        recordAddress('resources', id, locale),
        topic,
        title[locale],
        [title[otherLocale(locale)], ...locales.map((one) => messages(one).resourceKind[kind]), format],
        [id],
        lines(what[locale], forWhom[locale], author, edition),
      ),
    ),
    ...inOrder(corpus.sources).map((source) =>
      record(
        'source',
        recordAddress('sources', source.key, locale),
        source.topic,
        source.title,
        [],
        [source.key],
        lines(longReference(source), source.note?.[locale]),
      ),
    ),
  ];
}

function documentPage({ kind, slug, locale, topic, title, matter }: CorpusDocument, sections: SectionText[]): SearchPage {
  const [first = { heading: '', anchor: '', text: '' }, ...others] = sections;
  const signs = 'meanings' in matter ? matter.meanings.map((meaning) => meaning.signs) : [];
  return {
    address: pageAddress(kind, slug, locale),
    title,
    kind,
    topic,
    names: 'asked' in matter ? matter.asked : [],
    keywords: [],
    sections: [{ ...first, text: lines(first.text, ...signs) }, ...others],
  };
}

function instrumentPage({ id, title, summary, keywords, inputs, outputs, assumptions }: Definition, locale: Locale): SearchPage {
  const labels = [...Object.values(inputs), ...Object.values(outputs)].map(({ label }) => label[locale]);
  return record(
    'instrument',
    pageAddress('instrument', id, locale),
    '',
    title[locale],
    [id],
    keywords[locale],
    lines(summary[locale], ...labels, ...Object.values(inputs).map(({ help }) => help?.[locale]), ...assumptions.map((one) => one[locale])),
  );
}

function record(kind: string, address: string, topic: string, title: string, names: string[], keywords: string[], text: string): SearchPage {
  return { address, title, kind, topic, names, keywords, sections: [{ heading: '', anchor: '', text }] };
}

const lines = (...parts: (string | undefined)[]) => parts.filter(Boolean).join('\n');

type Term = Corpus['terms'][number];

/** All names of a term, this language's own first. */
function namesOf(term: Term, locale: Locale): string[] {
  const other = otherLocale(locale);
  return [...new Set([term[locale], term.abbreviation, ...term.aliases[locale], term[other], ...term.aliases[other]].filter((name) => name !== undefined))];
}

/** The glossary as search knows it by heart. */
export function searchTerms(corpus: Corpus, locale: Locale): SearchTerm[] {
  return corpus.terms.map((term) => ({
    id: term.id,
    names: namesOf(term, locale),
    pinyin: [
      ...(term.pinyin ? [term.pinyin] : []),
      ...[term['zh-cn'], ...term.aliases['zh-cn']].filter((name) => /^\p{Script=Han}{2,}$/u.test(name)).map((name) => syllables(name)),
    ],
    topic: term.topic,
    address: recordAddress('glossary', term.id, locale),
    confusedWith: term.notToBeConfusedWith,
  }));
}

const syllables = (name: string) => pinyin(name, { toneType: 'none', type: 'array', v: true }).join(' ').toLowerCase();

/** The names that a disambiguation page tells apart. */
export function ambiguities(corpus: Corpus, locale: Locale): Ambiguity[] {
  const terms = new Map(corpus.terms.map((term) => [term.id, term]));
  const topics = new Map(corpus.topics.map((topic) => [topic.slug, topic]));
  return corpus.documents.flatMap((document) =>
    document.kind === 'disambiguation' && document.locale === locale
      ? [
          {
            spellings: document.matter.spellings,
            meanings: document.matter.meanings.map(({ term, topic, signs }) => ({
              name: spelling(terms.get(term), document.matter.spellings, locale) ?? term,
              topic,
              hue: topics.get(topic)?.hue ?? 'blue',
              signs,
              address: pageAddress('entry', topic, locale),
            })),
          },
        ]
      : [],
  );
}

/** The name of a term that is one of the ambiguous ones: LoRa, of LoRa调制. Its own name if none is. */
function spelling(term: Term | undefined, spellings: string[], locale: Locale): string | undefined {
  const names = term ? namesOf(term, locale) : [];
  return names.find((name) => spellings.includes(fold(name))) ?? names[0];
}

/** What may be typed into a search to have an instrument compute something. */
export function figureNames(instruments: Iterable<Definition>): FigureNames[] {
  return [...instruments]
    .map(({ id, inputs, outputs }) => ({
      instrument: id,
      inputs: Object.entries(inputs).flatMap(([key, { typed = [] }]) =>
        typed.map((one): [string, string, number] => (typeof one === 'string' ? [key, one, 1] : [key, one.as, one.scale])),
      ),
      outputs: Object.entries(outputs).flatMap(([key, { typed }]): [string, string[]][] => (typed ? [[key, typed]] : [])),
    }))
    .filter(({ inputs }) => inputs.length > 0);
}
