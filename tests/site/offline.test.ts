/*
 * Reading without a network, in the browser: the server is really stopped. The sites are as they were built; edition B is a copy in which every
 * page and every hashed file differs (edition.ts), so that anything mixed shows.
 */
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, BrowserContext, Page as Tab } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Served, serve } from '../../scripts/serve.ts';
import { locales } from '../../src/i18n/locales.ts';
import { messages } from '../../src/i18n/messages.ts';
import type { KeptList } from '../../src/offline/kept-list.ts';
import { arrive } from './arrive.ts';
import { launch } from './browser.ts';
import { anotherEdition, type EditionOfSite, editionOf } from './edition.ts';
import { examplePage, expectNone, hasClass, pagesOf, rootSite, sites } from './sites.ts';

const words = messages('en').offlineFace;

/** One address at which a folder is served, nothing at all, or a network that says nothing. */
class Place {
  private served: Served | undefined;
  private silent: Server | undefined;
  private readonly sockets = new Set<Socket>();
  private readonly base: string;
  address = '';

  constructor(base: string) {
    this.base = base;
  }

  private get port(): number {
    return this.address ? Number(new URL(this.address).port) : 0;
  }

  async serve(dir: string): Promise<void> {
    await this.stop();
    const wished = this.port;
    this.served = await serve(dir, this.base, wished);
    this.address ||= this.served.address;
    expect(this.served.address, 'the port is free again').toBe(this.address);
  }

  /** Takes every connection and never answers. */
  async hang(): Promise<void> {
    await this.stop();
    const silent = createServer((socket) => {
      this.sockets.add(socket);
      socket.on('error', () => undefined);
    });
    this.silent = silent;
    await new Promise<void>((resolve) => silent.listen(this.port, resolve));
  }

  async stop(): Promise<void> {
    await this.served?.close();
    for (const socket of this.sockets) socket.destroy();
    this.sockets.clear();
    await new Promise<void>((resolve) => (this.silent ? this.silent.close(() => resolve()) : resolve()));
    this.served = this.silent = undefined;
  }
}

let browser: Browser;
let context: BrowserContext;
let tab: Tab;
let place: Place;
let faults: string[] = [];

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function open(base: string, dir: string): Promise<void> {
  place = new Place(base);
  await place.serve(dir);
}

function watch(one: Tab): Tab {
  one.on('pageerror', (error) => faults.push(error.message));
  one.on('console', (message) => /Content Security Policy|Refused to/.test(message.text()) && faults.push(message.text()));
  return one;
}

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  tab = watch(await context.newPage());
  faults = [];
});
afterEach(async () => {
  await context.close();
  await place.stop();
  expect(faults, 'exceptions and violations of the policy').toEqual([]);
});

/** Addresses of everything that is kept, under the site's address. */
const kept = (on = tab) =>
  on.evaluate(async () => {
    const all: string[] = [];
    for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) all.push(url);
    return all;
  });

const isKept = async (path: string, on = tab) => (await kept(on)).includes(place.address + path);

/** Opens a page, then again when it is kept, and waits until the search of its language is kept, too. */
async function visit(path: string, dir: string): Promise<void> {
  await arrive(tab, place.address + path);
  const { whole } = editionOf(dir).search[path.split('/')[0] ?? ''] ?? {};
  await expect.poll(() => isKept(path), { timeout: 30_000 }).toBe(true);
  await tab.reload();
  await expect.poll(() => isKept(whole ?? ''), { timeout: 30_000 }).toBe(true);
}

const resources = (on = tab) =>
  on.evaluate(() => [
    ...performance.getEntriesByType('resource').map(({ name }) => name),
    ...[...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].map(({ href }) => href),
  ]);
const isStyled = () => tab.evaluate(() => getComputedStyle(document.body).margin === '0px' && document.documentElement.classList.contains('js'));

