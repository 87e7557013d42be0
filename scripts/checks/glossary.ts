import type { Finding } from '../../src/corpus/finding.ts';
import { suggestKey } from '../../src/corpus/finding.ts';
import type { Rule } from './rule.ts';

/** Terms name terms, topics and pages that exist, and no two terms of a topic have one name. */
export const rule: Rule = {
  name: 'glossary',
  check({ corpus }) {
    const found: Omit<Finding, 'rule'>[] = [];
    const ids = new Set(corpus.terms.map((term) => term.id));
    // A topic whose topic.yaml has a mistake is a finding already, not a missing topic.
    const topics = new Set([...corpus.topics.map((topic) => topic.slug), ...corpus.documents.map((document) => document.topic)]);
    for (const { id, notToBeConfusedWith, file, line } of corpus.terms) {
      for (const other of notToBeConfusedWith) {
        if (!ids.has(other))
          found.push({ file, line, message: `"${id}" is not to be confused with "${other}", but there is no such term`, suggestion: suggestKey(other, ids) });
        if (other === id) found.push({ file, line, message: `"${id}" names itself as what it is not to be confused with`, suggestion: 'remove it' });
      }
    }
    for (const locale of ['en', 'zh-cn'] as const) {
      const names = new Map<string, { id: string; topic: string }>();
      for (const term of corpus.terms) {
        // A name with a capital inside is told apart by case (LoRA, LoRa), as in the text.
        const name = term[locale];
        const key = `${term.topic} ${/[A-Z]/.test(name.slice(1)) ? name : name.toLowerCase()}`;
        const twin = names.get(key);
        if (twin && twin.id !== term.id)
          found.push({
            file: term.file,
            line: term.line,
            message: `"${term[locale]}" is the name of "${twin.id}" already`,
            suggestion: 'make one term of both, or give them different names',
          });
        names.set(key, { id: term.id, topic: term.topic });
      }
    }
    for (const document of corpus.documents) {
      if (document.kind !== 'disambiguation') continue;
      for (const { term, topic } of document.matter.meanings) {
        if (!ids.has(term)) found.push({ file: document.file, line: 1, message: `there is no glossary term "${term}"`, suggestion: suggestKey(term, ids) });
        if (!topics.has(topic)) found.push({ file: document.file, line: 1, message: `there is no topic "${topic}"`, suggestion: suggestKey(topic, topics) });
      }
    }
    return found;
  },
};
