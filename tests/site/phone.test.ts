/*
 * Entries on a phone: only what is near the screen is laid out at first (src/styles/prose.css), and a reader must not notice. Where a heading lands and how far
 * the text moves is what the browser's own coordinates say; the room above a heading is `scroll-padding-top` of src/styles/base.css.
 */
import { statSync } from 'node:fs';
import type { BrowserContext, Page as Tab } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Locale, locales } from '../../src/i18n/locales.ts';
import { arrive } from './arrive.ts';
import { openSite } from './open-site.ts';
import { addressOf, kindOf, type Page, pagesOf, rootSite } from './sites.ts';

const host = openSite();
const screen = { width: 360, height: 640 };
let context: BrowserContext;
let tab: Tab;

beforeEach(async () => {
  context = await host.browser.newContext({ viewport: screen });
  tab = await context.newPage();
});
afterEach(() => context.close());

const entries = pagesOf(rootSite).filter((page) => kindOf(page) === 'topics');

/** The longest entry in a language: it has most to lay out. */
function longest(locale: Locale): Page {
  const [first] = entries.filter((page) => page.locale === locale).sort((a, b) => statSync(b.file).size - statSync(a.file).size);
  if (!first) throw new Error(`there is no entry in ${locale}`);
  return first;
}

const address = (page: Page) => addressOf(host.served, page);
const settled = (on = tab) => on.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 200)))));

/** How many blocks of the text are not laid out. */
const waiting = (on: Tab) =>
  on.evaluate(
    () =>
      [...document.querySelectorAll('.prose > * > :first-child')].filter(
        (one) => one.checkVisibility() && !one.checkVisibility({ contentVisibilityAuto: true }),
      ).length,
  );

const topOf = (selector: string) => tab.evaluate((found) => document.querySelector(found)?.getBoundingClientRect().top, selector);
const roomAbove = () => tab.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop));

describe.each(locales)('the longest entry in %s', (locale) => {
  const page = longest(locale);

  it('is laid out near the screen only; whole in print, where one comes back, and without scripts', async () => {
    await arrive(tab, address(page));
    await settled();
    expect(await waiting(tab)).toBeGreaterThan(20);
    await tab.emulateMedia({ media: 'print' });
    expect(await waiting(tab), 'in print').toBe(0);
    await tab.emulateMedia({ media: null });
    await tab.reload();
    expect(await waiting(tab), 'after a reload').toBe(0);
    const plain = await host.browser.newContext({ viewport: screen, javaScriptEnabled: false });
    const other = await plain.newPage();
    await other.goto(address(page));
    expect(await waiting(other), 'without scripts').toBe(0);
    await plain.close();
  });

  it('lands at a heading far down: by its address, from the table of contents, back and forward', async () => {
    await arrive(tab, address(page));
    await tab.locator('.toc summary').click();
    const links = tab.locator('.toc a[href^="#"]');
    const hash = (await links.nth(-2).getAttribute('href')) ?? '';
    await links.nth(-2).click();
    await settled();
    const room = await roomAbove();
    expect(Math.abs(((await topOf(hash)) ?? 0) - room), 'from the table of contents').toBeLessThan(2);
    await expect.poll(() => tab.locator('.toc [aria-current]').getAttribute('href')).toBe(hash);
    await tab.goBack();
    await settled();
    expect(await tab.evaluate(() => scrollY), 'back').toBeLessThan(screen.height);
    await tab.goForward();
    await settled();
    expect(Math.abs(((await topOf(hash)) ?? 0) - room), 'forward').toBeLessThan(2);
    const second = await context.newPage();
    await arrive(second, address(page) + hash);
    await settled(second);
    const top = await second.evaluate((found) => document.querySelector(found)?.getBoundingClientRect().top, hash);
    expect(Math.abs((top ?? 0) - room), 'by its address').toBeLessThan(2);
  });

  it('does not jump while one scrolls up from its end', async () => {
    await arrive(tab, address(page));
    await settled();
    await tab.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await settled();
    const step = 300;
    let measured = 0;
    for (let times = 0; times < 60; times++) {
      const moved = await tab.evaluate(async (by) => {
        const element = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
        const before = element?.getBoundingClientRect();
        scrollBy(0, -by);
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        // The top of what is longer than a few screens moves when its own middle finds its height.
        return before && element && before.height < 600 && scrollY > 0 ? element.getBoundingClientRect().top - before.top : undefined;
      }, step);
      if (moved === undefined) continue;
      measured += 1;
      expect(Math.abs(moved - step), `step ${times}`).toBeLessThan(2);
    }
    expect(measured).toBeGreaterThan(20);
  });

  it('comes back to the same place after a reload', async () => {
    await arrive(tab, address(page));
    await settled();
    for (let times = 0; times < 12; times++) {
      await tab.mouse.wheel(0, 600);
      await settled();
    }
    const place = () =>
      tab.evaluate(() => {
        const blocks = [...document.querySelectorAll('.prose > :not(.margin, .popovers)')];
        const first = blocks.findIndex((one) => one.getBoundingClientRect().bottom > 100);
        return [first, Math.round(blocks[first]?.getBoundingClientRect().top ?? 0)];
      });
    const [block, top = 0] = await place();
    await tab.reload();
    await settled();
    const [blockAgain, topAgain = 0] = await place();
    expect(blockAgain).toBe(block);
    // A line at most: the font of formulas, which came too late the first time, is at hand now.
    expect(Math.abs(topAgain - top)).toBeLessThan(28);
  });
});
