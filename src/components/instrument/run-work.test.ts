import { describe, expect, it } from 'vitest';
import type { InputValues, WorkMessage, WorkSpec } from '../../instruments/define.ts';
import { startWork } from './run-work.ts';

function* countTo(inputs: InputValues): Generator<number, number> {
  const total = inputs.total as number;
  for (let k = 0; k < total; k++) {
    if (inputs.fails && k === 3) throw new Error('three');
    const until = performance.now() + 4;
    while (performance.now() < until);
    yield k / total;
  }
  return total;
}

const spec = (worker: () => Worker): WorkSpec => ({
  title: { en: 'count', 'zh-cn': '数数' },
  description: { en: 'counts', 'zh-cn': '数数' },
  reads: ['total'],
  run: countTo,
  worker,
  costS: () => 1,
  answer: () => '',
  views: () => ({ tables: [], charts: [] }),
});

const none = () => {
  throw new Error('no workers here');
};

function listen() {
  const heard: (number | string | unknown)[] = [];
  let end: (value: unknown) => void = () => undefined;
  const ended = new Promise((resolve) => {
    end = resolve;
  });
  return {
    heard,
    ended,
    listener: {
      onProgress: (share: number) => heard.push(share),
      onResult: (result: unknown) => end({ result }),
      onFailure: (message: string) => end({ failure: message }),
    },
  };
}

/** A worker as far as it is used: it says what it is told to say. */
class Stand {
  onmessage: ((event: { data: WorkMessage }) => void) | null = null;
  onerror: (() => void) | null = null;
  stopped = false;
  posted: unknown;
  postMessage(inputs: unknown) {
    this.posted = inputs;
  }
  terminate() {
    this.stopped = true;
  }
}

describe('startWork without a worker', () => {
  it('works on the page in slices, with progress, to the result', async () => {
    const { heard, ended, listener } = listen();
    startWork(spec(none), { total: 12 }, listener);
    expect(await ended).toEqual({ result: 12 });
    expect(heard.length).toBeGreaterThan(1);
  });

  it('stops when told', async () => {
    const { heard, listener } = listen();
    const stop = startWork(spec(none), { total: 1000 }, listener);
    await new Promise((resolve) => setTimeout(resolve, 60));
    stop();
    const count = heard.length;
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(heard.length).toBe(count);
    expect(count).toBeLessThan(20);
  });

  it('reports a failure', async () => {
    const { ended, listener } = listen();
    startWork(spec(none), { total: 12, fails: true }, listener);
    expect(await ended).toEqual({ failure: 'three' });
  });
});

describe('startWork with a worker', () => {
  it('sends the inputs, passes progress and result on, and ends the worker', async () => {
    const worker = new Stand();
    const { heard, ended, listener } = listen();
    startWork(
      spec(() => worker as unknown as Worker),
      { total: 3 },
      listener,
    );
    expect(worker.posted).toEqual({ total: 3 });
    worker.onmessage?.({ data: { progress: 0.5 } });
    worker.onmessage?.({ data: { result: 'done' } });
    expect(await ended).toEqual({ result: 'done' });
    expect(heard).toEqual([0.5]);
    expect(worker.stopped).toBe(true);
  });

  it('ends the worker when told to stop', () => {
    const worker = new Stand();
    startWork(
      spec(() => worker as unknown as Worker),
      { total: 3 },
      listen().listener,
    )();
    expect(worker.stopped).toBe(true);
  });

  it('goes on without it if its file cannot be loaded', async () => {
    const worker = new Stand();
    const { ended, listener } = listen();
    startWork(
      spec(() => worker as unknown as Worker),
      { total: 3 },
      listener,
    );
    worker.onerror?.();
    expect(await ended).toEqual({ result: 3 });
  });
});
