import type { InputValues, WorkMessage, WorkSpec } from '../../instruments/define.ts';

interface Listener {
  onProgress(share: number): void;
  onResult(result: unknown): void;
  onFailure(message: string): void;
}

/** Milliseconds of work between two turns of the page, where there is no worker. */
const sliceMs = 12;

/** Starts long work in a worker, or in slices on the page where none can be had (a page opened as a file). The function returned stops it. */
export function startWork(spec: WorkSpec, inputs: InputValues, listener: Listener): () => void {
  let stop = () => {};
  const inSlices = () => {
    stop = runInSlices(spec, inputs, listener);
  };
  try {
    const worker = spec.worker();
    stop = () => worker.terminate();
    worker.onmessage = ({ data }: MessageEvent<WorkMessage>) => {
      if ('progress' in data) return listener.onProgress(data.progress);
      worker.terminate();
      if ('result' in data) listener.onResult(data.result);
      else listener.onFailure(data.failure);
    };
    // The file could not be loaded: nothing has been done yet.
    worker.onerror = () => {
      worker.terminate();
      inSlices();
    };
    worker.postMessage(inputs);
  } catch {
    inSlices();
  }
  return () => stop();
}

function runInSlices(spec: WorkSpec, inputs: InputValues, listener: Listener): () => void {
  const steps = spec.run(inputs);
  let timer: ReturnType<typeof setTimeout>;
  const slice = () => {
    const until = performance.now() + sliceMs;
    try {
      for (;;) {
        const step = steps.next();
        if (step.done) return listener.onResult(step.value);
        if (performance.now() < until) continue;
        listener.onProgress(step.value);
        timer = setTimeout(slice);
        return;
      }
    } catch (error) {
      listener.onFailure(error instanceof Error ? error.message : String(error));
    }
  };
  timer = setTimeout(slice);
  return () => clearTimeout(timer);
}
