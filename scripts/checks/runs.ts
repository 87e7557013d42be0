import type { Finding } from '../../src/corpus/finding.ts';
import { partsByTopic } from '../../src/corpus/parts.ts';
import type { Rule } from './rule.ts';

const numbers = /\d(?:[\d,\u202f]*\d)?(?:\.\d+)?(?:[eE][-+]?\d+)?/g;

/** Numbers of a text without their signs, which running text often says in words. */
function numbersIn(text: string): string[] {
  return (text.match(numbers) ?? []).map((number) => number.replace(/[,\u202f]/g, ''));
}

/** Whether a number stands in a run's output, as it is or rounded to the places shown. A single digit must stand there as it is. */
export function wasPrinted(shown: string, output: string): boolean {
  const [value, places] = [Number(shown), shown.split('.')[1]?.length ?? 0];
  const digits = shown.replace('.', '').replace(/^0+/, '').length;
  const slack = digits < 2 ? 0 : 0.5 * 10 ** -places * (1 + 1e-9);
  return numbersIn(output).some((printed) => Math.abs(Number(printed) - value) <= slack);
}

/** A figure that is taken from a run stands in the output of that run, and the reader can see the listing. */
export const rule: Rule = {
  name: 'runs',
  check({ corpus, facts }) {
    const records = new Map(corpus.listings.map(({ topic, name, record }) => [`${topic}/${name}`, record]));
    const parts = partsByTopic(corpus.documents);
    return corpus.documents.flatMap((document) =>
      (facts(document.id)?.runs ?? []).flatMap(({ of, shown, line }): Omit<Finding, 'rule'>[] => {
        const record = records.get(`${document.topic}/${of}`);
        const at = (message: string, suggestion: string) => [{ file: document.file, line, message, suggestion }];
        // A listing that there is not is a finding of the word itself; one without a record, of the rule "listings".
        if (!record) return [];
        if (!('output' in record)) return at(`"${of}" has no recorded output`, 'name the listing whose run printed the figure');
        const figures = numbersIn(shown);
        if (figures.length === 0) return at(`there is no figure in <Run of="${of}">${shown}</Run>`, 'put the figure between the tags: <Run of="…">1.13</Run>');
        const absent = figures.find((figure) => !wasPrinted(figure, record.output));
        if (absent !== undefined)
          return at(
            `the run of "${of}" did not print ${absent}`,
            'write what it printed, rounded at most to two digits or more; a figure worked out from it is a <Calc>',
          );
        const places = [document, ...(parts.get(`${document.topic} ${document.locale}`) ?? [])];
        return places.some(({ id }) => facts(id)?.listings.includes(of))
          ? []
          : at(`"${of}" is shown neither here nor in the topic's entry or chapters`, `show it: <Listing file="${of}" />`);
      }),
    );
  },
};
