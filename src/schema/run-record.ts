import { z } from 'zod';
import { fullDate, localizedText, sha256 } from './localized.ts';

/** A version, in quotation marks where YAML would read a number (`"4.0"`). */
const version = z.string().min(1);

/** What must be there to repeat a run. */
const needs = z.strictObject({
  /** Programs on the PATH, with their versions as `<program> --version` prints them. */
  programs: z.record(z.string().min(1), version).refine((programs) => Object.keys(programs).length > 0, 'expected at least one program'),
  /** Python packages, by the names under which they are installed. */
  python: z.record(z.string().min(1), version).default({}),
  /** Files and folders that must lie beside the listing, each with what it is and where it is to be had. */
  beside: z.record(z.string().min(1), z.string().min(1)).default({}),
  /** Where a program is to be had that its name does not tell. */
  get: z.string().min(1).optional(),
});

/** How two runs are compared, where they need not be the same character by character. */
const compare = z.strictObject({
  /** Relative tolerance of numbers; the last place of one that was printed with a point or an exponent may always differ by one. */
  numbers: z.number().positive().max(0.5).optional(),
  /** Differences of numbers that were printed with a point or an exponent, up to this size, which never count. */
  below: z.number().positive().optional(),
  /** Regular expressions for what differs from run to run, such as times. */
  varies: z
    .array(
      z.string().refine((pattern) => {
        try {
          return new RegExp(pattern, 'u') !== undefined;
        } catch {
          return false;
        }
      }, 'expected a regular expression'),
    )
    .default([]),
});

const runSchema = z.strictObject({
  command: z.string().min(1),
  tool: z.string().min(1),
  version: z.union([z.string(), z.number()]).transform(String),
  needs,
  /** Commands that set the folder up before the run, such as starting a server; the reader does not see them. */
  before: z.string().min(1).optional(),
  /** The listing of this topic whose run this one continues, in the same folder. */
  after: z.string().min(1).optional(),
  compare: compare.optional(),
  date: fullDate,
  sha256,
  output: z.string(),
  remark: localizedText.optional(),
});

/** `<listing>.run.yaml`: a run that happened, a run that this file was part of, or the reason why there was none. */
export const runRecordSchema = z.union([
  runSchema,
  z.strictObject({ usedBy: z.string().min(1), sha256: sha256.optional() }),
  z.strictObject({ notRun: localizedText }),
]);

/** A run that is still to be recorded: how to make it. `npm run evidence -- --update` fills in the rest. */
export const runPlanSchema = runSchema.partial({ version: true, date: true, sha256: true, output: true });

export type RunRecord = z.infer<typeof runRecordSchema>;
export type RunPlan = z.infer<typeof runPlanSchema>;
