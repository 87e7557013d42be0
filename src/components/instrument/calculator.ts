import { h, type JSX } from 'preact';
import { InstrumentFrame } from './instrument-frame.ts';
import type { RendererProps } from './state.ts';

/** Draws a calculator: numbers first, cases side by side, then charts. */
export function Calculator(props: RendererProps): JSX.Element {
  return h(InstrumentFrame, { ...props, order: ['results', 'tables', 'charts', 'matrices', 'work'] });
}
