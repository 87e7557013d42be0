import type { CorpusDocument } from '../../src/corpus/corpus.ts';
import type { Finding } from '../../src/corpus/finding.ts';
import { pageId } from '../../src/corpus/prepared.ts';
import { locales } from '../../src/i18n/locales.ts';
import type { Facts } from '../../src/prose/context.ts';
import type { Rule } from './rule.ts';

/** Every text stands in every language, and both say the same: headings, citations by section, instruments, listings, figures. */
export const rule: Rule = {
  name: 'halves',
  check({ corpus, facts }) {
    const byId = new Map(corpus.documents.map((document) => [document.id, document]));
    const missing = corpus.documents.flatMap((document) =>
      locales
        .filter((locale) => !byId.has(pageId(document.kind, document.slug, locale)))
        .map((locale) => ({
          file: document.file,
          line: 1,
          message: `its ${locale} half is missing or cannot be read`,
          suggestion: `write ${document.file.replace(`${document.locale}.mdx`, `${locale}.mdx`)}`,
        })),
    );
    const entries = new Set(corpus.documents.filter((document) => document.kind === 'entry').map((document) => document.topic));
    const bare = corpus.topics
      .filter((topic) => !entries.has(topic.slug))
      .map((topic) => ({
        file: topic.file,
        line: 1,
        message: `the topic "${topic.slug}" has no entry`,
        suggestion: `write ${locales.map((locale) => `topics/${topic.slug}/${locale}.mdx`).join(' and ')}`,
      }));
    const differing = corpus.documents.flatMap((document) => {
      const twin = byId.get(pageId(document.kind, document.slug, 'en'));
      const [own, theirs] = [facts(document.id), twin && facts(twin.id)];
      return document.locale === 'en' || !twin || !own || !theirs || own.unreadable || theirs.unreadable ? [] : differences(document, own, twin, theirs);
    });
    return [...missing, ...bare, ...differing];
  },
};

function differences(document: CorpusDocument, own: Facts, twin: CorpusDocument, theirs: Facts): Omit<Finding, 'rule'>[] {
  const found: Omit<Finding, 'rule'>[] = [];
  const compare = (what: string, a: { key: string; line: number }[], b: { key: string; line: number }[]) => {
    const [keysA, keysB] = [new Set(a.map(({ key }) => key)), new Set(b.map(({ key }) => key))];
    for (const { key, line } of a.filter((one, index) => !keysB.has(one.key) && a.findIndex((other) => other.key === one.key) === index)) {
      found.push({ file: document.file, line, message: `the ${what} ${key} is only in this half`, suggestion: `add it to ${twin.file}, or remove it here` });
    }
    for (const { key, line } of b.filter((one, index) => !keysA.has(one.key) && b.findIndex((other) => other.key === one.key) === index)) {
      found.push({ file: twin.file, line, message: `the ${what} ${key} is only in this half`, suggestion: `add it to ${document.file}, or remove it here` });
    }
  };
  const headings = (facts: Facts) => facts.headings.map(({ id, depth, line }) => ({ key: `${'#'.repeat(depth)} {#${id}}`, line }));
  compare('heading', headings(own), headings(theirs));
  const order = (facts: Facts) => facts.headings.map(({ id }) => id).join(' ');
  if (found.length === 0 && order(own) !== order(theirs)) {
    const at = own.headings.findIndex((heading, index) => heading.id !== theirs.headings[index]?.id);
    found.push({
      file: document.file,
      line: own.headings[at]?.line ?? 1,
      message: `the headings stand in another order than in ${twin.file}`,
      suggestion: 'put the sections of both halves in one order',
    });
  }
  const citations = (facts: Facts) => facts.citations.map(({ key, section, line }) => ({ key: `[@${key}]${section ? ` under #${section}` : ''}`, line }));
  compare('citation', citations(own), citations(theirs));
  const plain = (names: string[]) => names.map((key) => ({ key, line: 1 }));
  compare('instrument', plain(own.instruments), plain(theirs.instruments));
  compare('listing', plain(own.listings), plain(theirs.listings));
  compare('figure', plain(own.figures), plain(theirs.figures));
  const values = (facts: Facts) => facts.values.map(({ of, line }) => ({ key: `<Value of="${of}">`, line }));
  compare('value', values(own), values(theirs));
  const runs = (facts: Facts) => facts.runs.map(({ of, line }) => ({ key: `<Run of="${of}">`, line }));
  compare('figure of a run', runs(own), runs(theirs));
  compare('meaning', plain(meanings(document)), plain(meanings(twin)));
  compare('change of', changes(document), changes(twin));
  const [places, theirPlaces] = [seen(document), seen(twin)];
  if (places !== theirPlaces)
    found.push({
      file: document.file,
      line: 1,
      message: `it names ${places} places where the statement was seen, its other half ${theirPlaces}`,
      suggestion: `name the same places here and in ${twin.file}`,
    });
  return found;
}

const meanings = ({ matter }: CorpusDocument) => ('meanings' in matter ? matter.meanings.map(({ term, topic }) => `"${term}" of "${topic}"`) : []);
const seen = ({ matter }: CorpusDocument) => ('seen' in matter ? matter.seen.length : 0);
const changes = ({ matter, changeLines }: CorpusDocument) =>
  matter.changes.map(({ date, corrects }, index) => ({ key: `${date}${corrects ? ' (corrects)' : ''}`, line: changeLines[index] ?? 1 }));
