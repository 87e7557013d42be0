import { z } from 'zod';
import { locales } from '../i18n/locales.ts';

/** Reader's text: present in every language, never empty. */
export const localizedText = z.strictObject(
  Object.fromEntries(locales.map((locale) => [locale, z.string().trim().min(1)])) as Record<(typeof locales)[number], z.ZodString>,
);

/** Words in every language; a language may have none. */
export const localizedWords = z.strictObject(
  Object.fromEntries(locales.map((locale) => [locale, z.array(z.string().trim().min(1)).default([])])) as unknown as Record<
    (typeof locales)[number],
    z.ZodDefault<z.ZodArray<z.ZodString>>
  >,
);

/** A title: one line, as it stands in lists, feeds and addresses of pages. */
export const title = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .regex(/^[^\r\n\u2028\u2029]*$/, 'expected one line');

/** Lower-case words joined by hyphens: folder names, ids, keys. They become addresses. "constructor" is a word that every object of JavaScript knows. */
export const slug = z
  .string()
  .max(120)
  .regex(/^(?!constructor$)[a-z0-9]+(?:-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens');

/** Name of a file, without a folder. */
export const fileName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'expected the name of a file, without a folder');

/** `2026`, `2026-11` or `2026-11-24`. YAML reads a bare year as a number. */
export const partialDate = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((date) => /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(date), 'expected a year, year-month or full date');

export const fullDate = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'expected a date such as 2026-11-24');

/** A file's hash. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 hexadecimal digits');

export const webAddress = z
  .string()
  .regex(/^https?:\/\/\S+$/, 'expected an address that starts with https://')
  .refine((address) => URL.canParse(address), 'expected an address that a browser can open');

/** BCP 47 tag of a language, such as `en` or `zh-Hans`. */
export const languageTag = z.string().refine(isLanguageTag, 'expected a language tag such as en or zh-Hans');

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** One or more citations as in prose: `[@key, place; @other, place]`. */
export const citation = z.string().regex(/^\[@[^\]]+\]$/, 'expected a citation such as [@key, §4.1]');