async function search(query: string, on = tab): Promise<void> {
  await on.keyboard.press('/');
  await expect.poll(() => on.locator('dialog.search-dialog').isVisible()).toBe(true);
  await on.keyboard.type(query, { delay: 20 });
  await expect.poll(() => on.locator('.search-panel').last().getAttribute('data-query'), { timeout: 15_000 }).toBe(query);
  expect(await on.locator('.search-results > li').count()).toBeGreaterThan(0);
}

describe.each(sites)('after one visit to the site at $base, the network off', (site) => {
  beforeEach(() => open(site.base, site.dir));

  it.each(locales)(
    'the page that was read and search work in %s; a page that is not kept says so, in its language, and leads to those that are',
    async (locale) => {
      const page = examplePage(site, locale, 'topics', (elements) => elements.some((one) => hasClass(one, 'toc')));
      const other = examplePage(site, locale, 'questions');
      await visit(page.path, site.dir);
      const heading = await tab.locator('h1').innerText();
      await place.stop();

      expect((await tab.reload())?.status()).toBe(200);
      expect(await tab.locator('h1').innerText()).toBe(heading);
      expect(await isStyled()).toBe(true);
      await tab.locator('h1').click();
      await search(locale === 'en' ? 'spreading factor' : '扩频因子');
      expect(await tab.locator('.search-results mark').count()).toBeGreaterThan(0);

      const answer = await arrive(tab, place.address + other.path);
      expect(answer?.status()).toBe(503);
      expect(new URL(tab.url()).pathname, 'the address stays, so that it can be tried again').toBe(site.base + other.path);
      expect(await tab.locator('html').getAttribute('lang')).toBe(locale === 'en' ? 'en' : 'zh-CN');
      const { notKept, noNetwork } = messages(locale).offlineFace;
      await expect.poll(() => tab.getByText(notKept).isVisible()).toBe(true);
      await expect.poll(() => tab.locator('[data-part="size"]').innerText()).toBe(noNetwork);
      expect(await isStyled()).toBe(true);
      const link = tab.locator(`[data-part="pages"] a[href="${site.base}${page.path}"]`);
      await expect.poll(() => link.count()).toBe(1);
      await link.click();
      await expect.poll(() => tab.locator('h1').innerText()).toBe(heading);

      await arrive(tab, place.address + other.path);
      await place.serve(site.dir);
      await tab.locator('[data-part="again"]').click();
      await expect.poll(() => tab.locator('article h1').count()).toBe(1);
      expect(await isKept(other.path)).toBe(true);
    },
  );
});

describe('the network', () => {
  const page = examplePage(rootSite, 'en', 'questions');
  beforeEach(() => open('/', rootSite.dir));

  it('is asked for the index of search only when one page has been read for ten seconds', async () => {
    const whole = editionOf(rootSite.dir).search.en?.whole ?? '';
    await arrive(tab, place.address + page.path);
    await expect.poll(() => isKept(page.path), { timeout: 30_000 }).toBe(true);
    await tab.waitForTimeout(2000);
    expect(await isKept(whole)).toBe(false);
    await expect.poll(() => isKept(whole), { timeout: 30_000 }).toBe(true);
  });

  it('that says nothing is waited for three seconds where the page is kept', async () => {
    await visit(page.path, rootSite.dir);
    await place.hang();
    const started = performance.now();
    expect((await tab.reload({ waitUntil: 'commit' }))?.status()).toBe(200);
    const tookS = (performance.now() - started) / 1000;
    expect(tookS).toBeGreaterThan(2.5);
    expect(tookS).toBeLessThan(8);
  });

  it('is asked for nothing but the page, where the reader saves data, has refused, or the browser has no service workers', async () => {
    const ways = {
      'Save-Data': () => Object.defineProperty(Navigator.prototype, 'connection', { get: () => ({ saveData: true }) }),
      refused: () => localStorage.setItem('keep', 'no'),
      'plain http': () => Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined }),
    };
    for (const [name, way] of Object.entries(ways)) {
      const other = await browser.newContext();
      await other.addInitScript(way);
      const one = watch(await other.newPage());
      await arrive(one, place.address + page.path);
      await one.waitForTimeout(2500);
      expect(await kept(one), name).toEqual([]);
      await arrive(one, `${place.address}en/offline/`);
      if (name === 'plain http') await expect.poll(() => one.locator('[data-part="size"]').innerText()).toBe(words.unable);
      if (name === 'refused') await expect.poll(() => one.locator('[data-part="size"]').innerText()).toBe(words.off);
      await other.close();
    }
  });
});

