import { InputError, requireNumber } from './input-error.ts';

/**
 * Stationary Gaussian noise of an autoregressive model of any order, w(n) = a₁w(n−1) + … + a_p w(n−p) + e(n) with white e(n), without its N×N covariance:
 * the best predictions from the 0, 1, …, p samples before (Levinson's recursion run downwards from the model itself) say all of it.
 *
 * Source: the construction of the inverse covariance from isolated innovations, caracas vignette "AR(1) and state space models", first section; for
 * order p the first p innovations are those of the predictors of lower order.
 */
export interface ArNoise {
  /** Variance of e(n). */
  innovationVariance: number;
  /** `predictors[m]` predicts a sample from the m before it, the nearest first; the last one is the model. */
  predictors: Float64Array[];
  /** Variance of each prediction's error; `[0]` is the noise power, the last is the innovation variance. */
  errorVariances: number[];
}

/** Reads a model. Throws `InputError` on `ar` unless the noise is stationary (all reflection coefficients within ±1). */
export function arNoise(ar: readonly number[], innovationVariance: number): ArNoise {
  requireNumber('innovationVariance', innovationVariance, Number.MIN_VALUE, Number.MAX_VALUE);
  for (const coefficient of ar) requireNumber('ar', coefficient, -Number.MAX_VALUE, Number.MAX_VALUE);
  let predictor = Float64Array.from(ar);
  const predictors = [predictor];
  const errorVariances = [innovationVariance];
  while (predictor.length > 0) {
    const order = predictor.length;
    const current = predictor;
    const reflection = current[order - 1] ?? 0;
    const rest = (1 - reflection) * (1 + reflection);
    const variance = (errorVariances[0] ?? 0) / rest;
    if (!(rest > 0) || !Number.isFinite(variance))
      throw new InputError('ar', 'not-stationary', `the noise is not stationary: reflection coefficient ${reflection} of order ${order} is not within ±1`);
    predictor = Float64Array.from({ length: order - 1 }, (_, k) => ((current[k] ?? 0) + reflection * (current[order - 2 - k] ?? 0)) / rest);
    predictors.unshift(predictor);
    errorVariances.unshift(variance);
  }
  return { innovationVariance, predictors, errorVariances };
}

/** Reflection coefficients (partial autocorrelations) k₁ … k_p of the model. */
export function reflectionCoefficients({ predictors }: ArNoise): number[] {
  return predictors.slice(1).map((predictor) => predictor.at(-1) ?? 0);
}

/** Total power of the noise: its variance. */
export function noisePower({ errorVariances }: ArNoise): number {
  return errorVariances[0] ?? 0;
}

/** Power spectrum P(f) = σ²/|1 − Σ a_k e^(−j2πfk)|², in power per cycle per sample; its mean over one period of f is the noise power. */
export function noiseSpectrum({ predictors, innovationVariance }: ArNoise, frequency: number): number {
  let [real, imaginary] = [1, 0];
  for (const [index, coefficient] of (predictors.at(-1) ?? []).entries()) {
    const angle = 2 * Math.PI * frequency * (index + 1);
    real -= coefficient * Math.cos(angle);
    imaginary += coefficient * Math.sin(angle);
  }
  return innovationVariance / (real * real + imaginary * imaginary);
}

/** Turns samples of the noise into independent ones of variance one (exactly, from the first sample on), and anything else along with them. O(N·p). */
export function whiten({ predictors, errorVariances }: ArNoise, samples: Float64Array, into: Float64Array = new Float64Array(samples.length)): Float64Array {
  const last = predictors.length - 1;
  const full = predictors[last] ?? new Float64Array();
  const scale = 1 / Math.sqrt(errorVariances[last] ?? 1);
  for (let n = 0; n < samples.length; n++) {
    const predictor = n < last ? (predictors[n] ?? full) : full;
    let error = samples[n] ?? 0;
    for (let k = 0; k < predictor.length; k++) error -= (predictor[k] ?? 0) * (samples[n - 1 - k] ?? 0);
    into[n] = n < last ? error / Math.sqrt(errorVariances[n] ?? 1) : error * scale;
  }
  return into;
}

/** The inverse of `whiten`: independent samples of variance one become the noise, stationary from the first sample on. Works in place. */
export function colour({ predictors, errorVariances }: ArNoise, samples: Float64Array): Float64Array {
  const last = predictors.length - 1;
  for (let n = 0; n < samples.length; n++) {
    const order = Math.min(n, last);
    const predictor = predictors[order] ?? new Float64Array();
    let value = (samples[n] ?? 0) * Math.sqrt(errorVariances[order] ?? 1);
    for (let k = 0; k < order; k++) value += (predictor[k] ?? 0) * (samples[n - 1 - k] ?? 0);
    samples[n] = value;
  }
  return samples;
}
