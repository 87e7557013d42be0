import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadInstruments } from '../../src/instruments/registry.ts';

/** What is done to a file of the good folder: a new text, replacements (each of which must be found once), or deletion. */
export type Change = string | [from: string, to: string][] | 'delete';

export type Changes = Record<string, Change>;

/** An entry must have 1,200 words; so much of the same sentence as makes the miniature's long enough. */
const sentences = {
  en: 'The longer the symbol, the longer the packet, and the longer the packet, the fewer of them fit into an hour. '.repeat(70),
  'zh-cn': '符号越长，数据包越长；数据包越长，一小时内能发送的数据包就越少。'.repeat(80),
};

/** A copy of `good/` with some changes, in a new folder below the system's temporary one. */
export async function miniature(changes: Changes = {}, { long = true } = {}): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'miniature-'));
  cpSync(join(import.meta.dirname, 'good'), dir, { recursive: true });
  // At the ends of the files, so that what stands before keeps its line.
  if (long) for (const [locale, text] of Object.entries(sentences)) appendFileSync(join(dir, `topics/time-on-air/${locale}.mdx`), `\n${text.trim()}\n`);
  appendFileSync(join(dir, 'topics/time-on-air/sources.yaml'), await instrumentSources());
  for (const [file, change] of Object.entries(changes)) apply(join(dir, file), change);
  return dir;
}

/** The works that the instrument of the miniature rests on. */
async function instrumentSources(): Promise<string> {
  const outputs = (await loadInstruments()).get('lora-link')?.outputs ?? {};
  const keys = new Set(Object.values(outputs).flatMap(({ ground }) => ground.map(({ source }) => source)));
  return [...keys].map((key) => `${key}:\n  { type: report, title: "${key}", author: [{ literal: Nobody }], read: 2026-11-24, primary: true }\n`).join('');
}

function apply(path: string, change: Change): void {
  if (change === 'delete') {
    if (!existsSync(path)) throw new Error(`there is no ${path} to delete`);
    rmSync(path, { recursive: true });
  } else if (typeof change === 'string') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, change);
  } else {
    writeFileSync(path, change.reduce(replaceOnce, readFileSync(path, 'utf8')));
  }
}

function replaceOnce(text: string, [from, to]: [string, string]): string {
  const found = text.split(from).length - 1;
  if (found !== 1) throw new Error(`"${from}" stands ${found} times in the file, not once`);
  return text.replace(from, () => to);
}
