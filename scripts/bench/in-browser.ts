/* What a reader's browser fetches and how long it takes: the first view of a page, and search from its opening on. */
import type { Browser, BrowserContext, Request } from 'playwright-core';
import { type Locale, languageTag } from '../../src/i18n/locales.ts';

export const byteKinds = ['html', 'css', 'js', 'font', 'other'] as const;
export type ByteKind = (typeof byteKinds)[number];

export interface Fetched {
  /** Bytes of bodies as they came over the wire, compressed. */
  bytes: Record<ByteKind, number>;
  /** Bodies and headers. */
  total: number;
  requests: number;
}

/** What is searched for: a word of radio, and another one after it. Both stand in the real content and in the synthetic corpus. */
export const queries: Record<Locale, readonly [string, string]> = { en: ['airtime', 'sensitivity'], 'zh-cn': ['扩频因子', '灵敏度'] };

/** Long enough for whatever a page fetches after it has loaded. */
const settleMs = 1500;
const patienceMs = 20_000;

function kindOf(request: Request): ByteKind {
  const { pathname } = new URL(request.url());
  if (request.resourceType() === 'document') return 'html';
  if (pathname.endsWith('.css')) return 'css';
  if (/\.m?js$/.test(pathname)) return 'js';
  return /\.(?:woff2?|ttf|otf)$/.test(pathname) ? 'font' : 'other';
}

/** Gathers all that a context fetches, by workers too, until it is asked. */
class Ledger {
  private finished: Request[] = [];

  constructor(context: BrowserContext) {
    context.on('requestfinished', (request) => this.finished.push(request));
  }

  /** What was fetched since the last call. */
  async take(): Promise<Fetched> {
    const fetched: Fetched = { bytes: { html: 0, css: 0, js: 0, font: 0, other: 0 }, total: 0, requests: 0 };
    for (const request of this.finished.splice(0)) {
      if (!request.url().startsWith('http')) continue;
      const { responseBodySize, responseHeadersSize } = await request.sizes();
      fetched.bytes[kindOf(request)] += responseBodySize;
      fetched.total += responseBodySize + responseHeadersSize;
      fetched.requests += 1;
    }
    return fetched;
  }
}

const newContext = (browser: Browser, locale: Locale) =>
  browser.newContext({ viewport: { width: 1280, height: 800 }, locale: languageTag[locale], serviceWorkers: 'block' });

/** The first view of a page with nothing in the cache. */
export async function firstView(browser: Browser, address: string, locale: Locale): Promise<Fetched> {
  const context = await newContext(browser, locale);
  try {
    const ledger = new Ledger(context);
    const page = await context.newPage();
    await page.goto(address, { waitUntil: 'load' });
    await page.waitForTimeout(settleMs);
    return await ledger.take();
  } finally {
    await context.close();
  }
}

/** What a query cost. The first one has everything still to be fetched, and its bytes and requests count from the opening of search on. */
export interface Searched extends Fetched {
  /** From the key to the first result on the page, in the page's own clock. */
  ms: number;
}

/** Where a site's search is, as selectors of CSS. */
export interface SearchField {
  /** What opens it: a key, or an element to click. */
  open: { key: string } | { click: string };
  input: string;
  /** The link of a result. */
  result: string;
}

const ourField: SearchField = { open: { key: '/' }, input: 'dialog input[type=search]', result: 'dialog li[data-kind] a' };

/** Opens search on a page and types queries one after the other, the first one at once, as peers were measured. */
export async function searchOn(
  browser: Browser,
  address: string,
  locale: Locale,
  asked: readonly string[] = queries[locale],
  field: SearchField = ourField,
): Promise<Searched[]> {
  const context = await newContext(browser, locale);
  try {
    const ledger = new Ledger(context);
    const page = await context.newPage();
    await page.goto(address, { waitUntil: 'load' });
    await page.waitForTimeout(settleMs);
    await ledger.take();
    if ('key' in field.open) await page.keyboard.press(field.open.key);
    else await page.locator(field.open.click).first().click({ timeout: patienceMs });
    const input = page.locator(field.input).first();
    await input.waitFor({ state: 'visible', timeout: patienceMs });
    const answers: Searched[] = [];
    for (const query of asked) {
      await input.selectText();
      await page.evaluate(startClock, { patience: patienceMs, selector: field.result });
      await page.keyboard.insertText(query);
      const ms = await page.evaluate(() => (window as ClockWindow).benchClock);
      if (ms === undefined) throw new Error(`the search for "${query}" on ${address} showed nothing within ${patienceMs / 1000} s`);
      await page.waitForTimeout(settleMs);
      answers.push({ ...(await ledger.take()), ms });
    }
    return answers;
  } finally {
    await context.close();
  }
}

type ClockWindow = Window & { benchClock?: Promise<number | undefined> };

/** In the page: a clock that runs from the next input to the first result that was not there before it. */
function startClock({ patience, selector }: { patience: number; selector: string }): void {
  const result = () => document.querySelector(selector);
  const before = result();
  (window as ClockWindow).benchClock = new Promise((resolve) => {
    let typed: number | undefined;
    const observer = new MutationObserver(() => {
      const now = result();
      if (typed === undefined || !now || now === before) return;
      observer.disconnect();
      resolve(performance.now() - typed);
    });
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('input', () => (typed ??= performance.now()), { once: true, capture: true });
    setTimeout(() => resolve(undefined), patience);
  });
}
