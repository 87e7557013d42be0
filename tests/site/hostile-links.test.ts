import type { BrowserContext, Page as Tab } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Definition } from '../../src/instruments/define.ts';
import { defaultInputs, readQuery } from '../../src/instruments/inputs.ts';
import { loadInstruments } from '../../src/instruments/registry.ts';
import { InputError } from '../../src/models/input-error.ts';
import { arrive } from './arrive.ts';
import { openSite } from './open-site.ts';

/* Links to instruments as somebody hostile, or a broken mail program, writes them. */

const all = await loadInstruments();
const host = openSite();
let context: BrowserContext;
let tab: Tab;
let errors: string[];

beforeEach(async () => {
  context = await host.browser.newContext();
  tab = await context.newPage();
  errors = [];
  tab.on('console', (message) => ['error', 'warning'].includes(message.type()) && errors.push(message.text()));
  tab.on('pageerror', (error) => errors.push(error.message));
  tab.on('dialog', (dialog) => void dialog.dismiss().then(() => errors.push(`a dialog: ${dialog.message()}`)));
});
afterEach(async () => {
  await context.close();
  expect(errors, 'errors on the page').toEqual([]);
});

const values = {
  'what is no number': 'NaN',
  infinity: '1e999',
  'a negative number': '-1',
  markup: '"><img src=x onerror=alert(1)><script>alert(1)</script>',
  'broken percent signs': '%zz%E0%A4%A',
  'null bytes': '%00%00',
  'a prototype': '__proto__',
  'ten thousand characters': 'x'.repeat(10_000),
  'a turned direction': '%E2%80%AE7',
  nothing: '',
};

/** Opens the instrument by a query too long for a request: the address changes before the instrument comes to life. */
async function open(definition: Definition, query: string, hash = ''): Promise<void> {
  await tab.addInitScript(([search, fragment]) => history.replaceState(null, '', `${location.pathname}${search}${fragment}`), [query, hash] as const);
  await arrive(tab, `${host.served.address}en/instruments/${definition.id}/`);
  await expect.poll(() => tab.locator('[data-instrument]').first().getAttribute('data-live'), { timeout: 20_000 }).not.toBeNull();
}

/** The result is that of the inputs that could be read, and each field that could not is marked with a sentence. */
async function holds(definition: Definition, query: string): Promise<void> {
  const root = tab.locator('[data-instrument]').first();
  const { inputs, errors: wrong } = readQuery(definition, new URLSearchParams(query));
  let shown = inputs;
  try {
    definition.compute(inputs);
  } catch (error) {
    // The model refuses them together: the defaults stand.
    if (!(error instanceof InputError)) throw error;
    wrong.push(error);
    shown = defaultInputs(definition);
  }
  expect(await root.locator('.answer').textContent()).toBe(definition.answer(shown, definition.compute(shown), 'en'));
  expect(await root.textContent()).not.toMatch(/NaN|undefined|Infinity|\[object/);
  const marked = await root.locator('.field.bad [name]').evaluateAll((fields) => fields.map((field) => field.getAttribute('name') ?? ''));
  expect(marked.sort()).toEqual(wrong.map(({ field }) => field).sort());
  for (const sentence of await root.locator('.field.bad .error').allTextContents()) expect(sentence.length).toBeGreaterThan(10);
  expect(await tab.locator('script:not([src]):not([type="application/ld+json"])').count()).toBe(1);
  expect(await tab.locator('img').count()).toBe(0);
}

describe.each([...all.values()].map((definition) => [definition.id, definition] as const))('%s', (_id, definition) => {
  const keys = Object.keys(definition.inputs);

  it.each(Object.entries(values))('opens with a result where a link holds %s, and marks what is wrong', async (_name, value) => {
    const query = `?${keys.map((key) => `${key}=${value}`).join('&')}`;
    await open(definition, query);
    await holds(definition, query);
  });

  it('takes the first of a key that stands twice, and leaves alone what is none of its keys', async () => {
    const query = `?${keys.map((key) => `${key}=${encodeURIComponent(String(definition.inputs[key]?.default))}&${key}=NaN`).join('&')}&utm_source=x&__proto__=1&constructor=2&toString=3`;
    await open(definition, query);
    await holds(definition, query);
    expect(await tab.locator('.field.bad').count()).toBe(0);
  });

  it('opens with a list of two hundred thousand numbers and a fragment of markup', async () => {
    const query = `?${keys.map((key) => `${key}=${'1,'.repeat(200_000 / keys.length)}`).join('&')}`;
    await open(definition, query, '#%zz"><script>alert(1)</script>');
    await holds(definition, query);
  });

  it('goes on from there: a field mended is computed, and its mark goes', async () => {
    const [name = '', spec] = Object.entries(definition.inputs).find(([, one]) => one.type === 'number' && !one.advanced) ?? [];
    if (spec?.type !== 'number') throw new Error('the instrument has no number');
    await open(definition, `?${name}=1e999`);
    const field = tab.locator(`[name="${name}"]`);
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
    await field.fill(String(spec.default / (spec.display?.scale ?? 1)));
    await expect.poll(() => tab.locator('.field.bad').count()).toBe(0);
    expect(
      await tab
        .locator('.answer')
        .first()
        .evaluate((answer) => answer.classList.contains('stale')),
    ).toBe(false);
  });
});
