import { describe, expect, it } from 'vitest';
import { shorten } from './shorten.ts';

describe('shorten', () => {
  it('leaves a short text alone', () => expect(shorten('a chirp', 20)).toBe('a chirp'));
  it('cuts English between words and drops hanging punctuation', () => expect(shorten('a chirp, which sweeps', 10)).toBe('a chirp…'));
  it('cuts Chinese between characters', () => expect(shorten('线性调频信号扫过整个带宽', 6)).toBe('线性调频信…'));
});
