import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type RunPlan, runPlanSchema } from '../../src/schema/run-record.ts';

/** A listing whose record says how it is run. */
export interface Plan {
  /** `<topic>/<file>`. */
  id: string;
  topic: string;
  name: string;
  /** Path of the record. */
  file: string;
  /** Hash of the listing as it is now. */
  sha256: string;
  record: RunPlan;
}

/** What the content folder's listings say of their runs. Records that cannot be read are for `npm run check` to report. */
export function readPlans(contentDir: string): { plans: Plan[]; parts: number; unrun: number } {
  const plans: Plan[] = [];
  let [parts, unrun] = [0, 0];
  for (const topic of readdirSync(join(contentDir, 'topics'))) {
    const folder = join(contentDir, 'topics', topic, 'listings');
    for (const file of existsSync(folder) ? readdirSync(folder) : []) {
      const name = file.replace(/\.run\.yaml$/, '');
      if (name === file || !existsSync(join(folder, name))) continue;
      const data = parse(readFileSync(join(folder, file), 'utf8')) as object | null;
      if (data !== null && 'usedBy' in data) parts += 1;
      if (data !== null && 'notRun' in data) unrun += 1;
      const { data: record } = runPlanSchema.safeParse(data);
      const sha256 = createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex');
      if (record) plans.push({ id: `${topic}/${name}`, topic, name, file: join(folder, file), sha256, record });
    }
  }
  return { plans: plans.sort((a, b) => a.id.localeCompare(b.id)), parts, unrun };
}

/**
 * The plans that are wanted, in sessions: each is run in a folder of its own, a run right after the one that it continues. What a wanted run
 * continues belongs to its session, wanted or not.
 */
export function sessions(plans: Plan[], wanted: (plan: Plan) => boolean): Plan[][] {
  const byId = new Map(plans.map((plan) => [plan.id, plan]));
  const before = (plan: Plan) => (plan.record.after === undefined ? undefined : byId.get(`${plan.topic}/${plan.record.after}`));
  const needed = new Set<Plan>();
  for (const plan of plans.filter(wanted)) for (let one: Plan | undefined = plan; one && !needed.has(one); one = before(one)) needed.add(one);
  const following = (plan: Plan): Plan[] => [plan, ...plans.filter((other) => needed.has(other) && before(other) === plan).flatMap(following)];
  return plans.filter((plan) => needed.has(plan) && before(plan) === undefined).map(following);
}
