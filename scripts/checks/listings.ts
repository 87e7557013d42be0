import type { Finding } from '../../src/corpus/finding.ts';
import type { Rule } from './rule.ts';

/** Every listing has the record of a run whose file was this file, or a reason why there was none; every listing is shown or used. */
export const rule: Rule = {
  name: 'listings',
  check({ corpus, facts }) {
    const found: Omit<Finding, 'rule'>[] = [];
    const shown = new Set(corpus.documents.flatMap((document) => (facts(document.id)?.listings ?? []).map((name) => `${document.topic}/${name}`)));
    const names = new Set(corpus.listings.map((listing) => `${listing.topic}/${listing.name}`));
    const runs = new Set(corpus.listings.flatMap(({ topic, name, record }) => (record && 'command' in record ? [`${topic}/${name}`] : [])));
    for (const { topic, name, text, record, sha256, file } of corpus.listings) {
      if (!record) {
        if (shown.has(`${topic}/${name}`))
          found.push({
            file,
            line: 1,
            message: 'this listing has no record of a run',
            suggestion: `run it and write ${name}.run.yaml beside it (command, tool, needs), let npm run evidence -- --update ${topic}/${name} add the rest, or say notRun with the reason`,
          });
        continue;
      }
      if ('sha256' in record && record.sha256 !== undefined && record.sha256 !== sha256)
        found.push({
          file: `${file}.run.yaml`,
          line: 1,
          message: `"${name}" was changed after its run: its hash is ${sha256.slice(0, 12)}…, the record's ${record.sha256.slice(0, 12)}…`,
          suggestion: 'run it again and record the run',
        });
      if ('needs' in record) {
        const at = (message: string, suggestion: string) => found.push({ file: `${file}.run.yaml`, line: 1, message, suggestion });
        for (const [what, version] of [...Object.entries(record.needs.programs), ...Object.entries(record.needs.python)]) {
          if (!`${record.tool} ${record.version}`.includes(version))
            at(`it needs ${what} ${version}, but neither "tool" nor "version" says so`, 'name every version there that the run had');
        }
        for (const program of Object.keys(record.needs.programs)) {
          if (![record.command, record.before ?? '', text, record.needs.get ?? ''].some((where) => where.includes(program)))
            at(`it needs the program "${program}", but neither its command, nor the listing, nor "get" names it`, 'remove it, or correct its name');
        }
        if (record.after !== undefined && (record.after === name || !runs.has(`${topic}/${record.after}`)))
          at(`it continues the run of "${record.after}", which is not there`, 'name another listing of this topic that was run');
      }
      if ('usedBy' in record && !names.has(`${topic}/${record.usedBy}`))
        found.push({
          file: `${file}.run.yaml`,
          line: 1,
          message: `it says that it was used by "${record.usedBy}", which is not there`,
          suggestion: 'name a listing of this topic that has a record of its own',
        });
    }
    for (const document of corpus.documents) {
      for (const { language, line } of facts(document.id)?.fences ?? []) {
        if (language !== 'text')
          found.push({
            file: document.file,
            line,
            message: `code in the text (${language || 'no language'})`,
            suggestion: 'make it a file in listings/, run it, and show it with <Listing file="…" />; a fence is for text: ```text',
          });
      }
    }
    return found;
  },
};
