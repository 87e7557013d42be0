import { type ArNoise, whiten } from './ar-noise.ts';
import { makeTransform, powerOfTwoFrom } from './fft.ts';
import { oscillate } from './tone-signal.ts';

/**
 * Estimators of the frequency of one tone, from the crudest to maximum likelihood. All take a record of N samples and give cycles per sample: for a real tone
 * within 0 to ½, for a complex one within −½ to ½.
 *
 * Sources: three-bin interpolation, DSP.jl, src/estimation.jl, jacobsen; B. G. Quinn, IEEE Trans. Signal Process. 45 (1997) 814–817 (the second
 * interpolator; from general knowledge, tested on noise-free tones); least squares, fastF0Nls, README.
 */
export type EstimatorId = 'bin' | 'jacobsen' | 'quinn' | 'leastSquares' | 'maximumLikelihood';

export interface EstimatorOptions {
  signal: 'real' | 'complex';
  n: number;
  noise: ArNoise;
}

export type Estimate = Partial<Record<EstimatorId, number>>;

/** In white noise maximum likelihood is least squares. */
export function estimatorsFor({ predictors }: ArNoise): EstimatorId[] {
  const isWhite = (predictors.at(-1) ?? []).every((coefficient) => coefficient === 0);
  return isWhite ? ['jacobsen', 'quinn', 'leastSquares', 'bin'] : ['jacobsen', 'quinn', 'leastSquares', 'maximumLikelihood', 'bin'];
}

/** Shortest record that the interpolators can work on. */
export const leastSamples = 8;

/** Prepares the transforms for records of one length; the function that it returns estimates from a record (imaginary parts are not read for a real tone). */
export function makeEstimators({ signal, n, noise }: EstimatorOptions): (real: Float64Array, imaginary: Float64Array) => Estimate {
  if (n < leastSamples) throw new RangeError(`n: expected at least ${leastSamples}, got ${n}`);
  const ids = estimatorsFor(noise);
  const isReal = signal === 'real';
  const bins = makeTransform(n);
  const paddedSize = powerOfTwoFrom(4 * n);
  const padded = makeTransform(paddedSize);
  const [binReal, binImaginary] = [new Float64Array(n), new Float64Array(n)];
  const [gridReal, gridImaginary] = [new Float64Array(paddedSize), new Float64Array(paddedSize)];
  const [whiteReal, whiteImaginary] = [new Float64Array(n), new Float64Array(n)];
  const refine = isReal ? makeRealRefinement(n) : makeComplexRefinement(n);

  function coarse(real: Float64Array, imaginary: Float64Array): number {
    gridReal.fill(0).set(real);
    gridImaginary.fill(0);
    if (!isReal) gridImaginary.set(imaginary);
    padded(gridReal, gridImaginary);
    // Half a bin from the ends a real tone's two halves overlap, and the periodogram says little.
    const edge = Math.ceil(paddedSize / (2 * n));
    const k = largestBin(gridReal, gridImaginary, isReal ? edge : 0, isReal ? paddedSize / 2 - edge : paddedSize - 1);
    return wrap(k / paddedSize);
  }

  return (real, imaginary) => {
    binReal.set(real);
    binImaginary.fill(0);
    if (!isReal) binImaginary.set(imaginary);
    bins(binReal, binImaginary);
    const k = largestBin(binReal, binImaginary, isReal ? 1 : 0, isReal ? Math.ceil(n / 2) - 1 : n - 1);
    const estimate: Estimate = { bin: wrap(k / n) };
    estimate.jacobsen = wrap((k + jacobsenOffset(binReal, binImaginary, k)) / n);
    estimate.quinn = wrap((k + quinnOffset(binReal, binImaginary, k)) / n);
    estimate.leastSquares = refine(real, imaginary, coarse(real, imaginary));
    if (ids.includes('maximumLikelihood')) {
      whiten(noise, real, whiteReal);
      if (!isReal) whiten(noise, imaginary, whiteImaginary);
      estimate.maximumLikelihood = refine(whiteReal, whiteImaginary, coarse(whiteReal, whiteImaginary), noise);
    }
    return estimate;
  };
}

/** Into −½ to ½. */
export function wrap(frequency: number): number {
  return frequency - Math.round(frequency);
}

function largestBin(real: Float64Array, imaginary: Float64Array, from: number, to: number): number {
  let [best, most] = [from, -1];
  for (let k = from; k <= to; k++) {
    const x = real[k] ?? 0;
    const y = imaginary[k] ?? 0;
    const power = x * x + y * y;
    if (power > most) {
      most = power;
      best = k;
    }
  }
  return best;
}

/** Bins k−1, k, k+1 around the largest one, each as [real, imaginary]. */
function around(real: Float64Array, imaginary: Float64Array, k: number): [number, number][] {
  const n = real.length;
  return [k - 1, k, k + 1].map((at) => [real[(at + n) % n] ?? 0, imaginary[(at + n) % n] ?? 0]);
}

const real = ([a, b]: [number, number], [c, d]: [number, number]) => (a * c + b * d) / (c * c + d * d);

/** Re[(X₋ − X₊)/(2X₀ − X₋ − X₊)], in bins. */
function jacobsenOffset(re: Float64Array, im: Float64Array, k: number): number {
  const [below, at, above] = around(re, im, k) as [[number, number], [number, number], [number, number]];
  const offset = real([below[0] - above[0], below[1] - above[1]], [2 * at[0] - below[0] - above[0], 2 * at[1] - below[1] - above[1]]);
  return bounded(offset);
}

