import type { Locale } from '../i18n/locales.ts';

const units = 'kHz|MHz|GHz|Hz|dBm|dBi|dB|ms|µs|ns|s|min|h|km|cm|mm|m|kB|MB|GB|TB|KiB|MiB|GiB|bit/s|kbit/s|Mbit/s|mAh|mA|µA|mW|W|V|°C|ft|kt|lb|kg|rad|deg';
const unitPattern = new RegExp(`(\\d) (?=(?:${units})(?![\\p{L}\\d]))`, 'gu');

/** Running text as it is printed: a no-break space between number and unit, and in English curled quotation marks and apostrophes. */
export function typeset(text: string, locale: Locale): string {
  const joined = text.replace(unitPattern, '$1\u00a0');
  if (locale !== 'en') return joined;
  return (
    joined
      .replace(/(^|[\s([{\u2013\u2014\u201c/])"(?=[^\s.,;:!?)\]])/g, '$1\u201c')
      .replace(/"/g, '\u201d')
      // What stands before may be a term or code of its own: "'s" is no quotation.
      .replace(/^'(?=(?:s|t|d|re|ve|ll)\b)/, '\u2019')
      .replace(/(^|[\s([{\u2013\u2014\u201c])'(?=[^\s.,;:!?)\]])/g, '$1\u2018')
      .replace(/'/g, '\u2019')
  );
}
