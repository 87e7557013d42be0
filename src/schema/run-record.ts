import { z } from 'zod';
import { fullDate, localizedText, sha256 } from './localized.ts';

/** `<listing>.run.yaml`: a run that happened, a run that this file was part of, or the reason why there was none. */
export const runRecordSchema = z.union([
  z.strictObject({
    command: z.string().min(1),
    tool: z.string().min(1),
    version: z.union([z.string(), z.number()]).transform(String),
    date: fullDate,
    sha256,
    output: z.string(),
    remark: localizedText.optional(),
  }),
  z.strictObject({
    usedBy: z.string().min(1),
    sha256: sha256.optional(),
  }),
  z.strictObject({ notRun: localizedText }),
]);

export type RunRecord = z.infer<typeof runRecordSchema>;
