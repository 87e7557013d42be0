import { requireNumber } from './input-error.ts';

/**
 * The chi-square distribution, for confidence limits of a variance: of R independent normal errors of variance σ² the sum of squares over σ² follows it with
 * R degrees of freedom.
 *
 * Sources: series and continued fraction of the incomplete gamma function, NIST DLMF 8.7.1 and 8.9.2; Wilson and Hilferty's cube-root approximation as a start.
 */

const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012,
  9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** ln Γ(x) for x > 0. */
export function lnGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x);
  const shifted = x + 6.5;
  const sum = lanczos.reduce((total, coefficient, k) => total + (k === 0 ? coefficient : coefficient / (x - 1 + k)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(shifted) - shifted + Math.log(sum);
}

/** P(χ²_k ≤ x), the regularised lower incomplete gamma function P(k/2, x/2). */
export function chiSquareProbability(x: number, degrees: number): number {
  requireNumber('degrees', degrees, Number.MIN_VALUE, 1e7);
  if (!(x > 0)) return 0;
  const [a, z] = [degrees / 2, x / 2];
  const front = Math.exp(a * Math.log(z) - z - lnGamma(a));
  if (front === 0) return z < a ? 0 : 1;
  return z < a + 1 ? front * lowerSeries(a, z) : 1 - front * upperFraction(a, z);
}

function lowerSeries(a: number, z: number): number {
  let [term, sum] = [1 / a, 1 / a];
  for (let k = 1; k < 100_000 && term > sum * 1e-17; k++) {
    term *= z / (a + k);
    sum += term;
  }
  return sum;
}

/** Modified Lentz evaluation. */
function upperFraction(a: number, z: number): number {
  let b = z + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let k = 1; k < 100_000; k++) {
    const numerator = k * (a - k);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return fraction;
}

/** The x with P(χ²_k ≤ x) = probability, by Newton's method within a bracket. */
export function chiSquareQuantile(probability: number, degrees: number): number {
  requireNumber('probability', probability, 1e-12, 1 - 1e-12);
  let [low, high] = [0, 4 * degrees + 100];
  const h = 2 / (9 * degrees);
  let x = Math.max(degrees * (1 - h + normalQuantile(probability) * Math.sqrt(h)) ** 3, 1e-3 * degrees);
  for (let step = 0; step < 200; step++) {
    const excess = chiSquareProbability(x, degrees) - probability;
    if (excess > 0) high = x;
    else low = x;
    const density = Math.exp((degrees / 2 - 1) * Math.log(x / 2) - x / 2 - lnGamma(degrees / 2)) / 2;
    const newton = x - excess / density;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - x) <= 1e-13 * x) return next;
    x = next;
  }
  return x;
}

/** A start for Newton's method: Abramowitz and Stegun 26.2.23, within 0.00045. */
function normalQuantile(probability: number): number {
  const tail = Math.min(probability, 1 - probability);
  const t = Math.sqrt(-2 * Math.log(tail));
  const z = t - (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3);
  return probability < 0.5 ? -z : z;
}

/** Limits within which the mean square of `count` normal errors lies, over their variance, with this probability. */
export function meanSquareLimits(count: number, probability: number): [low: number, high: number] {
  const tail = (1 - probability) / 2;
  return [chiSquareQuantile(tail, count) / count, chiSquareQuantile(1 - tail, count) / count];
}
