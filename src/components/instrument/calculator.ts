import { h, type JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Locale } from '../../i18n/locales.ts';
import { messages } from '../../i18n/messages.ts';
import type { Definition, InputValues } from '../../instruments/define.ts';
import { completeInputs, defaultInputs, inputsFromQuery, inputsToQuery } from '../../instruments/inputs.ts';
import { InputError } from '../../models/input-error.ts';
import { Chart } from './chart.ts';
import { Field, fieldError, fieldText, fieldValue } from './field.ts';
import { Results, SideBySide } from './results.ts';
import { copyText, download, toCsv, toJson, toSvg } from './take-away.ts';

export interface CalculatorProps {
  definition: Definition;
  locale: Locale;
  /** Inputs drawn on the server. */
  initial: InputValues;
  /** Makes ids unique on a page with several instruments. */
  prefix: string;
  /** The instrument's own page: its state lives in the address. */
  ownPage: boolean;
}

interface State {
  /** Last possible inputs; results always belong to these. */
  inputs: InputValues;
  texts: Record<string, string>;
  errors: Record<string, string>;
}

const textsOf = (definition: Definition, inputs: InputValues) =>
  Object.fromEntries(Object.entries(definition.inputs).map(([key, spec]) => [key, fieldText(spec, inputs[key])]));

const stateOf = (definition: Definition, inputs: InputValues): State => ({ inputs, texts: textsOf(definition, inputs), errors: {} });

/** The state after a field's text changed. A field that cannot be is marked; the results of the last possible inputs stay. */
export function changeField(definition: Definition, state: State, name: string, text: string, locale: Locale): State {
  const texts = { ...state.texts, [name]: text };
  const given = Object.fromEntries(Object.entries(definition.inputs).map(([key, spec]) => [key, fieldValue(spec, texts[key] ?? '')]));
  const errors: Record<string, string> = {};
  for (const [key, spec] of Object.entries(definition.inputs)) {
    try {
      completeInputs(definition, { [key]: given[key] });
    } catch (error) {
      if (error instanceof InputError) errors[key] = fieldError(error, spec, locale);
    }
  }
  if (Object.keys(errors).length > 0) return { ...state, texts, errors };
  try {
    const inputs = completeInputs(definition, given);
    definition.compute(inputs);
    return { inputs, texts, errors };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const spec = definition.inputs[error.field] ?? definition.inputs[name];
    return { ...state, texts, errors: spec ? { [error.field in definition.inputs ? error.field : name]: fieldError(error, spec, locale) } : {} };
  }
}

/** Draws a calculator: the answer in a sentence, inputs beside results, cases side by side, charts. */
export function Calculator({ definition, locale, initial, prefix, ownPage }: CalculatorProps): JSX.Element {
  const t = messages(locale);
  const [state, setState] = useState(() => stateOf(definition, initial));
  useEffect(() => {
    if (ownPage && location.search)
      setState(stateOf(definition, possible(definition, inputsFromQuery(definition, new URLSearchParams(location.search)), initial)));
  }, []);
  useEffect(() => {
    if (!ownPage) return;
    const query = inputsToQuery(definition, state.inputs);
    const address = location.pathname + (query ? `?${query}` : '') + location.hash;
    if (address !== location.pathname + location.search + location.hash) history.replaceState(null, '', address);
  }, [state.inputs]);
  const outputs = definition.compute(state.inputs);
  const stale = Object.keys(state.errors).length > 0;
  const set = (inputs: InputValues) => setState(stateOf(definition, inputs));
  return h('div', { class: 'instrument-live' }, [
    h('p', { class: `answer${stale ? ' stale' : ''}`, role: 'status' }, definition.answer(state.inputs, outputs, locale)),
    h('div', { class: 'instrument-grid' }, [
      h(
        'form',
        {
          class: 'inputs',
          'aria-label': t.inputs,
          onSubmit: (event: Event) => event.preventDefault(),
          onKeyDown: (event: KeyboardEvent) => event.key === 'Escape' && set(defaultInputs(definition)),
        },
        [
          toolbar(definition, state, outputs, locale, prefix, set),
          ...groups(definition, state, locale, prefix, (name, text) => setState(changeField(definition, state, name, text, locale))),
        ],
      ),
      h('div', { class: stale ? 'outcome stale' : 'outcome', 'aria-label': t.results, role: 'group' }, [
        h(Results, { definition, outputs, locale }),
        ...definition.tables.map((spec) => h(SideBySide, { spec, inputs: state.inputs, locale })),
        ...definition.charts.map((spec) => h(Chart, { spec, inputs: state.inputs, locale })),
      ]),
    ]),
  ]);
}

