import { h, type JSX } from 'preact';
import { InstrumentFrame } from './instrument-frame.ts';
import type { RendererProps } from './state.ts';

/** Draws an instrument whose point is its curves: charts first, then long work and its charts, then the numbers behind them. */
export function Plot(props: RendererProps): JSX.Element {
  return h(InstrumentFrame, { ...props, order: ['results', 'charts', 'work', 'tables', 'matrices'] });
}
