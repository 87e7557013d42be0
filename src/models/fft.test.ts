import { describe, expect, it } from 'vitest';
import { makeTransform, powerOfTwoFrom } from './fft.ts';
import { randomSource } from './random.ts';

/** The definition, term by term. */
function direct(real: Float64Array, imaginary: Float64Array): [number, number][] {
  const n = real.length;
  return Array.from({ length: n }, (_, k) => {
    let [x, y] = [0, 0];
    for (let i = 0; i < n; i++) {
      const angle = (2 * Math.PI * ((k * i) % n)) / n;
      x += (real[i] ?? 0) * Math.cos(angle) + (imaginary[i] ?? 0) * Math.sin(angle);
      y += (imaginary[i] ?? 0) * Math.cos(angle) - (real[i] ?? 0) * Math.sin(angle);
    }
    return [x, y];
  });
}

describe('makeTransform', () => {
  it('equals the direct sum for every length, powers of two or not', () => {
    const random = randomSource(1);
    for (const length of [1, 2, 3, 4, 5, 7, 8, 12, 31, 64, 97, 100, 128, 255, 360]) {
      const transform = makeTransform(length);
      const [real, imaginary] = [Float64Array.from({ length }, random.gaussian), Float64Array.from({ length }, random.gaussian)];
      const expected = direct(real, imaginary);
      transform(real, imaginary);
      for (const [k, [x, y]] of expected.entries()) {
        expect(Math.abs((real[k] ?? 99) - x), `${length}`).toBeLessThan(1e-11);
        expect(Math.abs((imaginary[k] ?? 99) - y), `${length}`).toBeLessThan(1e-11);
      }
    }
  });

  it('keeps the energy of long records (Parseval)', () => {
    for (const length of [8192, 10_000]) {
      const random = randomSource(2);
      const [real, imaginary] = [Float64Array.from({ length }, random.gaussian), new Float64Array(length)];
      const energy = real.reduce((sum, value) => sum + value * value, 0);
      makeTransform(length)(real, imaginary);
      const after = real.reduce((sum, value, k) => sum + value * value + (imaginary[k] ?? 0) ** 2, 0) / length;
      expect(Math.abs(after / energy - 1)).toBeLessThan(1e-12);
    }
  });

  it('can be used again and again', () => {
    const transform = makeTransform(12);
    const once = () => {
      const [real, imaginary] = [Float64Array.from({ length: 12 }, (_, i) => i), new Float64Array(12)];
      transform(real, imaginary);
      return [...real, ...imaginary];
    };
    expect(once()).toEqual(once());
  });

  it('refuses lengths that are none', () => {
    for (const length of [0, -1, 2.5]) expect(() => makeTransform(length)).toThrow(RangeError);
  });
});

it('powerOfTwoFrom(length) is the smallest one that is not below', () => {
  expect([1, 2, 3, 400, 512, 513].map(powerOfTwoFrom)).toEqual([1, 2, 4, 512, 512, 1024]);
});
