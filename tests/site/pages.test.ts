import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, BrowserContext, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Served } from '../../scripts/serve.ts';
import { arrive } from './arrive.ts';
import { launch } from './browser.ts';
import { type BuiltSite, expectNone, kindOf, type Page, pagesOf, rootSite, serveSite, subpathSite } from './sites.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** All WCAG rules of levels A and AA, 2.0 to 2.2, and best practices. What needs style sheets fetched again is tried on one page. */
const rules: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
  preload: false,
};

/** What a theme can change: the other rules never look at a colour. */
const colourRules: RunOptions = { ...rules, runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

const targetRule: RunOptions = { ...rules, runOnly: { type: 'rule', values: ['target-size'] } };

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Everything that went wrong on a page while it was open, gathered by the tab that shows it. */
interface Tabs {
  tab: Tab;
  findings: string[];
}

/** A tab that lets nothing out of the site and writes down whatever a reader's console would show. */
async function openTab(context: BrowserContext, served: Served): Promise<Tabs> {
  const findings: string[] = [];
  const tab = await context.newPage();
  await tab.route(
    (url) => !url.href.startsWith(served.address) && url.protocol !== 'data:' && url.protocol !== 'blob:',
    (route) => {
      findings.push(`request to ${route.request().url()}`);
      return route.abort();
    },
  );
  tab.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) findings.push(`console ${message.type()}: ${message.text()}`);
  });
  tab.on('pageerror', (error) => findings.push(`error: ${error.message}`));
  tab.on('response', (response) => {
    if (response.status() >= 400) findings.push(`${response.status()} for ${response.url()}`);
  });
  return { tab, findings };
}

async function newContext(theme: 'light' | 'dark' = 'light', width = 1280): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: theme });
  await context.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seenViolations: seen });
    document.addEventListener('securitypolicyviolation', (event) => seen.push(`${event.violatedDirective} by ${event.blockedURI} ${event.sample}`));
  });
  return context;
}

/** Runs `visit` for all pages, on two tabs at a time. */
async function forEachPage(served: Served, pages: Page[], visit: (tab: Tab, page: Page) => Promise<string[]>, withAxe = false): Promise<string[]> {
  const context = await newContext();
  if (withAxe) await context.addInitScript(axeSource);
  const waiting = [...pages];
  const all: string[] = [];
  const work = async () => {
    const { tab, findings } = await openTab(context, served);
    for (let page = waiting.shift(); page; page = waiting.shift()) {
      await arrive(tab, served.address + page.path);
      await tab.evaluate(() => document.fonts.ready.then(() => undefined));
      const found = await visit(tab, page);
      const violations = await tab.evaluate(() => (window as unknown as { seenViolations: string[] }).seenViolations);
      const { path } = page;
      all.push(...[...findings.splice(0), ...violations.map((one) => `policy violated: ${one}`), ...found].map((one) => `${path || '/'}: ${one}`));
    }
  };
  await Promise.all([work(), work()]);
  await context.close();
  return all.sort();
}

