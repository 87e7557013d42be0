import { parseCitations } from '../../src/corpus/citations.ts';
import { type Finding, suggestKey } from '../../src/corpus/finding.ts';
import type { Rule } from './rule.ts';

/** Citations have a place; works never opened stand alone nowhere; every source is cited; glossary and figures cite what exists. */
export const rule: Rule = {
  name: 'citations',
  check({ corpus, facts, instruments }) {
    const keys = new Map(corpus.sources.map((source) => [source.key, source]));
    const used = new Set(instruments.flatMap((instrument) => Object.values(instrument.outputs).flatMap((output) => output.ground.map(({ source }) => source))));
    const found: Omit<Finding, 'rule'>[] = [];
    for (const document of corpus.documents) {
      const own = facts(document.id);
      const byLine = Map.groupBy(own?.citations ?? [], ({ line }) => line);
      for (const { key, locator, line } of own?.citations ?? []) {
        used.add(key);
        const source = keys.get(key);
        if (locator === '' && source && !['webpage', 'software'].includes(source.type))
          found.push({
            file: document.file,
            line,
            message: `the citation of "${key}" names no place`,
            suggestion: 'add section, page, table or equation: [@key, §4.1]',
          });
        const together = byLine.get(line) ?? [];
        if (source?.read === 'never' && together.every((one) => keys.get(one.key)?.read === 'never'))
          found.push({
            file: document.file,
            line,
            message: `"${key}" was never opened and stands alone here`,
            suggestion: 'cite a work that was read beside it, or instead of it',
          });
      }
    }
    for (const { file, line, text } of [
      ...corpus.terms.flatMap(({ file, line, source }) => (source ? [{ file, line, text: source }] : [])),
      ...corpus.figures.flatMap(({ file, figure }) => (figure.source ? [{ file, line: 1, text: figure.source }] : [])),
    ]) {
      for (const { key } of parseCitations(text)) {
        used.add(key);
        if (!keys.has(key)) found.push({ file, line, message: `there is no source "${key}"`, suggestion: suggestKey(key, keys.keys()) });
      }
    }
    for (const { key, file, line } of corpus.sources) {
      if (!used.has(key))
        found.push({ file, line, message: `the source "${key}" is cited nowhere`, suggestion: 'cite it where it supports something, or delete it' });
    }
    return found;
  },
};
