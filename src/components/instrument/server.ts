import katex from 'katex';
import { h } from 'preact';
import renderToString from 'preact-render-to-string';
import { lightMathml } from '../../figures/mathml.ts';
import type { Locale } from '../../i18n/locales.ts';
import { messages } from '../../i18n/messages.ts';
import { type Definition, finishWork, type Ground, type InputValues } from '../../instruments/define.ts';
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
  const work = workResult(definition, inputs);
  const props = { definition, locale, initial: inputs, prefix, ownPage, ...(work ? { initialWork: JSON.parse(work) as unknown } : {}) };
  const live = renderToString(h(renderers[definition.kind], props));
  const attributes = {
    'data-instrument': definition.id,
    'data-inputs': inputsToQuery(definition, inputs),
    'data-prefix': prefix,
    ...(ownPage ? { 'data-own-page': '' } : {}),
    ...(work ? { 'data-work': work } : {}),
  };
  const written = Object.entries(attributes).map(([name, value]) => (value === '' ? name : `${name}="${escapeHtml(value)}"`));
  return [
    `<div ${written.join(' ')}>${live}</div>`,
    `<details class="grounds-of"${ownPage ? ' open' : ''}><summary>${t.formulas}</summary>${formulaTable(definition, locale, cite)}`,
    `<p class="label">${t.assumptions}</p><ul>${definition.assumptions.map((text) => `<li>${escapeHtml(text[locale])}</li>`).join('')}</ul></details>`,
  ].join('');
}

/** Long work up to this many seconds is done once at build, so that the page shows a result without scripts. */
const serverWorkS = 1;

const workResults = new Map<string, string>();

/** Result of the instrument's long work as JSON, from memory if any page of this build needed it before. */
function workResult(definition: Definition, inputs: InputValues): string | undefined {
  const { work } = definition;
  if (!work || work.obstacle?.(inputs) !== undefined || work.costS(inputs) > serverWorkS) return undefined;
  const key = JSON.stringify([definition.id, work.reads.map((name) => inputs[name])]);
  const known = workResults.get(key) ?? JSON.stringify(finishWork(work.run(inputs)), (_, value) => (typeof value === 'number' ? rounded(value) : value));
  workResults.set(key, known);
  return known;
}

/** More digits than any reader sees, fewer bytes in the page. */
const rounded = (value: number) => Number(value.toPrecision(9));

function formulaTable(definition: Definition, locale: Locale, cite: (ground: Ground) => string): string {
  const t = messages(locale);
  const rows = [...Object.values(definition.outputs), ...Object.values(definition.matrices ?? {})].map((spec) => {
    const formula = lightMathml(katex.renderToString(spec.formula, { output: 'mathml', throwOnError: true }));
    return `<tr><th scope="row">${escapeHtml(spec.label[locale])}</th><td>${formula}</td><td>${spec.ground.map(cite).join('<br>')}</td></tr>`;
  });
  return `<div class="table" role="group" tabindex="0" aria-label="${t.formulas}"><table><thead><tr><th scope="col">${t.quantity}</th><th scope="col">${t.formula}</th><th scope="col">${t.source}</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

/** Text inside HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
