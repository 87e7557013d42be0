import { describe, expect, it } from 'vitest';
import type { Source } from '../schema/source.ts';
import { longReference, shortReference, sourceUrl, toBibtex, toCsl } from './references.ts';

const hu: Source = {
  type: 'preprint',
  title: 'LoRA: Low-Rank Adaptation of Large Language Models',
  author: [
    { family: 'Hu', given: 'Edward J.' },
    { family: 'Shen', given: 'Yelong' },
    { family: 'Wallis', given: 'Phillip' },
  ],
  issued: '2021-06-17',
  number: 'arXiv:2106.09685',
  DOI: '10.48550/arXiv.2106.09685',
  read: '2026-11-24',
  primary: true,
};
const rife: Source = {
  type: 'article',
  title: 'Single tone parameter estimation from discrete-time observations',
  author: [
    { family: 'Rife', given: 'D.' },
    { family: 'Boorstyn', given: 'R.' },
  ],
  issued: '1974-09',
  'container-title': 'IEEE Transactions on Information Theory',
  volume: '20',
  issue: '5',
  page: '591–598',
  read: 'never',
  primary: true,
};
const semtech: Source = {
  type: 'datasheet',
  title: 'SX1276 & Co_100%',
  author: [{ literal: 'Semtech Corporation' }],
  publisher: 'Semtech',
  url: 'https://www.semtech.com/',
  read: '2026-11-24',
  primary: true,
};

describe('shortReference(source, locale)', () => {
  it('names one, two, or the first of more authors, and the year', () => {
    expect(shortReference(hu, 'en')).toBe('Hu et al. 2021');
    expect(shortReference(hu, 'zh-cn')).toBe('Hu等 2021');
    expect(shortReference(rife, 'en')).toBe('Rife & Boorstyn 1974');
    expect(shortReference(rife, 'zh-cn')).toBe('Rife、Boorstyn 1974');
  });
  it('leaves out a year that is not known', () => {
    expect(shortReference(semtech, 'en')).toBe('Semtech Corporation');
  });
});

it('longReference() tells all that is needed to find the work', () => {
  expect(longReference(rife)).toBe(
    'Rife, D.; Boorstyn, R. Single tone parameter estimation from discrete-time observations. IEEE Transactions on Information Theory, vol. 20, no. 5, pp. 591–598. 1974-09.',
  );
});

it('sourceUrl() is the address given, else the one of the DOI, else none', () => {
  expect([semtech, hu, rife].map(sourceUrl)).toEqual(['https://www.semtech.com/', 'https://doi.org/10.48550/arXiv.2106.09685', undefined]);
});

describe('toCsl(key, source)', () => {
  it('gives CSL-JSON: types, names, dates as parts', () => {
    expect(toCsl('hu-2021', hu)).toEqual({
      id: 'hu-2021',
      type: 'article',
      title: hu.title,
      author: hu.author,
      issued: { 'date-parts': [[2021, 6, 17]] },
      accessed: { 'date-parts': [[2026, 11, 24]] },
      number: 'arXiv:2106.09685',
      DOI: '10.48550/arXiv.2106.09685',
    });
  });
  it('has no access date for a work that was never opened, and names addresses as CSL does', () => {
    expect(toCsl('rife', rife)).toMatchObject({ type: 'article-journal', issued: { 'date-parts': [[1974, 9]] }, volume: '20', page: '591–598' });
    expect(toCsl('rife', rife)).not.toHaveProperty('accessed');
    expect(toCsl('semtech', semtech)).toMatchObject({ type: 'report', URL: 'https://www.semtech.com/' });
    expect(toCsl('semtech', semtech)).not.toHaveProperty('url');
  });
});

describe('toBibtex(key, source)', () => {
  it('gives an entry of the fitting type with BibTeX names, dashes and dates', () => {
    expect(toBibtex('rife', rife)).toBe(
      [
        '@article{rife,',
        '  author = {Rife, D. and Boorstyn, R.},',
        '  title = {{Single tone parameter estimation from discrete-time observations}},',
        '  journal = {IEEE Transactions on Information Theory},',
        '  volume = {20},',
        '  number = {5},',
        '  pages = {591--598},',
        '  year = {1974}',
        '}',
      ].join('\n'),
    );
  });
  it('keeps a corporate author whole and escapes what TeX would read', () => {
    const entry = toBibtex('semtech', semtech);
    expect(entry).toContain('@techreport{semtech,');
    expect(entry).toContain('author = {{Semtech Corporation}}');
    expect(entry).toContain('title = {{SX1276 \\& Co\\_100\\%}}');
    expect(entry).toContain('institution = {Semtech}');
    expect(entry).toContain('urldate = {2026-11-24}');
  });
});
