import type { RunPlan } from '../../src/schema/run-record.ts';

export interface Difference {
  /** Counted from one, without lines that say nothing but what varies. */
  line: number;
  recorded: string;
  now: string;
}

const number = /[-−+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/g;

/** The first line in which an output differs from the recorded one; undefined if they agree. */
export function firstDifference(recorded: string, now: string, how: RunPlan['compare']): Difference | undefined {
  const varies = (how?.varies ?? []).map((pattern) => new RegExp(pattern, 'gu'));
  const [old, fresh] = [lines(recorded, varies), lines(now, varies)];
  for (let index = 0; index < Math.max(old.length, fresh.length); index += 1) {
    const [a, b] = [old[index], fresh[index]];
    if (a === undefined || b === undefined || !sameLine(a, b, how)) return { line: index + 1, recorded: a ?? '(nothing more)', now: b ?? '(nothing more)' };
  }
  return undefined;
}

/** Lines without what varies, and without lines of nothing else. */
function lines(text: string, varies: RegExp[]): string[] {
  return text
    .replaceAll('\r\n', '\n')
    .trimEnd()
    .split('\n')
    .map((line) => line.trimEnd())
    .flatMap((line) => {
      const rest = varies.reduce((left, pattern) => left.replace(pattern, '…'), line);
      return rest !== line && /^[…\s]*$/.test(rest) ? [] : [rest];
    });
}

function sameLine(a: string, b: string, how: RunPlan['compare']): boolean {
  if (a === b || (how?.numbers === undefined && how?.below === undefined)) return a === b;
  // Where numbers may differ, so may the blanks that line them up.
  const words = (line: string) => line.replace(number, '#').replace(/\s+/g, ' ').trim();
  const [left, right] = [a.match(number) ?? [], b.match(number) ?? []];
  return words(a) === words(b) && left.every((one, index) => near(one, right[index] ?? '', how));
}

function near(a: string, b: string, { numbers = 0, below = 0 }: NonNullable<RunPlan['compare']>): boolean {
  const [x, y] = [a, b].map((text) => Number(text.replace('−', '-'))) as [number, number];
  const places = Math.max(lastPlace(a), lastPlace(b));
  const slack = Math.max(numbers * Math.max(Math.abs(x), Math.abs(y)), places, places > 0 ? below : 0);
  return Math.abs(x - y) <= slack * (1 + 1e-9);
}

/** One unit of the last printed place: 0.01 for 3.14, 1e-11 for 2.5e-10. A whole number is a count, and has none. */
function lastPlace(text: string): number {
  const [, decimals = '', exponent] = /^[-−+]?\d+(?:\.(\d+))?(?:[eE]([-+]?\d+))?$/.exec(text) ?? [];
  return decimals === '' && exponent === undefined ? 0 : 10 ** (Number(exponent ?? 0) - decimals.length);
}
