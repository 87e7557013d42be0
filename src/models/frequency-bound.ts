import { type ArNoise, arNoise, noisePower, noiseSpectrum, whiten } from './ar-noise.ts';
import {
  changeCoordinates,
  gramMatrix,
  type InformationFactor,
  informationFactor,
  largest,
  scaledConditionNumber,
  varianceBound,
} from './fisher-information.ts';
import { InputError, requireNumber } from './input-error.ts';
import { complexTangent, realTangent, type Tangent } from './tone-signal.ts';

/**
 * The Cramér–Rao bound on the frequency of one tone of unknown amplitude, phase and frequency in stationary autoregressive Gaussian noise.
 *
 * Real: x(n) = A·cos(2πfn + φ) + w(n). Complex: x(n) = A·e^(j(2πfn + φ)) + w(n) with circular noise, E|e(n)|² = `innovationVariance`, half of it in each
 * component, and real coefficients. n = 0 … N−1. Frequencies are in cycles per sample, variances of them in (cycles per sample)².
 *
 * The bound is the same whether the noise's parameters are known or not: they enter only the covariance, the tone only the mean.
 *
 * Sources: R. Avital, StackExchangeCodes Q76644 (white noise, real tone, after Kay); QTNM, cresdaToys (complex tone, after Rife and Boorstyn). The exact
 * form J = DᵀC⁻¹D and its reduction to O(N·p) are derived in the entry on the bound.
 */
export interface FrequencyBoundInput {
  signal: 'real' | 'complex';
  /** Number of samples, 2 to 10,000. */
  n: number;
  /** Cycles per sample, −0.5 to 0.5. */
  frequency: number;
  /** Phase at n = 0. */
  phaseRad: number;
  amplitude: number;
  /** a₁ … a_p of w(n) = Σ a_k w(n−k) + e(n); empty for white noise. */
  ar: readonly number[];
  innovationVariance: number;
}

export type FrequencyBoundOutput = {
  /** Exact bound; `null` where the data do not determine the frequency, or not to working precision. */
  crlbExact: number | null;
  /** For long records: white noise of the power that the spectrum has at the tone. */
  crlbAsymptotic: number;
  /** White noise of the same total power, for long records (exact for a complex tone). */
  crlbWhite: number;
  /** Bound on the variance of the phase at n = 0, in rad². */
  crlbPhase: number | null;
  /** Bound on the variance of the amplitude. */
  crlbAmplitude: number | null;
  exactOverAsymptotic: number | null;
  exactOverWhite: number | null;
  /** Power of the tone (A²/2 real, A² complex) over the total noise power. */
  snrDb: number;
  /** The same over the noise spectrum at the tone. */
  localSnrDb: number;
  noisePower: number;
  noiseSpectrum: number;
  /** Of the Fisher matrix scaled to ones on its diagonal; `null` where it is singular. */
  conditionNumber: number | null;
};

export const recordLengths = { min: 2, max: 10000 };

/** Share of the numbers that must be left after whitening and orthogonalisation: at the limit about five digits of the bound are right. */
const leastShare = 1e-10;

function checkInput(input: FrequencyBoundInput): ArNoise {
  if (input.signal !== 'real' && input.signal !== 'complex') throw new InputError('signal', 'not-an-option', 'expected "real" or "complex"');
  requireNumber('n', input.n, recordLengths.min, recordLengths.max, true);
  requireNumber('frequency', input.frequency, -0.5, 0.5);
  requireNumber('phaseRad', input.phaseRad, -1e6, 1e6);
  requireNumber('amplitude', input.amplitude, 1e-100, 1e100);
  return arNoise(input.ar, input.innovationVariance);
}

interface Information {
  tangent: Tangent;
  factor: InformationFactor;
  /** Whether the factor has digits enough for a bound. */
  isSound: boolean;
}

