import katex from 'katex';
import { h } from 'preact';
import renderToString from 'preact-render-to-string';
import type { Locale } from '../../i18n/locales.ts';
import { messages } from '../../i18n/messages.ts';
import type { Definition, Ground, InputValues } from '../../instruments/define.ts';
import { inputsToQuery } from '../../instruments/inputs.ts';
import { renderers } from './kinds.ts';

interface ServerOptions {
  definition: Definition;
  locale: Locale;
  inputs: InputValues;
  prefix: string;
  ownPage: boolean;
  /** HTML of a citation: the page knows its sources. */
  cite(ground: Ground): string;
}

/** HTML of an instrument in its default state: complete, true and readable without scripts. */
export function renderInstrument({ definition, locale, inputs, prefix, ownPage, cite }: ServerOptions): string {
  const t = messages(locale);
  const live = renderToString(h(renderers[definition.kind], { definition, locale, initial: inputs, prefix, ownPage }));
  const query = escapeHtml(inputsToQuery(definition, inputs));
  return [
    `<div data-instrument="${definition.id}" data-inputs="${query}" data-prefix="${prefix}"${ownPage ? ' data-own-page' : ''}>${live}</div>`,
    `<details class="grounds-of"${ownPage ? ' open' : ''}><summary>${t.formulas}</summary>${formulaTable(definition, locale, cite)}`,
    `<p class="label">${t.assumptions}</p><ul>${definition.assumptions.map((text) => `<li>${escapeHtml(text[locale])}</li>`).join('')}</ul></details>`,
  ].join('');
}

function formulaTable(definition: Definition, locale: Locale, cite: (ground: Ground) => string): string {
  const t = messages(locale);
  const rows = Object.values(definition.outputs).map((spec) => {
    const formula = katex.renderToString(spec.formula, { output: 'mathml', throwOnError: true });
    return `<tr><th scope="row">${escapeHtml(spec.label[locale])}</th><td>${formula}</td><td>${spec.ground.map(cite).join('<br>')}</td></tr>`;
  });
  return `<div class="table" role="group" tabindex="0" aria-label="${t.formulas}"><table><thead><tr><th scope="col">${t.quantity}</th><th scope="col">${t.formula}</th><th scope="col">${t.source}</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
