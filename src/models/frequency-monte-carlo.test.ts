import { describe, expect, it } from 'vitest';
import { meanSquareLimits } from './chi-square.ts';
import type { EstimatorId } from './frequency-estimators.ts';
import { type MonteCarloInput, type MonteCarloResult, meanSquareInterval, monteCarloCostS, simulateEstimators } from './frequency-monte-carlo.ts';

const usual: MonteCarloInput = {
  signal: 'real',
  n: 100,
  frequency: 0.203,
  phaseRad: 0,
  amplitude: 1,
  ar: [0.8],
  innovationVariance: 0.5,
  trials: 400,
  seed: 1,
  snrFromDb: 8,
  snrToDb: 24,
  snrPoints: 3,
};

function run(input: Partial<MonteCarloInput>): { result: MonteCarloResult; progress: number[] } {
  const steps = simulateEstimators({ ...usual, ...input });
  const progress: number[] = [];
  for (;;) {
    const step = steps.next();
    if (step.done) return { result: step.value, progress };
    progress.push(step.value);
  }
}

/** Mean square errors of one estimator over the bound. */
function ratios({ points }: MonteCarloResult, id: EstimatorId): number[] {
  return points.map((point) => (point.estimators.find((one) => one.id === id)?.meanSquare ?? Number.NaN) / (point.bound ?? Number.NaN));
}

describe('above the threshold', () => {
  // 99.99 %: one false alarm in about two hundred of these comparisons would be one too many.
  const [low, high] = meanSquareLimits(400, 0.9999);

  it('maximum likelihood attains the bound within its band, and none beats it: real and complex, white to AR(3)', () => {
    for (const signal of ['real', 'complex'] as const) {
      for (const ar of [[], [0.8], [-0.6], [1.2, -0.7], [0.3, 0.2, -0.4]]) {
        const { result } = run({ signal, ar });
        const best = ar.length === 0 ? 'leastSquares' : 'maximumLikelihood';
        for (const ratio of ratios(result, best)) {
          expect(ratio, `${signal} ${ar}`).toBeGreaterThan(low);
          // Curvature of the likelihood costs a little at finite ratios.
          expect(ratio, `${signal} ${ar}`).toBeLessThan(high * 1.1);
        }
        for (const id of ['jacobsen', 'quinn', 'leastSquares'] as const)
          for (const ratio of ratios(result, id)) expect(ratio, `${signal} ${ar} ${id}`).toBeGreaterThan(low);
      }
    }
  });

  it('the 95 % band holds about 95 % of the mean squares', () => {
    const { result } = run({ signal: 'complex', n: 16, ar: [], trials: 100, snrFromDb: 20, snrToDb: 60, snrPoints: 41, frequency: 0.23 });
    const inside = ratios(result, 'leastSquares').filter((ratio) => ratio >= result.band[0] && ratio <= result.band[1]).length;
    // Binomial(41, 0.95): 33 or fewer has a probability of one in 5,000.
    expect(inside).toBeGreaterThan(33);
    expect(result.band).toEqual(meanSquareLimits(100, 0.95));
  });

  it('least squares that ignores AR(1) colour pays 13 % at N = 100 (the entry’s covariance computation says 1.134 at f = 0.2)', () => {
    const { result } = run({ frequency: 0.2, trials: 4000, snrFromDb: 20, snrToDb: 30, snrPoints: 2 });
    for (const ratio of ratios(result, 'leastSquares')) expect(Math.abs(ratio / 1.134 - 1)).toBeLessThan(4 * Math.sqrt(2 / 4000));
  });
});

describe('the threshold', () => {
  it('errors leave the bound by orders of magnitude at low ratios, and outliers appear', () => {
    const { result } = run({ snrFromDb: -20, snrToDb: 20, snrPoints: 6 });
    const ml = result.points.map((point) => point.estimators.find((one) => one.id === 'maximumLikelihood'));
    expect(ml[0]?.outliers).toBeGreaterThan(0.3);
    expect(ratios(result, 'maximumLikelihood')[0]).toBeGreaterThan(100);
    expect(ml.at(-1)?.outliers).toBe(0);
  });

  it('lies some 12 dB lower with whitening than without, in AR(1) noise with a = 0.8 (the entry’s run)', () => {
    const { result } = run({ snrFromDb: -12, snrToDb: 8, snrPoints: 6 });
    const firstGood = (id: EstimatorId) => result.points[ratios(result, id).findIndex((ratio) => ratio < 2)]?.snrDb ?? Number.NaN;
    expect(firstGood('leastSquares') - firstGood('maximumLikelihood')).toBeGreaterThanOrEqual(8);
    expect(firstGood('leastSquares') - firstGood('maximumLikelihood')).toBeLessThanOrEqual(16);
  });
});

describe('runs', () => {
  it('the same seed gives the same numbers, another seed others', () => {
    expect(run({ trials: 20 }).result).toEqual(run({ trials: 20 }).result);
    expect(run({ trials: 20, seed: 2 }).result).not.toEqual(run({ trials: 20 }).result);
  });

  it('amplitude and noise have no influence on the ratios, as the noise is scaled', () => {
    const [one, other] = [run({ trials: 20 }).result, run({ trials: 20, amplitude: 4, innovationVariance: 7 }).result];
    for (const [index, ratio] of ratios(one, 'maximumLikelihood').entries()) expect(ratios(other, 'maximumLikelihood')[index]).toBeCloseTo(ratio, 8);
  });

  it('reports rising shares from zero, below one', () => {
    const { progress } = run({ n: 1000, trials: 100 });
    expect(progress[0]).toBe(0);
    expect(progress.length).toBeGreaterThan(3);
    for (const [index, share] of progress.slice(1).entries()) expect(share).toBeGreaterThan(progress[index] ?? 9);
    expect(progress.at(-1)).toBeLessThan(1);
  });

  it('the interval of a mean square holds the variance that it came from', () => {
    const { result } = run({});
    for (const { estimators } of result.points)
      for (const one of estimators) {
        const [low, high] = meanSquareInterval(one, result);
        expect(low).toBeLessThanOrEqual(one.meanSquare);
        expect(high).toBeGreaterThanOrEqual(one.meanSquare);
      }
  });

  it('gives no bound at f = 0, and errors all the same', () => {
    const { result } = run({ frequency: 0, trials: 20 });
    expect(result.points[0]?.bound).toBeNull();
    expect(result.points[0]?.estimators[0]?.meanSquare).toBeGreaterThan(0);
  });

  it('refuses short records, few trials, seeds that are no whole numbers', () => {
    expect(() => run({ n: 7 })).toThrow(/^n:/);
    expect(() => run({ trials: 5 })).toThrow(/^trials:/);
    expect(() => run({ seed: 0.5 })).toThrow(/^seed:/);
    expect(() => run({ snrPoints: 1 })).toThrow(/^snrPoints:/);
  });

  it('costs more for longer work', () => {
    expect(monteCarloCostS({ ...usual, n: 1000 })).toBeGreaterThan(5 * monteCarloCostS(usual));
  });
});
