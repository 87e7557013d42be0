/**
 * Seeded random numbers: xoshiro128** 1.1 by Blackman and Vigna, and normal variates from it by Marsaglia's polar method. The same seed and stream give the
 * same numbers in every browser and on the server.
 *
 * Reference values: rand_xoshiro's test of Xoshiro128StarStar, made there with the authors' C program.
 */
export interface RandomSource {
  /** The generator's own output, 0 to 2³² − 1. */
  nextUint32(): number;
  /** Uniform in [0, 1), 53 bits. */
  uniform(): number;
  /** Normal with mean 0 and variance 1. */
  gaussian(): number;
}

export type RandomState = [number, number, number, number];

/** The source at a given state (not all zero), without further mixing. */
export function randomFrom([a, b, c, d]: RandomState): RandomSource {
  let [s0, s1, s2, s3] = [a | 0, b | 0, c | 0, d | 0];
  let spare: number | undefined;

  function nextUint32(): number {
    const result = Math.imul(rotate(Math.imul(s1, 5), 7), 9) >>> 0;
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = rotate(s3, 11);
    return result;
  }

  const uniform = () => ((nextUint32() >>> 5) * 67108864 + (nextUint32() >>> 6)) / 9007199254740992;

  function gaussian(): number {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const size = x * x + y * y;
      if (size >= 1 || size === 0) continue;
      const stretch = Math.sqrt((-2 * Math.log(size)) / size);
      spare = y * stretch;
      return x * stretch;
    }
  }

  return { nextUint32, uniform, gaussian };
}

/** A source for a whole-numbered seed; different streams of one seed are independent for all purposes here. */
export function randomSource(seed: number, stream = 0): RandomSource {
  const words = [seed >>> 0, Math.floor(seed / 4294967296) >>> 0, stream >>> 0];
  let hash = 0;
  for (const word of words) hash = mix((hash ^ word) + 0x9e3779b9);
  const next = () => {
    hash = (hash + 0x9e3779b9) >>> 0;
    return mix(hash);
  };
  return randomFrom([next(), next(), next(), next() | 1]);
}

const rotate = (value: number, by: number) => (value << by) | (value >>> (32 - by));

/** Finaliser of MurmurHash3: spreads every bit over the word. */
function mix(word: number): number {
  let h = word >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
