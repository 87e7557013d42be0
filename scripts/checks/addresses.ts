import type { Rule } from './rule.ts';

/** No two texts of one kind and language have one address, whatever topics they stand in. */
export const rule: Rule = {
  name: 'addresses',
  check({ corpus }) {
    return [...Map.groupBy(corpus.documents, ({ id }) => id).values()].flatMap(([first, ...others]) =>
      others.map(({ kind, slug, file }) => ({
        file,
        line: 1,
        message: `the slug "${slug}" of this ${kind} is taken already (${first?.file})`,
        suggestion: 'rename one of the two; slugs of questions and of corrections are unique in the whole folder',
      })),
    );
  },
};