/** Quinn's second interpolator, in bins. */
function quinnOffset(re: Float64Array, im: Float64Array, k: number): number {
  const [below, at, above] = around(re, im, k) as [[number, number], [number, number], [number, number]];
  const [up, down] = [real(above, at), real(below, at)];
  const [fromAbove, fromBelow] = [-up / (1 - up), down / (1 - down)];
  return bounded((fromAbove + fromBelow) / 2 + quinnTau(fromAbove ** 2) - quinnTau(fromBelow ** 2));
}

function quinnTau(x: number): number {
  const root = Math.sqrt(2 / 3);
  return Math.log(3 * x * x + 6 * x + 1) / 4 - (Math.sqrt(6) / 24) * Math.log((x + 1 - root) / (x + 1 + root));
}

/** Noise can make the quotients anything; the tone is believed to be within one bin of the largest one. */
const bounded = (offset: number) => (Number.isFinite(offset) ? Math.min(1, Math.max(-1, offset)) : 0);

type Refine = (real: Float64Array, imaginary: Float64Array, start: number, noise?: ArNoise) => number;

const iterations = 12;

/** Gauss–Newton steps on the frequency, amplitude and phase fitted anew at each; stops far below what noise allows, and never leaves the bin where it began. */
function descend(n: number, start: number, low: number, high: number, step: (frequency: number) => number): number {
  let frequency = Math.min(high, Math.max(low, start));
  const [from, to] = [Math.max(low, start - 1 / n), Math.min(high, start + 1 / n)];
  for (let k = 0; k < iterations; k++) {
    const move = step(frequency);
    if (!Number.isFinite(move)) break;
    const next = Math.min(to, Math.max(from, frequency + Math.min(0.2 / n, Math.max(-0.2 / n, move))));
    const change = Math.abs(next - frequency);
    frequency = next;
    if (change < 1e-6 / n ** 1.5) break;
  }
  return frequency;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** Fits a·cos + b·sin to the record; with noise given, record and model are whitened. */
function makeRealRefinement(n: number): Refine {
  const [cos, sin, slope] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  const [whiteCos, whiteSin, whiteSlope] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  return (record, _imaginary, start, noise) =>
    descend(n, start, 0.25 / n, 0.5 - 0.25 / n, (frequency) => {
      oscillate(frequency, cos, sin);
      const [c, s] = noise ? [whiten(noise, cos, whiteCos), whiten(noise, sin, whiteSin)] : [cos, sin];
      const [cc, ss, cs] = [dot(c, c), dot(s, s), dot(c, s)];
      const determinant = cc * ss - cs * cs;
      const solve = (x: number, y: number) => [(x * ss - y * cs) / determinant, (y * cc - x * cs) / determinant] as const;
      const [a, b] = solve(dot(c, record), dot(s, record));
      for (let i = 0; i < n; i++) slope[i] = 2 * Math.PI * (i - (n - 1) / 2) * (b * (cos[i] ?? 0) - a * (sin[i] ?? 0));
      const d = noise ? whiten(noise, slope, whiteSlope) : slope;
      const [u, v] = solve(dot(c, d), dot(s, d));
      let along = 0;
      let length = 0;
      for (let i = 0; i < n; i++) {
        const rest = (d[i] ?? 0) - u * (c[i] ?? 0) - v * (s[i] ?? 0);
        along += rest * ((record[i] ?? 0) - a * (c[i] ?? 0) - b * (s[i] ?? 0));
        length += rest * rest;
      }
      return along / length;
    });
}

/** Fits one complex amplitude times e^(j2πfm). */
function makeComplexRefinement(n: number): Refine {
  const [cos, sin] = [new Float64Array(n), new Float64Array(n)];
  const [slopeCos, slopeSin] = [new Float64Array(n), new Float64Array(n)];
  const white = Array.from({ length: 4 }, () => new Float64Array(n));
  return (real, imaginary, start, noise) =>
    descend(n, start, start - 1, start + 1, (frequency) => {
      oscillate(frequency, cos, sin);
      for (let i = 0; i < n; i++) {
        const turn = 2 * Math.PI * (i - (n - 1) / 2);
        slopeCos[i] = -turn * (sin[i] ?? 0);
        slopeSin[i] = turn * (cos[i] ?? 0);
      }
      const all = [cos, sin, slopeCos, slopeSin];
      const [c, s, p, q] = (noise ? all.map((one, k) => whiten(noise, one, white[k])) : all) as [Float64Array, Float64Array, Float64Array, Float64Array];
      const energy = dot(c, c) + dot(s, s);
      const [a, b] = [(dot(c, real) + dot(s, imaginary)) / energy, (dot(c, imaginary) - dot(s, real)) / energy];
      const [u, v] = [(dot(c, p) + dot(s, q)) / energy, (dot(c, q) - dot(s, p)) / energy];
      let along = 0;
      let length = 0;
      for (let i = 0; i < n; i++) {
        const ci = c[i] ?? 0;
        const si = s[i] ?? 0;
        // The model's change with frequency, its amplitude and phase kept fitted: (a + jb)(slope − (u + jv)·tone).
        const x = (p[i] ?? 0) - (u * ci - v * si);
        const y = (q[i] ?? 0) - (u * si + v * ci);
        const dx = a * x - b * y;
        const dy = a * y + b * x;
        along += dx * ((real[i] ?? 0) - (a * ci - b * si)) + dy * ((imaginary[i] ?? 0) - (a * si + b * ci));
        length += dx * dx + dy * dy;
      }
      return along / length;
    });
}
