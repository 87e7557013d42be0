import type { BrowserContext, Page as Tab } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { showQuantity } from '../../src/components/instrument/quantity.ts';
import { locales } from '../../src/i18n/locales.ts';
import { defaultInputs } from '../../src/instruments/inputs.ts';
import { loadInstruments } from '../../src/instruments/registry.ts';
import { openSite } from './open-site.ts';
import { addressOf, examplePage, expectNone, hasClass, pagesOf, rootSite } from './sites.ts';

const host = openSite();
let context: BrowserContext;
let tab: Tab;

beforeAll(async () => {
  context = await host.browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
  tab = await context.newPage();
});

describe.each(locales)('without JavaScript, in %s', (locale) => {
  it('an entry shows all its text, figures, tables and listings', async () => {
    const page = examplePage(
      rootSite,
      locale,
      'topics',
      (elements) => elements.some((one) => hasClass(one, 'listing')) && elements.some((one) => hasClass(one, 'table')),
    );
    await tab.goto(addressOf(host.served, page));
    const { hidden, shown } = await tab.evaluate(() => {
      const parts = [...document.querySelectorAll<HTMLElement>('article.prose :is(h1, h2, h3, p, li, td, th, figure, pre, math[display="block"])')].filter(
        (element) => !element.closest('.popovers, .margin, details:not([open])'),
      );
      const isHidden = (element: HTMLElement) =>
        element.textContent?.trim() !== '' && !element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      return { hidden: parts.filter(isHidden).map((element) => `${element.tagName} "${element.textContent?.slice(0, 60)}"`), shown: parts.length };
    });
    expect(shown).toBeGreaterThan(50);
    expectNone(hidden);
  });

  it('a citation and a term open by keyboard, close by Escape and give the focus back', async () => {
    const page = examplePage(
      rootSite,
      locale,
      'topics',
      (elements) => elements.some((one) => hasClass(one, 'cite')) && elements.some((one) => hasClass(one, 'term')),
    );
    await tab.goto(addressOf(host.served, page));
    for (const kind of ['cite', 'term']) {
      const button = tab.locator(`button.${kind}[popovertarget]`).first();
      const popover = tab.locator(`[id="${await button.getAttribute('popovertarget')}"]`);
      expect(await popover.isVisible()).toBe(false);
      await button.focus();
      await tab.keyboard.press('Enter');
      expect(await popover.isVisible(), `the popover of the first .${kind} after Enter`).toBe(true);
      expect((await popover.innerText()).trim().length).toBeGreaterThan(3);
      await tab.keyboard.press('Escape');
      expect(await popover.isVisible(), `the popover of the first .${kind} after Escape`).toBe(false);
      expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    }
  });

  it('the search page says that searching needs a script, and leads to every text and instrument of the language', async () => {
    await tab.goto(`${host.served.address}${locale}/search/`);
    expect(await tab.locator('noscript').innerText()).not.toBe('');
    const links = new Set(
      await tab.evaluate(() => [...document.querySelectorAll<HTMLAnchorElement>('main a, footer a')].map((link) => new URL(link.href).pathname.slice(1))),
    );
    const wanted = pagesOf(rootSite).filter(
      (page) => page.locale === locale && /^(topics|questions|corrections|instruments|disambiguation)\/.+/.test(page.path.slice(locale.length + 1)),
    );
    expect(wanted.length).toBeGreaterThan(20);
    expectNone(wanted.filter(({ path }) => !links.has(path)).map(({ path }) => `the search page does not lead to ${path}`));
  });

  it('every instrument shows its default answer and results, as its model gives them', async () => {
    for (const definition of (await loadInstruments()).values()) {
      await tab.goto(`${host.served.address}${locale}/instruments/${definition.id}/`);
      const inputs = defaultInputs(definition);
      const outputs = definition.compute(inputs);
      expect(await tab.locator('.answer').innerText()).toBe(definition.answer(inputs, outputs, locale));
      const shown = await tab.locator('[data-output]').evaluateAll((all) => all.map((one) => [one.getAttribute('data-output') ?? '', one.textContent ?? '']));
      const numbers = shown.filter(([key]) => (key ?? '') in definition.outputs);
      expect(shown.length).toBe(numbers.length + Object.keys(definition.matrices ?? {}).length);
      expect(Object.fromEntries(numbers)).toEqual(
        Object.fromEntries(Object.entries(definition.outputs).map(([key, spec]) => [key, showQuantity(outputs[key] ?? null, spec, locale)])),
      );
    }
  });

  it('the evidence of a topic lists its claims with their grounds, and shows those of one kind when asked', async () => {
    const page = examplePage(rootSite, locale, 'evidence', (elements) => ['cited', 'sum'].every((kind) => elements.some((one) => hasClass(one, `is-${kind}`))));
    await tab.goto(addressOf(host.served, page));
    const claims = tab.locator('.ledger > li');
    const visible = () => tab.locator('.ledger > li:visible').count();
    const all = await claims.count();
    expect(all).toBeGreaterThan(50);
    expect(await visible()).toBe(all);
    expect(await tab.locator('.ledger > li:not(:has(ul li))').count(), 'claims without a ground').toBe(0);
    for (const kind of ['cited', 'sum']) {
      await tab.locator(`#show-${kind}`).check();
      const wanted = await tab.locator(`.ledger > li.is-${kind}`).count();
      expect(wanted).toBeGreaterThan(0);
      expect(wanted).toBeLessThan(all);
      expect(await visible(), kind).toBe(wanted);
      expect(await tab.locator('.page-claims:visible:not(:has(.ledger > li:visible))').count(), 'pages that hold nothing').toBe(0);
    }
  });

  it('controls that could do nothing are not shown', async () => {
    await tab.goto(`${host.served.address}${locale}/instruments/lora-link/`);
    expect(await tab.locator('.needs-script').count()).toBeGreaterThan(2);
    expect(await tab.locator('.needs-script:visible').count()).toBe(0);
  });

  it('the menu opens, and the language link leads to the same page', async () => {
    await tab.setViewportSize({ width: 360, height: 720 });
    await tab.goto(`${host.served.address}${locale}/glossary/`);
    await tab.locator('.site-nav summary').focus();
    await tab.keyboard.press('Enter');
    expect(await tab.locator('.site-nav li a:visible').count()).toBe(7);
    await tab.locator('a.language').click();
    expect(new URL(tab.url()).pathname).toBe(`/${locale === 'en' ? 'zh-cn' : 'en'}/glossary/`);
    await tab.setViewportSize({ width: 1280, height: 900 });
  });
});
