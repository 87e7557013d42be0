import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { z } from 'zod';
import { escapeHtml, renderInstrument } from '../../components/instrument/server.ts';
import { pageAddress } from '../../corpus/address.ts';
import { suggestKey } from '../../corpus/finding.ts';
import { shortReference } from '../../corpus/references.ts';
import { completeInputs } from '../../instruments/inputs.ts';
import { InputError } from '../../models/input-error.ts';
import { inputValue } from '../../schema/figure.ts';
import { defineWord } from './word.ts';

const attributes = z.object({ of: z.string() }).catchall(inputValue);

/** Instruments of one text; each is as long as a short page. */
const most = 20;

/** `<Instrument of="lora-link" sf={9} />`: an instrument in place. */
export const instrument = defineWord<z.infer<typeof attributes>>({
  content: 'none',
  attributes,
  toElements({ of, ...given }, _children, scope) {
    const definition = scope.tools.instruments.get(of);
    if (!definition) {
      scope.find('instrument', `there is no instrument "${of}"`, suggestKey(of, scope.tools.instruments.keys()));
      return [];
    }
    scope.facts.instruments.push(of);
    if (scope.facts.instruments.length > most) {
      scope.find('instrument', `this text shows more than ${most} instruments`, 'link to the others: [text](instrument:id)');
      return [];
    }
    const { locale } = scope.document;
    try {
      const html = renderInstrument({
        definition,
        locale,
        inputs: completeInputs(definition, given),
        prefix: `i${scope.facts.instruments.length}`,
        ownPage: false,
        cite: ({ source, locator }) => {
          const number = scope.referenceNumber(source);
          const record = scope.tools.sources.get(source);
          return record && number !== undefined ? `<a href="#ref-${source}">${escapeHtml(shortReference(record, locale))}</a>, ${escapeHtml(locator)}` : source;
        },
      });
      return [
        h('section', { class: 'instrument', ariaLabel: definition.title[locale] }, [
          h('p', { class: 'label' }, [h('a', { href: scope.href(pageAddress('instrument', of, locale)) }, definition.title[locale])]),
          { type: 'raw', value: html } as unknown as ElementContent,
        ]),
      ];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      scope.find('instrument', `"${of}" refuses these inputs: ${error.message}`, suggestKey(error.field, Object.keys(definition.inputs)));
      return [];
    }
  },
  toMarkdown: ({ of }, scope) =>
    `[${scope.tools.instruments.get(of)?.title[scope.document.locale] ?? of}](${scope.href(pageAddress('instrument', of, scope.document.locale))})`,
});
