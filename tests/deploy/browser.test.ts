/* The site through nginx and Caddy in a real browser: whatever the headers forbid that a page needs, the browser says on its console. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { locales } from '../../src/i18n/locales.ts';
import { instrumentIds } from '../../src/instruments/registry.ts';
import { launch } from '../site/browser.ts';
import { examplePage, expectNone } from '../site/sites.ts';
import { behind, combinations } from './deployed.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe.each(combinations)('$name, site at $base', ({ name, site }) => {
  const open = behind(name, site);

  it('shows every kind of page without an error, a failed request or a violation of the policy', async () => {
    const formula = (elements: { tag: string }[]) => elements.some(({ tag }) => tag === 'math');
    const paths = [
      '',
      'en/search/?q=LoRa',
      'zh-cn/search/?q=LoRa',
      ...locales.flatMap((locale) => [
        `${locale}/`,
        examplePage(site, locale, 'topics', formula).path,
        ...['questions', 'corrections', 'disambiguation'].map((kind) => examplePage(site, locale, kind).path),
        ...['glossary', 'sources', 'evidence'].map((list) => `${locale}/${list}/`),
        ...instrumentIds().map((id) => `${locale}/instruments/${id}/`),
      ]),
    ];
    const found: string[] = [];
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
    });
    for (const path of paths) {
      const tab = await context.newPage();
      tab.on('console', (message) => ['error', 'warning'].includes(message.type()) && found.push(`${path}: ${message.text()}`));
      tab.on('pageerror', (error) => found.push(`${path}: ${error.message}`));
      tab.on('requestfailed', (request) => found.push(`${path}: ${request.url()} ${request.failure()?.errorText}`));
      tab.on('response', (response) => response.status() >= 400 && found.push(`${path}: ${response.url()} ${response.status()}`));
      const response = await tab.goto(open.server.address + path, { waitUntil: 'networkidle' });
      if (response?.status() !== 200) found.push(`${path}: status ${response?.status()}`);
      if (path.includes('/instruments/')) await expect.poll(() => tab.locator('[data-live]').count(), { message: path, timeout: 20_000 }).toBeGreaterThan(0);
      if (path.includes('?q='))
        await expect.poll(() => tab.locator('main a[href*="/topics/lora"]').count(), { message: path, timeout: 20_000 }).toBeGreaterThan(0);
      await tab.close();
    }
    await context.close();
    expectNone(found);
  });

  it('tells of a violation where there is one: an inline script that the policy does not name', async () => {
    const tab = await browser.newPage();
    const said: string[] = [];
    tab.on('console', (message) => said.push(message.text()));
    await tab.goto(`${open.server.address}en/`);
    await tab.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "run"';
      document.body.append(script);
    });
    expect(await tab.title()).not.toBe('run');
    expect(said.join('\n')).toContain('Content Security Policy');
    await tab.close();
  });

  it('may not be framed', async () => {
    const tab = await browser.newPage();
    await tab.setContent(`<iframe src="${open.server.address}en/"></iframe>`);
    const frame = await expect
      .poll(() => tab.frames().length)
      .toBe(2)
      .then(() => tab.frames()[1]);
    await tab.waitForTimeout(500);
    expect(
      await frame
        ?.locator('main')
        .count()
        .catch(() => 0),
    ).toBe(0);
    await tab.close();
  });
});
