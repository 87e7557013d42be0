import type { ComponentType } from 'preact';
import type { Definition } from '../../instruments/define.ts';
import { Calculator, type CalculatorProps } from './calculator.ts';

/** The renderer of each kind of instrument. A new kind is a new renderer here. */
export const renderers: Record<Definition['kind'], ComponentType<CalculatorProps>> = { calculator: Calculator };
