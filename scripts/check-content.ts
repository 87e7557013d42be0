import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../src/corpus/finding.ts';
import { loadInstruments } from '../src/instruments/registry.ts';
import { type Preparation, readAndRender } from '../src/prose/prepare.ts';
import type { Rule } from './checks/rule.ts';
import type { Settings } from './settings.ts';

/** All rules of `scripts/checks/`, found by file name. */
export async function loadRules(): Promise<Rule[]> {
  const folder = join(import.meta.dirname, 'checks');
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'rule.ts');
  const modules = await Promise.all(names.sort().map((name) => import(`./checks/${name}`) as Promise<{ rule: Rule }>));
  return modules.map((module) => module.rule);
}

/** Reads, renders and checks a content folder: everything that is wrong with it, at once. */
export async function checkContent(settings: Settings): Promise<{ findings: Finding[]; preparation: Preparation }> {
  const preparation = await readAndRender(settings);
  const [rules, instruments] = await Promise.all([loadRules(), loadInstruments()]);
  const facts = (id: string) => preparation.rendered.get(id)?.rendered.facts;
  const found = rules.flatMap((rule) =>
    rule
      .check({ corpus: preparation.corpus, stale: preparation.stale, facts, instruments: [...instruments.values()] })
      .map((finding) => ({ ...finding, rule: rule.name })),
  );
  return { findings: [...preparation.findings, ...found], preparation };
}
