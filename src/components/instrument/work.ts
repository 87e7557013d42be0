import { h, type JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Locale, Localized } from '../../i18n/locales.ts';
import { formatNumber } from '../../i18n/number.ts';
import type { Definition, InputValues, WorkSpec } from '../../instruments/define.ts';
import { Chart } from './chart.ts';
import { SideBySide } from './results.ts';
import { startWork } from './run-work.ts';

/** Work up to this many seconds starts by itself. */
const autoStartS = 4;

/** Pause after a keystroke before it starts. */
const autoStartMs = 350;

interface Finished {
  inputs: InputValues;
  key: string;
  result: unknown;
}

export interface WorkState {
  /** The last result, if any, and the inputs that it belongs to. */
  result: Finished | undefined;
  /** The result does not belong to the present inputs. */
  isStale: boolean;
  /** Share that is done, while it runs. */
  progress: number | undefined;
  failure: string | undefined;
  start(): void;
  cancel(): void;
}

const workKey = (spec: WorkSpec, inputs: InputValues) => JSON.stringify(spec.reads.map((key) => inputs[key]));

/** Keeps an instrument's long work in step with its inputs: quick work follows them, slow work waits to be asked. */
export function useWork(definition: Definition, inputs: InputValues, initial: InputValues, initialResult: unknown): WorkState {
  const spec = definition.work;
  const [result, setResult] = useState<Finished | undefined>(() =>
    spec && initialResult !== undefined ? { inputs: initial, key: workKey(spec, initial), result: initialResult } : undefined,
  );
  const [progress, setProgress] = useState<number>();
  const [failure, setFailure] = useState<string>();
  const running = useRef<() => void>(undefined);
  const key = spec ? workKey(spec, inputs) : '';
  const canRun = spec !== undefined && spec.obstacle?.(inputs) === undefined;

  const cancel = () => {
    running.current?.();
    running.current = undefined;
    setProgress(undefined);
  };
  const start = () => {
    if (!spec || !canRun) return;
    cancel();
    setFailure(undefined);
    setProgress(0);
    const end = () => {
      running.current = undefined;
      setProgress(undefined);
    };
    running.current = startWork(spec, inputs, {
      onProgress: setProgress,
      onResult(found) {
        end();
        setResult({ inputs, key, result: found });
      },
      onFailure(message) {
        end();
        setFailure(message);
      },
    });
  };
  useEffect(() => {
    cancel();
    if (!spec || !canRun || result?.key === key || spec.costS(inputs) > autoStartS) return undefined;
    const timer = setTimeout(start, autoStartMs);
    return () => clearTimeout(timer);
  }, [key]);
  useEffect(() => () => running.current?.(), []);
  return { result, isStale: result?.key !== key, progress, failure, start, cancel };
}

const texts = {
  run: (seconds: string): Localized => ({ en: `Run (about ${seconds})`, 'zh-cn': `运行（约${seconds}）` }),
  cancel: { en: 'Cancel', 'zh-cn': '取消' },
  progress: { en: 'Progress', 'zh-cn': '进度' },
  stale: {
    en: 'The result below belongs to earlier inputs.',
    'zh-cn': '下面的结果属于先前的输入。',
  },
  failed: (message: string): Localized => ({ en: `The run failed: ${message}`, 'zh-cn': `运行失败：${message}` }),
};

/** An instrument's long work: start, progress, cancel; the result in a sentence, then its tables and charts. */
export function WorkPanel({ spec, inputs, locale, work }: { spec: WorkSpec; inputs: InputValues; locale: Locale; work: WorkState }): JSX.Element {
  const obstacle = spec.obstacle?.(inputs);
  const { result, isStale, progress, failure } = work;
  const views = result ? spec.views(result.inputs, result.result) : { tables: [], charts: [] };
  return h('section', { class: 'work', 'aria-label': spec.title[locale] }, [
    h('p', { class: 'label' }, spec.title[locale]),
    h('p', {}, spec.description[locale]),
    h('p', { role: 'status', class: isStale ? 'stale' : undefined }, result && progress === undefined ? spec.answer(result.inputs, result.result, locale) : ''),
    obstacle ? h('p', { class: 'notes-of' }, obstacle[locale]) : h(RunBar, { spec, inputs, locale, work }),
    failure !== undefined && h('p', { class: 'error' }, texts.failed(failure)[locale]),
    result !== undefined && isStale && h('p', { class: 'notes-of' }, texts.stale[locale]),
    result !== undefined &&
      h('div', { class: isStale ? 'outcome stale' : 'outcome' }, [
        ...views.charts.map((chart) => h(Chart, { spec: chart, inputs: result.inputs, locale })),
        ...views.tables.map((table) => h(SideBySide, { spec: table, inputs: result.inputs, locale })),
      ]),
  ]);
}

function RunBar({ spec, inputs, locale, work }: { spec: WorkSpec; inputs: InputValues; locale: Locale; work: WorkState }): JSX.Element {
  const { progress, start, cancel } = work;
  const seconds = formatNumber(Math.max(1, spec.costS(inputs)), locale, { digits: 1, unit: 's' });
  return h('div', { class: 'toolbar' }, [
    h('span', { class: 'buttons needs-script' }, [
      progress === undefined
        ? h('button', { type: 'button', onClick: start, disabled: !work.isStale || undefined }, texts.run(seconds)[locale])
        : h('button', { type: 'button', onClick: cancel }, texts.cancel[locale]),
      progress !== undefined && h('progress', { max: 1, value: progress, 'aria-label': texts.progress[locale] }),
    ]),
  ]);
}
