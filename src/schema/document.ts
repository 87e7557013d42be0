import { z } from 'zod';
import { fullDate, slug, title, webAddress } from './localized.ts';

/** The day on which this half was found right as it stands, after a change of its twin. */
const review = { reviewed: fullDate.optional() };

/** Front matter of an entry: `topics/<topic>/<lang>.mdx`. */
export const entrySchema = z.strictObject({
  ...review,
  title,
  description: z.string().trim().min(30).max(240),
});

/** Front matter of a question: `topics/<topic>/questions/<slug>.<lang>.mdx`. */
export const questionSchema = z.strictObject({
  ...review,
  question: title.min(4),
  /** Other wordings that people type. */
  asked: z.array(z.string().trim().min(1)).default([]),
});

/** Front matter of a correction: `topics/<topic>/corrections/<slug>.<lang>.mdx`. */
export const correctionSchema = z.strictObject({
  ...review,
  statement: title.min(4),
  seen: z.array(z.strictObject({ where: z.string().trim().min(1), url: webAddress.optional() })).min(1),
});

/** Front matter of a disambiguation: `disambiguations/<slug>.<lang>.mdx`. */
export const disambiguationSchema = z.strictObject({
  ...review,
  title,
  /** What people type, lower case. */
  spellings: z.array(z.string().trim().toLowerCase().min(1)).min(1),
  meanings: z.array(z.strictObject({ term: slug, topic: slug, signs: z.string().trim().min(1) })).min(2),
});

export type EntryMatter = z.infer<typeof entrySchema>;
export type QuestionMatter = z.infer<typeof questionSchema>;
export type CorrectionMatter = z.infer<typeof correctionSchema>;
export type DisambiguationMatter = z.infer<typeof disambiguationSchema>;
