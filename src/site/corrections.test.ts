import { describe, expect, it, vi } from 'vitest';
import type { PreparedPage } from '../corpus/prepared.ts';

vi.mock('./links.ts', () => ({ absolute: (address: string) => `https://kb.example.org${address}` }));
const { corrections, ownErrors } = await import('./corrections.ts');

type Change = PreparedPage['matter']['changes'][number];
const page = (kind: PreparedPage['kind'], slug: string, changed: string, changes: Change[] = []) =>
  ({ kind, slug, locale: 'en', title: slug, lead: `It is ${slug}.`, changed, matter: { changes } }) as unknown as PreparedPage;

const pages = [
  page('correction', 'radio', '2026-11-24'),
  page('entry', 'zigbee', '2026-12-03', [
    { date: '2026-12-03', what: 'A second error.', corrects: true },
    { date: '2026-12-02', what: 'More of it.', corrects: false },
    { date: '2026-11-20', what: 'A first error.', corrects: true },
  ]),
];
const all = { pages: (kind: PreparedPage['kind']) => pages.filter((one) => one.kind === kind) };

describe('corrections(all, locale)', () => {
  it('tells false statements and errors of our own apart, the newest first, without changes that correct nothing', () => {
    expect(corrections(all, 'en').map(({ date, category, text }) => [date, category, text])).toEqual([
      ['2026-12-03', 'Error of our own', 'A second error.'],
      ['2026-11-24', 'False statement elsewhere', 'What is so: It is radio.'],
      ['2026-11-20', 'Error of our own', 'A first error.'],
    ]);
  });
  it('names an error by its place from the first, so that a later one is new and the others are not', () => {
    expect(ownErrors(all, 'en').map(({ id }) => id)).toEqual(['change-3', 'change-1']);
  });
});
