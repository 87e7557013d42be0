/* What people type, judged: tests/search/judged-queries.ts, asked of the index of the built site. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { locales } from '../../src/i18n/locales.ts';
import { hostileQueries } from '../search/hostile-queries.ts';
import { addressesOf, reciprocalRank, shownFor } from '../search/judge.ts';
import { judgedQueries } from '../search/judged-queries.ts';
import { searchInSite } from '../search-in-folder.ts';
import { elementsOf, expectNone, pagesOf, rootSite, textOf } from './sites.ts';

const leastMean = 0.97;
/** Reading of files included; a query of a reader's takes a few milliseconds here. */
const longestMs = 500;

describe.each(locales)('search in %s', (locale) => {
  const judgements = judgedQueries[locale];
  const search = searchInSite(rootSite.dir, locale);

  it('is judged by pages and sections that exist', () => {
    const texts = new Map<string, string>();
    const htmlOf = (path: string) => {
      const known = texts.get(path) ?? readFileSync(join(rootSite.dir, path, 'index.html'), 'utf8');
      texts.set(path, known);
      return known;
    };
    const addresses = judgements.flatMap(([, answers]) => addressesOf(answers, locale));
    expectNone(
      addresses.filter((address) => {
        const [path = '', anchor] = address.split('#');
        return anchor ? !htmlOf(path).includes(`id="${anchor}"`) : htmlOf(path) === '';
      }),
    );
  });

  it('finds every page of the site by its title, among the first ten', async () => {
    const lost: string[] = [];
    for (const page of pagesOf(rootSite)) {
      if (page.locale !== locale || page.path === `${locale}/search/`) continue;
      const head = elementsOf(page.file).find(({ tag }) => tag === 'title');
      const title = head ? textOf(head).replace(/ · [^·]*$/, '') : '';
      const { results } = await shownFor(search, title, locale);
      if (!results.flat().includes(`/${page.path}`)) lost.push(`${page.path}: "${title}"`);
    }
    expectNone(lost);
  });

  it(`answers the judged queries with a mean reciprocal rank of ${leastMean} or more`, async () => {
    const ranks: number[] = [];
    for (const [query, answers] of judgements) ranks.push(reciprocalRank(await shownFor(search, query, locale), addressesOf(answers, locale)));
    const mean = ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length;
    const late = judgements.flatMap(([query], index) => ((ranks[index] ?? 0) < 1 ? [`${query} (${ranks[index]?.toFixed(2)})`] : []));
    console.log(`${locale}: mean reciprocal rank ${mean.toFixed(3)} of ${ranks.length} queries${late.length > 0 ? `; not first: ${late.join(', ')}` : ''}`);
    expect(ranks.length).toBeGreaterThanOrEqual(70);
    expect(mean).toBeGreaterThanOrEqual(leastMean);
  });

  it('offers the meaning that is meant first', async () => {
    const findings: string[] = [];
    for (const [query, , meaning] of judgements) {
      const [first] = (await shownFor(search, query, locale)).meanings;
      if (meaning && first !== meaning) findings.push(`"${query}": ${first ?? 'no meaning'} instead of ${meaning}`);
    }
    expectNone(findings);
  });

  it.each(hostileQueries.map((one) => [one.query, one] as const))('is not shaken by %.40j', async (query, { answers, isNothing }) => {
    const started = performance.now();
    const shown = await shownFor(search, query, locale);
    expect(performance.now() - started).toBeLessThan(longestMs);
    if (isNothing) expect(shown.results).toEqual([]);
    const wanted = answers?.[locale];
    if (wanted) expect(reciprocalRank(shown, addressesOf(wanted, locale))).toBe(1);
  });
});
