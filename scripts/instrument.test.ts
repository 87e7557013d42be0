import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './settings.ts';

/** `npm run -s instrument -- …` as it is run from outside, with lines on stdin. */
function instrument(args: string[], lines: unknown[] = []) {
  const input = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const { stdout, status } = spawnSync(process.execPath, [join(root, 'scripts/instrument.ts'), ...args], { input, encoding: 'utf8', maxBuffer: 2 ** 26 });
  return {
    status,
    text: stdout,
    answers: () =>
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
  };
}

describe('instrument crlb', () => {
  it('answers each line with its numbers, the Fisher matrix as rows', () => {
    const [plain, white] = instrument(['crlb'], [{ frequency: 0.2 }, { frequency: 0.2, ar: [], signal: 'complex', n: 10000 }]).answers();
    // crlb_ar1.m, run by GNU Octave: see the entry’s listing.
    expect(plain.crlbExact / 2.73583714e-7).toBeCloseTo(1, 8);
    expect(plain.fisher.map((row: number[]) => row.length)).toEqual([3, 3, 3]);
    expect(plain.fisher[0][1]).toBe(plain.fisher[1][0]);
    expect(white.crlbExact / white.crlbWhite).toBeCloseTo(1, 9);
  });

  it('answers null where there is no bound, and an error with code and field where the input cannot be', () => {
    const answers = instrument(['crlb'], [{ frequency: 0.5 }, { ar: [1.5] }, { ar: 0.8 }, { wrong: 1 }, '[1]', '{']).answers();
    expect(answers[0].crlbExact).toBeNull();
    expect(answers.slice(1).map(({ error }) => `${error.field} ${error.code}`)).toEqual([
      'ar not-stationary',
      'ar not-a-list',
      'wrong unknown-field',
      ' not-an-object',
      ' not-json',
    ]);
  });

  it('--run adds the simulation, the same for the same seed', () => {
    const line = { trials: 20, snrPoints: 2, seed: 3 };
    const [first, second] = instrument(['crlb', '--run'], [line, line]).answers();
    expect(first.work.points.length).toBe(2);
    expect(first).toEqual(second);
  });

  it('--schema describes lists and matrices', () => {
    const { $defs } = JSON.parse(instrument(['crlb', '--schema']).text);
    expect($defs.inputs.properties.ar).toMatchObject({ type: 'array', items: { type: 'number' }, maxItems: 64, default: [0.8] });
    expect($defs.outputs.properties.fisher).toMatchObject({ type: 'array', minItems: 3, items: { type: 'array', minItems: 3 } });
    expect($defs.outputs.required).toContain('fisher');
  });
});

describe('instrument', () => {
  it('--list names every instrument; an unknown one is refused', () => {
    expect(instrument(['--list']).text.trim().split('\n')).toEqual(expect.arrayContaining(['crlb', 'lora-link']));
    expect(instrument(['none']).status).toBe(1);
  });
});
