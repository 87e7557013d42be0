import { InputError, requireNumber } from '../models/input-error.ts';
import type { ChoiceInput, Definition, InputSpec, InputValue, InputValues } from './define.ts';

/** An instrument's inputs at their defaults. */
export function defaultInputs(definition: Definition): InputValues {
  return Object.fromEntries(Object.entries(definition.inputs).map(([key, input]) => [key, input.default]));
}

/** Defaults with `given` over them. Throws `InputError` for an unknown key or a value outside its range. */
export function completeInputs(definition: Definition, given: Record<string, unknown>): InputValues {
  const inputs = defaultInputs(definition);
  for (const [key, value] of Object.entries(given)) {
    const spec = definition.inputs[key];
    if (!Object.hasOwn(definition.inputs, key) || !spec) throw new InputError(key, 'unknown-field', `${definition.id} has no such input`);
    inputs[key] = requireInput(key, spec, value);
  }
  return inputs;
}

function requireInput(key: string, spec: InputSpec, value: unknown): InputValue {
  switch (spec.type) {
    case 'number':
      requireNumber(key, value as number, spec.min, spec.max, spec.whole);
      return value as number;
    case 'choice':
      if (!spec.options.some((option) => option.value === value) && !isBetween(spec, value))
        throw new InputError(key, 'not-an-option', `expected one of ${spec.options.map((option) => String(option.value)).join(', ')}, got ${String(value)}`);
      return value as InputValue;
    case 'flag':
      if (typeof value !== 'boolean') throw new InputError(key, 'not-a-flag', `expected true or false, got ${String(value)}`);
      return value;
    case 'text':
      if (typeof value !== 'string') throw new InputError(key, 'not-text', 'expected text');
      if (value.length > spec.maxLength) throw new InputError(key, 'too-long', `at most ${spec.maxLength} characters`);
      return value;
  }
}

function isBetween({ also }: ChoiceInput, value: unknown): boolean {
  return also !== undefined && typeof value === 'number' && value >= also.min && value <= also.max;
}

/** Inputs that differ from the defaults, as a query string for a link (`sf=9&crc=false`). */
export function inputsToQuery(definition: Definition, inputs: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [key, spec] of Object.entries(definition.inputs)) {
    const value = inputs[key];
    if (value !== undefined && value !== spec.default) query.set(key, String(value));
  }
  return query.toString();
}

/** Reads a link's query; keys and values that don't fit are left at their defaults. */
export function inputsFromQuery(definition: Definition, query: URLSearchParams): InputValues {
  const inputs = defaultInputs(definition);
  for (const [key, spec] of Object.entries(definition.inputs)) {
    const text = query.get(key);
    if (text === null) continue;
    try {
      inputs[key] = requireInput(key, spec, parseInput(spec, text));
    } catch {
      // A stale or mistyped link still opens the instrument.
    }
  }
  return inputs;
}

/** Text as typed or linked → value of the input's type (not yet checked). */
export function parseInput(spec: InputSpec, text: string): unknown {
  if (spec.type === 'number') return text.trim() === '' ? Number.NaN : Number(text);
  if (spec.type === 'flag') return text === 'true' ? true : text === 'false' ? false : text;
  if (spec.type === 'choice') return spec.options.find((option) => String(option.value) === text)?.value ?? (spec.also ? Number(text) : text);
  return text;
}
