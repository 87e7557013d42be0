import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Does something while no other deployment touches the folder. A lock whose process has ended is taken over. */
export async function locked<Result>(place: string, action: () => Promise<Result>): Promise<Result> {
  const file = join(place, '.deploying');
  take(file);
  try {
    return await action();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string): void {
  try {
    const lock = openSync(file, 'wx');
    writeSync(lock, String(process.pid));
    closeSync(lock);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const owner = Number(readFileSync(file, 'utf8'));
    if (runs(owner)) throw new Error(`Process ${owner} is deploying to this folder right now (${file}).`);
    rmSync(file, { force: true });
    take(file);
  }
}

function runs(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