describe('a new edition', () => {
  const page = examplePage(rootSite, 'en', 'topics', (elements) => elements.some(({ attributes }) => attributes['data-instrument'] !== undefined));
  const gone = examplePage(rootSite, 'en', 'corrections');
  const first = editionOf(rootSite.dir);
  let second: EditionOfSite;
  const isOfSecond = (on = tab) => on.evaluate(() => document.documentElement.dataset.edition === 'b');
  const names = (on = tab) => on.evaluate(() => caches.keys());
  const ownName = (version: string) => `${place.address} ${version}`;
  /** Assets of one edition that no page of the other may get: all but the list are of the one or the other. */
  const isAssetOf = (edition: typeof first, url: string) =>
    edition.shell.some((file) => url.endsWith(`/${file}`)) || Object.values(edition.search).some(({ folder }) => url.includes(`/${folder}/`));

  beforeAll(() => {
    second = anotherEdition(rootSite, gone.path);
  });
  afterAll(() => rmSync(second.dir, { recursive: true, force: true }));
  beforeEach(() => open('/', rootSite.dir));

  it('is a test of what it says: the two editions share no asset', () => {
    expect(first.shell.length).toBeGreaterThan(10);
    expect(first.shell.filter((file) => second.edition.shell.includes(file))).toEqual([]);
    expect(second.edition.version).not.toBe(first.version);
  });

  it('is read at once, takes over what was kept, and never mixes; a tab of the old one works on with its own assets, which go when it is closed', async () => {
    await visit(gone.path, rootSite.dir);
    await visit(page.path, rootSite.dir);
    expect(await names()).toEqual(expect.arrayContaining([ownName(first.version)]));
    const old = tab;
    await place.serve(second.dir);

    tab = watch(await context.newPage());
    const other = examplePage(rootSite, 'en', 'questions');
    await arrive(tab, place.address + other.path);
    expect(await isOfSecond(), 'online, the newest page is read').toBe(true);
    await expect.poll(() => names(), { timeout: 30_000 }).not.toContain(ownName(first.version));
    await expect.poll(() => isKept(other.path), { timeout: 30_000 }).toBe(true);
    expect(await isKept(page.path)).toBe(true);
    expect(await isKept(gone.path), 'a page that is gone is not kept').toBe(false);

    // All that is kept of this edition is of this edition, byte for byte.
    const list = JSON.parse(readFileSync(join(second.dir, second.edition.list), 'utf8')) as KeptList;
    const texts = await tab.evaluate(async (name) => {
      const cache = await caches.open(name);
      const found: [string, string][] = [];
      for (const request of await cache.keys()) found.push([request.url, (await (await cache.match(request))?.text()) ?? '']);
      return found;
    }, ownName(second.edition.version));
    const pages = texts.filter(([url]) => !url.endsWith('/older-tabs'));
    expect(pages.length).toBeGreaterThan(4);
    for (const [url, text] of pages)
      expect([url, createHash('sha256').update(text).digest('hex').slice(0, 12)]).toEqual([url, list[url.slice(place.address.length)]?.[0]]);

    // The old tab: what it has not loaded yet is on no server any more.
    expect(await isOfSecond(old)).toBe(false);
    await old.bringToFront();
    await old.locator('h1').click();
    await search('spreading factor', old);
    await old.keyboard.press('Escape');
    await old.locator('[data-instrument]').first().scrollIntoViewIfNeeded();
    await old.locator('[data-instrument] input, [data-instrument] select, [data-instrument] button').first().focus();
    await expect.poll(() => old.locator('[data-live]').count(), { timeout: 15_000 }).toBeGreaterThan(0);
    const ofOld = (await resources(old)).filter((url) => /\/assets\/.*\.(?:js|css|woff2)$/.test(url));
    expect(ofOld.length).toBeGreaterThan(5);
    expectNone(ofOld.filter((url) => !isAssetOf(first, url)).map((url) => `a page of the first edition got ${url}`));

    await place.stop();
    expect((await old.reload())?.status()).toBe(200);
    expect(await isOfSecond(old), 'without a network, the page of the new edition').toBe(true);
    for (const one of [old, tab]) {
      const got = (await resources(one)).filter((url) => /\/assets\/.*\.(?:js|css|woff2)$/.test(url));
      expect(got.length).toBeGreaterThan(1);
      expectNone(got.filter((url) => !isAssetOf(second.edition, url)).map((url) => `a page of the second edition got ${url}`));
    }
    await old.locator('h1').click();
    await search('spreading factor', old);

    // The reload has ended the last document of the first edition.
    await place.serve(second.dir);
    await old.close();
    await arrive(tab, place.address + page.path);
    await expect.poll(async () => (await kept()).filter((url) => isAssetOf(first, url)), { timeout: 30_000 }).toEqual([]);
    expect((await kept()).filter((url) => isAssetOf(second.edition, url)).length).toBeGreaterThan(second.edition.shell.length);
  });

  it('that cannot be had whole changes nothing: the last one stays as it is, and the next attempt succeeds', async () => {
    const half = anotherEdition(rootSite, gone.path);
    rmSync(join(half.dir, half.edition.shell.at(-1) ?? ''));
    await visit(page.path, rootSite.dir);
    await place.serve(half.dir);
    await arrive(tab, `${place.address}en/about/`);
    const outcome = await tab.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      const installing = registration.installing;
      if (!installing || installing.state === 'redundant') return 'redundant';
      return new Promise<string>((resolve) =>
        installing.addEventListener('statechange', () => {
          if (installing.state !== 'installing') resolve(installing.state);
        }),
      );
    });
    expect(outcome).toBe('redundant');
    await place.stop();
    await arrive(tab, place.address + page.path);
    expect(await isOfSecond()).toBe(false);
    expect(await isStyled()).toBe(true);
    await arrive(tab, `${place.address}en/about/`);
    await expect.poll(() => tab.getByText(words.notKept).isVisible(), { message: 'a page of another edition is not kept in this one' }).toBe(true);
    await place.serve(second.dir);
    await arrive(tab, place.address + page.path);
    await expect.poll(() => names(), { timeout: 30_000 }).toContain(ownName(second.edition.version));
    await expect.poll(() => names(), { timeout: 30_000 }).not.toContain(ownName(first.version));
    rmSync(half.dir, { recursive: true, force: true });
  });
});

