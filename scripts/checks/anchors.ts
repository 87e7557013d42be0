import type { DocumentKind } from '../../src/corpus/corpus.ts';
import { nearest } from '../../src/corpus/finding.ts';
import { pageId } from '../../src/corpus/prepared.ts';
import type { Rule } from './rule.ts';

/** Every link to a section leads to a heading that is there. */
export const rule: Rule = {
  name: 'anchors',
  check({ corpus, facts }) {
    return corpus.documents.flatMap((document) =>
      (facts(document.id)?.links ?? []).flatMap(({ target, line }) => {
        const [page = '', anchor] = target.split('#');
        if (anchor === undefined) return [];
        const [kind = '', slug = ''] = page.split(':');
        const id = page === '' ? document.id : pageId((kind === 'topic' ? 'entry' : kind) as DocumentKind, slug, document.locale);
        const there = facts(id);
        if (!there || there.unreadable) return [];
        const ids = [...there.headings.map((heading) => heading.id), ...there.figures.map((name) => `figure-${name}`)];
        const guess = nearest(anchor, ids);
        return ids.includes(anchor)
          ? []
          : [
              {
                file: document.file,
                line,
                message: `the link "${target}" leads to no heading`,
                suggestion: guess ? `did you mean "#${guess}"?` : `headings there: ${ids.map((one) => `#${one}`).join(', ')}`,
              },
            ];
      }),
    );
  },
};
