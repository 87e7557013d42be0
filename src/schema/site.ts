import { z } from 'zod';
import { localizedText, webAddress } from './localized.ts';

/** `site.yaml`: what this knowledge base is called, and where it may be changed. */
export const siteSchema = z.strictObject({
  name: localizedText,
  tagline: localizedText,
  description: localizedText,
  licence: z.strictObject({ name: localizedText, url: webAddress }),
  /** Who stands behind the texts, for citations and structured data. */
  publisher: z.string().min(1),
  /** Address that opens a content file for editing; `{path}` is replaced by the file's path. */
  editUrl: webAddress.includes('{path}').optional(),
  /** Address where readers report errors. */
  reportUrl: webAddress.optional(),
  /** Address of the folder with the archives of an edition; `{version}` is replaced by the edition's. */
  archives: webAddress
    .includes('{version}')
    .refine((address) => address.endsWith('/'), 'expected the address of a folder, which ends with "/"')
    .optional(),
  /** Draw an Open Graph picture for each entry, disambiguation and instrument, or one for the whole site. */
  pictures: z.enum(['pages', 'site']).default('pages'),
  /** How the texts were made and checked, said openly on the page "about": paragraphs, and headings that start with "## ". */
  about: localizedText,
});

export type Site = z.infer<typeof siteSchema>;
