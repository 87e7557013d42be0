/* npm run check: every finding in content/ at once, with file, line, rule and remedy; exit 1 if there is any. */
import { checkContent } from './check-content.ts';
import { printFindings } from './print-findings.ts';
import { settings } from './settings.ts';
import { tally } from './tally.ts';

const { findings, preparation } = await checkContent(settings());
if (findings.length > 0) printFindings(findings, settings().contentDir);
for (const line of tally(preparation)) console.log(line);
if (findings.length === 0)
  console.log(
    `${preparation.corpus.documents.length} texts, ${preparation.corpus.sources.length} sources, ${preparation.corpus.terms.length} terms: nothing found.`,
  );
process.exitCode = findings.length > 0 ? 1 : 0;
