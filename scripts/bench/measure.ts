import { spawn } from 'node:child_process';
import { root } from '../settings.ts';
import { type TreeTotals, TreeWatch } from './process-tree.ts';

export interface Measured extends TreeTotals {
  wallS: number;
}

const intervalMs = 100;

/** Runs one of our scripts to its end and measures it with all that it starts. A run that fails is an error with the end of what it said. */
export function measureScript(script: string, environment: Record<string, string>): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, [script], { cwd: root, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const hear = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    const watch = new TreeWatch(child.pid ?? -1);
    const timer = setInterval(() => watch.sample(), intervalMs);
    // A benchmark that is broken off must not leave its build running.
    const stop = () => void child.kill();
    process.once('exit', stop);
    const end = () => {
      clearInterval(timer);
      process.off('exit', stop);
    };
    child.on('error', (error) => {
      end();
      reject(error);
    });
    child.on('close', (code) => {
      end();
      if (code === 0) resolve({ wallS: (performance.now() - started) / 1000, ...watch.totals() });
      else reject(new Error(`${script} ended with code ${code}:\n${said}`));
    });
  });
}
