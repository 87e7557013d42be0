import { example, note } from './blocks.ts';
import { calc } from './calc.ts';
import { figure } from './figure.ts';
import { instrument } from './instrument.ts';
import { listing } from './listing.ts';
import { run } from './run.ts';
import { term } from './term.ts';
import { value } from './value.ts';
import type { Word } from './word.ts';

/** The words that MDX may use, by name. Nothing else is allowed in content. */
export const words: Record<string, Word> = {
  Calc: calc as Word,
  Example: example as Word,
  Figure: figure as Word,
  Instrument: instrument as Word,
  Listing: listing as Word,
  Note: note as Word,
  Run: run as Word,
  Term: term as Word,
  Value: value as Word,
};
