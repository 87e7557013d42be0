import { suggestKey } from '../../src/corpus/finding.ts';
import type { Rule } from './rule.ts';

/** What an instrument that is shown in the content rests on can be opened: its sources are there, and one of each output's was read. */
export const rule: Rule = {
  name: 'instruments',
  check({ corpus, facts, instruments }) {
    const sources = new Map(corpus.sources.map((source) => [source.key, source]));
    const shown = new Set(
      corpus.documents.flatMap((document) => [
        ...(facts(document.id)?.instruments ?? []),
        ...(facts(document.id)?.values ?? []).map(({ of }) => of.split('.')[0]),
      ]),
    );
    return instruments
      .filter(({ id }) => shown.has(id))
      .flatMap(({ id, outputs }) =>
        Object.entries(outputs).flatMap(([output, { ground }]) => {
          const at = (message: string, suggestion: string) => [{ file: `../src/instruments/${id}.ts`, line: 1, message: `${output}: ${message}`, suggestion }];
          const unknown = ground.find(({ source }) => !sources.has(source));
          if (unknown)
            return at(`there is no source "${unknown.source}"`, `add it to a topic's sources.yaml, or: ${suggestKey(unknown.source, sources.keys())}`);
          return ground.some(({ source }) => sources.get(source)?.read !== 'never')
            ? []
            : at('none of its sources was opened', 'ground it in a work that was read');
        }),
      );
  },
};
