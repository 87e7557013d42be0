import { describe, expect, it } from 'vitest';
import { thresholdDb } from './crlb/simulation.ts';
import { instrument } from './crlb.ts';
import { defaultInputs } from './inputs.ts';

const defaults = defaultInputs(instrument);
const compute = (given: Record<string, number | string | number[]>) => instrument.compute({ ...defaults, ...given });

const notesOf = (given: Record<string, number | string | number[]>) => {
  const inputs = { ...defaults, ...given };
  return (instrument.notes?.(inputs, instrument.compute(inputs)) ?? []).map((note) => note.en).join('\n');
};

describe('crlb', () => {
  it('the worked example of the entry: 0.5231 Hz at best for 200 Hz at 1000 Hz', () => {
    expect(compute({ frequency: 0.2 }).deviationHz).toBeCloseTo(0.5231, 4);
  });

  it('the white bound is that of the same total power: σ²/(1−a²), not σ²', () => {
    expect(compute({}).crlbWhite / compute({ ar: [], innovationVariance: 0.5 / 0.36 }).crlbWhite).toBeCloseTo(1, 12);
  });

  it('the sampling rate changes hertz and nothing else', () => {
    const [slow, fast] = [compute({}), compute({ sampleRateHz: 48000 })];
    expect((fast.deviationHz ?? 0) / (slow.deviationHz ?? 1)).toBeCloseTo(48, 10);
    expect(fast.crlbExact).toBe(slow.crlbExact);
  });

  it('says why there is no bound, where the asymptotic one misleads, and where the tone is too weak', () => {
    expect(notesOf({ frequency: 0 })).toMatch(/singular/);
    expect(notesOf({ n: 2 })).toMatch(/Two samples/);
    expect(notesOf({ frequency: 0.004 })).toMatch(/less than one cycle/);
    expect(notesOf({ frequency: 1e-6, phaseRad: 0.3 })).toMatch(/almost all digits/);
    expect(notesOf({ innovationVariance: 50 })).toMatch(/threshold/);
    expect(notesOf({})).toBe('');
  });

  it('thresholdDb(result, estimator) is the lowest ratio above the last outlier', () => {
    const point = (snrDb: number, outliers: number) => ({ snrDb, bound: 1, estimators: [{ id: 'bin' as const, meanSquare: 1, bias: 0, outliers }] });
    const result = (...all: number[]) => ({ trials: 100, band: [0.8, 1.2] as [number, number], points: all.map((outliers, k) => point(4 * k, outliers)) });
    expect(thresholdDb(result(0.5, 0, 0.01, 0, 0), 'bin')).toBe(12);
    expect(thresholdDb(result(0, 0), 'bin')).toBe(0);
    expect(thresholdDb(result(1, 1), 'bin')).toBeUndefined();
  });
});
