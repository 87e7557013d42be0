import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArNoise, arNoise, colour, noisePower, noiseSpectrum, reflectionCoefficients, whiten } from './ar-noise.ts';
import { InputError } from './input-error.ts';
import { randomSource } from './random.ts';

/** Step-up: the coefficients with these reflection coefficients. */
function fromReflection(reflection: number[]): number[] {
  return reflection.reduce<number[]>((a, k) => [...a.map((value, j) => value - k * (a[a.length - 1 - j] ?? 0)), k], []);
}

const reflections = fc.array(fc.double({ min: -0.95, max: 0.95, noNaN: true }), { maxLength: 8 });

/** r(0) … r(count−1) as the mean of the spectrum times cosines: the Wiener–Khinchin relation. */
function autocovariance(noise: ArNoise, count: number): number[] {
  const points = 4096;
  return Array.from({ length: count }, (_, lag) => {
    let sum = 0;
    for (let k = 0; k < points; k++) sum += noiseSpectrum(noise, k / points) * Math.cos((2 * Math.PI * k * lag) / points);
    return sum / points;
  });
}

describe('arNoise', () => {
  it('AR(1): power σ²/(1−a²), spectrum σ²/(1+a²−2a cos 2πf), reflection coefficient a', () => {
    const noise = arNoise([0.8], 0.5);
    expect(noisePower(noise)).toBeCloseTo(0.5 / 0.36, 14);
    expect(noiseSpectrum(noise, 0.2)).toBeCloseTo(0.5 / (1.64 - 1.6 * Math.cos(0.4 * Math.PI)), 14);
    expect(reflectionCoefficients(noise)).toEqual([0.8]);
  });

  it('AR(2): power σ²(1−a₂)/((1+a₂)((1−a₂)²−a₁²)), the textbook form', () => {
    const [a1, a2] = [1.2, -0.7];
    expect(noisePower(arNoise([a1, a2], 2))).toBeCloseTo((2 * (1 - a2)) / ((1 + a2) * ((1 - a2) ** 2 - a1 ** 2)), 12);
  });

  it('finds the reflection coefficients that a model was built from, and a power of σ²/Π(1−k²)', () => {
    fc.assert(
      fc.property(reflections, (given) => {
        const noise = arNoise(fromReflection(given), 1);
        const found = reflectionCoefficients(noise);
        for (const [index, k] of given.entries()) expect(Math.abs((found[index] ?? 9) - k)).toBeLessThan(1e-6);
        expect(Math.abs(noisePower(noise) * given.reduce((product, k) => product * (1 - k * k), 1) - 1)).toBeLessThan(1e-5);
      }),
    );
  });

  it('the mean of the spectrum is the power', () => {
    for (const ar of [[], [0.8], [1.2, -0.7], [0.3, 0.2, -0.4, 0.1]]) {
      const noise = arNoise(ar, 0.7);
      expect(autocovariance(noise, 1)[0]).toBeCloseTo(noisePower(noise), 10);
    }
  });

  it('takes trailing zeros, and an empty list for white noise', () => {
    expect(noisePower(arNoise([0.8, 0, 0], 0.5))).toBeCloseTo(0.5 / 0.36, 14);
    expect(noisePower(arNoise([], 0.5))).toBe(0.5);
  });

  it('refuses what is not stationary, by the field "ar"', () => {
    for (const ar of [[1], [-1.01], [0.5, 0.5], [2, -1], [0, 0, 1.5], [1.9, -0.5]]) {
      expect(() => arNoise(ar, 1), `${ar}`).toThrow(InputError);
      expect(() => arNoise(ar, 1), `${ar}`).toThrow(/ar: the noise is not stationary/);
    }
  });
});

describe('whiten and colour', () => {
  it('undo each other', () => {
    fc.assert(
      fc.property(reflections, fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 1, maxLength: 40 }), (given, values) => {
        const noise = arNoise(fromReflection(given), 0.3);
        const back = whiten(noise, colour(noise, Float64Array.from(values)));
        const scale = 1 + Math.max(...values.map(Math.abs));
        for (const [index, value] of values.entries()) expect(Math.abs((back[index] ?? 99) - value) / scale).toBeLessThan(1e-6);
      }),
    );
  });

  it('whitening the rows of the covariance matrix twice gives the unit matrix: W C Wᵀ = I', () => {
    for (const ar of [[0.8], [1.2, -0.7], [0.3, 0.2, -0.4, 0.1]]) {
      const noise = arNoise(ar, 0.5);
      const size = 7;
      const r = autocovariance(noise, size);
      const half = Array.from({ length: size }, (_, i) =>
        whiten(
          noise,
          Float64Array.from({ length: size }, (_, j) => r[Math.abs(i - j)] ?? 0),
        ),
      );
      for (let j = 0; j < size; j++) {
        const column = whiten(
          noise,
          Float64Array.from(half, (row) => row[j] ?? 0),
        );
        for (let i = 0; i < size; i++) expect(column[i]).toBeCloseTo(i === j ? 1 : 0, 9);
      }
    }
  });

  it('coloured samples have the stationary variance from the first one on', () => {
    const noise = arNoise([0.8], 0.5);
    const random = randomSource(3);
    const sums = [0, 0, 0];
    for (let trial = 0; trial < 20_000; trial++) {
      const drawn = colour(noise, Float64Array.from({ length: 30 }, random.gaussian));
      for (const [index, at] of [0, 1, 29].entries()) sums[index] = (sums[index] ?? 0) + (drawn[at] ?? 0) ** 2 / 20_000;
    }
    // Relative standard deviation 1 %.
    for (const sum of sums) expect(Math.abs(sum / (0.5 / 0.36) - 1)).toBeLessThan(0.04);
  });
});
