import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** A process at one moment. */
export interface Reading {
  pid: number;
  parent: number;
  cpuS: number;
  residentBytes: number;
  /** The most that it ever held, where the system tells; else what it holds now. */
  peakBytes: number;
}

export interface TreeTotals {
  cpuS: number;
  /** Most memory of any one process. */
  largestBytes: number;
  /** Most memory of all together at one moment; pages that they share are counted for each. */
  togetherBytes: number;
}

/** Adds up readings of a process and its descendants, also of those that have ended since. */
export class TreeWatch {
  private readonly members = new Set<number>();
  private readonly strangers = new Set<number>();
  private readonly cpu = new Map<number, number>();
  private largest = 0;
  private together = 0;
  private readonly read: (known: Set<number>) => Reading[];

  constructor(root: number, read: (skip: Set<number>) => Reading[] = readProcesses) {
    this.members.add(root);
    this.read = read;
  }

  sample(): void {
    const readings = this.read(this.strangers);
    const parents = new Map(readings.map((one) => [one.pid, one.parent]));
    let sum = 0;
    for (const one of readings) {
      if (!this.belongs(one.pid, parents)) {
        this.strangers.add(one.pid);
        continue;
      }
      this.cpu.set(one.pid, Math.max(one.cpuS, this.cpu.get(one.pid) ?? 0));
      this.largest = Math.max(this.largest, one.peakBytes);
      sum += one.residentBytes;
    }
    this.together = Math.max(this.together, sum);
  }

  totals(): TreeTotals {
    return { cpuS: [...this.cpu.values()].reduce((sum, one) => sum + one, 0), largestBytes: this.largest, togetherBytes: this.together };
  }

  private belongs(pid: number, parents: Map<number, number>): boolean {
    const line: number[] = [];
    for (let at: number | undefined = pid; at !== undefined && at > 1 && !line.includes(at); at = parents.get(at)) {
      if (this.members.has(at)) {
        for (const one of line) this.members.add(one);
        return true;
      }
      line.push(at);
    }
    return false;
  }
}

/** All processes of the machine but those to be skipped. */
export function readProcesses(skip: Set<number>): Reading[] {
  return existsSync('/proc/self/stat') ? fromProc(skip) : fromPs();
}

/** Linux: ticks of a hundredth of a second, pages of memory from /proc. */
function fromProc(skip: Set<number>): Reading[] {
  return readdirSync('/proc').flatMap((name) => {
    const pid = Number(name);
    if (!Number.isInteger(pid) || skip.has(pid)) return [];
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The name in brackets may hold spaces; fields are counted from after it.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      const kilobytes = (key: string) => Number(new RegExp(`^${key}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * 1024;
      return [
        {
          pid,
          parent: Number(fields[1]),
          cpuS: (Number(fields[11]) + Number(fields[12])) / 100,
          residentBytes: kilobytes('VmRSS'),
          peakBytes: kilobytes('VmHWM'),
        },
      ];
    } catch {
      // It ended while it was being read.
      return [];
    }
  });
}

function fromPs(): Reading[] {
  return parsePs(execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss=,time='], { encoding: 'utf8' }));
}

/** Lines of `ps -o pid=,ppid=,rss=,time=`: memory in KiB, time as [[days-]hours:]minutes:seconds. */
export function parsePs(text: string): Reading[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [pid = '', parent = '', resident = '', time = ''] = line.trim().split(/\s+/);
      const [clock = '', days = '0'] = time.split('-').reverse();
      const cpuS = clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) + Number(days) * 86_400;
      const bytes = Number(resident) * 1024;
      return { pid: Number(pid), parent: Number(parent), cpuS, residentBytes: bytes, peakBytes: bytes };
    });
}
