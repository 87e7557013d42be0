import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locales } from './locales.ts';
import { formatNumber } from './number.ts';

describe('formatNumber(value, locale, style)', () => {
  it.each([
    [0, '0'],
    [1234, '1234'],
    [12345.6, '12,350'],
    [1234567, '1,235,000'],
    [Math.PI, '3.142'],
    [-20.5, '−20.5'],
    [0.00123, '0.00123'],
    [1.5e-7, '1.5×10⁻⁷'],
    [-2.5e15, '−2.5×10¹⁵'],
    [6.02214076e23, '6.022×10²³'],
  ])('%d → %s', (value, text) => {
    expect(formatNumber(value, 'en')).toBe(text);
  });
  it('keeps the digits after the point that are asked for', () => {
    expect(formatNumber(2, 'en', { decimals: 2 })).toBe('2.00');
    expect(formatNumber(-1.005, 'en', { decimals: 1 })).toBe('−1.0');
  });
  it('groups from five digits on, and by as many as asked', () => {
    expect([9999, 10000, 1234567].map((value) => formatNumber(value, 'en', { digits: 7 }))).toEqual(['9999', '10,000', '1,234,567']);
  });
  it('never writes a hyphen for a minus', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(...locales), (value, locale) => {
        expect(formatNumber(value, locale)).not.toContain('-');
      }),
    );
  });
  it('says the value back to as many digits as asked', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e12, noNaN: true }), fc.integer({ min: 3, max: 9 }), (value, digits) => {
        const back = Number(
          formatNumber(value, 'en', { digits })
            .replaceAll(',', '')
            .replace('×10', 'e')
            .replace(/[⁰¹²³⁴-⁹⁻]/g, (sign) => (sign === '⁻' ? '-' : String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign)))),
        );
        expect(Math.abs(back - value) / value).toBeLessThan(10 ** (1 - digits));
      }),
    );
  });
});
