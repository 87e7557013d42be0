import type { Locale, Localized } from '../i18n/locales.ts';

/** One input of an instrument. Keys are the model's parameter names, with units in them. */
export type InputSpec = NumberInput | ChoiceInput | FlagInput | TextInput;

interface InputBase {
  label: Localized;
  /** Key of one of the definition's `groups`. */
  group: string;
  /** One sentence of help shown under the field. */
  help?: Localized;
  /** Shown only under "more inputs": the main ones stay few. */
  advanced?: boolean;
}

export interface NumberInput extends InputBase {
  type: 'number';
  default: number;
  min: number;
  max: number;
  /** Step of the arrow keys; whole numbers only if `whole`. */
  step?: number;
  whole?: boolean;
  /** Unit symbol of the value as stored, e.g. `Hz`. */
  unit?: string;
  /** How it is typed and shown, e.g. kHz for a value stored in Hz: shown = stored / scale. */
  display?: { unit: string; scale: number };
}

export interface ChoiceInput extends InputBase {
  type: 'choice';
  default: string | number | boolean;
  options: { value: string | number | boolean; label: Localized }[];
  /** Numbers between the options that programs may give too (a page offers the options only); the model has the last word. */
  also?: { min: number; max: number };
}

export interface FlagInput extends InputBase {
  type: 'flag';
  default: boolean;
}

export interface TextInput extends InputBase {
  type: 'text';
  default: string;
  maxLength: number;
  rows?: number;
}

export type Inputs = Record<string, InputSpec>;

export type InputValue = string | number | boolean;
export type InputValues = Record<string, InputValue>;

/** A citation: a key of some topic's `sources.yaml` and the place in that work. */
export interface Ground {
  source: string;
  locator: string;
}

/** A unit in which an output may be shown: shown = stored / scale. */
export interface DisplayUnit {
  unit: string;
  scale: number;
}

/** One number that the model gives. Stored in the unit that its key names. */
export interface OutputSpec {
  label: Localized;
  /** Unit of the stored value; empty for counts and ratios. */
  unit: string;
  /** Other units it can be shown in; the first is the usual one. */
  display?: DisplayUnit[];
  /** Significant digits shown. */
  digits: number;
  /** TeX of the formula. */
  formula: string;
  ground: Ground[];
  /** Part of the main results (others are folded). */
  main?: boolean;
}

/** A table of rows that `compute` returns beside the single outputs. */
export interface TableSpec {
  id: string;
  title: Localized;
  columns: { key: string; label: Localized; unit: string; display?: DisplayUnit; digits: number }[];
  rows(inputs: InputValues): Record<string, number | string | Localized | null>[];
  /** The row that stands for the present inputs, to be marked. */
  current?(row: Record<string, number | string | Localized | null>, inputs: InputValues): boolean;
}

export interface ChartSeries {
  label: Localized;
  points: [x: number, y: number][];
  /** The series that stands for the present inputs. */
  current?: boolean;
  /** Draw the points themselves, where there is nothing between them (one value for each spreading factor, say). */
  marks?: boolean;
}

export interface ChartSpec {
  id: string;
  title: Localized;
  x: { label: Localized; unit: string; scale?: 'linear' | 'log' };
  y: { label: Localized; unit: string; scale?: 'linear' | 'log' };
  series(inputs: InputValues): ChartSeries[];
  /** Lines across the chart: limits, thresholds, the present value. */
  guides?(inputs: InputValues): { x?: number; y?: number; label: Localized }[];
}

export interface Preset {
  id: string;
  label: Localized;
  inputs: InputValues;
}

export interface Definition<O extends Record<string, number | null> = Record<string, number | null>> {
  id: string;
  kind: 'calculator';
  title: Localized;
  /** One sentence: the question that it answers. */
  summary: Localized;
  groups: Record<string, Localized>;
  inputs: Inputs;
  outputs: { [K in keyof O]: OutputSpec };
  presets: Preset[];
  /** Numbers by output key; `null` where a quantity does not apply. Throws `InputError` (a RangeError with `field`) on impossible input. */
  compute(inputs: InputValues): O;
  /** The main answer in a sentence. */
  answer(inputs: InputValues, outputs: O, locale: Locale): string;
  /** What the reader should know about just these inputs: a limit that is passed, a model outside its range. */
  notes?(inputs: InputValues, outputs: O): Localized[];
  tables: TableSpec[];
  charts: ChartSpec[];
  /** What the model leaves out. */
  assumptions: Localized[];
  /** Words that people type for it, beyond title and summary. */
  keywords: Localized<string[]>;
}

/** Types a definition; the id must equal the file's name (tested). */
export function defineInstrument<O extends Record<string, number | null>>(definition: Definition<O>): Definition<O> {
  return definition;
}
