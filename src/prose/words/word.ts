import type { ElementContent } from 'hast';
import type { z } from 'zod';
import type { Scope } from '../scope.ts';

/** One of the words that MDX may use: a typed function from attributes to elements. */
export interface Word<Attributes = never> {
  /** What may stand between its tags. */
  content: 'none' | 'text' | 'blocks';
  attributes: z.ZodType<Attributes>;
  toElements(attributes: Attributes, children: ElementContent[], scope: Scope): ElementContent[];
  /** What stands for it in the page's Markdown twin; for a word with content, what stands before that content. */
  toMarkdown(attributes: Attributes, scope: Scope): string;
  /** What stands after its content there, if anything does. */
  toMarkdownEnd?(attributes: Attributes, scope: Scope): string;
}

export function defineWord<Attributes>(word: Word<Attributes>): Word<Attributes> {
  return word;
}
