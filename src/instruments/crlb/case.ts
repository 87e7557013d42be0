import { type FrequencyBoundInput, type FrequencyBoundOutput, frequencyBound } from '../../models/frequency-bound.ts';
import type { MonteCarloInput } from '../../models/frequency-monte-carlo.ts';
import type { InputValues } from '../define.ts';

/** The inputs are the models' own parameters, key for key, and the sampling rate. */
export type CrlbInput = MonteCarloInput & { sampleRateHz: number };

/** The definition's types and ranges have been checked by whoever calls. */
export const asCase = (values: InputValues) => values as unknown as CrlbInput;

/** The model's numbers, and standard deviations in hertz. */
export type CrlbOutput = FrequencyBoundOutput & { deviationHz: number | null; asymptoticDeviationHz: number };

export function computeCrlb(input: FrequencyBoundInput & { sampleRateHz: number }): CrlbOutput {
  const bound = frequencyBound(input);
  return {
    ...bound,
    deviationHz: bound.crlbExact === null ? null : input.sampleRateHz * Math.sqrt(bound.crlbExact),
    asymptoticDeviationHz: input.sampleRateHz * Math.sqrt(bound.crlbAsymptotic),
  };
}
