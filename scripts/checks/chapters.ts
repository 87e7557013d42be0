import { partsByTopic } from '../../src/corpus/parts.ts';
import { locales } from '../../src/i18n/locales.ts';
import type { Rule } from './rule.ts';

/** The chapters that topic.yaml lists and those that lie in the topic's folder are the same, and no two parts of a topic have a heading of one id: the entry keeps all of them. */
export const rule: Rule = {
  name: 'chapters',
  check({ corpus, facts }) {
    const listed = new Set(corpus.topics.flatMap(({ slug, chapters }) => chapters.map((chapter) => `${slug}/${chapter}`)));
    const known = new Set(corpus.topics.map(({ slug }) => slug));
    const written = new Set(corpus.documents.flatMap(({ kind, slug }) => (kind === 'chapter' ? [slug] : [])));
    const twice = [...partsByTopic(corpus.documents).values()].flatMap((members) => {
      const first = new Map<string, string>();
      return members
        .sort((a, b) => a.slug.localeCompare(b.slug))
        .flatMap(({ id: document, file }) =>
          (facts(document)?.headings ?? []).flatMap(({ id, line }) => {
            const other = first.get(id);
            if (other === undefined) first.set(id, file);
            return other === undefined || other === file
              ? []
              : [
                  {
                    file,
                    line,
                    message: `the heading {#${id}} stands in ${other}, too`,
                    suggestion: 'give one of them another id: the entry lists the sections of its chapters by theirs',
                  },
                ];
          }),
        );
    });
    return [
      ...twice,
      ...corpus.topics.flatMap(({ slug, chapters, file, line }) =>
        chapters
          .filter((chapter, index) => !written.has(`${slug}/${chapter}`) || chapters.indexOf(chapter) !== index)
          .map((chapter) => ({
            file,
            line,
            message: written.has(`${slug}/${chapter}`) ? `the chapter "${chapter}" is listed twice` : `there is no chapter "${chapter}"`,
            suggestion: written.has(`${slug}/${chapter}`)
              ? 'list it once'
              : `write ${locales.map((locale) => `chapters/${chapter}.${locale}.mdx`).join(' and ')}, or take it off the list`,
          })),
      ),
      ...corpus.documents
        .filter(({ kind, topic, slug }) => kind === 'chapter' && known.has(topic) && !listed.has(slug))
        .map(({ topic, slug, file }) => ({
          file,
          line: 1,
          message: 'this chapter has no place in the order of reading',
          suggestion: `add "${slug.split('/')[1]}" to "chapters" in topics/${topic}/topic.yaml`,
        })),
    ];
  },
};
