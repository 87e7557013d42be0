import type { Grounds, ListingRun, PreparedPage } from '../corpus/prepared.ts';
import type { Locale } from '../i18n/locales.ts';
import type { Library } from './library.ts';

/** Expected values that a model's tests are held to, with where they come from. */
export interface Comparison {
  fixture: string;
  source: string;
  made: string;
  cases: number;
}

export interface Evidence {
  pages: { page: PreparedPage; grounds: Grounds }[];
  total: Grounds;
  listings: ListingRun[];
  comparisons: Comparison[];
}

const fixtures = import.meta.glob<{ default: Record<string, unknown> }>('../models/fixtures/*.json', { eager: true });

/** What the pages of a language rest on, counted. */
export function evidence(all: Library, locale: Locale): Evidence {
  const pages = (['entry', 'question', 'correction', 'disambiguation'] as const)
    .flatMap((kind) => all.pages(kind, locale))
    .map((page) => ({ page, grounds: page.grounds }));
  const sum = (key: keyof Grounds) => pages.reduce((total, { grounds }) => total + grounds[key], 0);
  return {
    pages,
    total: { cited: sum('cited'), computed: sum('computed'), sums: sum('sums'), run: sum('run') },
    listings: [...all.listings].sort((a, b) => a.topic.localeCompare(b.topic) || a.name.localeCompare(b.name)),
    comparisons: Object.entries(fixtures).map(([path, module]) => comparison(path.replace(/^.*\//, ''), module.default)),
  };
}

function comparison(fixture: string, { source, made, ...data }: Record<string, unknown>): Comparison {
  return { fixture, source: String(source), made: String(made), cases: Array.isArray(data.rows) ? data.rows.length : countNumbers(data) };
}

/** Printed values, where a fixture is a set of tables and no list of cases. */
function countNumbers(value: unknown): number {
  if (typeof value === 'number') return 1;
  return value !== null && typeof value === 'object' ? Object.values(value).reduce((total: number, inner) => total + countNumbers(inner), 0) : 0;
}
