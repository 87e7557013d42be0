import type { LaterChange } from '../../src/corpus/history.ts';
import type { Rule } from './rule.ts';

/** No half of a text waits for what was changed in its twin, as far as Git's history tells. The page shows a notice until then. */
export const rule: Rule = {
  name: 'stale',
  check({ stale }) {
    return stale.map(({ file, twin, changes }) => ({
      file,
      line: 1,
      message: `${twin} was changed after it: ${changes.slice(0, 3).map(told).join('; ')}${changes.length > 3 ? `; and ${changes.length - 3} more` : ''}`,
      suggestion: `bring this half up to date (git show ${changes[0]?.commit} shows the change), or, if nothing is to be changed here, write "reviewed: ${changes[0]?.day}" into its front matter`,
    }));
  },
};

function told({ day, subject, lines }: LaterChange): string {
  const shown = lines.slice(0, 6).join(', ');
  return `${day} “${subject}” (line ${shown}${lines.length > 6 ? ', …' : ''})`;
}
