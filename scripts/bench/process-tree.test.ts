import { describe, expect, it } from 'vitest';
import { parsePs, type Reading, readProcesses, TreeWatch } from './process-tree.ts';

const reading = (pid: number, parent: number, cpuS: number, residentBytes: number, peakBytes = residentBytes): Reading => ({
  pid,
  parent,
  cpuS,
  residentBytes,
  peakBytes,
});

function totalsOf(...moments: Reading[][]) {
  const left = [...moments];
  const watch = new TreeWatch(10, (skip) => (left.shift() ?? []).filter(({ pid }) => !skip.has(pid)));
  for (const _ of moments) watch.sample();
  return watch.totals();
}

describe('TreeWatch', () => {
  it('adds up a process and its descendants, and nobody else', () =>
    expect(totalsOf([reading(12, 11, 3, 30), reading(10, 1, 1, 10), reading(11, 10, 2, 20), reading(99, 1, 50, 500)])).toEqual({
      cpuS: 6,
      largestBytes: 30,
      togetherBytes: 60,
    }));

  it('keeps the time of a child that has ended', () => expect(totalsOf([reading(10, 1, 1, 10), reading(11, 10, 7, 20)], [reading(10, 1, 2, 10)]).cpuS).toBe(9));

  it('keeps a descendant whose parent has ended', () =>
    expect(totalsOf([reading(10, 1, 1, 10), reading(11, 10, 1, 10), reading(12, 11, 1, 10)], [reading(10, 1, 1, 10), reading(12, 1, 5, 90)])).toEqual({
      cpuS: 7,
      largestBytes: 90,
      togetherBytes: 100,
    }));

  it('takes the peak of one process from the system, also between two samples', () => expect(totalsOf([reading(10, 1, 1, 10, 70)]).largestBytes).toBe(70));
});

describe('readProcesses', () => {
  it('knows this process and its memory', () => {
    const own = readProcesses(new Set()).find(({ pid }) => pid === process.pid);
    expect(own?.parent).toBe(process.ppid);
    expect(own?.residentBytes).toBeGreaterThan(10e6);
  });
});

describe('parsePs', () => {
  it('reads KiB and times with and without days and fractions', () =>
    expect(parsePs('  7   1  1024  1-02:03:04\n 8 7 2 0:01.50\n')).toEqual([
      { pid: 7, parent: 1, cpuS: 93_784, residentBytes: 1_048_576, peakBytes: 1_048_576 },
      { pid: 8, parent: 7, cpuS: 1.5, residentBytes: 2048, peakBytes: 2048 },
    ]));
});
