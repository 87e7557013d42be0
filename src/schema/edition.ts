import { z } from 'zod';
import { locales } from '../i18n/locales.ts';
import { fullDate, localizedText, sha256 } from './localized.ts';

/** SHA-256 of a text in every language. */
const hashes = z.strictObject(Object.fromEntries(locales.map((locale) => [locale, sha256])) as Record<(typeof locales)[number], typeof sha256>);

/** `editions/<version>.yaml`: what the content was on a day, frozen. Written by a command, never by hand. */
export const editionSchema = z.strictObject({
  /** Numbers joined by full stops; it becomes an address. */
  version: z.string().regex(/^\d+(?:\.\d+)*$/, 'expected numbers joined by full stops, in quotes, such as "1.2"'),
  date: fullDate,
  /** The commit from which it was frozen; left out where the content is under no version control. */
  commit: z
    .string()
    .regex(/^[0-9a-f]{40,64}$/, 'expected the whole hash of a commit')
    .optional(),
  /** Hash of the whole folder. */
  content: sha256,
  pages: z.array(
    z.strictObject({
      /** Address after the language. */
      path: z.string().regex(/^(?:[a-z0-9-]+\/){2,3}$/, 'expected the address of a page after its language, such as topics/zigbee/'),
      title: localizedText,
      /** Hash of the file of each half. */
      sha256: hashes,
    }),
  ),
  /** Hash of all that stands before it in the file. */
  seal: sha256,
});

export type Edition = z.infer<typeof editionSchema>;
