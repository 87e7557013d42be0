import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { Served } from '../../scripts/serve.ts';
import { launch } from './browser.ts';
import { rootSite, serveSite } from './sites.ts';

/** A browser and the built site at the root, for the tests of one file: there before the first of them, closed after the last. */
export function openSite(): { browser: Browser; served: Served } {
  const open = {} as { browser: Browser; served: Served };
  beforeAll(async () => {
    [open.browser, open.served] = await Promise.all([launch(), serveSite(rootSite)]);
  });
  afterAll(async () => {
    await open.browser.close();
    await open.served.close();
  });
  return open;
}
