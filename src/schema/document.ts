import { z } from 'zod';
import { fullDate, slug, title, webAddress } from './localized.ts';

/** The day on which this half was found right as it stands, after a change of its twin. */
const review = { reviewed: fullDate.optional() };

/** What was changed in a text, in words for its readers. */
const changes = z
  .array(
    z.strictObject({
      date: fullDate,
      what: z.string().trim().min(10),
      /** The text had said something wrong: the change is told in the feed of corrections, too. */
      corrects: z.boolean().default(false),
    }),
  )
  .superRefine((all, context) => {
    for (const [index, { date }] of all.entries())
      if (date > (all[index - 1]?.date ?? date))
        context.addIssue({ code: 'custom', path: [index, 'date'], message: 'this change is later than the one above it; put the newest first' });
  })
  .default([]);

/** Front matter of an entry, `topics/<topic>/<lang>.mdx`, and of a chapter that goes on from it, `topics/<topic>/chapters/<slug>.<lang>.mdx`. */
export const entrySchema = z.strictObject({
  ...review,
  title,
  description: z.string().trim().min(30).max(240),
  changes,
});

/** Front matter of a question: `topics/<topic>/questions/<slug>.<lang>.mdx`. */
export const questionSchema = z.strictObject({
  ...review,
  question: title.min(4),
  /** Other wordings that people type. */
  asked: z.array(z.string().trim().min(1)).default([]),
  changes,
});

/** Front matter of a correction: `topics/<topic>/corrections/<slug>.<lang>.mdx`. */
export const correctionSchema = z.strictObject({
  ...review,
  statement: title.min(4),
  seen: z.array(z.strictObject({ where: z.string().trim().min(1), url: webAddress.optional() })).min(1),
  changes,
});

/** Front matter of a disambiguation: `disambiguations/<slug>.<lang>.mdx`. */
export const disambiguationSchema = z.strictObject({
  ...review,
  title,
  /** What people type, lower case. */
  spellings: z.array(z.string().trim().toLowerCase().min(1)).min(1),
  meanings: z.array(z.strictObject({ term: slug, topic: slug, signs: z.string().trim().min(1) })).min(2),
  changes,
});

export type EntryMatter = z.infer<typeof entrySchema>;
export type QuestionMatter = z.infer<typeof questionSchema>;
export type CorrectionMatter = z.infer<typeof correctionSchema>;
export type DisambiguationMatter = z.infer<typeof disambiguationSchema>;
