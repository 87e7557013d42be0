import type { Locale } from '../../i18n/locales.ts';
import { completeInputs, inputsToQuery } from '../../instruments/inputs.ts';
import { loadDefinition } from './load-definition.ts';
import { showQuantity } from './quantity.ts';

/** What an instrument says to figures typed into a search. */
export interface FigureAnswer {
  title: string;
  /** Address of the instrument with these inputs, without the base path. */
  href: string;
  values: { label: string; value: string }[];
  sentence: string;
}

/** Computes what was asked for; undefined if the instrument refuses the inputs. No output named: the sentence alone answers. */
export async function answerFigures(
  { instrument, inputs, outputs }: { instrument: string; inputs: Record<string, number>; outputs: string[] },
  locale: Locale,
): Promise<FigureAnswer | undefined> {
  const definition = await loadDefinition(instrument);
  if (!definition) return undefined;
  try {
    const complete = completeInputs(definition, inputs);
    const results = definition.compute(complete);
    const query = inputsToQuery(definition, complete);
    return {
      title: definition.title[locale],
      href: `${locale}/instruments/${instrument}/${query ? `?${query}` : ''}`,
      values: outputs.flatMap((key) => {
        const spec = definition.outputs[key];
        return spec ? [{ label: spec.label[locale], value: showQuantity(results[key] ?? null, spec, locale) }] : [];
      }),
      sentence: definition.answer(complete, results, locale),
    };
  } catch {
    return undefined;
  }
}
