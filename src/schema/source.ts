import { z } from 'zod';
import { fullDate, localizedText, partialDate, slug, title, webAddress } from './localized.ts';

export const sourceTypes = [
  'article',
  'book',
  'chapter',
  'thesis',
  'paper-conference',
  'preprint',
  'report',
  'standard',
  'datasheet',
  'manual',
  'webpage',
  'software',
  'legislation',
] as const;

const person = z.union([z.strictObject({ literal: z.string().min(1) }), z.strictObject({ family: z.string().min(1), given: z.string().min(1).optional() })]);
const text = z.union([z.string().min(1), z.number()]).transform(String);

/** One cited work of `sources.yaml`. Field names follow CSL where CSL has one. */
export const sourceSchema = z
  .strictObject({
    type: z.enum(sourceTypes),
    title,
    author: z.array(person).min(1),
    issued: partialDate.optional(),
    edition: text.optional(),
    publisher: z.string().optional(),
    'container-title': z.string().optional(),
    volume: text.optional(),
    issue: text.optional(),
    page: text.optional(),
    number: text.optional(),
    version: text.optional(),
    DOI: z
      .string()
      .regex(/^10\.\S+\/\S+$/, 'expected a DOI such as 10.1109/5.771073')
      .optional(),
    ISBN: z.string().optional(),
    url: webAddress.optional(),
    /** The day it was opened and read, or `never`. */
    read: z.union([fullDate, z.literal('never')]),
    primary: z.boolean(),
    note: localizedText.optional(),
  })
  .refine((source) => source.read !== 'never' || source.note !== undefined, {
    path: ['note'],
    message: 'a work that was never opened needs a note that says so',
  });

export const sourcesSchema = z.record(slug, sourceSchema);

export type Source = z.infer<typeof sourceSchema>;
