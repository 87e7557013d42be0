import { describe, expect, it } from 'vitest';
import { formatNumber } from './number.ts';

describe('formatNumber(value, locale, { unit })', () => {
  it('puts a symbol after a no-break space in every language', () => {
    expect(formatNumber(56.576, 'en', { digits: 4, unit: 'ms' })).toBe('56.58\u00a0ms');
    expect(formatNumber(-124.5, 'zh-cn', { unit: 'dBm' })).toBe('−124.5\u00a0dBm');
  });

  it('gives a unit that is a word in the reader’s language, Han characters without a space', () => {
    expect(formatNumber(4.6, 'en', { digits: 2, unit: 'years' })).toBe('4.6\u00a0years');
    expect(formatNumber(4.6, 'zh-cn', { digits: 2, unit: 'years' })).toBe('4.6年');
  });

  it('sets per cent and degrees close, and leaves out the unit 1', () => {
    expect(formatNumber(12, 'en', { unit: '%' })).toBe('12%');
    expect(formatNumber(12, 'zh-cn', { unit: '1' })).toBe('12');
  });
});