describe('the whole site', () => {
  const edition = editionOf(rootSite.dir);
  const list = JSON.parse(readFileSync(join(rootSite.dir, edition.list), 'utf8')) as KeptList;
  const sizes = Object.values(list).map(([, bytes]) => bytes);
  const bytes = sizes.reduce((sum, one) => sum + one, 0);
  const said = (text: string, files: number, total: number) => text.replace('{size}', `${(total / 1e6).toFixed(1)}\u00a0MB`).replace('{n}', String(files));
  const part = (name: string) => tab.locator(`[data-part="${name}"]`);

  beforeEach(async () => {
    await open('/', rootSite.dir);
    await arrive(tab, `${place.address}en/offline/`);
    await expect.poll(() => part('size').textContent(), { timeout: 30_000 }).toBe(said(words.size, sizes.length, bytes));
  });

  /** Bodies of all that is kept, in bytes. */
  const keptBytes = () =>
    tab.evaluate(async () => {
      let total = 0;
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) total += (await (await cache.match(request))?.arrayBuffer())?.byteLength ?? 0;
      }
      return total;
    });

  it('is taken along in one step, its size said first; then every page opens without a network, with instruments and search; and goes when it is told to', async () => {
    await part('take').click();
    await expect.poll(() => part('size').textContent(), { timeout: 120_000 }).toBe(said(words.whole, sizes.length, bytes));
    expect(await part('status').innerText()).toBe('');
    // The list itself and the note about open tabs come on top.
    expect(await keptBytes()).toBeGreaterThanOrEqual(bytes);
    expect(await keptBytes()).toBeLessThan(bytes * 1.01);
    await place.stop();

    const paths = pagesOf(rootSite).map(({ path }) => path);
    const sitemap = [...readFileSync(join(rootSite.dir, 'sitemap.xml'), 'utf8').matchAll(/<loc>(.*?)<\/loc>/g)].map(
      (match) => new URL(match[1] ?? '').pathname,
    );
    expect(sitemap.length).toBeGreaterThan(300);
    const wrong = await tab.evaluate(async (all) => {
      const found: string[] = [];
      for (const path of all) {
        const response = await fetch(path).catch(() => undefined);
        const text = await response?.text();
        if (response?.status !== 200 || !text?.includes('<title>')) found.push(`${path}: ${response?.status}`);
      }
      return found;
    }, sitemap);
    expectNone(wrong);
    for (const path of paths.filter((_, index) => index % 25 === 0 && paths[index] !== '404.html')) {
      expect((await arrive(tab, place.address + path))?.status(), path).toBe(200);
      expect(await isStyled(), path).toBe(true);
    }
    for (const [locale, query] of [
      ['en', 'spreading factor'],
      ['zh-cn', '扩频因子'],
    ]) {
      await arrive(tab, `${place.address}${locale}/instruments/lora-link/`);
      await expect.poll(() => tab.locator('[data-live]').count(), { timeout: 15_000 }).toBe(1);
      await tab.locator('h1').click();
      await search(query ?? '');
    }

    await arrive(tab, `${place.address}en/offline/`);
    await expect.poll(() => part('size').textContent()).toBe(said(words.whole, sizes.length, bytes));
    await place.serve(rootSite.dir);
    await part('remove').click();
    await expect.poll(() => part('status').innerText()).toBe(words.removed);
    await expect.poll(() => part('size').textContent()).toBe(said(words.size, sizes.length, bytes));
    expect(await keptBytes()).toBeLessThan(bytes * 0.1);
    await place.stop();
    await arrive(tab, `${place.address}en/topics/`);
    await expect.poll(() => tab.getByText(words.notKept).isVisible()).toBe(true);
  });

  it('stays whole over a new edition, which fetches only what has changed', async () => {
    const second = anotherEdition(rootSite, examplePage(rootSite, 'en', 'corrections').path);
    const listNow = JSON.parse(readFileSync(join(second.dir, second.edition.list), 'utf8')) as KeptList;
    const unchanged = Object.keys(listNow).filter((path) => !path.startsWith('assets/') && listNow[path]?.[0] === list[path]?.[0]);
    expect(unchanged.length).toBeGreaterThan(20);
    // What has not changed is on no server any more: it can only come from what was kept.
    for (const path of unchanged) rmSync(join(second.dir, path));
    await part('take').click();
    await expect.poll(() => part('size').textContent(), { timeout: 120_000 }).toBe(said(words.whole, sizes.length, bytes));
    await place.serve(second.dir);
    await arrive(tab, `${place.address}en/topics/`);
    const ownName = `${place.address} ${second.edition.version}`;
    await expect.poll(() => tab.evaluate(() => caches.keys()), { timeout: 60_000 }).toEqual([`${place.address} assets`, ownName]);
    await place.stop();
    const digests = await tab.evaluate(async (all) => {
      const found: Record<string, string> = {};
      for (const path of all) {
        const bytes = await (await fetch(`/${path}`)).arrayBuffer();
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
        found[path] = [...digest.subarray(0, 6)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      }
      return found;
    }, Object.keys(listNow));
    expectNone(Object.keys(listNow).flatMap((path) => (digests[path] === listNow[path]?.[0] ? [] : [`${path} is not as the new edition has it`])));
    rmSync(second.dir, { recursive: true, force: true });
  });

  it('can be broken off and gone on with; a network that fails on the way is told', async () => {
    await part('take').click();
    await part('stop').click();
    await expect.poll(() => part('status').innerText(), { timeout: 30_000 }).toBe(words.stopped);
    const partial = await keptBytes();
    expect(partial).toBeLessThan(bytes * 0.9);
    await place.stop();
    await part('take').click();
    await expect.poll(() => part('status').innerText(), { timeout: 30_000 }).toBe(words.failed);
    await place.serve(rootSite.dir);
    await tab.reload();
    await expect.poll(() => part('take').isEnabled(), { timeout: 30_000 }).toBe(true);
    await part('take').click();
    await expect.poll(() => part('size').textContent(), { timeout: 120_000 }).toBe(said(words.whole, sizes.length, bytes));
  });

  it('that finds no room says so and breaks nothing', async () => {
    const session = await context.newCDPSession(tab);
    const { usage } = await session.send('Storage.getUsageAndQuota', { origin: new URL(place.address).origin });
    await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(place.address).origin, quotaSize: usage + 1_000_000 });
    await part('take').click();
    await expect.poll(() => part('status').innerText(), { timeout: 60_000 }).toBe(words.full);
    expect((await arrive(tab, `${place.address}en/topics/`))?.status()).toBe(200);
    expect(await isStyled()).toBe(true);
  });

  it('and everything else goes, and nothing more is kept, when the reader unticks the box', async () => {
    await part('keep').uncheck();
    await expect.poll(() => part('size').textContent()).toBe(words.off);
    expect(await tab.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length])).toEqual([0, 0]);
    await arrive(tab, `${place.address}en/topics/`);
    await tab.waitForTimeout(2500);
    expect(await tab.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length])).toEqual([0, 0]);
    await arrive(tab, `${place.address}en/offline/`);
    await part('keep').check();
    await expect.poll(() => part('size').textContent(), { timeout: 30_000 }).toBe(said(words.size, sizes.length, bytes));
  });
});

