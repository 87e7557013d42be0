import type { Preparation } from '../src/prose/prepare.ts';
import { figuresIn } from './checks/grounds.ts';

/** How much of the content rests on something: paragraphs with figures, and listings. */
export function tally({ corpus, rendered }: Preparation): string[] {
  const blocks = corpus.documents
    .flatMap(({ id }) => rendered.get(id)?.rendered.facts.blocks ?? [])
    .filter(({ kind, text, ground }) => kind !== 'heading' && (ground.computed || ground.run || figuresIn(text).length > 0));
  const grounded = blocks.filter(({ ground }) => ground.cited || ground.computed || ground.run || ground.example);
  const count = (key: 'cited' | 'computed' | 'run' | 'example') => blocks.filter(({ ground }) => ground[key]).length;
  const run = corpus.listings.filter(({ record }) => record && !('notRun' in record));
  const matching = run.filter(({ record, sha256 }) => record && 'sha256' in record && record.sha256 === sha256);
  const excused = corpus.listings.filter(({ record }) => record && 'notRun' in record).length;
  const parts = run.filter(({ record }) => record && 'usedBy' in record && record.sha256 === undefined).length;
  return [
    `${share(grounded.length, blocks.length)} of paragraphs with figures are grounded (${grounded.length} of ${blocks.length}: ${count('cited')} cited, ${count('computed')} computed, ${count('run')} from a run, ${count('example')} our own example; some are more than one).`,
    `${share(matching.length, run.length - parts)} of listings that were run have a record whose hash matches (${matching.length} of ${run.length - parts}); ${parts} more are named as parts of a run without a hash, ${excused} say why they were not run.`,
  ];
}

/** Never 100 % unless it is all of them. */
const share = (part: number, whole: number) => `${whole === 0 ? 100 : Math.floor((100 * part) / whole)} %`;
