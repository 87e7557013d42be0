import { z } from 'zod';
import { citation, localizedText, localizedWords, slug } from './localized.ts';

/** One term of a `glossary.yaml`. */
export const termSchema = z.strictObject({
  id: slug,
  en: z.string().trim().min(1),
  'zh-cn': z.string().trim().min(1),
  abbreviation: z.string().trim().min(1).optional(),
  aliases: localizedWords.default({ 'zh-cn': [], en: [] }),
  pinyin: z.string().optional(),
  definition: localizedText,
  source: citation.optional(),
  notToBeConfusedWith: z.array(slug).default([]),
});

export const glossarySchema = z.array(termSchema);

export type Term = z.infer<typeof termSchema>;
