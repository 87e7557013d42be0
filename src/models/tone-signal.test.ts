import { describe, expect, it } from 'vitest';
import { complexTangent, cosMinusSinc, oscillate, realTangent, type Tangent } from './tone-signal.ts';

describe('oscillate', () => {
  it('gives cos and sin of 2πfm about the middle of the record, to rounding', () => {
    for (const [n, frequency] of [
      [1, 0.3],
      [100, 0.203],
      [9999, -0.4321],
    ] as const) {
      const [cos, sin] = [new Float64Array(n), new Float64Array(n)];
      oscillate(frequency, cos, sin);
      for (let i = 0; i < n; i++) {
        const angle = 2 * Math.PI * (frequency * (i - (n - 1) / 2));
        expect(Math.abs((cos[i] ?? 9) - Math.cos(angle))).toBeLessThan(1e-11);
        expect(Math.abs((sin[i] ?? 9) - Math.sin(angle))).toBeLessThan(1e-11);
      }
    }
  });
});

describe('cosMinusSinc', () => {
  it('is −x²/3 + x⁴/30 for small x, where the two terms cancel', () => {
    expect(cosMinusSinc(1e-8)).toBeCloseTo(-1e-16 / 3, 30);
    expect(cosMinusSinc(0)).toBeCloseTo(0, 300);
  });

  it('joins its series and its direct form at one half', () => {
    expect(Math.abs(cosMinusSinc(0.49999999999) - (Math.cos(0.49999999999) - Math.sin(0.49999999999) / 0.49999999999))).toBeLessThan(1e-15);
  });
});

/** The derivative with parameter i as the tangent's columns give it. */
function derivative(tangent: Tangent, i: 0 | 1 | 2): number[] {
  return Array.from(tangent.columns[0], (_, k) => tangent.columns.reduce((sum, column, c) => sum + (column[k] ?? 0) * (tangent.directions[i][c] ?? 0), 0));
}

function expectDerivative(found: number[], exact: (index: number) => number): void {
  const scale = Math.max(...found.map(Math.abs), 1);
  for (const [k, value] of found.entries()) expect(Math.abs(value - exact(k)) / scale).toBeLessThan(1e-11);
}

describe('realTangent', () => {
  it('spans −2πAn sin, −A sin and cos: the derivatives of A cos(2πfn + φ)', () => {
    for (const frequency of [0.013, 0.2, 0.25, 0.31, 0.499, -0.1, -0.37]) {
      for (const phase of [0, 0.7, -2]) {
        const tangent = realTangent(64, frequency, phase, 1.5);
        const angle = (k: number) => 2 * Math.PI * frequency * k + phase;
        expectDerivative(derivative(tangent, 0), (k) => -2 * Math.PI * 1.5 * k * Math.sin(angle(k)));
        expectDerivative(derivative(tangent, 1), (k) => -1.5 * Math.sin(angle(k)));
        expectDerivative(derivative(tangent, 2), (k) => Math.cos(angle(k)));
      }
    }
  });

  it('gradients and directions are inverse to each other', () => {
    for (const frequency of [0.013, 0.31, -0.1, -0.37]) {
      const { gradients, directions } = realTangent(64, frequency, 0.7, 1.5);
      for (const [i, gradient] of gradients.entries())
        for (const [j, direction] of directions.entries())
          expect(gradient.reduce((sum, value, k) => sum + value * (direction[k] ?? 0), 0)).toBeCloseTo(i === j ? 1 : 0, 9);
    }
  });
});

describe('complexTangent', () => {
  it('spans the derivatives of A e^(j2πfn) about the middle of the record, where the phase is taken as zero', () => {
    const [n, frequency, amplitude] = [33, -0.21, 0.8];
    const tangent = complexTangent(n, frequency, amplitude);
    const angle = (k: number) => 2 * Math.PI * frequency * ((k % n) - 16);
    const part = (k: number, re: (a: number) => number, im: (a: number) => number) => (k < n ? re(angle(k)) : im(angle(k)));
    expectDerivative(derivative(tangent, 0), (k) => 2 * Math.PI * amplitude * (k % n) * part(k, (a) => -Math.sin(a), Math.cos));
    expectDerivative(derivative(tangent, 1), (k) => amplitude * part(k, (a) => -Math.sin(a), Math.cos));
    expectDerivative(derivative(tangent, 2), (k) => part(k, Math.cos, Math.sin));
  });
});