/** Whitens the tone's tangent and factors its information. */
function information(input: FrequencyBoundInput, noise: ArNoise): Information {
  const { signal, n, frequency, phaseRad, amplitude } = input;
  const isReal = signal === 'real';
  const tangent = isReal ? realTangent(n, frequency, phaseRad, amplitude) : complexTangent(n, frequency, amplitude);
  const white = tangent.columns.map((column) => (isReal ? whiten(noise, column) : whitenParts(noise, column)));
  const factor = informationFactor(white);
  const survival = Math.min(...white.map((column, index) => survivingShare(noise, tangent.columns[index] ?? column, column)));
  const isSound = factor.independence * survival > leastShare;
  return { tangent, factor, isSound };
}

/** Real and imaginary parts have half of the noise each. */
function whitenParts(noise: ArNoise, column: Float64Array): Float64Array {
  const n = column.length / 2;
  const white = new Float64Array(2 * n);
  whiten(noise, column.subarray(0, n), white.subarray(0, n));
  whiten(noise, column.subarray(n), white.subarray(n));
  for (let i = 0; i < 2 * n; i++) white[i] = (white[i] ?? 0) * Math.SQRT2;
  return white;
}

/** What whitening leaves of a column's size: noise with a very high, narrow peak at the tone is subtracted to almost nothing. */
function survivingShare(noise: ArNoise, column: Float64Array, white: Float64Array): number {
  const gain = (noise.predictors.at(-1) ?? new Float64Array()).reduce((sum, value) => sum + Math.abs(value), 1) / Math.sqrt(noise.innovationVariance);
  return Math.min(1, largest(white) / (gain * largest(column)));
}

const finiteOrNull = (value: number): number | null => (Number.isFinite(value) && value > 0 ? value : null);

/** The bound for long records: 6P/(π²A²N(N²−1)) for a real tone in noise of spectrum P at its frequency, a quarter of it for a complex one. */
export function longRecordBound(signal: 'real' | 'complex', n: number, amplitude: number, spectrum: number): number {
  const real = (6 * spectrum) / (Math.PI * Math.PI * amplitude * amplitude * n * (n * n - 1));
  return signal === 'real' ? real : real / 4;
}

/** All bounds of one case. O(N·p). Throws `InputError` naming the field. */
export function frequencyBound(input: FrequencyBoundInput): FrequencyBoundOutput {
  const noise = checkInput(input);
  const { signal, n, amplitude } = input;
  const { tangent, factor, isSound } = information(input, noise);
  const bound = (parameter: 0 | 1 | 2) => (isSound ? finiteOrNull(varianceBound(factor, tangent.gradients[parameter])) : null);
  const [power, spectrum] = [noisePower(noise), noiseSpectrum(noise, input.frequency)];
  const tonePower = signal === 'real' ? (amplitude * amplitude) / 2 : amplitude * amplitude;
  const crlbExact = bound(0);
  const crlbAsymptotic = longRecordBound(signal, n, amplitude, spectrum);
  const crlbWhite = longRecordBound(signal, n, amplitude, power);
  return {
    crlbExact,
    crlbAsymptotic,
    crlbWhite,
    crlbPhase: bound(1),
    crlbAmplitude: bound(2),
    exactOverAsymptotic: crlbExact === null ? null : crlbExact / crlbAsymptotic,
    exactOverWhite: crlbExact === null ? null : crlbExact / crlbWhite,
    snrDb: 10 * Math.log10(tonePower / power),
    localSnrDb: 10 * Math.log10(tonePower / spectrum),
    noisePower: power,
    noiseSpectrum: spectrum,
    conditionNumber: isSound ? finiteOrNull(scaledConditionNumber(changeCoordinates(factor, tangent.directions))) : null,
  };
}

/** The exact bound alone, for sweeps. */
export function exactBound(input: FrequencyBoundInput): number | null {
  const { tangent, factor, isSound } = information(input, checkInput(input));
  return isSound ? finiteOrNull(varianceBound(factor, tangent.gradients[0])) : null;
}

/** Fisher information matrix, 3×3 and symmetric, of frequency (cycles per sample), phase at n = 0 (rad) and amplitude, in this order. */
export function fisherMatrix(input: FrequencyBoundInput): number[][] {
  const { tangent, factor } = information(input, checkInput(input));
  return gramMatrix(changeCoordinates(factor, tangent.directions));
}
