import type { ComponentType } from 'preact';
import type { Definition } from '../../instruments/define.ts';
import { Calculator } from './calculator.ts';
import { Plot } from './plot.ts';
import type { RendererProps } from './state.ts';

/** The renderer of each kind of instrument. A new kind is a new renderer here. */
export const renderers: Record<Definition['kind'], ComponentType<RendererProps>> = { calculator: Calculator, plot: Plot };
