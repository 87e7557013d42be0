import { h, type JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Locale } from '../../i18n/locales.ts';
import { messages } from '../../i18n/messages.ts';
import { formatNumber } from '../../i18n/number.ts';
import type { InputValues, WorkSpec } from '../../instruments/define.ts';
import { Chart } from './chart.ts';
import { SideBySide } from './results.ts';
import { startWork } from './run-work.ts';

/** Work up to this many seconds starts by itself. */
const autoStartS = 4;

/** Pause after a keystroke before it starts. */
const autoStartMs = 350;

/** A result and the inputs that it belongs to. */
export interface Finished {
  inputs: InputValues;
  key: string;
  result: unknown;
}

interface WorkState {
  /** The last result, if any. */
  finished: Finished | undefined;
  /** It does not belong to the present inputs. */
  isStale: boolean;
  /** Share that is done, while work runs. */
  progress: number | undefined;
  failure: string | undefined;
  start(): void;
  cancel(): void;
}

interface WorkProps {
  spec: WorkSpec;
  inputs: InputValues;
  locale: Locale;
  /** Inputs drawn on the server, and the result for them if the server has it. */
  initial: InputValues;
  initialResult: unknown;
  /** Where the result is put for others to read. */
  finished: { current: Finished | undefined };
}

const workKey = (spec: WorkSpec, inputs: InputValues) => JSON.stringify(spec.reads.map((key) => inputs[key]));

/** Keeps an instrument's long work in step with its inputs: quick work follows them, slow work waits to be asked. */
function useWork({ spec, inputs, initial, initialResult }: WorkProps): WorkState {
  const [finished, setFinished] = useState<Finished | undefined>(() =>
    initialResult === undefined ? undefined : { inputs: initial, key: workKey(spec, initial), result: initialResult },
  );
  const [progress, setProgress] = useState<number>();
  const [failure, setFailure] = useState<string>();
  const running = useRef<() => void>(undefined);
  const key = workKey(spec, inputs);
  const end = () => {
    running.current = undefined;
    setProgress(undefined);
  };
  const cancel = () => {
    running.current?.();
    end();
  };
  const start = () => {
    cancel();
    setFailure(undefined);
    setProgress(0);
    running.current = startWork(spec, inputs, {
      onProgress: setProgress,
      onResult(result) {
        end();
        setFinished({ inputs, key, result });
      },
      onFailure(message) {
        end();
        setFailure(message);
      },
    });
  };
  useEffect(() => {
    cancel();
    if (spec.obstacle?.(inputs) !== undefined || finished?.key === key || spec.costS(inputs) > autoStartS) return undefined;
    const timer = setTimeout(start, autoStartMs);
    return () => clearTimeout(timer);
  }, [key]);
  useEffect(() => () => running.current?.(), []);
  return { finished, isStale: finished?.key !== key, progress, failure, start, cancel };
}

/** An instrument's long work: start, progress, cancel; the result in a sentence, then its tables and charts. */
export function WorkPanel(props: WorkProps): JSX.Element {
  const { spec, inputs, locale } = props;
  const work = useWork(props);
  const { finished, isStale, progress, failure } = work;
  props.finished.current = finished;
  const obstacle = spec.obstacle?.(inputs);
  // Progress must not draw the charts again.
  const result = useMemo(() => finished && resultOf(spec, finished, locale), [finished]);
  return h('section', { class: 'work', 'aria-label': spec.title[locale] }, [
    h('p', { class: 'label' }, spec.title[locale]),
    h('p', {}, spec.description[locale]),
    h(
      'p',
      { role: 'status', class: isStale ? 'stale' : undefined },
      finished && progress === undefined ? spec.answer(finished.inputs, finished.result, locale) : '',
    ),
    obstacle ? h('p', { class: 'notes-of' }, obstacle[locale]) : h(RunBar, { spec, inputs, locale, work }),
    failure !== undefined && h('p', { class: 'error' }, messages(locale).work.failed(failure)),
    finished !== undefined && isStale && h('p', { class: 'notes-of' }, messages(locale).work.stale),
    result && h('div', { class: isStale ? 'outcome stale' : 'outcome' }, result),
  ]);
}

function resultOf(spec: WorkSpec, { inputs, result }: Finished, locale: Locale): JSX.Element[] {
  const { charts, tables } = spec.views(inputs, result);
  return [...charts.map((chart) => h(Chart, { spec: chart, inputs, locale })), ...tables.map((table) => h(SideBySide, { spec: table, inputs, locale }))];
}

function RunBar({ spec, inputs, locale, work }: { spec: WorkSpec; inputs: InputValues; locale: Locale; work: WorkState }): JSX.Element {
  const { progress, start, cancel } = work;
  const t = messages(locale).work;
  const seconds = formatNumber(Math.max(1, spec.costS(inputs)), locale, { digits: 1, unit: 's' });
  return h('div', { class: 'toolbar' }, [
    h('span', { class: 'buttons needs-script' }, [
      progress === undefined
        ? h('button', { type: 'button', onClick: start, disabled: !work.isStale || undefined }, t.run(seconds))
        : h('button', { type: 'button', onClick: cancel }, t.cancel),
      progress !== undefined && h('progress', { max: 1, value: progress, 'aria-label': t.progress }),
    ]),
  ]);
}