/** What axe finds on the page as it stands, or in one part of it. */
async function axeFindings(tab: Tab, theme: string, options: RunOptions = rules, part = 'html'): Promise<string[]> {
  const { violations } = await tab.evaluate(
    async (given) => {
      const { axe } = window as unknown as { axe: { run(context: string, options: RunOptions): Promise<AxeResults> } };
      return axe.run(given.part, given.options);
    },
    { options, part },
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${theme}: ${id} at ${target.join(' ')}: ${failureSummary?.split('\n')[1]?.trim()}`),
  );
}

/** Folded parts are opened, so that they are looked at, too. */
const openFolded = (tab: Tab) =>
  tab.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
  });

/** Elements that make the page wider than the window, unless something around them scrolls. */
const tooWide = (tab: Tab) =>
  tab.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const scrolls = (element: Element | null): boolean =>
      element !== null && element !== document.body && (getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement));
    const guilty = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > room + 0.5 && !scrolls(element.parentElement),
    );
    const name = (element: Element) => `${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ''}.${[...element.classList].join('.')}`;
    return [
      `${document.documentElement.scrollWidth} px wide: ${guilty
        .slice(-3)
        .map((element) => `${name(element)} "${element.textContent?.slice(0, 40)}"`)
        .join(', ')}`,
    ];
  });

/** Missing addresses answer 404, as they should: the console says so. */
const without404 = (findings: string[]) => findings.filter((one) => !/^missing\/: (404 for|console error: Failed to load resource)/.test(one));

describe('every page, as a reader sees it', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serveSite(rootSite);
  });
  afterAll(() => served.close());
  const pages = pagesOf(rootSite);

  it('has nothing that axe finds, in both themes; no error, warning, foreign request or violation of the policy; fits 360 and 320 px', async () => {
    const findings = await forEachPage(
      served,
      pages,
      async (tab) => {
        await openFolded(tab);
        const found = await axeFindings(tab, 'light');
        await tab.emulateMedia({ colorScheme: 'dark' });
        found.push(...(await axeFindings(tab, 'dark', colourRules)));
        await tab.emulateMedia({ colorScheme: 'light' });
        for (const width of [360, 320]) {
          await tab.setViewportSize({ width, height: 720 });
          found.push(...(await tooWide(tab)).map((one) => `at ${width} px: ${one}`));
        }
        await tab.setViewportSize({ width: 1280, height: 900 });
        return found;
      },
      true,
    );
    expectNone(findings);
  });

  it('has nothing that axe finds at 360 px: one page of each kind and language', async () => {
    const seen = new Set<string>();
    const sample = pages.filter((page) => {
      const key = `${page.locale} ${kindOf(page)} ${kindOf(page) === 'list' ? page.path : ''}`;
      return !seen.has(key) && seen.add(key);
    });
    expect(sample.length).toBeGreaterThan(20);
    const findings = await forEachPage(
      served,
      sample,
      async (tab) => {
        await tab.setViewportSize({ width: 360, height: 720 });
        return axeFindings(tab, 'light');
      },
      true,
    );
    expectNone(findings);
  });

  it('has no target at 360 px that is too small or too near to another, in any entry', async () => {
    const entries = pages.filter((page) => kindOf(page) === 'topics');
    const findings = await forEachPage(
      served,
      entries,
      async (tab) => {
        await tab.setViewportSize({ width: 360, height: 720 });
        // Anew, as a reader finds it on a phone.
        await arrive(tab, tab.url());
        return axeFindings(tab, 'light', targetRule);
      },
      true,
    );
    expectNone(findings);
  });

  it('may be turned: the style sheet locks no orientation', async () => {
    const context = await newContext();
    await context.addInitScript(axeSource);
    const { tab } = await openTab(context, served);
    await arrive(tab, `${served.address}en/`);
    const violations = await tab.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run(context: Document, options: RunOptions): Promise<AxeResults> } };
      return (await axe.run(document, { runOnly: ['css-orientation-lock'] })).violations.map(({ id }) => id);
    });
    await context.close();
    expect(violations).toEqual([]);
  });

  it('has contrast in every popover, in both themes: one entry and one question of each language', async () => {
    const sample = (['en', 'zh-cn'] as const).flatMap((locale) =>
      ['topics', 'questions'].flatMap((kind) => pages.filter((page) => page.locale === locale && kindOf(page) === kind).slice(0, 1)),
    );
    const findings = await forEachPage(
      served,
      sample,
      async (tab) => {
        const found: string[] = [];
        for (const theme of ['light', 'dark'] as const) {
          await tab.emulateMedia({ colorScheme: theme });
          const kinds = await tab.evaluate(() => [...new Set([...document.querySelectorAll('[popovertarget]')].map((button) => button.className))]);
          expect(kinds.length).toBeGreaterThan(0);
          for (const kind of kinds) {
            await tab.evaluate((name) => document.querySelector<HTMLElement>(`[popovertarget][class="${name}"]`)?.click(), kind);
            expect(await tab.locator(':popover-open').count(), kind).toBe(1);
            found.push(...(await axeFindings(tab, `${theme}, popover of .${kind}`, rules, ':popover-open')));
          }
        }
        return found;
      },
      true,
    );
    expectNone(findings);
  });

  it('reads well as XML where it is XML: sitemap and feeds', async () => {
    const context = await newContext();
    const { tab } = await openTab(context, served);
    await arrive(tab, `${served.address}en/`);
    for (const file of ['sitemap.xml', 'en/rss.xml', 'zh-cn/rss.xml', 'icon.svg']) {
      const fault = await tab.evaluate(async (url) => {
        const text = await (await fetch(url)).text();
        return new DOMParser().parseFromString(text, 'text/xml').querySelector('parsererror')?.textContent ?? '';
      }, served.address + file);
      expect(fault, file).toBe('');
    }
    await context.close();
  });

  it('answers a missing address with a page in both languages', async () => {
    const missing: Page = { site: rootSite, path: 'missing/', file: '', locale: undefined };
    const findings = await forEachPage(served, [missing], async (tab) => {
      const languages = await tab.evaluate(() => [...document.querySelectorAll('main section')].map((section) => section.getAttribute('lang')));
      return ['en', 'zh-CN'].filter((one) => !languages.includes(one)).map((one) => `says nothing in ${one}`);
    });
    expectNone(without404(findings));
  });
});

it('the site under a subpath loads all that it needs: every page without error, foreign request or violation of the policy', async () => {
  const site: BuiltSite = subpathSite;
  const served = await serveSite(site);
  const findings = await forEachPage(served, pagesOf(site), async (tab) => {
    const styled = await tab.evaluate(() => getComputedStyle(document.body).margin === '0px' && document.documentElement.classList.contains('js'));
    return styled ? [] : ['style or script did not load'];
  });
  await served.close();
  expectNone(findings);
});
