import { describe, expect, it } from 'vitest';
import { arNoise, colour } from './ar-noise.ts';
import { type Estimate, type EstimatorId, estimatorsFor, makeEstimators, wrap } from './frequency-estimators.ts';
import { randomSource } from './random.ts';

function tone(n: number, frequency: number, phase: number): [Float64Array, Float64Array] {
  const angle = (k: number) => 2 * Math.PI * frequency * k + phase;
  return [Float64Array.from({ length: n }, (_, k) => 3 * Math.cos(angle(k))), Float64Array.from({ length: n }, (_, k) => 3 * Math.sin(angle(k)))];
}

const coloured = arNoise([0.8], 0.5);

function estimate(signal: 'real' | 'complex', n: number, frequency: number, phase: number): Estimate {
  return makeEstimators({ signal, n, noise: coloured })(...tone(n, frequency, phase));
}

describe('on tones without noise', () => {
  const cases = [8, 31, 32, 100, 257].flatMap((n) => [0.203, 0.117, 0.3777].flatMap((f) => [0, 1, 2.5].map((phase) => [n, f, phase] as const)));

  it('least squares and prewhitened maximum likelihood are exact, real and complex', () => {
    for (const [n, f, phase] of cases) {
      for (const signal of ['real', 'complex'] as const) {
        const { leastSquares = 9, maximumLikelihood = 9 } = estimate(signal, n, f, phase);
        expect(Math.abs(leastSquares - f), `${signal} ${n} ${f} ${phase}`).toBeLessThan(1e-11);
        expect(Math.abs(maximumLikelihood - f), `${signal} ${n} ${f} ${phase}`).toBeLessThan(1e-11);
      }
    }
  });

  it('a complex tone of negative frequency is found there', () => {
    const found = estimate('complex', 64, -0.31, 0.4);
    expect(Math.abs((found.leastSquares ?? 9) + 0.31)).toBeLessThan(1e-12);
    expect(Math.abs((found.maximumLikelihood ?? 9) + 0.31)).toBeLessThan(1e-12);
    expect(Math.abs((found.quinn ?? 9) + 0.31)).toBeLessThan(0.01 / 64);
  });

  it('the largest bin is within half a bin, and exact on a bin', () => {
    for (const [n, f, phase] of cases.filter(([n]) => n >= 31))
      expect(Math.abs((estimate('complex', n, f, phase).bin ?? 9) - f)).toBeLessThanOrEqual(0.5 / n + 1e-12);
    expect(estimate('complex', 100, 0.2, 1).bin).toBeCloseTo(0.2, 15);
  });

  it('three-bin interpolation of a complex tone is off by O(N⁻³): a factor of eight for twice the record', () => {
    for (const id of ['jacobsen', 'quinn'] as EstimatorId[]) {
      const error = (n: number) => Math.abs((estimate('complex', n, 20.3 / n, 1)[id] ?? 9) - 20.3 / n);
      expect(error(128)).toBeLessThan(1e-6);
      expect(error(128) / error(256)).toBeGreaterThan(7);
      expect(error(128) / error(256)).toBeLessThan(9);
    }
  });
});

describe('on records with noise', () => {
  /** The criterion itself: energy of the record in the span of cos and sin. */
  function energy(record: Float64Array, frequency: number): number {
    let [cc, ss, cs, cx, sx] = [0, 0, 0, 0, 0];
    for (const [k, x] of record.entries()) {
      const [c, s] = [Math.cos(2 * Math.PI * frequency * k), Math.sin(2 * Math.PI * frequency * k)];
      cc += c * c;
      ss += s * s;
      cs += c * s;
      cx += c * x;
      sx += s * x;
    }
    return (cx * cx * ss - 2 * cx * sx * cs + sx * sx * cc) / (cc * ss - cs * cs);
  }

  it('least squares is the maximum of the energy in cos and sin, found by a fine search', () => {
    const white = arNoise([], 1);
    const run = makeEstimators({ signal: 'real', n: 50, noise: white });
    const random = randomSource(4);
    for (let trial = 0; trial < 20; trial++) {
      const [clean] = tone(50, 0.2 + 0.01 * trial, trial);
      const record = clean.map((value) => value + random.gaussian());
      const found = run(record, record).leastSquares ?? 9;
      for (const step of [1e-6, 1e-4, 1e-3]) {
        expect(energy(record, found)).toBeGreaterThan(energy(record, found - step));
        expect(energy(record, found)).toBeGreaterThan(energy(record, found + step));
      }
    }
  });

  it('whitening keeps strong low-frequency noise from being taken for the tone', () => {
    const random = randomSource(5);
    const run = makeEstimators({ signal: 'real', n: 100, noise: coloured });
    let [plain, whitened] = [0, 0];
    for (let trial = 0; trial < 200; trial++) {
      const [clean] = tone(100, 0.3, trial);
      const noise = colour(coloured, Float64Array.from({ length: 100 }, random.gaussian));
      const found = run(
        clean.map((value, k) => value / 6 + (noise[k] ?? 0)),
        clean,
      );
      if (Math.abs((found.leastSquares ?? 9) - 0.3) > 0.01) plain++;
      if (Math.abs((found.maximumLikelihood ?? 9) - 0.3) > 0.01) whitened++;
    }
    expect(plain).toBeGreaterThan(20);
    expect(whitened).toBeLessThan(4);
  });
});

it('estimatorsFor white noise leaves out the prewhitened one: it is least squares there', () => {
  expect(estimatorsFor(arNoise([], 1))).not.toContain('maximumLikelihood');
  expect(estimatorsFor(arNoise([0], 1))).not.toContain('maximumLikelihood');
  expect(estimatorsFor(coloured)).toContain('maximumLikelihood');
});

it('wrap(f) brings a frequency into −½ to ½', () => {
  expect(wrap(0.75)).toBeCloseTo(-0.25, 15);
  expect(wrap(-0.75)).toBeCloseTo(0.25, 15);
});

it('refuses records that are too short for three bins', () => {
  expect(() => makeEstimators({ signal: 'real', n: 7, noise: coloured })).toThrow(RangeError);
});
