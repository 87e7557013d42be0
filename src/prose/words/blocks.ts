import { h } from 'hastscript';
import { z } from 'zod';
import { markdownText } from '../../corpus/markdown.ts';
import { exampleClass } from '../claims.ts';
import { defineWord } from './word.ts';

/** `<Example>`: its figures are our own choice, and the reader is told so. */
export const example = defineWord({
  content: 'blocks',
  attributes: z.strictObject({ title: z.string().optional() }),
  toElements: ({ title }, children, scope) => [
    h('div', { class: exampleClass, role: 'group', ariaLabel: title ?? scope.t.ownExample }, [
      h('p', { class: 'label' }, title ? `${title} · ${scope.t.ownExample}` : scope.t.ownExample),
      ...children,
    ]),
  ],
  toMarkdown: ({ title }, scope) => `**${markdownText(title ?? scope.t.ownExample)}**\n\n`,
});

/** `<Note kind="warning">`: a remark beside the text. */
export const note = defineWord({
  content: 'blocks',
  attributes: z.strictObject({ kind: z.enum(['note', 'warning', 'wrong', 'verified']).default('note'), title: z.string().optional() }),
  toElements: ({ kind, title }, children, scope) => [
    h('aside', { class: kind === 'note' ? kind : `note ${kind}`, role: 'note', ariaLabel: title ?? scope.t.note[kind] }, [
      h('p', { class: 'label' }, title ?? scope.t.note[kind]),
      ...children,
    ]),
  ],
  toMarkdown: ({ kind, title }, scope) => `**${markdownText(title ?? scope.t.note[kind ?? 'note'])}**\n\n`,
});
