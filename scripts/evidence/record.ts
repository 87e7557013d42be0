import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, isMap, parseDocument, Scalar } from 'yaml';
import type { Present } from './needs.ts';
import type { Plan } from './plans.ts';
import type { Outcome } from './session.ts';

/** Writes a run into its record, and the tables that it wrote into the topic's `figures/`. */
export function writeRecord(plan: Plan, outcome: Outcome, here: Present, topicDir: string, date: string): void {
  writeFileSync(plan.file, recorded(readFileSync(plan.file, 'utf8'), plan, outcome.output, here, date));
  for (const [name, text] of Object.entries(outcome.tables)) writeFileSync(join(topicDir, 'figures', name), text);
}

/** The text of a record after a run: the author's fields as they were, versions where they changed, date, hash and output. */
export function recorded(text: string, { record, sha256 }: Pick<Plan, 'record' | 'sha256'>, output: string, here: Present, date: string): string {
  const document = parseDocument(text);
  let { tool, version = '' } = record;
  for (const kind of ['programs', 'python'] as const) {
    for (const [name, old] of Object.entries(record.needs[kind])) {
      const now = here[kind][name] ?? old;
      if (now === old) continue;
      [tool, version] = [tool.replace(old, now), version.replace(old, now)];
      document.setIn(['needs', kind, name], now);
    }
  }
  const versions = [...Object.values(here.programs), ...Object.values(here.python)].join(', ');
  if (tool !== record.tool) document.set('tool', tool);
  if (record.version === undefined) document.set('version', versions);
  else if (version !== record.version) document.set('version', version);
  document.set('date', date);
  document.set('sha256', sha256);
  const block = new Scalar(output);
  block.type = Scalar.BLOCK_LITERAL;
  document.set('output', block);
  return ordered(document).toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** How a run is made comes before what came of it. */
function ordered(document: ReturnType<typeof parseDocument>): Document {
  const order = ['command', 'tool', 'version', 'needs', 'before', 'after', 'compare', 'date', 'sha256', 'output', 'remark'];
  if (isMap(document.contents)) document.contents.items.sort((a, b) => order.indexOf(String(a.key)) - order.indexOf(String(b.key)));
  return document as unknown as Document;
}
