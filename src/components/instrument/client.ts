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

/** Brings the instruments of a page to life, each when it comes into view. Until then the server's drawing stands. */
export function startInstruments(): void {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        if (!entry.isIntersecting) continue;
        observer.unobserve(entry.target);
        void start(entry.target as HTMLElement);
      }
    },
    { rootMargin: '200px' },
  );
  for (const element of document.querySelectorAll('[data-instrument]')) observer.observe(element);
}

async function start(element: HTMLElement): Promise<void> {
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
  element.dataset.live = '';
}

startInstruments();
