import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arNoise, colour, whiten } from './ar-noise.ts';
import octave from './fixtures/frequency-bound-octave.json' with { type: 'json' };
import scipy from './fixtures/frequency-bound-scipy.json' with { type: 'json' };
import { exactBound, type FrequencyBoundInput, fisherMatrix, frequencyBound } from './frequency-bound.ts';
import { InputError } from './input-error.ts';
import { randomSource } from './random.ts';

const usual: FrequencyBoundInput = { signal: 'real', n: 100, frequency: 0.2, phaseRad: 0, amplitude: 1, ar: [0.8], innovationVariance: 0.5 };

type Row = (string | number | number[])[];

function inputOf(row: Row): FrequencyBoundInput {
  const [signal, n, frequency, phaseRad, amplitude, ar, innovationVariance] = row;
  return { signal, n, frequency, phaseRad, amplitude, ar, innovationVariance } as FrequencyBoundInput;
}

/** Relative difference. */
const off = (value: number | null, expected: number) => Math.abs((value ?? Number.NaN) / expected - 1);

function fieldOf(input: Partial<FrequencyBoundInput>): string {
  try {
    frequencyBound({ ...usual, ...input });
  } catch (error) {
    if (error instanceof InputError) return `${error.field} ${error.code}`;
    throw error;
  }
  return 'accepted';
}

describe('against the outside world', () => {
  it('equals GNU Octave’s dense covariance on 640 cases: frequency, phase, amplitude and the whole Fisher matrix', () => {
    expect(octave.rows.length).toBe(640);
    for (const row of octave.rows as Row[]) {
      const input = inputOf(row);
      const [frequency, phase, amplitude, flat, condition] = row.slice(7) as [number, number, number, number[], number];
      const bound = frequencyBound(input);
      // What inverting a matrix of this condition in double precision can lose, there.
      const tolerance = 1e-13 * condition + 1e-12;
      expect(off(bound.crlbExact, frequency), `${row}`).toBeLessThan(tolerance);
      expect(off(bound.crlbPhase, phase), `${row}`).toBeLessThan(tolerance);
      expect(off(bound.crlbAmplitude, amplitude), `${row}`).toBeLessThan(tolerance);
      expect(off(bound.conditionNumber, condition), `${row}`).toBeLessThan(1e-3);
      const [ff, fp, fa, pp, pa, aa] = flat as [number, number, number, number, number, number];
      const [f, p, a] = [Math.sqrt(ff), Math.sqrt(pp), Math.sqrt(aa)];
      const scaled = fisherMatrix(input).map((line, i) => line.map((value, j) => value / (([f, p, a][i] ?? 0) * ([f, p, a][j] ?? 0))));
      const expected = [
        [1, fp / f / p, fa / f / a],
        [fp / f / p, 1, pa / p / a],
        [fa / f / a, pa / p / a, 1],
      ];
      for (const [i, line] of expected.entries()) for (const [j, value] of line.entries()) expect(scaled[i]?.[j], `${row}`).toBeCloseTo(value, 10);
    }
  });

  it('equals SciPy’s Toeplitz solver on 240 cases up to AR(8) and 5,000 samples', () => {
    expect(scipy.rows.length).toBe(240);
    for (const row of scipy.rows as Row[]) expect(off(frequencyBound(inputOf(row)).crlbExact, row[7] as number), `${row}`).toBeLessThan(1e-9);
  });

  it('stays right next to 0 and ½, where the Fisher matrix has condition numbers up to 10⁴⁸ (60-digit arithmetic)', () => {
    expect(scipy.ends.length).toBe(216);
    for (const [n, frequency, phaseRad, a, expected] of scipy.ends as [number, number, number, number, number][]) {
      const { crlbExact } = frequencyBound({ signal: 'real', n, frequency, phaseRad, amplitude: 1, ar: [a], innovationVariance: 1 });
      expect(off(crlbExact, expected), `${n} ${frequency} ${phaseRad} ${a}`).toBeLessThan(frequency > 1e-10 ? 1e-9 : 1e-4);
    }
  });

  it('gives the figures of the entry’s Octave, Python and TypeScript listings', () => {
    const recorded: [number, number, number, number][] = [
      [0.01, 0, 8.83771738e-6, 7.04387002e-6],
      [0.01, Math.PI / 2, 4.49551635e-6, 7.04387002e-6],
      [0.25, Math.PI / 3, 1.94749066e-7, 1.85362165e-7],
      [0.49, 0, 1.21792243e-7, 9.3916811e-8],
    ];
    for (const [frequency, phaseRad, exact, asymptotic] of recorded) {
      const bound = frequencyBound({ ...usual, frequency, phaseRad });
      expect(off(bound.crlbExact, exact)).toBeLessThan(1e-8);
      expect(off(bound.crlbAsymptotic, asymptotic)).toBeLessThan(1e-8);
    }
  });
});

