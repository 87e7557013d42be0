import { describe, expect, it } from 'vitest';
import { changeCoordinates, gramMatrix, informationFactor, scaledConditionNumber, varianceBound } from './fisher-information.ts';

const line = (length: number, f: (i: number) => number) => Float64Array.from({ length }, (_, i) => f(i));

describe('informationFactor and varianceBound', () => {
  it('fitting a straight line: variances σ²/N at the mean and σ²/Σ(x−x̄)² of the slope', () => {
    const factor = informationFactor([line(11, () => 1), line(11, (i) => i)]);
    // At x = 5, the mean, the line's value is known to 1/11; its slope to 1/110.
    expect(varianceBound(factor, [1, 5])).toBeCloseTo(1 / 11, 14);
    expect(varianceBound(factor, [0, 1])).toBeCloseTo(1 / 110, 14);
    expect(varianceBound(factor, [1, 0])).toBeCloseTo(1 / 11 + 25 / 110, 14);
  });

  it('R with RᵀR = J', () => {
    const columns = [line(20, (i) => Math.sin(i)), line(20, (i) => i), line(20, (i) => i * i)];
    const { factor } = informationFactor(columns);
    const unit = [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ];
    const gram = gramMatrix(changeCoordinates({ factor, independence: 1 }, unit));
    for (const [i, a] of columns.entries())
      for (const [j, b] of columns.entries()) expect((gram[i]?.[j] ?? 0) / a.reduce((sum, value, k) => sum + value * (b[k] ?? 0), 0)).toBeCloseTo(1, 12);
  });

  it('keeps digits that the normal equations lose: columns that differ by 10⁻⁹', () => {
    const factor = informationFactor([line(4, () => 1), line(4, (i) => 1 + 1e-9 * (i === 3 ? 1 : 0))]);
    // The part of the second column at right angles to the first has length 10⁻⁹·√(3/4).
    expect(varianceBound(factor, [0, 1]) * 0.75e-18).toBeCloseTo(1, 6);
  });

  it('says when columns depend on each other, and takes columns of any size', () => {
    expect(informationFactor([line(5, (i) => i), line(5, (i) => 3 * i)]).independence).toBeLessThan(1e-15);
    expect(informationFactor([line(5, () => 0)]).independence).toBe(0);
    const tiny = informationFactor([line(5, () => 1e-200), line(5, (i) => i * 1e-180)]);
    expect(tiny.independence).toBeGreaterThan(0.5);
  });
});

describe('scaledConditionNumber', () => {
  it('is (1+c)/(1−c) for two columns with cosine c between them, whatever their lengths', () => {
    for (const c of [0, 0.5, 0.9, 1 - 1e-12]) {
      const columns = [
        [7, 0],
        [1e-6 * c, 1e-6 * Math.sqrt((1 - c) * (1 + c))],
      ];
      expect(scaledConditionNumber(columns) / ((1 + c) / (1 - c))).toBeCloseTo(1, 3);
    }
  });

  it('is infinite for a column of zeros', () => {
    expect(
      scaledConditionNumber([
        [1, 0],
        [0, 0],
      ]),
    ).toBe(Number.POSITIVE_INFINITY);
  });
});
