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

/** Lower-case words joined by hyphens: folder names, ids, keys. They become addresses. */
export const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens');

/** `2026`, `2026-11` or `2026-11-24`. YAML reads a bare year as a number. */
export const partialDate = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((date) => /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(date), 'expected a year, year-month or full date');

export const fullDate = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'expected a date such as 2026-11-24');

/** A file's hash. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 hexadecimal digits');

export const webAddress = z.string().regex(/^https?:\/\/\S+$/, 'expected an address that starts with https://');

/** One or more citations as in prose: `[@key, place; @other, place]`. */
export const citation = z.string().regex(/^\[@[^\]]+\]$/, 'expected a citation such as [@key, §4.1]');
