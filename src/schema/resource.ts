import { z } from 'zod';
import { languageTag, localizedText, slug, webAddress } from './localized.ts';

export const resourceKinds = ['standard', 'datasheet', 'paper', 'book', 'thesis', 'manual', 'course', 'slides', 'code', 'tool', 'dataset', 'article'] as const;

/** One document of a `resources.yaml`. */
export const resourceSchema = z
  .strictObject({
    id: slug,
    title: localizedText,
    kind: z.enum(resourceKinds),
    author: z.string().optional(),
    edition: z.union([z.string(), z.number()]).transform(String).optional(),
    /** BCP 47 tags of the languages that it is written in. */
    languages: z.array(languageTag).min(1),
    format: z.string().min(1),
    licence: localizedText,
    url: webAddress.optional(),
    what: localizedText,
    forWhom: localizedText,
    status: z.enum(['opened', 'named', 'lost']),
    remark: localizedText.optional(),
    /** One of the documents listed on the page that this site replaces. */
    seed: z.boolean().default(false),
  })
  .refine((resource) => resource.status === 'opened' || resource.remark !== undefined, {
    path: ['status'],
    message: 'a document that was not opened needs a remark that says what is known of it',
  });

export const resourcesSchema = z.array(resourceSchema);

export type Resource = z.infer<typeof resourceSchema>;
