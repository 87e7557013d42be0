import { join } from 'node:path';
import type { BrowserContext, Page as Tab } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { locales, otherLocale } from '../../src/i18n/locales.ts';
import { messages } from '../../src/i18n/messages.ts';
import { arrive, scriptsRun } from './arrive.ts';
import { openSite } from './open-site.ts';
import {
  addressOf,
  type ElementNode,
  elementsOf,
  examplePage,
  expectNone,
  hasClass,
  type Page,
  pagesOf,
  rootSite,
  serveSite,
  sites,
  subpathSite,
} from './sites.ts';

const host = openSite();
let context: BrowserContext;
let tab: Tab;

beforeEach(async () => {
  context = await host.browser.newContext({ viewport: { width: 1280, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'] });
  tab = await context.newPage();
});
afterEach(() => context.close());

const theme = () => tab.evaluate(() => [document.documentElement.dataset.theme ?? 'system', getComputedStyle(document.body).backgroundColor]);
const has =
  (...classes: string[]) =>
  (elements: ElementNode[]) =>
    classes.every((name) => elements.some((one) => hasClass(one, name)));

describe('the theme button', () => {
  it('goes from system to light to dark and back, says which is chosen, and is remembered on the next page', async () => {
    const t = messages('en');
    await tab.emulateMedia({ colorScheme: 'dark' });
    await arrive(tab, `${host.served.address}en/`);
    const button = tab.locator('[data-theme-button]');
    const [system, systemPaper] = await theme();
    expect([system, await button.getAttribute('aria-label')]).toEqual(['system', `${t.theme}: ${t.themeSystem}`]);
    await button.click();
    const [light, lightPaper] = await theme();
    expect([light, await button.getAttribute('aria-label')]).toEqual(['light', `${t.theme}: ${t.themeLight}`]);
    expect(lightPaper).not.toBe(systemPaper);
    await arrive(tab, `${host.served.address}zh-cn/topics/`);
    expect(await theme()).toEqual(['light', lightPaper]);
    await tab.locator('[data-theme-button]').click();
    expect(await theme()).toEqual(['dark', systemPaper]);
    await tab.reload();
    await scriptsRun(tab);
    expect((await theme())[0]).toBe('dark');
    await tab.locator('[data-theme-button]').click();
    expect((await theme())[0]).toBe('system');
    await tab.reload();
    await scriptsRun(tab);
    expect((await theme())[0]).toBe('system');
  });
});

describe('the language link', () => {
  it.each(sites)('at $base keeps the page and the section, is remembered, and / then goes there', async (site) => {
    const own = await serveSite(site);
    await arrive(tab, own.address);
    expect(tab.url(), 'without a choice, / stays').toBe(own.address);
    const page = examplePage(site, 'en', 'topics', has('toc'));
    const section = await arrive(tab, addressOf(own, page)).then(() => tab.locator('.toc a[href^="#"]').nth(1).getAttribute('href'));
    await arrive(tab, addressOf(own, page) + section);
    await tab.locator('a.language').click();
    await tab.waitForURL(/zh-cn/);
    expect(tab.url()).toBe(`${own.address}${page.path.replace(/^en/, 'zh-cn')}${section}`);
    await arrive(tab, own.address);
    await tab.waitForURL(`${own.address}zh-cn/`);
    await tab.locator('a.language').click();
    await tab.waitForURL(`${own.address}en/`);
    await arrive(tab, own.address);
    await tab.waitForURL(`${own.address}en/`);
    await own.close();
  });
});

describe('an entry', () => {
  it.each(locales)('in %s marks the current section in the table of contents', async (locale) => {
    await arrive(tab, addressOf(host.served, examplePage(rootSite, locale, 'topics', has('toc'))));
    const current = tab.locator('.toc a[aria-current="location"]');
    const links = tab.locator('.toc a[href^="#"]');
    await expect.poll(() => current.count()).toBe(1);
    expect(await current.getAttribute('href')).toBe(await links.first().getAttribute('href'));
    for (const index of [3, 1]) {
      const href = (await links.nth(index).getAttribute('href')) ?? '';
      await tab.evaluate((id) => document.getElementById(id)?.scrollIntoView(), decodeURIComponent(href.slice(1)));
      await expect.poll(() => current.getAttribute('href')).toBe(href);
      expect(await current.count()).toBe(1);
    }
  });

  it.each(locales)('in %s: the copy button of a listing copies its text and says so', async (locale) => {
    await arrive(tab, addressOf(host.served, examplePage(rootSite, locale, 'topics', has('listing'))));
    const holder = tab.locator('.copy-holder:has(pre.code)').first();
    const button = holder.locator('button');
    const t = messages(locale);
    expect(await button.innerText()).toBe(t.copy);
    await button.focus();
    await tab.keyboard.press('Enter');
    await expect.poll(() => button.innerText()).toBe(t.copied);
    const copied = await tab.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await holder.locator('code').textContent());
    expect(copied.length).toBeGreaterThan(20);
    await expect.poll(() => button.innerText(), { timeout: 5000 }).toBe(t.copy);
  });

  it('"cite this page" gives GB/T 7714, BibTeX and CSL-JSON, each with a copy button', async () => {
    const page = examplePage(rootSite, 'en', 'topics');
    await arrive(tab, addressOf(host.served, page));
    await tab.getByText('Cite this page', { exact: true }).click();
    const [gb = '', bibtex = '', csl = ''] = await tab.locator('.cite-page pre').allTextContents();
    const title = await tab.locator('h1').innerText();
    expect(bibtex).toMatch(/^@\w+\{/);
    expect(bibtex).toContain(title);
    const [item] = [JSON.parse(csl)].flat() as { title: string; URL: string }[];
    expect(item?.title).toBe(title);
    expect(new URL(item?.URL ?? '').pathname).toBe(`/${page.path}`);
    expect(gb).toContain(`${title}[EB/OL]`);
    expect(await tab.locator('.cite-page .copy-holder button').count()).toBe(3);
  });

  it('a click on a citation shows the work, from there the reference, and the reference leads to the list of sources', async () => {
    await arrive(tab, addressOf(host.served, examplePage(rootSite, 'en', 'topics', has('cite'))));
    const cite = tab.locator('button.cite').first();
    await cite.click();
    const popover = tab.locator(`[id="${await cite.getAttribute('popovertarget')}"]`);
    expect(await popover.isVisible()).toBe(true);
    const box = await popover.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 1280, 'it lies within the window').toBe(true);
    await popover.locator('a').first().click();
    expect(new URL(tab.url()).hash).toMatch(/^#ref-/);
    expect(await tab.locator(':target').isVisible()).toBe(true);
  });

  it.each([360, 1280])('at %i px every popover opens within the window', async (width) => {
    await tab.setViewportSize({ width, height: 800 });
    await arrive(tab, addressOf(host.served, examplePage(rootSite, 'zh-cn', 'topics', has('cite', 'term'))));
    const outside = await tab.evaluate(async () => {
      const faults: string[] = [];
      for (const button of [...document.querySelectorAll<HTMLElement>('article [popovertarget]')].slice(0, 60)) {
        button.scrollIntoView({ block: 'center' });
        button.click();
        const popover = document.getElementById(button.getAttribute('popovertarget') ?? '');
        await new Promise(requestAnimationFrame);
        const box = popover?.getBoundingClientRect();
        if (!box || box.width === 0 || box.left < 0 || box.right > document.documentElement.clientWidth || box.top < 0 || box.bottom > innerHeight)
          faults.push(`${popover?.id}: ${JSON.stringify(box)}`);
        popover?.hidePopover();
      }
      return faults;
    });
    expectNone(outside);
  });
});

describe('an entry that goes on in chapters', () => {
  const chapters = pagesOf(rootSite).filter(({ path }) => /^[^/]+\/topics\/[^/]+\/[^/]+\/$/.test(path));
  const entryOf = ({ path }: Page) => path.replace(/[^/]+\/$/, '');

  it('lists each of their sections under its id, so that an address of before it moved leads to it', () => {
    expect(chapters.length).toBeGreaterThan(0);
    expectNone(
      chapters.flatMap((chapter) => {
        const ids = new Map(
          elementsOf(join(rootSite.dir, entryOf(chapter), 'index.html')).flatMap((element) =>
            element.attributes.id ? [[element.attributes.id, element]] : [],
          ),
        );
        const sections = elementsOf(chapter.file).filter(
          ({ tag, attributes }) => /^h[23]$/.test(tag) && attributes.id && !/^(notes|references)$/.test(attributes.id),
        );
        return sections.flatMap(({ attributes: { id = '' } }) => {
          const there = ids.get(id);
          const leads = there?.tag !== 'a' || there.attributes.href === `/${chapter.path}#${id}`;
          return there && leads ? [] : [`${entryOf(chapter)}#${id} does not lead to ${chapter.path}`];
        });
      }),
    );
  });

  it.each(locales)('in %s leads through them forth and back, and from each to the entry', async (locale) => {
    const own = chapters.filter((page) => page.locale === locale);
    const entry = entryOf(own[0] ?? ({ path: '' } as Page));
    const parts = [entry, ...own.map(({ path }) => path).filter((path) => path.startsWith(entry))];
    await arrive(tab, host.served.address + entry);
    const listed = await tab.locator('#chapters > ol > li > a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname.slice(1)));
    expect([entry, ...listed].sort()).toEqual(parts.sort());
    for (const path of listed) {
      await tab.locator('a[rel="next"]').click();
      await expect.poll(() => new URL(tab.url()).pathname).toBe(`/${path}`);
      expect(await tab.locator('.toc .part b').innerText()).toBe(await tab.locator('h1').innerText());
      expect(await tab.locator('.kicker a').getAttribute('href')).toBe(`/${entry}`);
    }
    await tab.locator('a[rel="prev"]').click();
    await expect.poll(() => new URL(tab.url()).pathname).toBe(`/${[entry, ...listed].at(-2)}`);
  });
});

describe('scripts', () => {
  const marks = () =>
    tab.evaluate(() => ({
      painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      asked: performance
        .getEntriesByType('resource')
        .filter(({ name }) => /\.js$/.test(name))
        .map(({ startTime }) => startTime),
    }));

  it('are not asked for before the page is painted', async () => {
    await arrive(
      tab,
      addressOf(
        host.served,
        examplePage(rootSite, 'en', 'topics', (elements) => elements.some(({ attributes }) => attributes['data-instrument'] !== undefined)),
      ),
    );
    const { painted, asked } = await marks();
    expect(asked.length).toBeGreaterThanOrEqual(2);
    for (const time of asked) expect(time).toBeGreaterThan(painted);
  });

  it('start all the same where the browser does not tell when it paints', async () => {
    await tab.addInitScript(() => {
      PerformanceObserver.prototype.observe = () => undefined;
    });
    await arrive(tab, `${host.served.address}en/topics/`);
    await tab.keyboard.press('/');
    await expect.poll(() => tab.locator('dialog.search-dialog').isVisible()).toBe(true);
  });
});

describe('search opens', () => {
  it.each([
    ['by /', (page: Tab) => page.keyboard.press('/')],
    ['by Ctrl-K', (page: Tab) => page.keyboard.press('Control+k')],
    ['by ⌘-K', (page: Tab) => page.keyboard.press('Meta+k')],
    ['by its field in the header', (page: Tab) => page.locator('a[data-search]').click()],
  ])('%s; Escape closes it and gives the focus back', async (_way, open) => {
    await arrive(tab, `${host.served.address}en/topics/`);
    await tab.locator('main a').first().focus();
    const field = tab.locator('a[data-search]');
    await open(tab);
    const dialog = tab.locator('dialog.search-dialog');
    await expect.poll(() => dialog.isVisible()).toBe(true);
    expect(await dialog.locator('input').evaluate((input) => input === document.activeElement)).toBe(true);
    await tab.keyboard.press('Escape');
    expect(await dialog.isVisible()).toBe(false);
    const focused = await tab.evaluate(() => document.activeElement?.tagName);
    expect(focused).toBe('A');
    await open(tab);
    await expect.poll(() => dialog.isVisible()).toBe(true);
    await dialog.locator('button').first().click();
    expect(await dialog.isVisible()).toBe(false);
    expect(await field.isVisible()).toBe(true);
  });

  it('not while one types into a field', async () => {
    await arrive(tab, `${host.served.address}en/instruments/lora-link/`);
    await tab.locator('select').first().focus();
    await tab.keyboard.press('/');
    await tab.waitForTimeout(200);
    expect(await tab.locator('dialog').count()).toBe(0);
  });
});

describe('in print', () => {
  it.each(locales)('an entry in %s shows its references and its popovers as lists, and no controls', async (locale) => {
    await arrive(tab, addressOf(host.served, examplePage(rootSite, locale, 'topics', has('cite', 'term'))));
    await tab.emulateMedia({ media: 'print' });
    expect(await tab.locator('.references li').first().isVisible()).toBe(true);
    const popovers = tab.locator('.popovers .pop');
    expect(await popovers.count()).toBeGreaterThan(5);
    const hidden = await popovers.evaluateAll((all) =>
      all.filter((one) => !one.checkVisibility()).map((one) => `hidden in print: ${one.textContent?.slice(0, 60)}`),
    );
    expectNone(hidden);
    for (const control of ['.site-header', '.toc', '.copy', '.skip', '.crumbs']) expect(await tab.locator(`${control}:visible`).count(), control).toBe(0);
    expect(await tab.locator('.print-only').first().innerText()).toContain(`${locale}/topics/`);
  });
});

describe('the frame', () => {
  it('has a link that skips to the text as its first stop', async () => {
    await arrive(tab, `${host.served.address}en/glossary/`);
    await tab.keyboard.press('Tab');
    const skip = tab.locator(':focus');
    expect(await skip.innerText()).toBe(messages('en').skipToText);
    expect((await skip.boundingBox())?.x).toBeGreaterThanOrEqual(0);
    await tab.keyboard.press('Enter');
    expect(new URL(tab.url()).hash).toBe('#main');
  });

  it.each(locales)('leads from home in %s to topics, questions, search and the other language', async (locale) => {
    const own = await serveSite(subpathSite);
    await arrive(tab, `${own.address}${locale}/`);
    const links = await tab.evaluate(() => [...document.querySelectorAll<HTMLAnchorElement>('header a')].map((link) => link.href));
    for (const path of ['topics/', 'questions/', 'instruments/', 'corrections/', 'glossary/', 'resources/', 'sources/', 'search/'])
      expect(links).toContain(`${own.address}${locale}/${path}`);
    expect(links).toContain(`${own.address}${otherLocale(locale)}/`);
    await own.close();
  });
});
