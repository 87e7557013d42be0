/** A discrete Fourier transform of fixed length, X(k) = Σ x(n) e^(−j2πkn/N), in place on real and imaginary parts. */
export type Transform = (real: Float64Array, imaginary: Float64Array) => void;

/** Makes the transform of a length: radix two where it is a power of two (Cooley and Tukey), Bluestein's chirp otherwise. O(N log N) for every N. */
export function makeTransform(length: number): Transform {
  if (!Number.isInteger(length) || length < 1) throw new RangeError(`length: expected a positive whole number, got ${length}`);
  return (length & (length - 1)) === 0 ? radixTwo(length) : bluestein(length);
}

/** The smallest power of two that is not below `length`. */
export function powerOfTwoFrom(length: number): number {
  return 2 ** Math.ceil(Math.log2(length));
}

function radixTwo(length: number): Transform {
  const bits = Math.round(Math.log2(length));
  const reversed = Uint32Array.from({ length }, (_, i) => {
    let r = 0;
    for (let bit = 0; bit < bits; bit++) r |= ((i >>> bit) & 1) << (bits - 1 - bit);
    return r;
  });
  const cos = Float64Array.from({ length: length / 2 }, (_, k) => Math.cos((2 * Math.PI * k) / length));
  const sin = Float64Array.from({ length: length / 2 }, (_, k) => Math.sin((2 * Math.PI * k) / length));
  return (real, imaginary) => {
    reorder(real, reversed);
    reorder(imaginary, reversed);
    for (let half = 1; half < length; half *= 2) {
      const stride = length / (2 * half);
      for (let start = 0; start < length; start += 2 * half) {
        for (let k = 0; k < half; k++) {
          const c = cos[k * stride] ?? 0;
          const s = sin[k * stride] ?? 0;
          const i = start + k;
          const j = i + half;
          const a = real[j] ?? 0;
          const b = imaginary[j] ?? 0;
          const x = a * c + b * s;
          const y = b * c - a * s;
          const u = real[i] ?? 0;
          const v = imaginary[i] ?? 0;
          real[j] = u - x;
          imaginary[j] = v - y;
          real[i] = u + x;
          imaginary[i] = v + y;
        }
      }
    }
  };
}

function reorder(values: Float64Array, reversed: Uint32Array): void {
  for (let i = 0; i < reversed.length; i++) {
    const j = reversed[i] ?? 0;
    if (j <= i) continue;
    const kept = values[i] ?? 0;
    values[i] = values[j] ?? 0;
    values[j] = kept;
  }
}

/** kn = (k² + n² − (k−n)²)/2 makes a transform of any length a convolution with a chirp. */
function bluestein(length: number): Transform {
  const size = powerOfTwoFrom(2 * length - 1);
  const inner = radixTwo(size);
  // n² modulo 2N, or the angle loses digits for long records.
  const angles = Float64Array.from({ length }, (_, n) => (Math.PI * ((n * n) % (2 * length))) / length);
  const [cos, sin] = [angles.map(Math.cos), angles.map(Math.sin)];
  const [chirpReal, chirpImaginary] = [new Float64Array(size), new Float64Array(size)];
  for (let n = 0; n < length; n++) {
    for (const at of n === 0 ? [0] : [n, size - n]) {
      chirpReal[at] = cos[n] ?? 0;
      chirpImaginary[at] = sin[n] ?? 0;
    }
  }
  inner(chirpReal, chirpImaginary);
  const [a, b] = [new Float64Array(size), new Float64Array(size)];
  return (real, imaginary) => {
    a.fill(0);
    b.fill(0);
    for (let n = 0; n < length; n++) {
      const x = real[n] ?? 0;
      const y = imaginary[n] ?? 0;
      const c = cos[n] ?? 0;
      const s = sin[n] ?? 0;
      a[n] = x * c + y * s;
      b[n] = y * c - x * s;
    }
    inner(a, b);
    for (let k = 0; k < size; k++) {
      const x = a[k] ?? 0;
      const y = b[k] ?? 0;
      const c = chirpReal[k] ?? 0;
      const s = chirpImaginary[k] ?? 0;
      // Conjugated, so that the same transform goes back.
      a[k] = x * c - y * s;
      b[k] = -(x * s + y * c);
    }
    inner(a, b);
    for (let k = 0; k < length; k++) {
      const x = (a[k] ?? 0) / size;
      const y = -(b[k] ?? 0) / size;
      const c = cos[k] ?? 0;
      const s = sin[k] ?? 0;
      real[k] = x * c + y * s;
      imaginary[k] = y * c - x * s;
    }
  };
}
