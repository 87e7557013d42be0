import { useLayoutEffect, useState } from 'preact/hooks';
import type { Locale } from '../../i18n/locales.ts';
import type { Definition, InputValues } from '../../instruments/define.ts';
import { completeInputs, inputsFromQuery, inputsToQuery } from '../../instruments/inputs.ts';
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

/** Linked inputs, unless the model refuses their combination. */
function possible(definition: Definition, inputs: InputValues, fallback: InputValues): InputValues {
  try {
    definition.compute(inputs);
    return inputs;
  } catch {
    return fallback;
  }
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
    if (ownPage && location.search)
      setState(stateOf(definition, possible(definition, inputsFromQuery(definition, new URLSearchParams(location.search)), initial)));
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
