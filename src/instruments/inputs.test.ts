import { describe, expect, it } from 'vitest';
import { InputError } from '../models/input-error.ts';
import { allOutputs, completeInputs, defaultInputs, inputsFromQuery, inputsToQuery, parseNumbers } from './inputs.ts';
import { loadInstruments } from './registry.ts';

const instruments = await loadInstruments();

function instrument(id: string) {
  const found = instruments.get(id);
  if (!found) throw new Error(`there is no instrument "${id}"`);
  return found;
}

const crlb = instrument('crlb');

function refusal(given: Record<string, unknown>): string {
  try {
    completeInputs(crlb, given);
  } catch (error) {
    if (error instanceof InputError) return `${error.field} ${error.code}`;
    throw error;
  }
  return 'accepted';
}

describe('an input that is a list of numbers', () => {
  it('is taken as an array, empty or not', () => {
    expect(completeInputs(crlb, { ar: [] }).ar).toEqual([]);
    expect(completeInputs(crlb, { ar: [0.5, -0.2] }).ar).toEqual([0.5, -0.2]);
  });

  it('is refused with its name where it is no list, too long, or holds what is no number in range', () => {
    expect(refusal({ ar: 0.8 })).toBe('ar not-a-list');
    expect(refusal({ ar: '0.8' })).toBe('ar not-a-list');
    expect(refusal({ ar: [0.5, 'x'] })).toBe('ar not-a-number');
    expect(refusal({ ar: [1e9] })).toBe('ar out-of-range');
    expect(refusal({ ar: new Array(65).fill(0) })).toBe('ar too-long');
  });

  it('goes through a link and comes back', () => {
    for (const ar of [[], [0.5], [1.2, -0.7, 1e-5]]) {
      const inputs = { ...defaultInputs(crlb), ar };
      expect(inputsFromQuery(crlb, new URLSearchParams(inputsToQuery(crlb, inputs)))).toEqual(inputs);
    }
    expect(inputsToQuery(crlb, { ...defaultInputs(crlb), ar: [0.8] })).toBe('');
  });

  it('falls back to its default where a link holds nonsense', () => {
    expect(inputsFromQuery(crlb, new URLSearchParams('ar=abc')).ar).toEqual([0.8]);
  });

  it('is typed with commas, spaces, Chinese commas, a real minus', () => {
    expect(parseNumbers('0.5, −0.2；1e-3、4  5')).toEqual([0.5, -0.2, 0.001, 4, 5]);
    expect(parseNumbers('  ')).toEqual([]);
  });
});

describe('allOutputs', () => {
  it('puts matrices beside the single numbers', () => {
    const outputs = allOutputs(crlb, defaultInputs(crlb));
    expect(Object.keys(outputs).sort()).toEqual([...Object.keys(crlb.outputs), 'fisher'].sort());
    expect((outputs.fisher as number[][]).map((row) => row.length)).toEqual([3, 3, 3]);
  });

  it('is compute() where there are none', () => {
    const link = instrument('lora-link');
    expect(allOutputs(link, defaultInputs(link))).toEqual(link.compute(defaultInputs(link)));
  });
});
