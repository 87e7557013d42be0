import { InputError, requireNumber, told } from '../models/input-error.ts';
import type { ChoiceInput, Definition, InputSpec, InputValue, InputValues, NumbersInput } from './define.ts';

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
    case 'numbers':
      return requireNumbers(key, spec, value);
    case 'choice':
      if (!spec.options.some((option) => option.value === value) && !isBetween(spec, value))
        throw new InputError(key, 'not-an-option', `expected one of ${spec.options.map((option) => String(option.value)).join(', ')}, got ${told(value)}`);
      return value as InputValue;
    case 'flag':
      if (typeof value !== 'boolean') throw new InputError(key, 'not-a-flag', `expected true or false, got ${told(value)}`);
      return value;
    case 'text':
      if (typeof value !== 'string') throw new InputError(key, 'not-text', 'expected text');
      if (value.length > spec.maxLength) throw new InputError(key, 'too-long', `at most ${spec.maxLength} characters`);
      return value;
  }
}

function requireNumbers(key: string, spec: NumbersInput, value: unknown): readonly number[] {
  if (!Array.isArray(value)) throw new InputError(key, 'not-a-list', 'expected a list of numbers');
  if (value.length > spec.maxLength) throw new InputError(key, 'too-long', `at most ${spec.maxLength} numbers`);
  for (const one of value) requireNumber(key, one as number, spec.min, spec.max);
  return value as number[];
}

/** Everything that an instrument gives for these inputs: its single numbers, then its matrices. */
export function allOutputs(definition: Definition, inputs: InputValues): Record<string, number | null | number[][]> {
  const matrices = Object.entries(definition.matrices ?? {}).map(([key, spec]) => [key, spec.values(inputs)] as const);
  return { ...definition.compute(inputs), ...Object.fromEntries(matrices) };
}

function isBetween({ also }: ChoiceInput, value: unknown): boolean {
  return also !== undefined && typeof value === 'number' && value >= also.min && value <= also.max;
}

/** Inputs that differ from the defaults, as a query string for a link (`sf=9&crc=false`). */
export function inputsToQuery(definition: Definition, inputs: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [key, spec] of Object.entries(definition.inputs)) {
    const value = inputs[key];
    if (value !== undefined && String(value) !== String(spec.default)) query.set(key, String(value));
  }
  return query.toString();
}

/** Reads a link's query; keys and values that don't fit are left at their defaults: a stale or mistyped link still opens the instrument. */
export function inputsFromQuery(definition: Definition, query: URLSearchParams): InputValues {
  return readQuery(definition, query).inputs;
}

/** The same, with what is wrong with the values that don't fit. Keys that are no inputs are somebody else's. */
export function readQuery(definition: Definition, query: URLSearchParams): { inputs: InputValues; errors: InputError[] } {
  const inputs = defaultInputs(definition);
  const errors: InputError[] = [];
  for (const [key, spec] of Object.entries(definition.inputs)) {
    const text = query.get(key);
    if (text === null) continue;
    try {
      inputs[key] = requireInput(key, spec, parseInput(spec, text));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      errors.push(error);
    }
  }
  return { inputs, errors };
}

/** Text as typed or linked → value of the input's type (not yet checked). */
export function parseInput(spec: InputSpec, text: string): unknown {
  if (spec.type === 'number') return text.trim() === '' ? Number.NaN : Number(text);
  if (spec.type === 'numbers') return parseNumbers(text);
  if (spec.type === 'flag') return text === 'true' ? true : text === 'false' ? false : text;
  if (spec.type === 'choice') return spec.options.find((option) => String(option.value) === text)?.value ?? (spec.also ? Number(text) : text);
  return text;
}

/** `0.8, -0.2` → [0.8, −0.2]; empty text is an empty list. */
export function parseNumbers(text: string): number[] {
  const parts = text.replaceAll('−', '-').split(/[\s,;，；、]+/);
  return parts.filter((part) => part !== '').map(Number);
}
