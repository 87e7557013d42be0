import { describe, expect, it } from 'vitest';
import type { Edition } from '../schema/edition.ts';
import type { Site } from '../schema/site.ts';
import { citeEdition } from './cite-edition.ts';

const edition: Edition = { version: '1.2', date: '2026-11-24', content: 'c'.repeat(64), pages: [], seal: 's'.repeat(64) };
const site = { name: { en: 'Handbook', 'zh-cn': '手册' }, publisher: 'The House' } as Site;
const cite = (locale: 'en' | 'zh-cn') =>
  Object.fromEntries(citeEdition(edition, site, locale, 'https://example.org/en/editions/1.2/', '2027-01-02').map(({ format, text }) => [format, text]));

describe('citeEdition(edition, …)', () => {
  it('gives GB/T 7714-2015 in the order of its §4.6: who. title[EB/OL]. (day of the work)[day of reading]. address', () => {
    expect(cite('zh-cn')['GB/T 7714']).toBe('The House. 手册：定版1.2[EB/OL]. (2026-11-24)[2027-01-02]. https://example.org/en/editions/1.2/.');
  });
  it('gives BibTeX with version and hash', () => {
    expect(cite('en').BibTeX).toBe(
      `@misc{thehouse-1.2-en,\n  author = {{The House}},\n  title = {{Handbook: Edition 1.2}},\n  year = {2026},\n  month = {11},\n  version = {1.2},\n  url = {https://example.org/en/editions/1.2/},\n  note = {SHA-256 ${'c'.repeat(64)}}\n}`,
    );
  });
  it('gives CSL-JSON with the day of the edition, not of the reading', () => {
    expect(JSON.parse(cite('en')['CSL-JSON'] ?? '')).toMatchObject({
      type: 'webpage',
      version: '1.2',
      issued: { 'date-parts': [[2026, 11, 24]] },
      language: 'en',
    });
  });
});
