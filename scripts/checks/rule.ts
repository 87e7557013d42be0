import type { Corpus } from '../../src/corpus/corpus.ts';
import type { Finding } from '../../src/corpus/finding.ts';
import type { StaleHalf } from '../../src/corpus/history.ts';
import type { Definition } from '../../src/instruments/define.ts';
import type { Facts } from '../../src/prose/context.ts';

export interface Checked {
  corpus: Corpus;
  instruments: Definition[];
  /** Halves whose twin is newer, from history. */
  stale: StaleHalf[];
  /** What a rendered text holds, by document id. */
  facts(id: string): Facts | undefined;
}

/** One rule of content: a name for findings, and what it finds. */
export interface Rule {
  name: string;
  check(checked: Checked): Omit<Finding, 'rule'>[];
}
