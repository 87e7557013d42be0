import { relative } from 'node:path';
import { compareFindings, type Finding, formatFinding } from '../src/corpus/finding.ts';

/** Prints every finding, in order, and their number. */
export function printFindings(findings: Finding[], contentDir: string): void {
  const folder = relative(process.cwd(), contentDir) || '.';
  for (const finding of [...findings].sort(compareFindings)) console.error(formatFinding(finding, folder));
  console.error(`\n${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}.`);
}