describe('laws', () => {
  const cases = fc.record({
    signal: fc.constantFrom('real' as const, 'complex' as const),
    n: fc.integer({ min: 8, max: 300 }),
    frequency: fc.double({ min: 0.05, max: 0.45, noNaN: true }),
    phaseRad: fc.double({ min: -3, max: 3, noNaN: true }),
    amplitude: fc.double({ min: 0.1, max: 10, noNaN: true }),
    ar: fc.double({ min: -0.9, max: 0.9, noNaN: true }).map((a) => [a]),
    innovationVariance: fc.double({ min: 0.01, max: 100, noNaN: true }),
  });

  it('a complex tone in white noise has exactly 6σ²/((2π)²A²N(N²−1)), at any frequency and phase', () => {
    fc.assert(
      fc.property(cases, ({ n, frequency, phaseRad, amplitude, innovationVariance }) => {
        const closed = (6 * innovationVariance) / ((2 * Math.PI) ** 2 * amplitude ** 2 * n * (n ** 2 - 1));
        const bound = frequencyBound({ signal: 'complex', n, frequency, phaseRad, amplitude, ar: [], innovationVariance });
        expect(off(bound.crlbExact, closed)).toBeLessThan(1e-10);
        expect(off(bound.crlbWhite, closed)).toBeLessThan(1e-12);
        expect(off(bound.crlbAsymptotic, closed)).toBeLessThan(1e-12);
      }),
    );
  });

  it('the sum over the sample times is one for N = 2: the complex bound is σ²/((2π)²A²)', () => {
    expect(off(frequencyBound({ ...usual, signal: 'complex', n: 2, ar: [], innovationVariance: 1 }).crlbExact, 1 / (2 * Math.PI) ** 2)).toBeLessThan(1e-12);
  });

  it('a → 0 tends to the white bound, and a zero coefficient is white noise', () => {
    const white = exactBound({ ...usual, ar: [] }) ?? 0;
    for (const a of [1e-3, 1e-6, 1e-9]) expect(off(exactBound({ ...usual, ar: [a] }), white)).toBeLessThan(10 * a);
    expect(off(exactBound({ ...usual, ar: [0, 0, 0] }), white)).toBeLessThan(1e-12);
  });

  it('doubling a long record divides the bound by eight', () => {
    for (const signal of ['real', 'complex'] as const)
      for (const ar of [[], [0.8], [0.5, -0.3]]) {
        const [short, long] = [2000, 4000].map((n) => exactBound({ ...usual, signal, ar, n }) ?? 0);
        expect((short ?? 0) / (long ?? 1)).toBeCloseTo(8, 1);
      }
  });

  it('the exact bound tends to the asymptotic one as the record grows', () => {
    const distance = [100, 1000, 10000].map((n) => Math.abs((frequencyBound({ ...usual, n }).exactOverAsymptotic ?? 0) - 1));
    expect(distance[1]).toBeLessThan((distance[0] ?? 0) / 5);
    expect(distance[2]).toBeLessThan((distance[1] ?? 0) / 5);
  });

  it('scales as σ²/A²', () => {
    fc.assert(
      fc.property(cases, (input) => {
        const bound = exactBound(input) ?? 0;
        expect(off(exactBound({ ...input, amplitude: 2 * input.amplitude, innovationVariance: 3 * input.innovationVariance }), 0.75 * bound)).toBeLessThan(
          1e-9,
        );
      }),
    );
  });

  it('the phase of a complex tone makes no difference; that of a real one repeats after half a turn', () => {
    fc.assert(
      fc.property(cases, (input) => {
        const moved = input.signal === 'complex' ? 1 : Math.PI;
        expect(off(exactBound({ ...input, phaseRad: input.phaseRad + moved }), exactBound(input) ?? 0)).toBeLessThan(1e-9);
      }),
    );
  });

  it('−f with −φ is the mirror image, and ½ − f in noise of alternating sign too', () => {
    fc.assert(
      fc.property(cases, (input) => {
        const bound = exactBound(input) ?? 0;
        expect(off(exactBound({ ...input, frequency: -input.frequency, phaseRad: -input.phaseRad }), bound)).toBeLessThan(1e-9);
        const mirrored = { ...input, frequency: 0.5 - input.frequency, phaseRad: -input.phaseRad, ar: input.ar.map((a) => -a) };
        expect(off(exactBound(mirrored), bound)).toBeLessThan(1e-9);
      }),
    );
  });

  it('white information adds up over the parts of a record', () => {
    const whole = fisherMatrix({ ...usual, ar: [], phaseRad: 0.4 });
    const first = fisherMatrix({ ...usual, ar: [], phaseRad: 0.4, n: 37 });
    const rest = fisherMatrix({ ...usual, ar: [], phaseRad: 0.4 + 2 * Math.PI * 0.2 * 37, n: 63 });
    // The later part sees its own phase at its own start: φ' = φ + 2π·37·f.
    const lever = 2 * Math.PI * 37;
    const at = (matrix: number[][], i: number, j: number) => matrix[i]?.[j] ?? 0;
    const movedFf = at(rest, 0, 0) + 2 * lever * at(rest, 0, 1) + lever ** 2 * at(rest, 1, 1);
    expect(off(at(first, 0, 0) + movedFf, at(whole, 0, 0))).toBeLessThan(1e-11);
    expect(off(at(first, 1, 1) + at(rest, 1, 1), at(whole, 1, 1))).toBeLessThan(1e-11);
    expect(off(at(first, 0, 1) + at(rest, 0, 1) + lever * at(rest, 1, 1), at(whole, 0, 1))).toBeLessThan(1e-11);
  });

  it('in coloured noise each sample adds the information of its innovation: a matrix of rank one', () => {
    for (const ar of [[0.8], [1.2, -0.7], [0.3, 0.2, -0.4, 0.1]]) {
      for (const n of [3, 6, 40]) {
        const [before, after] = [fisherMatrix({ ...usual, ar, n }), fisherMatrix({ ...usual, ar, n: n + 1 })];
        const gain = after.map((row, i) => row.map((value, j) => value - (before[i]?.[j] ?? 0)));
        const at = (i: number, j: number) => gain[i]?.[j] ?? 0;
        for (const [i, j] of [
          [0, 1],
          [0, 2],
          [1, 2],
        ] as const) {
          const scale = Math.max(at(i, i) * at(j, j), 1e-6 * (after[i]?.[i] ?? 0) * (after[j]?.[j] ?? 0));
          expect(Math.abs(at(i, i) * at(j, j) - at(i, j) ** 2) / scale).toBeLessThan(1e-6);
        }
      }
    }
  });

  it('is minus the second derivative of the log-likelihood (finite differences of the model’s own samples)', () => {
    const noise = arNoise([1.1, -0.5], 0.3);
    const theta = [0.17, 0.6, 1.4];
    const samples = ([f = 0, p = 0, a = 0]: number[]) => Float64Array.from({ length: 60 }, (_, n) => a * Math.cos(2 * Math.PI * f * n + p));
    const truth = samples(theta);
    const logLikelihood = (at: number[]) =>
      whiten(
        noise,
        samples(at).map((value, n) => (truth[n] ?? 0) - value),
      ).reduce((sum, v) => sum - (v * v) / 2, 0);
    const steps = [1e-6, 1e-4, 1e-4];
    const moved = (i: number, j: number, di: number, dj: number) =>
      logLikelihood(theta.map((value, k) => value + (k === i ? di * (steps[k] ?? 0) : 0) + (k === j ? dj * (steps[k] ?? 0) : 0)));
    const fisher = fisherMatrix({ signal: 'real', n: 60, frequency: 0.17, phaseRad: 0.6, amplitude: 1.4, ar: [1.1, -0.5], innovationVariance: 0.3 });
    for (let i = 0; i < 3; i++)
      for (let j = 0; j < 3; j++) {
        const second = (moved(i, j, 1, 1) - moved(i, j, 1, -1) - moved(i, j, -1, 1) + moved(i, j, -1, -1)) / (4 * (steps[i] ?? 0) * (steps[j] ?? 0));
        const scale = Math.sqrt((fisher[i]?.[i] ?? 0) * (fisher[j]?.[j] ?? 0));
        expect(-second / scale).toBeCloseTo((fisher[i]?.[j] ?? 0) / scale, 4);
      }
  });

  it('is the covariance of the score, measured on 4,000 drawn records', () => {
    const input: FrequencyBoundInput = { ...usual, n: 40, phaseRad: 0.5 };
    const noise = arNoise(input.ar, input.innovationVariance);
    const step = 1e-6;
    const tone = (f: number) => Float64Array.from({ length: 40 }, (_, n) => Math.cos(2 * Math.PI * f * n + 0.5));
    const [low, high] = [tone(0.2 - step), tone(0.2 + step)];
    const slope = whiten(
      noise,
      high.map((value, n) => (value - (low[n] ?? 0)) / (2 * step)),
    );
    const random = randomSource(7);
    let squares = 0;
    for (let trial = 0; trial < 4000; trial++) {
      const drawn = colour(noise, Float64Array.from({ length: 40 }, random.gaussian));
      squares += whiten(noise, drawn).reduce((sum, value, n) => sum + value * (slope[n] ?? 0), 0) ** 2;
    }
    // Relative standard deviation √(2/4000) = 2.2 %.
    expect(off(squares / 4000, fisherMatrix(input)[0]?.[0] ?? 0)).toBeLessThan(0.09);
  });
});

