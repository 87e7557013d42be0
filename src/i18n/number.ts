import { type Locale, type Localized, languageTag } from './locales.ts';

export interface NumberStyle {
  /** Significant digits (default 4). */
  digits?: number;
  /** Digits after the point, instead of significant ones. */
  decimals?: number;
  unit?: string;
}

const noBreakSpace = '\u00a0';
/** Units that are words and not symbols: each language has its own. */
const unitWords: Readonly<Record<string, Localized>> = { years: { en: 'years', 'zh-cn': '年' } };
const superscripts: Record<string, string> = { '-': '⁻', 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹' };

/** A number for readers: grouped by locale, a real minus, powers of ten outside 10⁻³ to 10¹², unit after a no-break space. */
export function formatNumber(value: number, locale: Locale, { digits = 4, decimals, unit = '' }: NumberStyle = {}): string {
  const size = Math.abs(value);
  const scientific = decimals === undefined && size !== 0 && (size < 1e-3 || size >= 1e12);
  const text = scientific ? powerOfTen(value, locale, digits) : plain(value, locale, digits, decimals);
  return text + joinUnit(unit, locale);
}

/** A unit as it follows a number: symbols and English words after a no-break space, Han characters without. */
export function joinUnit(unit: string, locale: Locale): string {
  if (unit === '' || unit === '1') return '';
  const shown = unitWords[unit]?.[locale] ?? unit;
  return shown === '%' || shown === '°' || /^\p{Script=Han}/u.test(shown) ? shown : noBreakSpace + shown;
}

function plain(value: number, locale: Locale, digits: number, decimals: number | undefined): string {
  const rounded = decimals === undefined ? Number(value.toPrecision(digits)) : Number(value.toFixed(decimals));
  const options =
    decimals === undefined
      ? { maximumSignificantDigits: Math.max(digits, wholeDigits(rounded)) }
      : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat(languageTag[locale], { ...options, useGrouping: Math.abs(value) >= 10_000 }).format(rounded + 0).replace('-', '−');
}

function wholeDigits(value: number): number {
  return Math.min(21, Math.max(1, Math.floor(Math.log10(Math.abs(value) || 1)) + 1));
}

function powerOfTen(value: number, locale: Locale, digits: number): string {
  const [mantissa = '0', exponent = '0'] = value.toExponential(digits - 1).split('e');
  const power = [...String(Number(exponent))].map((character) => superscripts[character] ?? '').join('');
  return `${plain(Number(mantissa), locale, digits, undefined)}×10${power}`;
}
