import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs `work` with a folder of its own for temporary files, and removes it whatever happens, also when the run is broken off. */
export async function withWorkspace<T>(work: (dir: string) => Promise<T>): Promise<T> {
  mkdirSync(tmpdir(), { recursive: true });
  const dir = mkdtempSync(join(tmpdir(), 'touchstone-bench-'));
  const remove = () => rmSync(dir, { recursive: true, force: true });
  const breakOff = () => {
    remove();
    process.exit(130);
  };
  process.once('SIGINT', breakOff);
  process.once('SIGTERM', breakOff);
  try {
    return await work(dir);
  } finally {
    process.off('SIGINT', breakOff);
    process.off('SIGTERM', breakOff);
    remove();
  }
}

/** Progress goes to the error channel, so that the tables can be sent to a file. */
export const progress = (text: string): void => void process.stderr.write(`${text}\n`);