describe('edges and refusals', () => {
  it('gives no bound at 0 and ±½ for a real tone, and the usual one for a complex tone', () => {
    for (const frequency of [0, 0.5, -0.5]) {
      for (const phaseRad of [0, 1])
        expect(frequencyBound({ ...usual, frequency, phaseRad })).toMatchObject({ crlbExact: null, crlbPhase: null, conditionNumber: null });
      expect(frequencyBound({ ...usual, signal: 'complex', frequency }).crlbExact).toBeGreaterThan(0);
    }
  });

  it('gives no bound for two real samples, nor where whitening leaves only rounding errors', () => {
    expect(exactBound({ ...usual, n: 2 })).toBeNull();
    // (1 − q/z)⁶: noise 10¹⁰ times as strong at zero frequency as elsewhere. Values from mpmath, 80 digits.
    const sixfold = (q: number) => [6, -15, 20, -15, 6, -1].map((value, k) => value * q ** (k + 1));
    const at = (q: number, frequency: number) => exactBound({ ...usual, n: 30, ar: sixfold(q), frequency });
    expect(off(at(0.95, 1e-9), 230289435404343930000)).toBeLessThan(1e-6);
    expect(off(at(0.98, 0.2), 3.35310804980013e-6)).toBeLessThan(1e-11);
    expect(at(0.98, 1e-9)).toBeNull();
  });

  it('takes 10,000 samples in tens of milliseconds', () => {
    const start = performance.now();
    expect(exactBound({ ...usual, n: 10000, ar: [0.5, 0.2, 0.1, -0.1] })).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(500);
  });

  it('refuses, naming the field', () => {
    expect(fieldOf({ ar: [1] })).toBe('ar not-stationary');
    expect(fieldOf({ ar: [0.5, 0.6] })).toBe('ar not-stationary');
    expect(fieldOf({ ar: [Number.NaN] })).toBe('ar not-a-number');
    expect(fieldOf({ n: 1 })).toBe('n out-of-range');
    expect(fieldOf({ n: 10.5 })).toBe('n not-whole');
    expect(fieldOf({ frequency: 0.6 })).toBe('frequency out-of-range');
    expect(fieldOf({ amplitude: 0 })).toBe('amplitude out-of-range');
    expect(fieldOf({ innovationVariance: -1 })).toBe('innovationVariance out-of-range');
    expect(fieldOf({ signal: 'both' as never })).toBe('signal not-an-option');
  });
});
