/**
 * The samples of a tone and how they change with its parameters, in coordinates in which the three directions stay apart even where the frequency
 * is so low (or so near to one half) that the record holds a tiny part of a cycle.
 *
 * Frequencies are in cycles per sample. Time is counted from the middle of the record: m = n − (N − 1)/2.
 */

/** Fills `cos` and `sin` with those of 2π(f·m) for m = −(N−1)/2 … (N−1)/2. */
export function oscillate(frequency: number, cos: Float64Array, sin: Float64Array): void {
  const length = cos.length;
  const step = 2 * Math.PI * frequency;
  const [stepCos, stepSin] = [Math.cos(step), Math.sin(step)];
  let c = 1;
  let s = 0;
  for (let n = 0; n < length; n++) {
    // One rotation a sample, set right every 32 samples: as exact as calling cos and sin for each, and several times as fast.
    if (n % 32 === 0) {
      const cycles = frequency * (n - (length - 1) / 2);
      const angle = 2 * Math.PI * (cycles - Math.round(cycles));
      c = Math.cos(angle);
      s = Math.sin(angle);
    }
    cos[n] = c;
    sin[n] = s;
    const next = c * stepCos - s * stepSin;
    s = s * stepCos + c * stepSin;
    c = next;
  }
}

/** Columns that span all changes of a tone, and the parameters' directions in them. */
export interface Tangent {
  /** Three columns; for a complex tone each holds the real parts, then the imaginary ones. */
  columns: [Float64Array, Float64Array, Float64Array];
  /** `directions[i]`: change of the samples with parameter i (frequency, phase, amplitude) as a combination of the columns. */
  directions: [Triple, Triple, Triple];
  /** `gradients[i]`: parameter i as a linear function of the columns' coefficients. Not finite where the tone does not determine it. */
  gradients: [Triple, Triple, Triple];
}

export type Triple = [number, number, number];

/** cos x − sin(x)/x, without cancellation for small x: Σ (−1)^k x^(2k) 2k/(2k+1)!. */
export function cosMinusSinc(x: number): number {
  if (Math.abs(x) >= 0.5) return Math.cos(x) - Math.sin(x) / x;
  const y = x * x;
  return y * (-1 / 3 + y * (1 / 30 + y * (-1 / 840 + y * (1 / 45360 + y * (-1 / 3991680 + y * (1 / 518918400 - y / 93405312000))))));
}

/**
 * Tangent of A·cos(2πfn + φ), n = 0 … N−1. The columns are cos ωm, sin(ωm)/ω and what of the derivative with respect to frequency is not a multiple of
 * the second one; for f above one quarter those of ½ − f with alternating signs.
 */
export function realTangent(n: number, frequency: number, phaseRad: number, amplitude: number): Tangent {
  const isUpper = Math.abs(frequency) > 0.25;
  const base = isUpper ? 0.5 - Math.abs(frequency) : Math.abs(frequency);
  const turn = isUpper === frequency < 0 ? 1 : -1;
  const omega = 2 * Math.PI * base;
  const middle = (n - 1) / 2;
  const cycles = base * middle;
  const middlePhase = turn * phaseRad + 2 * Math.PI * (cycles - Math.round(cycles));
  const [cosPhase, sinPhase] = [Math.cos(middlePhase), Math.sin(middlePhase)];
  const [alpha, beta] = [amplitude * cosPhase, amplitude * sinPhase];
  const [even, odd, change] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  oscillate(base, even, odd);
  for (let i = 0; i < n; i++) {
    const m = i - middle;
    const c = even[i] ?? 0;
    const s = odd[i] ?? 0;
    const sign = isUpper && i % 2 === 1 ? -1 : 1;
    const x = omega * m;
    const shear = Math.abs(x) < 0.5 ? m * cosMinusSinc(x) : m * c - s / omega;
    even[i] = sign * c;
    odd[i] = sign * (omega === 0 ? m : s / omega);
    change[i] = sign * -2 * Math.PI * (alpha * m * s + beta * shear);
  }
  const kappa = -2 * Math.PI * beta;
  const lever = 2 * Math.PI * middle;
  const phase: Triple = [-beta, -omega * alpha, 0];
  const frequencyGradient: Triple = [0, 0, turn];
  return {
    columns: [even, odd, change],
    directions: [
      [turn * lever * phase[0], turn * (lever * phase[1] + kappa), turn],
      [turn * phase[0], turn * phase[1], 0],
      [cosPhase, -omega * sinPhase, 0],
    ],
    gradients: [
      frequencyGradient,
      [(-turn * sinPhase) / amplitude, (-turn * cosPhase) / (amplitude * omega), turn * ((cosPhase * kappa) / (amplitude * omega) - lever)],
      [cosPhase, -sinPhase / omega, (sinPhase * kappa) / omega],
    ],
  };
}

/** Tangent of A·e^(j(2πfn + φ)), n = 0 … N−1. The phase turns all columns alike, so that it has no influence and is left out. */
export function complexTangent(n: number, frequency: number, amplitude: number): Tangent {
  const [cos, sin] = [new Float64Array(n), new Float64Array(n)];
  oscillate(frequency, cos, sin);
  const [radial, turning, change] = [new Float64Array(2 * n), new Float64Array(2 * n), new Float64Array(2 * n)];
  const middle = (n - 1) / 2;
  for (let i = 0; i < n; i++) {
    const c = cos[i] ?? 0;
    const s = sin[i] ?? 0;
    const slope = 2 * Math.PI * amplitude * (i - middle);
    radial[i] = c;
    radial[n + i] = s;
    turning[i] = -s;
    turning[n + i] = c;
    change[i] = -slope * s;
    change[n + i] = slope * c;
  }
  const lever = 2 * Math.PI * middle;
  return {
    columns: [radial, turning, change],
    directions: [
      [0, lever * amplitude, 1],
      [0, amplitude, 0],
      [1, 0, 0],
    ],
    gradients: [
      [0, 0, 1],
      [0, 1 / amplitude, -lever],
      [1, 0, 0],
    ],
  };
}