/** Linked inputs, unless the model refuses their combination. */
function possible(definition: Definition, inputs: InputValues, fallback: InputValues): InputValues {
  try {
    definition.compute(inputs);
    return inputs;
  } catch {
    return fallback;
  }
}

function toolbar(
  definition: Definition,
  state: State,
  outputs: Record<string, number | null>,
  locale: Locale,
  prefix: string,
  set: (inputs: InputValues) => void,
): JSX.Element {
  const t = messages(locale);
  const button = (label: string, onClick: (event: Event) => void) => h('button', { type: 'button', onClick }, label);
  const preset = definition.presets.find(
    (one) => inputsToQuery(definition, { ...defaultInputs(definition), ...one.inputs }) === inputsToQuery(definition, state.inputs),
  );
  return h('div', { class: 'toolbar' }, [
    h('label', { for: `${prefix}-preset` }, t.presets),
    h(
      'select',
      {
        id: `${prefix}-preset`,
        onChange: (event: Event) =>
          set({ ...defaultInputs(definition), ...definition.presets.find((one) => one.id === (event.target as HTMLSelectElement).value)?.inputs }),
      },
      [
        h('option', { value: '', selected: !preset }, '–'),
        ...definition.presets.map((one) => h('option', { value: one.id, selected: one === preset }, one.label[locale])),
      ],
    ),
    h('span', { class: 'buttons needs-script' }, [
      button(t.reset, () => set(defaultInputs(definition))),
      button(t.copyLink, (event) => copyText(linkTo(definition, state.inputs, locale), event.currentTarget as HTMLButtonElement, locale)),
      button(t.downloadCsv, () => download(`${definition.id}.csv`, 'text/csv', toCsv(definition, state.inputs, outputs, locale))),
      button(t.downloadJson, () => download(`${definition.id}.json`, 'application/json', toJson(definition, state.inputs, outputs))),
      button(t.downloadSvg, (event) => {
        const live = (event.currentTarget as HTMLElement).closest('.instrument-live');
        for (const svg of live?.querySelectorAll<SVGElement>('figure.chart svg') ?? [])
          download(`${definition.id}-${svg.closest('figure')?.dataset.chart}.svg`, 'image/svg+xml', toSvg(svg));
      }),
    ]),
  ]);
}

function linkTo(definition: Definition, inputs: InputValues, locale: Locale): string {
  const root = document.querySelector<HTMLElement>('[data-base]')?.dataset.base ?? '/';
  const query = inputsToQuery(definition, inputs);
  return `${location.origin}${root}${locale}/instruments/${definition.id}/${query ? `?${query}` : ''}`;
}

function groups(definition: Definition, state: State, locale: Locale, prefix: string, onText: (name: string, text: string) => void): (JSX.Element | false)[] {
  const t = messages(locale);
  return Object.entries(definition.groups).map(([group, label]) => {
    const fields = Object.entries(definition.inputs).filter(([, spec]) => spec.group === group);
    const field = ([name, spec]: (typeof fields)[number]) =>
      h(Field, { key: name, id: `${prefix}-${name}`, name, spec, locale, text: state.texts[name] ?? '', error: state.errors[name], onText });
    const main = fields.filter(([, spec]) => !spec.advanced);
    const more = fields.filter(([, spec]) => spec.advanced);
    return (
      fields.length > 0 &&
      h('fieldset', { key: group }, [
        h('legend', {}, label[locale]),
        ...main.map(field),
        more.length > 0 && h('details', { open: more.some(([name]) => state.errors[name]) || undefined }, [h('summary', {}, t.moreInputs), ...more.map(field)]),
      ])
    );
  });
}
