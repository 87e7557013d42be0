import { describe, expect, it } from 'vitest';
import { allOutputs, defaultInputs } from '../../instruments/inputs.ts';
import { loadInstruments } from '../../instruments/registry.ts';
import { changeField, stateOf } from './state.ts';
import { toCsv, toJson } from './take-away.ts';

const instruments = await loadInstruments();
const crlb = instruments.get('crlb');
const link = instruments.get('lora-link');
if (!crlb || !link) throw new Error('an instrument is missing');

const start = stateOf(crlb, defaultInputs(crlb));

describe('changeField', () => {
  it('reads a list of numbers', () => {
    const state = changeField(crlb, start, 'ar', '1.2, −0.7', 'en');
    expect(state.inputs.ar).toEqual([1.2, -0.7]);
    expect(state.errors).toEqual({});
  });

  it('marks the field and keeps the last possible inputs', () => {
    const state = changeField(crlb, start, 'ar', '1.2', 'zh-cn');
    expect(state.inputs).toBe(start.inputs);
    expect(state.errors.ar).toMatch(/不平稳/);
    expect(state.texts.ar).toBe('1.2');
  });

  it('says what is allowed, in the reader’s language', () => {
    expect(changeField(crlb, start, 'n', '1', 'en').errors.n).toMatch(/2.*10[,.]?000/);
    expect(changeField(crlb, start, 'ar', 'x', 'en').errors.ar).toMatch(/not a number/);
    expect(changeField(crlb, start, 'ar', new Array(70).fill(0).join(), 'zh-cn').errors.ar).toMatch(/最多64个数/);
  });

  it('changes a calculator’s field as before', () => {
    const state = changeField(link, stateOf(link, defaultInputs(link)), 'sf', '9', 'en');
    expect(state.inputs.sf).toBe(9);
    expect(changeField(link, state, 'sf', '99', 'en').errors.sf).toMatch(/5.*12/);
  });
});

describe('taking away', () => {
  const shown = { inputs: start.inputs, outputs: crlb.compute(start.inputs), work: undefined };

  it('CSV holds inputs, outputs, the matrix and every chart’s points', () => {
    const csv = toCsv(crlb, shown, 'en');
    for (const start of ['input,frequency,,0.203', 'output,crlbExact,,2.6', 'fisher,frequency × phase,,', 'bound-samples,exact,8,'])
      expect(csv).toContain(`\n${start}`);
  });

  it('JSON holds what the command line gives', () => {
    expect(JSON.parse(toJson(crlb, shown)).outputs).toEqual(allOutputs(crlb, start.inputs));
  });
});
