import { locales } from '../../src/i18n/locales.ts';
import type { Rule } from './rule.ts';

/** The chapters that topic.yaml lists and those that lie in the topic's folder are the same. */
export const rule: Rule = {
  name: 'chapters',
  check({ corpus }) {
    const listed = new Set(corpus.topics.flatMap(({ slug, chapters }) => chapters.map((chapter) => `${slug}/${chapter}`)));
    const known = new Set(corpus.topics.map(({ slug }) => slug));
    const written = new Set(corpus.documents.flatMap(({ kind, slug }) => (kind === 'chapter' ? [slug] : [])));
    return [
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
