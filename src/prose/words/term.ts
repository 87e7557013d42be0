import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { z } from 'zod';
import { recordAddress } from '../../corpus/address.ts';
import { suggestKey } from '../../corpus/finding.ts';
import type { Scope } from '../scope.ts';
import { defineWord } from './word.ts';

/** A term with its definition one click away. */
export function termElement(id: string, children: ElementContent[], scope: Scope): ElementContent[] {
  const term = scope.tools.terms.get(id);
  if (!term) {
    scope.find('term', `there is no glossary term "${id}"`, suggestKey(id, scope.tools.terms.keys()));
    return children;
  }
  const { locale } = scope.document;
  if (!scope.facts.terms.includes(id)) scope.facts.terms.push(id);
  const other = locale === 'en' ? term['zh-cn'] : term.en;
  const popover = scope.popover(`term-${id}`, [
    h('span', { class: 'pop-head' }, [h('b', term[locale]), ' ', h('span', { lang: locale === 'en' ? 'zh-CN' : 'en' }, other)]),
    h('span', { class: 'pop-body' }, term.definition[locale]),
    h('a', { href: scope.href(recordAddress('glossary', id, locale)) }, scope.t.glossary),
  ]);
  return [h('button', { type: 'button', class: 'term', popovertarget: popover }, children)];
}

/** `<Term id="spreading-factor">扩频因子</Term>`. */
export const term = defineWord({
  content: 'text',
  attributes: z.strictObject({ id: z.string() }),
  toElements: ({ id }, children, scope) => termElement(id, children, scope),
  toMarkdown: () => '',
});
