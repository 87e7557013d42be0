import type { CorpusDocument } from './corpus.ts';

/** Whether a text is an entry or one of its chapters, which together are a topic's account of itself. */
export const isPart = ({ kind }: Pick<CorpusDocument, 'kind'>): boolean => kind === 'entry' || kind === 'chapter';

/** The entry and the chapters of each topic in each language, by `<topic> <locale>`, in the order in which they are given. */
export function partsByTopic<Text extends Pick<CorpusDocument, 'kind' | 'topic' | 'locale'>>(texts: Text[]): Map<string, Text[]> {
  return Map.groupBy(texts.filter(isPart), ({ topic, locale }) => `${topic} ${locale}`);
}
