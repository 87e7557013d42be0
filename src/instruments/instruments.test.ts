import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Localized, locales } from '../i18n/locales.ts';
import { InputError } from '../models/input-error.ts';
import { type Definition, finishWork, type InputSpec, type InputValues } from './define.ts';
import { completeInputs, defaultInputs } from './inputs.ts';
import { instrumentIds, loadInstruments } from './registry.ts';

const instruments = await loadInstruments();

/** Every reader's text in a definition, with where it stands. */
function textsOf(value: unknown, path: string): [string, Localized][] {
  if (typeof value !== 'object' || value === null) return [];
  if ('zh-cn' in value) return [[path, value as Localized]];
  return Object.entries(value).flatMap(([key, child]) => textsOf(child, `${path}.${key}`));
}

/** The values worth trying for one input: both ends of a number, every option, both states of a flag, lists from empty to full. */
function edgesOf(spec: InputSpec): InputValues[string][] {
  if (spec.type === 'numbers')
    return [[], spec.default, [0], [spec.max], new Array<number>(spec.maxLength).fill(0), new Array<number>(spec.maxLength).fill(spec.min)];
  if (spec.type === 'number') return [spec.min, spec.max, spec.default];
  if (spec.type === 'choice') return spec.options.map((option) => option.value);
  return spec.type === 'flag' ? [true, false] : [spec.default, ''];
}

/** Fails unless the outputs are finite or null, or the model refused by naming an input. */
function tryOut(instrument: Definition, inputs: InputValues, what: string): void {
  let outputs: Record<string, number | null>;
  try {
    outputs = instrument.compute(inputs);
  } catch (error) {
    expect(error, what).toBeInstanceOf(InputError);
    expect(Object.keys(instrument.inputs), what).toContain((error as InputError).field);
    return;
  }
  expect(Object.keys(outputs).sort(), what).toEqual(Object.keys(instrument.outputs).sort());
  for (const [key, value] of Object.entries(outputs)) expect(value === null || Number.isFinite(value), `${what}: ${key} = ${value}`).toBe(true);
  showAll(instrument, inputs, outputs, what);
}

function showAll(instrument: Definition, inputs: InputValues, outputs: Record<string, number | null>, what: string): void {
  for (const locale of locales) expect(instrument.answer(inputs, outputs, locale), what).not.toMatch(/NaN|undefined|null|Infinity/);
  for (const note of instrument.notes?.(inputs, outputs) ?? [])
    for (const locale of locales) expect(note[locale], what).not.toMatch(/NaN|undefined|null|Infinity|^$/);
  for (const [key, spec] of Object.entries(instrument.matrices ?? {})) {
    const values = spec.values(inputs);
    expect(
      values.map((row) => row.length),
      `${what}: ${key}`,
    ).toEqual(spec.rows.map(() => spec.columns.length));
    expect(values.flat().every(Number.isFinite), `${what}: ${key}`).toBe(true);
  }
  showViews(instrument, inputs, what);
}

function showViews(instrument: Pick<Definition, 'tables' | 'charts'>, inputs: InputValues, what: string): void {
  for (const table of instrument.tables) {
    for (const row of table.rows(inputs)) {
      for (const { key } of table.columns) expect(typeof row[key] !== 'number' || Number.isFinite(row[key]), `${what}: ${table.id}.${key}`).toBe(true);
    }
  }
  for (const chart of instrument.charts) {
    for (const { points } of chart.series(inputs)) {
      for (const [x, y] of points) expect(Number.isFinite(x) && Number.isFinite(y), `${what}: ${chart.id}`).toBe(true);
      if (chart.x.scale === 'log')
        expect(
          points.every(([x]) => x > 0),
          `${what}: ${chart.id}`,
        ).toBe(true);
      if (chart.y.scale === 'log')
        expect(
          points.every(([, y]) => y > 0),
          `${what}: ${chart.id}`,
        ).toBe(true);
    }
    chart.guides?.(inputs);
  }
}

/** What the last word of an output's key says about its unit. */
const unitOfSuffix: [RegExp, string][] = [
  [/Bps$/, 'bit/s'],
  [/Dbm$/, 'dBm'],
  [/Dbi$/, 'dBi'],
  [/Db$/, 'dB'],
  [/Hz$/, 'Hz'],
  [/Bytes$/, 'B'],
  [/Years$/, 'years'],
  [/Ma$/, 'mA'],
  [/Ua$/, 'µA'],
  [/Mah$/, 'mAh'],
  [/Percent$/, '%'],
  [/[a-z]S$/, 's'],
  [/[a-z]M$/, 'm'],
  [/[a-z]Rad$/, 'rad'],
];

function unitByKey(key: string): string | undefined {
  return unitOfSuffix.find(([suffix]) => suffix.test(key))?.[1];
}

