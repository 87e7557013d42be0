import { useLayoutEffect, useState } from 'preact/hooks';
import type { Locale } from '../../i18n/locales.ts';
import type { Definition, InputValues } from '../../instruments/define.ts';
import { completeInputs, inputsToQuery, readQuery } from '../../instruments/inputs.ts';
import { InputError } from '../../models/input-error.ts';
import { fieldError, fieldText, fieldValue } from './field.ts';

/** What every kind of instrument is drawn from. */
export interface RendererProps {
  definition: Definition;
  locale: Locale;
  /** Inputs drawn on the server. */
  initial: InputValues;
  /** Result of the instrument's long work for these inputs, where the server has done it. */
  initialWork?: unknown;
  /** Makes ids unique on a page with several instruments. */
  prefix: string;
  /** The instrument's own page: its state lives in the address. */
  ownPage: boolean;
}

export interface State {
  /** Last possible inputs; results always belong to these. */
  inputs: InputValues;
  texts: Record<string, string>;
  errors: Record<string, string>;
}

const textsOf = (definition: Definition, inputs: InputValues) =>
  Object.fromEntries(Object.entries(definition.inputs).map(([key, spec]) => [key, fieldText(spec, inputs[key])]));

export const stateOf = (definition: Definition, inputs: InputValues): State => ({ inputs, texts: textsOf(definition, inputs), errors: {} });

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

/** Characters of a wrong value that a field shows; links can be megabytes long. */
const shownOfWrong = 60;

/**
 * The state that a link says. What it says wrong stands in its field and is marked, as if it had been typed there, and the default stands in for it; of
 * inputs that the model refuses together the wrong one is marked, and the result is that of `fallback`.
 */
export function linkedState(definition: Definition, query: URLSearchParams, fallback: InputValues, locale: Locale): State {
  const { inputs, errors } = readQuery(definition, query);
  const state = stateOf(definition, inputs);
  for (const { field } of errors) {
    const spec = definition.inputs[field];
    const text = query.get(field) ?? '';
    // A field for numbers can show no other text; it stays empty.
    if (spec?.type === 'number') state.texts[field] = Number.isFinite(Number(text)) ? fieldText(spec, Number(text)) : '';
    else if (spec?.type === 'numbers' || spec?.type === 'text') state.texts[field] = text.length > shownOfWrong ? `${text.slice(0, shownOfWrong)}…` : text;
  }
  try {
    definition.compute(inputs);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    errors.push(error);
    state.inputs = fallback;
  }
  for (const error of errors) {
    const spec = Object.hasOwn(definition.inputs, error.field) ? definition.inputs[error.field] : undefined;
    if (spec) state.errors[error.field] = fieldError(error, spec, locale);
  }
  return state;
}

/** An instrument's state, kept in the address on its own page. */
export function useInstrument({ definition, initial, locale, ownPage }: RendererProps): {
  state: State;
  set(inputs: InputValues): void;
  onText(name: string, text: string): void;
} {
  const [state, setState] = useState(() => stateOf(definition, initial));
  // Both at once: the link is read before the address is written, which never lags behind what is shown.
  useLayoutEffect(() => {
    if (ownPage && location.search) setState(linkedState(definition, new URLSearchParams(location.search), initial, locale));
  }, []);
  useLayoutEffect(() => {
    if (!ownPage) return;
    const query = inputsToQuery(definition, state.inputs);
    const address = location.pathname + (query ? `?${query}` : '') + location.hash;
    if (address !== location.pathname + location.search + location.hash) history.replaceState(null, '', address);
  }, [state.inputs]);
  return {
    state,
    set: (inputs) => setState(stateOf(definition, inputs)),
    // From the newest state: two events may come before the next drawing.
    onText: (name, text) => setState((newest) => changeField(definition, newest, name, text, locale)),
  };
}
