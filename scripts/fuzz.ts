/*
 * npm run fuzz -- --seconds 300 --seed 1: every reader of what may come from outside, on random texts, in turn, for as long as asked. Prints the
 * counterexample of what fails, with the seed that makes it again, and exits 1.
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { seedOf, targets } from './fuzz/properties.ts';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string', default: String(Date.now() % 1_000_000) } } });
const [seconds, seed] = [Number(values.seconds), Number(values.seed)];
if (!(seconds > 0) || !Number.isInteger(seed)) {
  console.error('npm run fuzz -- --seconds <number above 0> --seed <whole number>');
  process.exit(1);
}

const until = performance.now() + seconds * 1000;
const runs = new Map<string, number>();
const failed = new Set<string>();
for (let round = 0; performance.now() < until; round += 1) {
  for (const { name, property } of targets) {
    if (failed.has(name) || performance.now() > until) continue;
    const result = await fc.check(property, {
      seed: seedOf(name, seed + round),
      numRuns: 200,
      interruptAfterTimeLimit: Math.max(1, until - performance.now()),
    });
    runs.set(name, (runs.get(name) ?? 0) + result.numRuns);
    if (!result.failed) continue;
    failed.add(name);
    console.error(`${name}: failed with --seed ${seed + round}\n${fc.defaultReportMessage(result) ?? ''}\n`);
  }
}
for (const [name, count] of runs) console.log(`${String(count).padStart(9)}  ${name}${failed.has(name) ? '  FAILED' : ''}`);
console.log(`\nseed ${seed}, ${seconds} s: ${failed.size === 0 ? 'nothing found' : `${failed.size} of ${targets.length} failed`}.`);
process.exitCode = failed.size === 0 ? 0 : 1;