it('every definition in the folder is found under its file’s name', () => {
  expect(instrumentIds().length).toBeGreaterThan(0);
  for (const [id, definition] of instruments) expect(definition.id).toBe(id);
  expect(readdirSync(import.meta.dirname)).toContain('define.ts');
});

describe.each([...instruments.values()])('$id', (instrument) => {
  const defaults = defaultInputs(instrument);

  it('says everything in every language', () => {
    const texts = textsOf(instrument, instrument.id);
    expect(texts.length).toBeGreaterThan(10);
    for (const [path, text] of texts) {
      for (const locale of locales) expect(text[locale]?.length, `${path}.${locale}`).toBeGreaterThan(0);
    }
  });

  it('sets Chinese without spaces between Han and Latin, with full-width punctuation', () => {
    for (const [path, text] of textsOf(instrument, instrument.id)) {
      const chinese = [text['zh-cn']].flat().join('\n');
      expect(chinese, path).not.toMatch(/\p{Script=Han} [A-Za-z0-9]|[A-Za-z0-9] \p{Script=Han}|\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}/u);
    }
  });

  it('has its defaults and presets inside the ranges', () => {
    expect(completeInputs(instrument, defaults)).toEqual(defaults);
    for (const preset of instrument.presets) expect(Object.keys(completeInputs(instrument, preset.inputs)), preset.id).toEqual(Object.keys(defaults));
    expect(new Set(instrument.presets.map((preset) => preset.id)).size).toBe(instrument.presets.length);
  });

  it('puts each input into a group that exists, and leaves no group empty', () => {
    const used = Object.values(instrument.inputs).map((spec) => spec.group);
    expect([...new Set(used)].sort()).toEqual(Object.keys(instrument.groups).sort());
  });

  it('computes at its defaults without refusing', () => {
    expect(() => instrument.compute(defaults)).not.toThrow();
    tryOut(instrument, defaults, 'defaults');
  });

  it('gives finite numbers, null or a refusal at both ends of each input, for each option and preset', () => {
    for (const preset of instrument.presets) {
      const inputs = { ...defaults, ...preset.inputs };
      expect(() => instrument.compute(inputs), preset.id).not.toThrow();
      tryOut(instrument, inputs, preset.id);
    }
    for (const [key, spec] of Object.entries(instrument.inputs)) {
      for (const value of edgesOf(spec)) tryOut(instrument, { ...defaults, [key]: value }, `${key} = ${value}`);
    }
  });

  it('marks one row of a table at most', () => {
    for (const table of instrument.tables) {
      if (table.current) expect(table.rows(defaults).filter((row) => table.current?.(row, defaults)).length).toBeLessThanOrEqual(1);
    }
  });

  it('grounds every output, and its unit is the one that its key says', () => {
    for (const [key, output] of [...Object.entries(instrument.outputs), ...Object.entries(instrument.matrices ?? {})]) {
      expect(output.formula.length, key).toBeGreaterThan(0);
      expect(output.ground.length, key).toBeGreaterThan(0);
      for (const { source, locator } of output.ground) {
        expect(source, key).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(locator.length, key).toBeGreaterThan(0);
      }
      const unit = 'unit' in output ? unitByKey(key) : undefined;
      if (unit !== undefined && 'unit' in output) expect(output.unit, key).toBe(unit);
    }
    for (const [key, spec] of Object.entries(instrument.inputs)) {
      const unit = unitByKey(key);
      if (spec.type === 'number' && unit !== undefined) expect(spec.unit, key).toBe(unit);
    }
  });

  it('does its long work at the defaults, in slices, and shows a result that survives a message between threads', () => {
    const { work } = instrument;
    if (!work) return;
    for (const key of work.reads) expect(Object.keys(instrument.inputs), key).toContain(key);
    expect(work.costS(defaults)).toBeGreaterThan(0);
    const shares: number[] = [];
    const result = finishWork(work.run(defaults), (share) => shares.push(share));
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
    expect(structuredClone(result)).toEqual(JSON.parse(JSON.stringify(result)));
    for (const locale of locales) expect(work.answer(defaults, result, locale)).not.toMatch(/NaN|undefined|null|Infinity|^$/);
    const views = work.views(defaults, result);
    expect(views.tables.length + views.charts.length).toBeGreaterThan(0);
    for (const [path, text] of textsOf(views, 'work')) for (const locale of locales) expect(text[locale]?.length, `${path}.${locale}`).toBeGreaterThan(0);
    showViews(views, defaults, 'work');
  });

  it('computes 1,000 times well under a second', () => {
    const start = performance.now();
    for (let run = 0; run < 1000; run++) instrument.compute(defaults);
    expect(performance.now() - start).toBeLessThan(900);
  });
});
