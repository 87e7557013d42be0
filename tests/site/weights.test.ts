/*
 * What the first view of a page costs, in bytes that don't vary: the files that a browser really asks for, each compressed by Brotli at its
 * best as a server would send it. The budget is that of the project's first issue.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type Locale, locales } from '../../src/i18n/locales.ts';
import { instrumentIds } from '../../src/instruments/registry.ts';
import { openSite } from './open-site.ts';
import { addressOf, elementsOf, expectNone, kindOf, type Page, pagesOf, rootSite } from './sites.ts';

interface Budget {
  /** HTML, CSS and script. */
  text: number;
  /** With fonts. */
  whole: number;
  requests: number;
}

const budget: Budget = { text: 40_000, whole: 70_000, requests: 7 };

/** Less for what weighs less. */
const ofKind: Record<string, Partial<Budget>> = {
  home: { text: 14_000, requests: 3 },
  questions: { text: 17_500, requests: 4 },
  corrections: { text: 17_500, requests: 4 },
  instruments: { text: 35_000 },
};

const budgetOf = (kind: string): Budget => ({ ...budget, ...ofKind[kind] });
const scriptLimit = 4_000;
const instrumentLimit = 25_000;

const host = openSite();

const compressed = new Map<string, number>();

/** Bytes of a file on the wire; fonts are compressed already. */
function weight(file: string): number {
  const known = compressed.get(file);
  if (known !== undefined) return known;
  const bytes = readFileSync(join(rootSite.dir, file));
  const size = file.endsWith('.woff2') ? bytes.length : brotliCompressSync(bytes).length;
  compressed.set(file, size);
  return size;
}

interface Weights {
  requests: number;
  html: number;
  css: number;
  script: number;
  font: number;
}

/** Opens a page in a browser that has seen nothing yet, and weighs what it asks for without being touched. */
async function weigh({ path }: Page): Promise<Weights> {
  const context = await host.browser.newContext({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 1 });
  const tab = await context.newPage();
  const files: string[] = [];
  tab.on('request', (request) => files.push(new URL(request.url()).pathname.slice(1).replace(/(^|\/)$/, '$1index.html')));
  await tab.goto(addressOf(host.served, { path }), { waitUntil: 'networkidle' });
  await context.close();
  const sum = (ending: string) => files.filter((file) => file.endsWith(ending)).reduce((total, file) => total + weight(file), 0);
  return { requests: files.length, html: sum('.html'), css: sum('.css'), script: sum('.js'), font: sum('.woff2') };
}

const pages = pagesOf(rootSite);
const text = ({ html, css, script }: Weights) => html + css + script;
const hasInstrument = ({ file }: Page) => elementsOf(file).some(({ attributes }) => attributes['data-instrument'] !== undefined);

/** The heaviest page of a kind in a language: if it fits, all do. */
function heaviest(kind: string, locale: Locale): Page {
  const candidates = pages.filter((page) => page.locale === locale && kindOf(page) === kind);
  const size = (page: Page) => weight(page.path.replace(/(^|\/)$/, '$1index.html'));
  const [first] = candidates.sort((a, b) => size(b) - size(a));
  if (!first) throw new Error(`there is no page of kind ${kind} in ${locale}`);
  return first;
}

const say = (page: Page, one: Weights) =>
  `${page.path}: html ${one.html}, css ${one.css}, script ${one.script}, together ${text(one)}; fonts ${one.font}; ${one.requests} requests`;

describe.each(locales)('the first view, in %s', (locale) => {
  it.each(['home', 'topics', 'questions', 'corrections', 'instruments', 'evidence', 'editions'])(
    'of the heaviest page of kind %s is within the budget',
    async (kind) => {
      const page = heaviest(kind, locale);
      const weights = await weigh(page);
      const limit = budgetOf(kind);
      console.log(say(page, weights));
      expectNone([
        ...(text(weights) <= limit.text ? [] : [`HTML, CSS and script weigh more than ${limit.text} bytes. ${say(page, weights)}`]),
        ...(text(weights) + weights.font <= limit.whole ? [] : [`everything weighs more than ${limit.whole} bytes. ${say(page, weights)}`]),
        ...(weights.requests <= limit.requests ? [] : [`more than ${limit.requests} requests. ${say(page, weights)}`]),
      ]);
    },
  );
});

describe('every entry and question', () => {
  it('has HTML small enough for the budget', () => {
    const sheet = ({ file }: Page) =>
      elementsOf(file)
        .filter(({ attributes }) => attributes.rel === 'stylesheet')
        .reduce((total, { attributes }) => total + weight((attributes.href ?? '').slice(1)), 0);
    const room = (page: Page) => budgetOf(kindOf(page)).text - sheet(page) - scriptLimit;
    expectNone(
      pages
        .filter((page) => ['topics', 'questions', 'corrections', 'disambiguation'].includes(kindOf(page)))
        .map((page) => ({ page, size: weight(`${page.path}index.html`) }))
        .filter(({ page, size }) => size > room(page))
        .map(({ page, size }) => `${page.path}: ${size} bytes of HTML, room for ${room(page)}`),
    );
  });
});

describe('scripts', () => {
  it('of a page without an instrument stay within 4 kB before search is opened: home, a question, an entry, a list', async () => {
    const sample = [
      pages.find(({ path }) => path === 'en/'),
      pages.find((page) => page.locale === 'zh-cn' && kindOf(page) === 'questions' && !hasInstrument(page)),
      pages.find((page) => page.locale === 'en' && kindOf(page) === 'topics' && !hasInstrument(page)),
      pages.find(({ path }) => path === 'zh-cn/glossary/'),
    ];
    for (const page of sample) {
      if (!page) throw new Error('a page of the sample is missing');
      const { script } = await weigh(page);
      expect(script, page.path).toBeGreaterThan(0);
      expect(script, page.path).toBeLessThanOrEqual(scriptLimit);
    }
  });

  it.each(instrumentIds())('of the instrument %s weigh at most 25 kB gzip before the first interaction', async (id) => {
    const context = await host.browser.newContext({ viewport: { width: 1280, height: 900 } });
    const tab = await context.newPage();
    const files = new Set<string>();
    tab.on('request', (request) => files.add(new URL(request.url()).pathname.slice(1)));
    await tab.goto(`${host.served.address}en/instruments/${id}/`, { waitUntil: 'networkidle' });
    expect(await tab.locator('[data-live]').count()).toBe(1);
    await context.close();
    const plain = new Set(await plainScripts());
    const own = [...files]
      .filter((file) => file.endsWith('.js') && !plain.has(file))
      .map((file) => [file, gzipSync(readFileSync(join(rootSite.dir, file))).length] as const);
    const total = own.reduce((sum, [, size]) => sum + size, 0);
    console.log(`${id}: ${total} bytes gzip: ${own.map(([file, size]) => `${file.replace('assets/', '')} ${size}`).join(', ')}`);
    expect(total).toBeGreaterThan(1000);
    expect(total, own.map(([file, size]) => `${file} ${size}`).join(', ')).toBeLessThanOrEqual(instrumentLimit);
  });

  /** Scripts that every page loads, instrument or not. */
  async function plainScripts(): Promise<string[]> {
    const tab = await host.browser.newPage();
    const files: string[] = [];
    tab.on('request', (request) => files.push(new URL(request.url()).pathname.slice(1)));
    await tab.goto(`${host.served.address}en/glossary/`, { waitUntil: 'networkidle' });
    await tab.close();
    return files.filter((file) => file.endsWith('.js'));
  }
});
