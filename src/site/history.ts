import type { PreparedPage } from '../corpus/prepared.ts';

export interface ToldChange {
  date: string;
  what: string;
  /** Short hash, for a change told by Git's log (in English); none for one that the author told in the text's own language. */
  commit?: string;
  corrects: boolean;
}

/** The changes of a page, newest first: what its author told of them, and of the other days what Git's log says. */
export function pageHistory({ matter, history }: Pick<PreparedPage, 'matter' | 'history'>): ToldChange[] {
  const told = (matter.changes ?? []).map((change): ToldChange => ({ ...change }));
  const days = new Set(told.map(({ date }) => date));
  const logged = history.filter(({ date }) => !days.has(date)).map(({ date, commit, what }): ToldChange => ({ date, commit, what, corrects: false }));
  return [...told, ...logged].sort((a, b) => b.date.localeCompare(a.date));
}
