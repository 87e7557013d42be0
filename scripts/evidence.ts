/*
 * npm run evidence [-- [--update] <topic> | <topic>/<file> …]: makes the recorded runs of listings again, in temporary copies, and holds what
 * they print against their records. Exit 1 if one differs. A run whose tools are not on this machine is named, with how to get them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstDifference } from './evidence/compare.ts';
import { missing, otherVersions, present } from './evidence/needs.ts';
import { type Plan, readPlans, sessions } from './evidence/plans.ts';
import { writeRecord } from './evidence/record.ts';
import { type Outcome, Session } from './evidence/session.ts';
import { settings } from './settings.ts';

const minutes = 30;
const update = process.argv.includes('--update');
const wishes = process.argv.slice(2).filter((argument) => argument !== '--update');
const { contentDir, cacheDir } = settings();
const { plans, parts, unrun } = readPlans(contentDir);
const wanted = ({ id, topic }: Plan) => wishes.length === 0 || wishes.some((wish) => wish === id || wish === topic);
const counts = { agree: 0, differ: 0, recorded: 0, missing: 0 };

if (wishes.some((wish) => !plans.some(({ id, topic }) => wish === id || wish === topic))) {
  console.error(`There is no such run. Known:\n${plans.map(({ id }) => `  ${id}`).join('\n')}`);
  process.exit(1);
}
for (const session of sessions(plans, wanted)) await runAll(session);
const { agree, differ, recorded, missing: notRun } = counts;
console.log(
  `\n${agree + differ + recorded + notRun} recorded runs: ${agree} agree, ${differ} differ, ${update ? `${recorded} recorded anew, ` : ''}${notRun} not run here.` +
    (wishes.length === 0 ? ` Besides, ${parts} listings are parts of such runs, and ${unrun} were never run (their pages say why).` : ''),
);
process.exitCode = differ > 0 ? 1 : 0;

async function runAll(session: Plan[]): Promise<void> {
  const failed = new Map<string, string>();
  const topicDir = join(contentDir, 'topics', session[0]?.topic ?? '');
  const place = new Session(topicDir);
  const stop = () => {
    place.close();
    process.exit(130);
  };
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.once(signal, stop);
  try {
    for (const plan of session) {
      const { after } = plan.record;
      const reason = after === undefined ? undefined : failed.get(after);
      const why = reason === undefined ? await runOne(plan, place, topicDir) : `it continues ${after}, which could not be run`;
      if (why === undefined) continue;
      failed.set(plan.name, why);
      tell('not run', plan, why);
      counts.missing += 1;
    }
  } finally {
    for (const signal of signals) process.off(signal, stop);
    place.close();
  }
}

/** Why it could not be run; undefined if it was. */
async function runOne(plan: Plan, place: Session, topicDir: string): Promise<string | undefined> {
  const { needs } = plan.record;
  const beside = join(cacheDir, 'evidence', plan.topic);
  const here = present(needs);
  const lacking = missing(needs, here, beside);
  if (lacking.length > 0) return lacking.join('; ');
  const started = performance.now();
  const outcome = await place.run(plan.record, beside, minutes);
  const seconds = `${((performance.now() - started) / 1000).toFixed(1)} s`;
  const versions = otherVersions(needs, here);
  if (update && wanted(plan) && outcome.failure === undefined) {
    writeRecord(plan, outcome, here, topicDir, new Date().toISOString().slice(0, 10));
    tell('recorded', plan, seconds);
    counts.recorded += 1;
    return undefined;
  }
  const difference = outcome.failure ?? differing(plan, outcome, topicDir);
  tell(difference === undefined ? 'agrees' : 'differs', plan, [difference, seconds, ...versions].filter((part) => part !== undefined).join('; '));
  counts[difference === undefined ? 'agree' : 'differ'] += 1;
  return undefined;
}

function differing({ name, record }: Plan, { output, tables }: Outcome, topicDir: string): string | undefined {
  if (record.output === undefined) return 'there is no recorded output yet (--update writes it)';
  const texts = [
    [`${name}.run.yaml`, record.output, output],
    ...Object.entries(tables).map(([table, now]) => [table, readFileSync(join(topicDir, 'figures', table), 'utf8'), now]),
  ] as const;
  for (const [what = '', recorded = '', now = ''] of texts) {
    const found = firstDifference(recorded, now, record.compare);
    if (found) return `${what}, line ${found.line} of the output\n    recorded: ${found.recorded}\n    now:      ${found.now}\n   `;
  }
  return undefined;
}

function tell(what: string, { id }: Plan, more: string): void {
  console.log(`${what.padEnd(8)}  ${id}  ${more}`);
}