describe.each(sites)('the site at $base', (site) => {
  beforeEach(() => open(site.base, site.dir));

  it.each(locales)('is installable in %s, as the browser sees it, under its own name', async (locale) => {
    await arrive(tab, `${place.address}${locale}/`);
    const session = await context.newCDPSession(tab);
    const { errors, data, url } = await session.send('Page.getAppManifest');
    expect([url, errors]).toEqual([`${place.address}${locale}/manifest.webmanifest`, []]);
    const manifest = JSON.parse(data ?? '{}') as { name: string; start_url: string; scope: string; icons: { src: string; sizes: string }[] };
    expect([manifest.name, manifest.start_url, manifest.scope]).toEqual([await tab.locator('.site-name').innerText(), `${site.base}${locale}/`, site.base]);
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    // The tests' browser windows are of the kind that installs nothing.
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
    for (const { src, sizes } of manifest.icons) {
      const answer = await tab.request.get(new URL(src, place.address).href);
      expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'image/png']);
      // PNG, 11.2.2: width and height stand at bytes 16 and 20.
      const png = await answer.body();
      expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes);
    }
  });
});

it('the service worker is one plain script of at most 3 kB', () => {
  const text = readFileSync(join(rootSite.dir, 'service-worker.js'), 'utf8');
  expect(text).not.toMatch(/\b(?:import|export)\b/);
  const size = brotliCompressSync(text).length;
  console.log(`service-worker.js: ${size} bytes (Brotli 11)`);
  expect(size).toBeLessThanOrEqual(3000);
});

it.each(locales)('without JavaScript, the page about reading without a network names the archive, in %s', async (locale) => {
  await open('/', rootSite.dir);
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const one = await plain.newPage();
  await one.goto(`${place.address}${locale}/offline/`);
  expect(await one.getByText(messages(locale).offlineArchive).isVisible()).toBe(true);
  expect(await one.locator('[data-offline]').isVisible()).toBe(false);
  await plain.close();
});
