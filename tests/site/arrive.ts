import type { Page } from 'playwright-core';

/** Opens an address and waits until the page's scripts, which it starts after its first paint, have run. */
export async function arrive(tab: Page, address: string): Promise<ReturnType<Page['goto']>> {
  const response = await tab.goto(address);
  await scriptsRun(tab);
  return response;
}

/** Waits until the scripts of a page that was just opened, reloaded or come back to have run: to import a module again is to wait for it. */
export async function scriptsRun(tab: Page): Promise<void> {
  await tab.waitForFunction(() => document.readyState !== 'loading' && !document.querySelector('template.later'));
  // As text, or the test's own bundler would take the import for one of its own.
  await tab.evaluate(`Promise.all([...document.querySelectorAll('script[type=module][src]')].map(({ src }) => import(src))).then(() => undefined)`);
}
