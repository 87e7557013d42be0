import type { Finding } from '../../src/corpus/finding.ts';
import type { Rule } from './rule.ts';

/** What lies beside a topic's texts is shown in one of them: listings (or used by a run that is), figures, pictures. */
export const rule: Rule = {
  name: 'shown',
  check({ corpus, facts }) {
    const of = (what: 'listings' | 'figures') =>
      new Set(corpus.documents.flatMap((document) => (facts(document.id)?.[what] ?? []).map((name) => `${document.topic}/${name}`)));
    const [listings, figures] = [of('listings'), of('figures')];
    const pictures = new Set(corpus.documents.flatMap(({ topic, body }) => [...body.matchAll(/\]\(images\/([^)\s]+)/g)].map(([, name]) => `${topic}/${name}`)));
    // Nobody knows what a text shows that cannot be read.
    const unreadable = new Set(corpus.documents.filter(({ id }) => facts(id)?.unreadable).map(({ topic }) => topic));
    const unused = (file: string, message: string, suggestion: string): Omit<Finding, 'rule'> => ({ file, line: 1, message, suggestion });
    return [
      ...corpus.listings
        .filter(({ topic, name, record }) => !unreadable.has(topic) && !listings.has(`${topic}/${name}`) && !(record && 'usedBy' in record))
        .map(({ name, file }) =>
          unused(file, 'this listing is shown nowhere', `show it with <Listing file="${name}" />, say usedBy in its record, or delete it`),
        ),
      ...corpus.figures
        .filter(({ topic, name }) => !unreadable.has(topic) && !figures.has(`${topic}/${name}`))
        .map(({ name, file }) => unused(file, 'this figure is shown nowhere', `show it with <Figure of="${name}" />, or delete it`)),
      ...corpus.images
        .filter((image) => !unreadable.has(image.split('/')[0] ?? '') && !pictures.has(image))
        .map((image) => {
          const [topic, name] = image.split('/');
          return unused(`topics/${topic}/images/${name}`, 'this picture is shown nowhere', `show it with ![what it shows](images/${name}), or delete it`);
        }),
    ];
  },
};
