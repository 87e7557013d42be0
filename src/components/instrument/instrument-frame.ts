import { h, type JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { messages } from '../../i18n/messages.ts';
import { Chart } from './chart.ts';
import { Controls } from './controls.ts';
import { Matrices, Results, SideBySide } from './results.ts';
import { type RendererProps, useInstrument } from './state.ts';
import { type Finished, WorkPanel } from './work.ts';

/** What an instrument shows beside its inputs. */
export type Part = 'results' | 'matrices' | 'tables' | 'charts' | 'work';

/** The answer in a sentence, the inputs beside the outcome; a kind of instrument says in what order the outcome's parts stand. */
export function InstrumentFrame({ order, ...props }: RendererProps & { order: Part[] }): JSX.Element {
  const { definition, locale, prefix } = props;
  const t = messages(locale);
  const { state, set, onText } = useInstrument(props);
  const { inputs } = state;
  // Kept outside of the state: long work reports often, and must not redraw everything.
  const work = useRef<Finished>(undefined);
  const outputs = definition.compute(inputs);
  const stale = Object.keys(state.errors).length > 0;
  const notes = definition.notes?.(inputs, outputs) ?? [];
  const parts: Record<Part, () => (JSX.Element | false)[]> = {
    results: () => [h(Results, { definition, outputs, locale })],
    matrices: () => [h(Matrices, { definition, inputs, locale })],
    tables: () => definition.tables.map((spec) => h(SideBySide, { spec, inputs, locale })),
    charts: () => definition.charts.map((spec) => h(Chart, { spec, inputs, locale })),
    work: () => [
      definition.work !== undefined &&
        h(WorkPanel, { spec: definition.work, inputs, locale, initial: props.initial, initialResult: props.initialWork, finished: work }),
    ],
  };
  return h('div', { class: 'instrument-live' }, [
    h('p', { class: `answer${stale ? ' stale' : ''}`, role: 'status' }, definition.answer(inputs, outputs, locale)),
    ...notes.map((note) => h('p', { class: 'notes-of' }, note[locale])),
    h('div', { class: 'instrument-grid' }, [
      h(Controls, { definition, locale, prefix, state, shown: () => ({ inputs, outputs, work: work.current }), set, onText }),
      h(
        'div',
        { class: stale ? 'outcome stale' : 'outcome', 'aria-label': t.results, role: 'group' },
        order.flatMap((part) => parts[part]()),
      ),
    ]),
  ]);
}
