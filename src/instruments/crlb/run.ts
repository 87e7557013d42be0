import { type MonteCarloResult, simulateEstimators } from '../../models/frequency-monte-carlo.ts';
import type { InputValues } from '../define.ts';
import { asCase } from './case.ts';

/** The simulation for an instrument's inputs. Noise is scaled to each ratio, so that the sizes of tone and noise say nothing: at one, all numbers stay in range. */
export function runSimulation(inputs: InputValues): Generator<number, MonteCarloResult> {
  return simulateEstimators({ ...asCase(inputs), amplitude: 1, innovationVariance: 1 });
}
