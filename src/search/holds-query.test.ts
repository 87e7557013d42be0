import { describe, expect, it } from 'vitest';
import { holdsQuery } from './holds-query.ts';

describe('holdsQuery', () => {
  it('finds a word by its stem, in any case', () => {
    expect(holdsQuery('The sensitivity of a receiver', 'Sensitivities')).toBe(true);
  });

  it('finds a Han word by any two of its characters', () => {
    expect(holdsQuery('接收灵敏度由噪声决定', '收灵敏')).toBe(true);
    expect(holdsQuery('接收灵敏度由噪声决定', '扩频')).toBe(false);
  });

  it('refuses a text that holds no word of the query', () => {
    expect(holdsQuery('spreading factor and bandwidth', 'qzxwvkjq xqjzkwvq')).toBe(false);
  });

  it('is content with one word of several', () => {
    expect(holdsQuery('spreading factor', 'spreading qzxwv')).toBe(true);
  });
});
