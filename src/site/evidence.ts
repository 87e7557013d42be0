import { documentKinds } from '../corpus/corpus.ts';
import type { Claim, Ground, GroundKind, Grounds, ListingRun, PreparedPage } from '../corpus/prepared.ts';
import { shortReference } from '../corpus/references.ts';
import type { Locale } from '../i18n/locales.ts';
import { formatDate, messages } from '../i18n/messages.ts';
import type { Library } from './library.ts';
import { href, recordHref } from './links.ts';

/** Expected values that a model's tests are held to, with where they come from and when they were made. */
export interface Comparison {
  fixture: string;
  source: string;
  made: string;
  date: string;
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
  const pages = documentKinds.flatMap((kind) => all.pages(kind, locale)).map((page) => ({ page, grounds: page.grounds }));
  return {
    pages,
    total: sumGrounds(pages.map(({ grounds }) => grounds)),
    listings: [...all.listings].sort((a, b) => a.topic.localeCompare(b.topic) || a.name.localeCompare(b.name)),
    comparisons: Object.entries(fixtures).map(([path, module]) => comparison(path.replace(/^.*\//, ''), module.default)),
  };
}

/** The grounds of several pages together. */
export function sumGrounds(all: Grounds[]): Grounds {
  const sum = (key: keyof Grounds) => all.reduce((total, grounds) => total + grounds[key], 0);
  return { cited: sum('cited'), computed: sum('computed'), sums: sum('sums'), run: sum('run'), example: sum('example'), open: sum('open') };
}

function comparison(fixture: string, { source, made, date, ...data }: Record<string, unknown>): Comparison {
  if (typeof date !== 'string') throw new Error(`src/models/fixtures/${fixture} lacks "date", the day (YYYY-MM-DD) on which its values were made`);
  return {
    fixture,
    source: String(source),
    made: String(made),
    date,
    cases: Array.isArray(data.rows) ? data.rows.length : countNumbers(data),
  };
}

/** Printed values, where a fixture is a set of tables and no list of cases. */
function countNumbers(value: unknown): number {
  if (typeof value === 'number') return 1;
  return value !== null && typeof value === 'object' ? Object.values(value).reduce((total: number, inner) => total + countNumbers(inner), 0) : 0;
}

/** A ground as a reader sees it: what it is, when it was looked at, and with what result. */
export interface ToldGround {
  kind: GroundKind;
  /** Key of the source, output of the instrument, sum, or file of the listing; the same in every language. */
  of: string;
  name: string;
  href?: string;
  /** The place in a source, the figure, the tool. */
  detail: string;
  /** Day (YYYY-MM-DD) of the reading or of the run; none for what is computed at every build. */
  date?: string;
  /** With its day, in words. */
  result: string;
  /** Named, but not opened or not run by us. */
  open: boolean;
}

/** The claims of a page, each with its grounds told in its language. */
export async function claimsOf(page: PreparedPage, all: Library): Promise<{ claim: Claim; grounds: ToldGround[] }[]> {
  const { facts } = await all.text(page);
  return facts.claims.map((claim) => ({ claim, grounds: claim.grounds.map((ground) => tell(ground, page, all)) }));
}

function tell(ground: Ground, page: PreparedPage, all: Library): ToldGround {
  const { locale } = page;
  const t = messages(locale);
  switch (ground.kind) {
    case 'cited': {
      const source = all.source(ground.key);
      const isRead = source !== undefined && source.read !== 'never';
      return {
        kind: 'cited',
        of: ground.key,
        name: source ? shortReference(source, locale) : ground.key,
        href: recordHref('sources', ground.key, locale),
        detail: ground.locator,
        ...(isRead ? { date: source.read } : {}),
        result: isRead ? t.readOn(formatDate(source.read, locale)) : t.neverRead,
        open: !isRead,
      };
    }
    case 'computed':
      return { kind: 'computed', of: ground.of, name: ground.of, href: ground.href, detail: ground.shown, result: t.atEveryBuild, open: false };
    case 'sum':
      return { kind: 'sum', of: ground.sum, name: ground.sum, detail: ground.shown, result: t.atEveryBuild, open: false };
    case 'run':
      return tellRun(ground, page, all);
    case 'example':
      return { kind: 'example', of: '', name: t.ownExample, detail: '', result: '', open: false };
  }
}

function tellRun({ listing, shown = '', href }: Ground & { kind: 'run' }, page: PreparedPage, all: Library): ToldGround {
  const t = messages(page.locale);
  const record = all.listing(page.topic, listing)?.record;
  const told = { kind: 'run', of: listing, name: listing, ...(href ? { href } : {}), detail: shown, open: false } as const;
  if (!record) return { ...told, result: t.recordedTable };
  if ('notRun' in record) return { ...told, result: `${t.notRun}: ${record.notRun[page.locale]}`, open: true };
  if ('usedBy' in record) return { ...told, result: t.partOfRun(record.usedBy) };
  return { ...told, date: record.date, result: t.ranUnchanged(`${record.tool} ${record.version}`, formatDate(record.date, page.locale)) };
}

/** Address of a claim: its own, or that of its section with its first words, which browsers that know of such look for and mark. */
export function claimHref(pageAddress: string, { section, anchor, opening }: Claim): string {
  const words = opening ? `:~:text=${escapeFragment(opening)}` : '';
  return href(pageAddress) + (anchor || section || words ? `#${anchor ?? section}${words}` : '');
}

/** Han characters stay as they are: they may stand in an address, and weigh a third. */
const escapeFragment = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, (sign) => (sign === '-' ? '%2D' : encodeURIComponent(sign)));
