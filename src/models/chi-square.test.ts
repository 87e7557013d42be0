import { describe, expect, it } from 'vitest';
import { chiSquareProbability, chiSquareQuantile, lnGamma, meanSquareLimits } from './chi-square.ts';

/** SciPy 1.17.1, scipy.stats.chi2.ppf and .cdf, scipy.special.gammaln. */
const quantiles: [degrees: number, probability: number, x: number][] = [
  [1, 1e-6, 1.5707963267957187e-12],
  [1, 0.025, 0.0009820691171752555],
  [1, 0.975, 5.023886187314888],
  [2, 0.5, 1.386294361119891],
  [2, 0.999, 13.815510557964274],
  [10, 1e-6, 0.3381260032429545],
  [10, 0.025, 3.2469727802368413],
  [200, 0.025, 162.72798250184627],
  [200, 0.975, 241.05789550631093],
  [200, 0.999, 267.5405278227572],
  [20000, 1e-6, 19063.670234379613],
  [20000, 0.5, 19999.333337284093],
  [20000, 0.999, 20623.750449079074],
];
const probabilities: [x: number, degrees: number, probability: number][] = [
  [0.5, 1, 0.5204998778130466],
  [3, 2, 0.7768698398515702],
  [190, 200, 0.3173568111698001],
  [250, 200, 0.9906208683311739],
  [19900, 20000, 0.30941788486118255],
];
const gammas: [x: number, value: number][] = [
  [0.1, 2.252712651734206],
  [0.5, 0.5723649429247],
  [5.5, 3.9578139676187165],
  [100, 359.1342053695754],
  [1e5, 1051287.7089736569],
];

describe('against SciPy', () => {
  it('chiSquareQuantile(p, k)', () => {
    for (const [degrees, probability, x] of quantiles) expect(chiSquareQuantile(probability, degrees) / x, `${degrees} ${probability}`).toBeCloseTo(1, 9);
  });

  it('chiSquareProbability(x, k)', () => {
    for (const [x, degrees, probability] of probabilities) expect(chiSquareProbability(x, degrees)).toBeCloseTo(probability, 9);
  });

  it('lnGamma(x)', () => {
    for (const [x, value] of gammas) expect(lnGamma(x) / value).toBeCloseTo(1, 12);
    expect(lnGamma(1)).toBeCloseTo(0, 13);
  });
});

describe('laws and edges', () => {
  it('two degrees of freedom are exponential: −2 ln(1−p)', () => {
    for (const p of [1e-9, 0.01, 0.5, 0.99, 1 - 1e-9]) expect(chiSquareQuantile(p, 2) / (-2 * Math.log1p(-p))).toBeCloseTo(1, 6);
  });

  it('is nothing below zero, everything far above', () => {
    expect(chiSquareProbability(-1, 5)).toBe(0);
    expect(chiSquareProbability(0, 5)).toBe(0);
    expect(chiSquareProbability(1e6, 5)).toBe(1);
  });

  it('meanSquareLimits(R, 0.95) close in on one as √(2/R)', () => {
    const [low, high] = meanSquareLimits(20_000, 0.95);
    expect((1 - low) / (1.96 * Math.sqrt(2 / 20_000))).toBeCloseTo(1, 1);
    expect((high - 1) / (1.96 * Math.sqrt(2 / 20_000))).toBeCloseTo(1, 1);
  });

  it('refuses probabilities outside of 0 to 1 and degrees below zero', () => {
    expect(() => chiSquareQuantile(0, 3)).toThrow(RangeError);
    expect(() => chiSquareQuantile(1, 3)).toThrow(RangeError);
    expect(() => chiSquareProbability(1, -1)).toThrow(RangeError);
  });
});
