import type { Finding } from '../../src/corpus/finding.ts';
import type { Rule } from './rule.ts';

/** A frozen edition stays as it was frozen: its seal is the hash of all that stands before it. */
export const rule: Rule = {
  name: 'editions',
  check({ corpus }) {
    return corpus.editions.flatMap(({ version, seal, ownSeal, file, line }): Omit<Finding, 'rule'>[] =>
      seal === ownSeal
        ? []
        : [
            {
              file,
              line,
              message: `the frozen edition ${version} was changed: its seal does not fit (the lines above it hash to ${ownSeal.slice(0, 12)}…)`,
              suggestion: `take the file back from the history (git checkout <commit> -- content/${file}); what has changed since becomes a new edition`,
            },
          ],
    );
  },
};
