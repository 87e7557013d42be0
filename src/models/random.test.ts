import { describe, expect, it } from 'vitest';
import { randomFrom, randomSource } from './random.ts';

/** Abramowitz and Stegun 7.1.26 would do; here the normal distribution by its series, exact enough for a test. */
function normalProbability(x: number): number {
  if (Math.abs(x) > 6) return x < 0 ? 0 : 1;
  let [term, sum] = [x, x];
  for (let k = 1; k < 100; k++) {
    term *= (x * x) / (2 * k + 1);
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
}

/** Largest distance between the empirical distribution and the expected one (Kolmogorov–Smirnov). */
function distance(values: number[], probability: (x: number) => number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.max(
    ...sorted.map((value, i) => Math.max(Math.abs(probability(value) - i / sorted.length), Math.abs((i + 1) / sorted.length - probability(value)))),
  );
}

describe('xoshiro128**', () => {
  it('from the state 1, 2, 3, 4 gives the numbers of the authors’ C program (in rand_xoshiro’s tests)', () => {
    const { nextUint32 } = randomFrom([1, 2, 3, 4]);
    const expected = [11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804];
    expect(Array.from({ length: 10 }, nextUint32)).toEqual(expected);
  });
});

describe('randomSource', () => {
  it('repeats itself for the same seed and stream, and differs for others', () => {
    const first = (seed: number, stream?: number) => Array.from({ length: 4 }, randomSource(seed, stream).nextUint32).join();
    expect(first(5, 2)).toBe(first(5, 2));
    const all = [first(0), first(1), first(2), first(1, 1), first(1, 2), first(2, 1), first(2 ** 32 + 1), first(4294967295)];
    expect(new Set(all).size).toBe(all.length);
  });

  it('uniform() is uniform in [0, 1), also for neighbouring seeds', () => {
    // 1.63/√n is passed by one sample of a hundred.
    const one = randomSource(1);
    expect(distance(Array.from({ length: 20_000 }, one.uniform), (x) => x)).toBeLessThan(1.63 / Math.sqrt(20_000));
    const firsts = Array.from({ length: 20_000 }, (_, seed) => randomSource(seed).uniform());
    expect(distance(firsts, (x) => x)).toBeLessThan(1.63 / Math.sqrt(20_000));
  });

  it('gaussian() is normal with mean 0 and variance 1, neighbours uncorrelated', () => {
    const source = randomSource(2);
    const values = Array.from({ length: 20_000 }, source.gaussian);
    expect(distance(values, normalProbability)).toBeLessThan(1.63 / Math.sqrt(20_000));
    const mean = (all: number[]) => all.reduce((sum, value) => sum + value, 0) / all.length;
    expect(Math.abs(mean(values))).toBeLessThan(4 / Math.sqrt(20_000));
    expect(Math.abs(mean(values.map((value) => value ** 2)) - 1)).toBeLessThan(4 * Math.sqrt(2 / 20_000));
    expect(Math.abs(mean(values.slice(1).map((value, i) => value * (values[i] ?? 0))))).toBeLessThan(4 / Math.sqrt(20_000));
  });
});
