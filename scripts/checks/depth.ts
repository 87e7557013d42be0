import type { Rule } from './rule.ts';

const least = { en: 1200, 'zh-cn': 2000 };

/** An entry has substance: length, a formula, a table, a listing. A question and a correction say what they say with a source. */
export const rule: Rule = {
  name: 'depth',
  check({ corpus, facts }) {
    return corpus.documents.flatMap((document) => {
      const own = facts(document.id);
      if (own?.unreadable) return [];
      if (!own || own.blocks.length === 0) return [{ file: document.file, line: document.bodyLine, message: 'there is no text', suggestion: 'write it' }];
      const find = (message: string, suggestion: string) => [{ file: document.file, line: document.bodyLine, message, suggestion }];
      const cited = own.citations.length > 0 ? [] : find('nothing here is cited', 'cite the source of what it says: [@key, place]');
      if (document.kind === 'disambiguation') return [];
      if (document.kind !== 'entry') return cited;
      return [
        ...cited,
        ...(own.length >= least[document.locale]
          ? []
          : find(
              `the entry is too short: ${own.length} of at least ${least[document.locale]} ${document.locale === 'en' ? 'words' : 'characters'}`,
              'write the entry out',
            )),
        ...(own.formulas > 0 ? [] : find('the entry has no formula', 'state the relation that the topic turns on')),
        ...(own.tables > 0 ? [] : find('the entry has no table', 'compare what readers compare')),
        ...(own.listings.length > 0 ? [] : find('the entry has no listing', 'show something that the reader can run')),
      ];
    });
  },
};
