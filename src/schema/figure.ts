import { z } from 'zod';
import { citation, fileName, localizedText, slug } from './localized.ts';

/** What an author may give for an input of an instrument: text, a number, a flag, a list of numbers. */
export const inputValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.number())]);

const axis = z
  .strictObject({
    label: localizedText,
    unit: z.string().optional(),
    scale: z.enum(['linear', 'log']).default('linear'),
    from: z.number().optional(),
    to: z.number().optional(),
  })
  .refine(({ scale, from = 1, to = 1 }) => scale === 'linear' || (from > 0 && to > 0), 'expected an axis from above zero where its scale is log');

const sweep = { from: z.number(), to: z.number(), steps: z.int().min(2).max(2000) };

const looks = { label: localizedText, marks: z.boolean().default(false) };

const seriesSchema = z.union([
  z.strictObject({
    ...looks,
    ...sweep,
    of: z.string().regex(/^[a-z0-9-]+\.[A-Za-z0-9]+$/),
    over: z.string(),
    inputs: z.record(z.string(), inputValue).default({}),
    unit: z.string().optional(),
  }),
  z.strictObject({ ...looks, ...sweep, expr: z.string().min(1) }),
  z.strictObject({ ...looks, points: z.array(z.tuple([z.number(), z.number()])).min(1) }),
  z.strictObject({ ...looks, csv: z.strictObject({ file: fileName.endsWith('.csv'), x: z.string(), y: z.string() }) }),
]);

const words = { title: localizedText, caption: localizedText, alt: localizedText, source: citation.optional() };

/** A line chart over computed, given or recorded points. */
export const plotSchema = z.strictObject({
  kind: z.literal('plot'),
  ...words,
  x: axis,
  y: axis,
  series: z.array(seriesSchema).min(1).max(12),
  guides: z.array(z.strictObject({ x: z.number().optional(), y: z.number().optional(), label: localizedText })).default([]),
});

/** Columns and rows: no drawing that one can see has more. */
const place = z.number().min(0).max(30);
const extent = z.number().min(1).max(30);

/** Boxes and arrows on a grid of columns and rows. */
export const blocksSchema = z.strictObject({
  kind: z.literal('blocks'),
  ...words,
  boxes: z
    .array(
      z.strictObject({
        id: slug,
        at: z.tuple([place, place]),
        span: z.tuple([extent, extent]).default([1, 1]),
        label: localizedText,
        tone: z.enum(['plain', 'accent', 'muted']).default('plain'),
      }),
    )
    .min(2)
    .max(60),
  arrows: z.array(z.strictObject({ from: slug, to: slug, label: localizedText.optional() })).default([]),
});

export const figureSchema = z.discriminatedUnion('kind', [plotSchema, blocksSchema]);

export type Plot = z.infer<typeof plotSchema>;
export type PlotSeries = z.infer<typeof seriesSchema>;
export type Blocks = z.infer<typeof blocksSchema>;
export type FigureRecord = z.infer<typeof figureSchema>;
