import { readFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, loadavg, platform, totalmem } from 'node:os';
import { join } from 'node:path';
import { root } from '../settings.ts';

/** The middle value; of an even number of them, the lower middle one. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

/** A Markdown table; all columns but the first hold numbers. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}

/** A number with this many decimals; a dash for what was not measured. */
export function shown(value: number | undefined, decimals = 0): string {
  return value === undefined || Number.isNaN(value) ? '–' : value.toFixed(decimals);
}

/** kB of 1,000 bytes, as peers are measured (shared/PEERS.md). */
export const kilobytes = (bytes: number | undefined): string => shown(bytes === undefined ? undefined : bytes / 1000, 1);

export const megabytes = (bytes: number | undefined): string => shown(bytes === undefined ? undefined : bytes / 1e6, 1);

/** What the figures were measured on: a reader must be able to judge and repeat them. */
export function machineLine(): string {
  const version = (name: string) => (JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version;
  const packages = ['astro', 'playwright-core', '@sparticuz/chromium', 'lighthouse'].map((name) => `${name} ${version(name)}`).join(', ');
  const load = loadavg()[0] ?? 0;
  return `${new Date().toISOString().slice(0, 10)}: ${cpus()[0]?.model.trim() || arch()}, ${availableParallelism()} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB memory, ${platform()}; Node ${process.versions.node}, ${packages}. Load before the run: ${load.toFixed(1)}${load > 1 ? ' (the machine was not idle: wall times are too long)' : ''}.`;
}
