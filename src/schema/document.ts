import { z } from 'zod';
import { fullDate, slug, webAddress } from './localized.ts';

/** What was changed in a text, in words for its readers; Git's log says the rest. */
const changes = z
  .array(
    z.strictObject({
      date: fullDate,
      what: z.string().trim().min(4),
      /** The text had said something wrong: the change is told in the feed of corrections, too. */
      corrects: z.boolean().default(false),
    }),
  )
  .optional();

/** Front matter of an entry: `topics/<topic>/<lang>.mdx`. */
export const entrySchema = z.strictObject({
  title: z.string().trim().min(1),
  description: z.string().trim().min(30).max(240),
  changes,
});

/** Front matter of a question: `topics/<topic>/questions/<slug>.<lang>.mdx`. */
export const questionSchema = z.strictObject({
  question: z.string().trim().min(4),
  /** Other wordings that people type. */
  asked: z.array(z.string().trim().min(1)).default([]),
  changes,
});

/** Front matter of a correction: `topics/<topic>/corrections/<slug>.<lang>.mdx`. */
export const correctionSchema = z.strictObject({
  statement: z.string().trim().min(4),
  seen: z.array(z.strictObject({ where: z.string().trim().min(1), url: webAddress.optional() })).min(1),
  changes,
});

/** Front matter of a disambiguation: `disambiguations/<slug>.<lang>.mdx`. */
export const disambiguationSchema = z.strictObject({
  title: z.string().trim().min(1),
  /** What people type, lower case. */
  spellings: z.array(z.string().trim().toLowerCase().min(1)).min(1),
  meanings: z.array(z.strictObject({ term: slug, topic: slug, signs: z.string().trim().min(1) })).min(2),
  changes,
});

export type EntryMatter = z.infer<typeof entrySchema>;
export type QuestionMatter = z.infer<typeof questionSchema>;
export type CorrectionMatter = z.infer<typeof correctionSchema>;
export type DisambiguationMatter = z.infer<typeof disambiguationSchema>;
