import { h, hydrate } from 'preact';
import { isLocale, type Locale } from '../../i18n/locales.ts';
import type { Definition } from '../../instruments/define.ts';
import { inputsFromQuery } from '../../instruments/inputs.ts';
import { renderers } from './kinds.ts';

/** Brings one instrument to life: it takes over what the server drew. */
export function wake(element: HTMLElement, definition: Definition): void {
  const { inputs = '', prefix = '', ownPage, work } = element.dataset;
  const language = document.documentElement.lang.toLowerCase();
  const locale: Locale = isLocale(language) ? language : 'en';
  const initial = inputsFromQuery(definition, new URLSearchParams(inputs));
  const Renderer = renderers[definition.kind];
  const done = work === undefined ? {} : { initialWork: JSON.parse(work) as unknown };
  hydrate(h(Renderer, { definition, locale, initial, prefix, ownPage: ownPage !== undefined, ...done }), element);
}
