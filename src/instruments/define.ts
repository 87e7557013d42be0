import type { Locale, Localized } from '../i18n/locales.ts';

/** One input of an instrument. Keys are the model's parameter names, with units in them. */
export type InputSpec = NumberInput | NumbersInput | ChoiceInput | FlagInput | TextInput;

interface InputBase {
  label: Localized;
  /** Key of one of the definition's `groups`. */
  group: string;
  /** One sentence of help shown under the field. */
  help?: Localized;
  /** Shown only under "more inputs": the main ones stay few. */
  advanced?: boolean;
  /** Sentences for what the model alone can refuse, by `InputError.code`. */
  refusals?: Record<string, Localized>;
  /** How it may be typed into a search, lower case, `#` for the number: `sf#`, `#khz`; with a scale where the stored unit is another. */
  typed?: (string | { as: string; scale: number })[];
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

/** A list of numbers, typed with commas between; a link holds it the same way. */
export interface NumbersInput extends InputBase {
  type: 'numbers';
  default: readonly number[];
  /** Range of each number. */
  min: number;
  max: number;
  maxLength: number;
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

export type InputValue = string | number | boolean | readonly number[];
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
  /** How the unit reads where it has no symbol that all languages share. */
  unitText?: Localized;
  /** Other units it can be shown in; the first is the usual one. An empty one is for sentences that name the unit themselves. */
  display?: DisplayUnit[];
  /** Significant digits shown. */
  digits: number;
  /** TeX of the formula. */
  formula: string;
  ground: Ground[];
  /** Part of the main results (others are folded). */
  main?: boolean;
  /** Words of any language that ask for it in a search, lower case. */
  typed?: string[];
}

/** A small matrix that the model gives beside the single numbers. Programs get it as an array of rows. */
export interface MatrixSpec {
  label: Localized;
  rows: Localized[];
  columns: Localized[];
  digits: number;
  formula: string;
  ground: Ground[];
  values(inputs: InputValues): number[][];
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

export interface ChartAxis {
  label: Localized;
  unit: string;
  scale?: 'linear' | 'log';
  from?: number;
  to?: number;
}

export interface ChartSpec {
  id: string;
  title: Localized;
  x: ChartAxis;
  y: ChartAxis;
  series(inputs: InputValues): ChartSeries[];
  /** Lines across the chart: limits, thresholds, the present value. */
  guides?(inputs: InputValues): { x?: number; y?: number; label: Localized }[];
}

export interface Preset {
  id: string;
  label: Localized;
  inputs: InputValues;
}

/**
 * Work that takes too long for every keystroke: a simulation, say. It runs in slices, so that one and the same model runs in a worker (where it can be
 * stopped), on the server (for the default state), in a test and from the command line.
 */
export interface WorkSpec<R = unknown> {
  title: Localized;
  /** What one run does, in a sentence. */
  description: Localized;
  /** Keys of the inputs that it reads: its result outlives changes of the others. */
  reads: string[];
  /** Each step yields the share that is done; the last one returns the result, plain data. */
  run(inputs: InputValues): Generator<number, R>;
  /** `new Worker(new URL('./<id>/worker.ts', import.meta.url), { type: 'module' })`: written out, so that the build finds it. The file calls `serveWork`. */
  worker(): Worker;
  /** Rough seconds on an ordinary computer: what is quick runs by itself, the rest on a button. */
  costS(inputs: InputValues): number;
  /** Why it cannot run with these inputs, if so. */
  obstacle?(inputs: InputValues): Localized | undefined;
  /** The result in a sentence. */
  answer(inputs: InputValues, result: R, locale: Locale): string;
  /** How the result is shown. */
  views(inputs: InputValues, result: R): { tables: TableSpec[]; charts: ChartSpec[] };
}

/** What a worker sends: how far it is, then the result or why there is none. */
export type WorkMessage = { progress: number } | { result: unknown } | { failure: string };

export interface Definition<O extends Record<string, number | null> = Record<string, number | null>> {
  id: string;
  kind: 'calculator' | 'plot';
  title: Localized;
  /** One sentence: the question that it answers. */
  summary: Localized;
  groups: Record<string, Localized>;
  inputs: Inputs;
  outputs: { [K in keyof O]: OutputSpec };
  matrices?: Record<string, MatrixSpec>;
  presets: Preset[];
  /** Numbers by output key; `null` where a quantity does not apply. Throws `InputError` (a RangeError with `field`) on impossible input. */
  compute(inputs: InputValues): O;
  /** The main answer in a sentence. */
  answer(inputs: InputValues, outputs: O, locale: Locale): string;
  /** What the reader should know about just these inputs: a limit that is passed, a model outside its range. */
  notes?(inputs: InputValues, outputs: O): Localized[];
  tables: TableSpec[];
  charts: ChartSpec[];
  work?: WorkSpec;
  /** What the model leaves out. */
  assumptions: Localized[];
  /** Words that people type for it, beyond title and summary. */
  keywords: Localized<string[]>;
}

/** Types a definition; the id must equal the file's name (tested). */
export function defineInstrument<O extends Record<string, number | null>>(definition: Definition<O>): Definition<O> {
  return definition;
}

/** Types an instrument's long work by its result. */
export function defineWork<R>(work: WorkSpec<R>): WorkSpec {
  return work as WorkSpec;
}

/** The whole of a worker's own file: `serveWork(simulate)`. */
export function serveWork(run: WorkSpec['run']): void {
  const send = (message: WorkMessage) => self.postMessage(message);
  self.addEventListener('message', ({ data }: MessageEvent<InputValues>) => {
    try {
      send({ result: finishWork(run(data), (progress) => send({ progress })) });
    } catch (error) {
      send({ failure: error instanceof Error ? error.message : String(error) });
    }
  });
}

/** Runs work to its end in one go. */
export function finishWork<R>(steps: Generator<number, R>, report: (progress: number) => void = () => undefined): R {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    report(step.value);
  }
}

/** The definition that a file of this folder exports, if it has the id that the file's name says. */
export function definitionIn(module: Record<string, unknown>, id: string): Definition | undefined {
  return Object.values(module).find((value): value is Definition => (value as Definition | null)?.id === id);
}
