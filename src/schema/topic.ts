import { z } from 'zod';
import { localizedText, slug } from './localized.ts';

/** Six hues of equal lightness, told apart by colour-blind readers too (styles/tokens.css). */
export const hues = ['violet', 'teal', 'green', 'orange', 'blue', 'rose'] as const;

/** `topics/<topic>/topic.yaml`. */
export const topicSchema = z.strictObject({
  order: z.int().min(1),
  hue: z.enum(hues),
  title: localizedText,
  shortTitle: localizedText,
  summary: localizedText,
  /** Slugs of the chapters that go on from the entry, in the order of reading. */
  chapters: z.array(slug).default([]),
});

export type TopicRecord = z.infer<typeof topicSchema>;
