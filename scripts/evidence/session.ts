import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunPlan } from '../../src/schema/run-record.ts';

/** What a run gave: its standard output, and the tables for figures that it wrote. */
export interface Outcome {
  output: string;
  /** CSV files by name, of those that stand in the topic's `figures/`. */
  tables: Record<string, string>;
  /** Why there is no outcome to compare: the last lines of standard error, or that it took too long. */
  failure?: string;
}

/** A temporary copy of a topic's listings, in which runs are made one after another. Servers that they start end with it. */
export class Session {
  private readonly folder: string;
  private readonly topicDir: string;
  private readonly started: ChildProcess[] = [];

  constructor(topicDir: string) {
    this.topicDir = topicDir;
    this.folder = mkdtempSync(join(tmpdir(), 'evidence-'));
    cpSync(join(topicDir, 'listings'), this.listings, { recursive: true, filter: (path) => !path.endsWith('.run.yaml') });
    // Listings may write their tables there; empty, so that what stands in it was written by the run.
    mkdirSync(this.figures);
  }

  private get listings(): string {
    return join(this.folder, 'listings');
  }

  private get figures(): string {
    return join(this.folder, 'figures');
  }

  async run(plan: RunPlan, beside: string, minutes: number): Promise<Outcome> {
    for (const name of Object.keys(plan.needs.beside)) if (!existsSync(join(this.listings, name))) symlinkSync(join(beside, name), join(this.listings, name));
    const old = this.tables();
    // One shell for both, so that variables set before hold; what is printed before is not part of the output.
    const ran = await this.shell(plan.before === undefined ? plan.command : `{\n${plan.before}\n} >&2 || exit 1\n${plan.command}`, minutes);
    const fresh = Object.entries(this.tables()).filter(([name, text]) => old[name] !== text);
    return { ...ran, tables: Object.fromEntries(fresh) };
  }

  /** Ends every process that the runs left behind, and removes the folder. */
  close(): void {
    for (const { pid } of this.started) {
      try {
        if (pid !== undefined) process.kill(-pid, 'SIGKILL');
      } catch {
        // It has ended by itself.
      }
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private tables(): Record<string, string> {
    const figures = join(this.topicDir, 'figures');
    const wanted = existsSync(figures) ? readdirSync(figures).filter((name) => name.endsWith('.csv')) : [];
    return Object.fromEntries(
      wanted.flatMap((name) =>
        [join(this.listings, name), join(this.figures, name)].filter(existsSync).map((path) => [name, readFileSync(path, 'utf8')] as const),
      ),
    );
  }

  /** A process group of its own, so that it can be ended with everything that it started. */
  private shell(command: string, minutes: number): Promise<Omit<Outcome, 'tables'>> {
    return new Promise((resolve) => {
      const child = spawn('sh', ['-c', command], { cwd: this.listings, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
      this.started.push(child);
      const [out, err]: Buffer[][] = [[], []];
      const timer = setTimeout(() => {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
        end(`it took more than ${minutes} minutes`);
      }, minutes * 60_000);
      const end = (failure?: string) => {
        clearTimeout(timer);
        resolve({ output: Buffer.concat(out ?? []).toString(), ...(failure === undefined ? {} : { failure }) });
      };
      child.stdout.on('data', (data: Buffer) => out?.push(data));
      child.stderr.on('data', (data: Buffer) => err?.push(data));
      child.on('error', (error) => end(error.message));
      // A server in the background keeps the pipes open; the shell's own end is what counts.
      child.on('exit', (code) =>
        setTimeout(() => end(code === 0 ? undefined : `it ended with code ${code}: ${lastLines(Buffer.concat(err ?? []).toString())}`), 50),
      );
    });
  }
}

const lastLines = (text: string) => text.trim().split('\n').slice(-3).join(' | ');
