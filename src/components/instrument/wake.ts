import { h, hydrate } from 'preact';
import { isLocale, type Locale } from '../../i18n/locales.ts';
import type { Definition } from '../../instruments/define.ts';
import { inputsFromQuery } from '../../instruments/inputs.ts';
import { renderers } from './kinds.ts';

const definitions = import.meta.glob<Record<string, unknown>>([
  '../../instruments/*.ts',
  '!../../instruments/*.test.ts',
  '!../../instruments/{define,inputs,registry}.ts',
]);

/** Brings one instrument to life: its definition is loaded and takes over what the server drew. */
export async function wake(element: HTMLElement): Promise<void> {
  const { instrument: id = '', inputs = '', prefix = '', ownPage, work } = element.dataset;
  const load = definitions[`../../instruments/${id}.ts`];
  if (!load) return;
  const definition = Object.values(await load()).find((value): value is Definition => (value as Definition | null)?.id === id);
  if (!definition) return;
  const language = document.documentElement.lang.toLowerCase();
  const locale: Locale = isLocale(language) ? language : 'en';
  const initial = inputsFromQuery(definition, new URLSearchParams(inputs));
  const Renderer = renderers[definition.kind];
  const done = work === undefined ? {} : { initialWork: JSON.parse(work) as unknown };
  hydrate(h(Renderer, { definition, locale, initial, prefix, ownPage: ownPage !== undefined, ...done }), element);
}
