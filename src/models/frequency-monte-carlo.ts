import { type ArNoise, arNoise, colour, noisePower } from './ar-noise.ts';
import { meanSquareLimits } from './chi-square.ts';
import { exactBound, type FrequencyBoundInput } from './frequency-bound.ts';
import { type EstimatorId, estimatorsFor, leastSamples, makeEstimators, wrap } from './frequency-estimators.ts';
import { requireNumber } from './input-error.ts';
import { type RandomSource, randomSource } from './random.ts';

/**
 * Simulated errors of the frequency estimators against the bound, over the signal-to-noise ratio. Seeded; each ratio has its own stream of random numbers, each
 * estimator sees the same records. The noise is scaled to the ratio, so that `innovationVariance` has no influence.
 */
export interface MonteCarloInput extends FrequencyBoundInput {
  /** Records at each ratio, 20 to 20,000. */
  trials: number;
  /** Whole number. */
  seed: number;
  /** Tone power (A²/2 real, A² complex) over total noise power: first and last of `snrPoints` evenly spaced ratios. */
  snrFromDb: number;
  snrToDb: number;
  snrPoints: number;
}

export interface EstimatorResult {
  id: EstimatorId;
  /** Mean of the squared errors, in (cycles per sample)². */
  meanSquare: number;
  /** Mean error. */
  bias: number;
  /** Share of records whose error is more than one bin, 1/N: outliers. */
  outliers: number;
}

export interface MonteCarloPoint {
  snrDb: number;
  /** Exact bound at this ratio. */
  bound: number | null;
  estimators: EstimatorResult[];
}

export interface MonteCarloResult {
  trials: number;
  /** Where the mean square of an estimator whose normal errors have exactly the bound's variance lies with 95 % probability, over that bound. */
  band: [low: number, high: number];
  points: MonteCarloPoint[];
}

export const monteCarloRanges = { trials: { min: 20, max: 20000 }, snrDb: { min: -60, max: 100 }, snrPoints: { min: 2, max: 41 } };

/** Confidence of the band and of the intervals. */
export const confidence = 0.95;

/** Samples to work through between two reports. */
const samplesPerReport = 40_000;

function checkInput(input: MonteCarloInput): void {
  requireNumber('n', input.n, leastSamples, 10000, true);
  requireNumber('trials', input.trials, monteCarloRanges.trials.min, monteCarloRanges.trials.max, true);
  requireNumber('seed', input.seed, 0, Number.MAX_SAFE_INTEGER, true);
  requireNumber('snrFromDb', input.snrFromDb, monteCarloRanges.snrDb.min, monteCarloRanges.snrDb.max);
  requireNumber('snrToDb', input.snrToDb, monteCarloRanges.snrDb.min, monteCarloRanges.snrDb.max);
  requireNumber('snrPoints', input.snrPoints, monteCarloRanges.snrPoints.min, monteCarloRanges.snrPoints.max, true);
}

/** Runs the simulation in slices: each step gives the share that is done, the last one the result. */
export function* simulateEstimators(input: MonteCarloInput): Generator<number, MonteCarloResult> {
  checkInput(input);
  const noise = arNoise(input.ar, 1);
  const estimate = makeEstimators({ signal: input.signal, n: input.n, noise });
  const record = makeRecords(input, noise);
  const perReport = Math.max(1, Math.floor(samplesPerReport / input.n));
  const points: MonteCarloPoint[] = [];
  for (let index = 0; index < input.snrPoints; index++) {
    const snrDb = input.snrFromDb + ((input.snrToDb - input.snrFromDb) * index) / (input.snrPoints - 1);
    const innovationVariance = innovationVarianceFor(input, noise, snrDb);
    const random = randomSource(input.seed, index);
    const sums = estimatorsFor(noise).map((id) => ({ id, squares: 0, errors: 0, outliers: 0 }));
    for (let trial = 0; trial < input.trials; trial++) {
      if (trial % perReport === 0) yield (index + trial / input.trials) / input.snrPoints;
      const { real, imaginary } = record(random, Math.sqrt(innovationVariance));
      const found = estimate(real, imaginary);
      for (const sum of sums) {
        const error = errorOf(input, found[sum.id] ?? Number.NaN);
        sum.squares += error * error;
        sum.errors += error;
        if (Math.abs(error) > 1 / input.n) sum.outliers++;
      }
    }
    points.push({
      snrDb,
      bound: exactBound({ ...input, innovationVariance }),
      estimators: sums.map(({ id, squares, errors, outliers }) => ({
        id,
        meanSquare: squares / input.trials,
        bias: errors / input.trials,
        outliers: outliers / input.trials,
      })),
    });
  }
  return { trials: input.trials, band: meanSquareLimits(input.trials, confidence), points };
}

/** Variance of e(n) at which the tone's power over the total noise power is this ratio. */
export function innovationVarianceFor({ signal, amplitude }: FrequencyBoundInput, unitNoise: ArNoise, snrDb: number): number {
  const tonePower = signal === 'real' ? (amplitude * amplitude) / 2 : amplitude * amplitude;
  return tonePower / 10 ** (snrDb / 10) / noisePower(unitNoise);
}

/** A real tone of frequency −f is one of frequency f. */
function errorOf({ signal, frequency }: FrequencyBoundInput, estimate: number): number {
  return signal === 'real' ? estimate - Math.abs(frequency) : wrap(estimate - frequency);
}

/** Draws records into the same two arrays again and again. */
function makeRecords({ signal, n, frequency, phaseRad, amplitude }: MonteCarloInput, unitNoise: ArNoise) {
  const isReal = signal === 'real';
  const [real, imaginary] = [new Float64Array(n), new Float64Array(n)];
  const angle = (i: number) => 2 * Math.PI * ((frequency * i) % 1) + phaseRad;
  const toneReal = Float64Array.from({ length: n }, (_, i) => amplitude * Math.cos(angle(i)));
  const toneImaginary = Float64Array.from({ length: n }, (_, i) => amplitude * Math.sin(angle(i)));
  const draw = (random: RandomSource, into: Float64Array, tone: Float64Array, deviation: number) => {
    for (let i = 0; i < n; i++) into[i] = random.gaussian();
    colour(unitNoise, into);
    for (let i = 0; i < n; i++) into[i] = (tone[i] ?? 0) + deviation * (into[i] ?? 0);
  };
  return (random: RandomSource, deviation: number) => {
    draw(random, real, toneReal, isReal ? deviation : deviation * Math.SQRT1_2);
    if (!isReal) draw(random, imaginary, toneImaginary, deviation * Math.SQRT1_2);
    return { real, imaginary };
  };
}

/** Interval that holds an estimator's true mean square error with 95 % probability, if its errors are normal and without bias. */
export function meanSquareInterval({ meanSquare }: EstimatorResult, { band: [low, high] }: MonteCarloResult): [low: number, high: number] {
  return [meanSquare / high, meanSquare / low];
}

/** Rough duration of a run in seconds on an ordinary computer. */
export function monteCarloCostS({ signal, n, ar, trials, snrPoints }: MonteCarloInput): number {
  const perSample = (signal === 'real' ? 1e-6 : 1.4e-6) * (1 + ar.length / 8);
  return trials * snrPoints * n * perSample;
}
