import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { BrowserContext, Locator, Page as Tab } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { showQuantity } from '../../src/components/instrument/quantity.ts';
import { type Locale, locales } from '../../src/i18n/locales.ts';
import { messages } from '../../src/i18n/messages.ts';
import { type Definition, finishWork, type InputValues } from '../../src/instruments/define.ts';
import { completeInputs, inputsFromQuery, inputsToQuery } from '../../src/instruments/inputs.ts';
import { loadInstruments } from '../../src/instruments/registry.ts';
import { arrive } from './arrive.ts';
import { openSite } from './open-site.ts';
import { addressOf, elementsOf, examplePage, expectNone, hasClass, pagesOf, rootSite, textOf } from './sites.ts';

const all = await loadInstruments();
const loraLink = all.get('lora-link') as Definition;
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const host = openSite();
let context: BrowserContext;
let tab: Tab;
let errors: string[];

beforeEach(async () => {
  context = await host.browser.newContext({
    viewport: { width: 1280, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
    acceptDownloads: true,
  });
  await context.addInitScript(axeSource);
  tab = await context.newPage();
  errors = [];
  tab.on('console', (message) => ['error', 'warning'].includes(message.type()) && errors.push(message.text()));
  tab.on('pageerror', (error) => errors.push(error.message));
});
afterEach(async () => {
  await context.close();
  expect(errors, 'errors on the page').toEqual([]);
});

/** An instrument on the page that is open: where it is, what its fields are called. */
interface Bench {
  definition: Definition;
  locale: Locale;
  root: Locator;
  field(name: string): Locator;
  button(label: string): Locator;
}

/** Waits until the page's instrument is alive. */
async function bench(definition: Definition, locale: Locale): Promise<Bench> {
  const root = tab.locator(`[data-instrument="${definition.id}"]`).first();
  await root.scrollIntoViewIfNeeded();
  await expect.poll(() => root.getAttribute('data-live'), { timeout: 20_000 }).not.toBeNull();
  return {
    definition,
    locale,
    root,
    field: (name) => root.locator(`[name="${name}"]`),
    button: (label) => root.locator('.toolbar').first().getByRole('button', { name: label, exact: true }),
  };
}

async function ownPage(definition: Definition, locale: Locale, query = ''): Promise<Bench> {
  await arrive(tab, `${host.served.address}${locale}/instruments/${definition.id}/${query}`);
  return bench(definition, locale);
}

/** Unfolds the fields that are not the main ones. */
const unfold = ({ root }: Bench) => root.locator('.inputs details').evaluateAll((parts) => parts.map((part) => part.setAttribute('open', '')));

/** What the instrument shows: its answer and each output. */
async function shown({ root, definition }: Bench) {
  const outputs = await root
    .locator('[data-output]')
    .evaluateAll((parts) => parts.map((part) => [part.getAttribute('data-output') ?? '', part.textContent ?? '']));
  return {
    answer: await root.locator('.answer').textContent(),
    outputs: Object.fromEntries(outputs.filter(([key]) => (key ?? '') in definition.outputs)) as Record<string, string>,
  };
}

/** What the model itself gives for these inputs. */
function computed({ definition, locale }: Pick<Bench, 'definition' | 'locale'>, given: Record<string, unknown>) {
  const inputs = completeInputs(definition, given);
  const values = definition.compute(inputs);
  return {
    answer: definition.answer(inputs, values, locale),
    outputs: Object.fromEntries(Object.entries(definition.outputs).map(([key, spec]) => [key, showQuantity(values[key] ?? null, spec, locale)])),
  };
}

async function expectShown(one: Bench, given: Record<string, unknown>): Promise<void> {
  await expect.poll(() => shown(one)).toEqual(computed(one, given));
}

const isStale = ({ root }: Bench) => root.locator('.answer').evaluate((answer) => answer.classList.contains('stale'));

describe.each([...all.values()].map((definition) => [definition.id, definition] as const))('%s', (id, definition) => {
  it.each(locales)('in %s comes to life without changing a letter of what the server drew', async (locale) => {
    for (const page of pagesOf(rootSite).filter((one) => one.locale === locale)) {
      const drawn = elementsOf(page.file).find(({ attributes }) => attributes['data-instrument'] === id);
      if (!drawn) continue;
      await arrive(tab, addressOf(host.served, page));
      const { root, field } = await bench(definition, locale);
      const text = textOf(drawn);
      expect(await root.textContent(), page.path).toBe(text);
      // The renderer takes over when the instrument is used: change a value, put it back.
      await root.locator('.answer').hover();
      const [name = ''] = Object.entries(definition.inputs).find(([, spec]) => spec.type === 'number' && !spec.advanced) ?? [];
      const value = await field(name).inputValue();
      await field(name).fill('');
      await expect.poll(() => root.textContent()).not.toBe(text);
      await field(name).fill(value);
      await expect.poll(() => root.textContent(), { message: page.path }).toBe(text);
    }
  });

  it.each(locales)('in %s gives the result of its model for every preset, names the preset, and keeps it in the address', async (locale) => {
    const one = await ownPage(definition, locale);
    const select = one.root.locator('select').first();
    for (const preset of definition.presets) {
      await select.selectOption(preset.id);
      await expectShown(one, preset.inputs);
      expect(await select.inputValue()).toBe(preset.id);
      await expect.poll(() => new URL(tab.url()).search.slice(1)).toBe(inputsToQuery(definition, completeInputs(definition, preset.inputs)));
    }
  });

  it('opens any state by its link, in either language', async () => {
    const preset = definition.presets.at(-1);
    const query = inputsToQuery(definition, completeInputs(definition, preset?.inputs ?? {}));
    expect(query).not.toBe('');
    for (const locale of locales) await expectShown(await ownPage(definition, locale, `?${query}`), preset?.inputs ?? {});
  });

  it('opens at its defaults where a link holds nonsense', async () => {
    await expectShown(
      await ownPage(
        definition,
        'en',
        '?nonsense=1&' +
          Object.keys(definition.inputs)
            .map((key) => `${key}=%00x`)
            .join('&'),
      ),
      {},
    );
  });

  it('has nothing that axe finds after use and with a field marked, in both themes', async () => {
    const one = await ownPage(definition, 'en');
    await one.root
      .locator('select')
      .first()
      .selectOption(definition.presets[1]?.id ?? '');
    await unfold(one);
    const [name = ''] = Object.entries(definition.inputs).find(([, spec]) => spec.type === 'number') ?? [];
    await one.field(name).fill('');
    await expect.poll(() => isStale(one)).toBe(true);
    for (const colorScheme of ['light', 'dark'] as const) {
      await tab.emulateMedia({ colorScheme });
      const findings = await tab.evaluate(async () => {
        const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
        return (await axe.run({ runOnly: tags, preload: false })).violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
        );
      });
      expectNone(findings.map((finding) => `${colorScheme}: ${finding}`));
    }
  });

  it('fits 320 px, answer before inputs', async () => {
    await tab.setViewportSize({ width: 320, height: 700 });
    const one = await ownPage(definition, 'zh-cn');
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    const top = async (selector: string) => (await one.root.locator(selector).first().boundingBox())?.y ?? Number.NaN;
    expect(await top('.answer')).toBeLessThan(await top('.outcome'));
    expect(await top('.outcome')).toBeLessThan(await top('.inputs'));
  });
});

describe('lora-link on its own page', () => {
  it('takes what was filled in before its script came', async () => {
    const { promise: late, resolve: arrived } = Promise.withResolvers<void>();
    await tab.route(/InstrumentScript.*\.js$/, async (route) => {
      await late;
      await route.continue();
    });
    await tab.goto(`${host.served.address}en/instruments/lora-link/`);
    const element = tab.locator('[data-instrument="lora-link"]');
    await element.locator('[name="payloadBytes"]').fill('51');
    await element.locator('[name="bandwidthHz"]').selectOption('250000');
    arrived();
    await expectShown(await bench(loraLink, 'en'), { payloadBytes: 51, bandwidthHz: 250000 });
  });

  it('computes anew with each change, as its model does', async () => {
    const one = await ownPage(loraLink, 'en');
    await one.field('payloadBytes').fill('51');
    await expectShown(one, { payloadBytes: 51 });
    await one.field('bandwidthHz').selectOption('250000');
    await expectShown(one, { payloadBytes: 51, bandwidthHz: 250000 });
    await unfold(one);
    await one.field('crc').uncheck();
    await expectShown(one, { payloadBytes: 51, bandwidthHz: 250000, crc: false });
    await expect
      .poll(() => inputsFromQuery(loraLink, new URL(tab.url()).searchParams))
      .toEqual(completeInputs(loraLink, { payloadBytes: 51, bandwidthHz: 250000, crc: false }));
    await tab.reload();
    await expectShown(await bench(loraLink, 'en'), { payloadBytes: 51, bandwidthHz: 250000, crc: false });
  });

  it('takes a value as it is shown, in kilohertz or megahertz, and keeps it in hertz', async () => {
    const one = await ownPage(loraLink, 'en');
    await one.field('frequencyHz').fill('867.5');
    await expectShown(one, { frequencyHz: 867_500_000 });
    await expect.poll(() => new URL(tab.url()).searchParams.get('frequencyHz')).toBe('867500000');
  });

  it.each(locales)('in %s marks a value that cannot be, says what is allowed, and greys the earlier result, which stays', async (locale) => {
    const t = messages(locale);
    const one = await ownPage(loraLink, locale);
    const spec = loraLink.inputs.payloadBytes;
    const field = one.field('payloadBytes');
    await field.fill('40');
    await expectShown(one, { payloadBytes: 40 });
    for (const [text, code] of [
      ['999', 'out-of-range'],
      ['12.5', 'not-whole'],
      ['', 'not-a-number'],
    ] as const) {
      await field.fill(text);
      await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
      const described = ((await field.getAttribute('aria-describedby')) ?? '').split(' ');
      const sentence = await one.root.locator(described.map((id) => `[id="${id}"].error`).join(', ')).textContent();
      const range = spec?.type === 'number' ? t.range(`${spec.min} B`, `${spec.max} B`) : '';
      expect(sentence?.replaceAll(/\s/g, ' ')).toBe(t.inputError[code](spec?.label[locale] ?? '', range));
      expect(await isStale(one)).toBe(true);
      expect(await shown(one)).toEqual(computed(one, { payloadBytes: 40 }));
      expect(await one.root.textContent()).not.toMatch(/NaN|undefined|Infinity/);
    }
    await field.fill('41');
    await expectShown(one, { payloadBytes: 41 });
    expect(await isStale(one)).toBe(false);
    expect(await one.root.locator('.error').count()).toBe(0);
  });

  it('refuses a combination that the chip lacks, at the field that is wrong', async () => {
    const one = await ownPage(loraLink, 'en');
    await one.field('chip').selectOption('sx127x');
    await one.field('sf').fill('5');
    await expect.poll(() => one.root.locator('.error').count()).toBe(1);
    expect(await one.root.locator('.field.bad [name]').getAttribute('name')).toBe('sf');
    expect(await shown(one)).toEqual(computed(one, { chip: 'sx127x' }));
  });

  it('goes back to its defaults by Escape and by its button', async () => {
    const one = await ownPage(loraLink, 'en', '?sf=12&payloadBytes=50');
    await expectShown(one, { sf: 12, payloadBytes: 50 });
    await one.field('sf').focus();
    await tab.keyboard.press('Escape');
    await expectShown(one, {});
    await expect.poll(() => new URL(tab.url()).search).toBe('');
    await one.field('sf').fill('9');
    await expectShown(one, { sf: 9 });
    await one.button(messages('en').reset).click();
    await expectShown(one, {});
  });

  it('works by keyboard alone', async () => {
    const one = await ownPage(loraLink, 'en');
    const focusedName = () => tab.evaluate(() => document.activeElement?.getAttribute('name'));
    await one.root.locator('select').first().focus();
    for (let presses = 0; presses < 30 && (await focusedName()) !== 'sf'; presses += 1) await tab.keyboard.press('Tab');
    expect(await focusedName()).toBe('sf');
    await tab.keyboard.press('ArrowUp');
    await expectShown(one, { sf: 8 });
    for (let presses = 0; presses < 40 && (await focusedName()) !== 'crc'; presses += 1) {
      await tab.keyboard.press('Tab');
      const isFolded = await tab.evaluate(() => document.activeElement?.matches('details:not([open]) > summary') ?? false);
      if (isFolded) await tab.keyboard.press('Enter');
    }
    await tab.keyboard.press('Space');
    await expectShown(one, { sf: 8, crc: false });
    await one.button(messages('en').reset).focus();
    await tab.keyboard.press('Enter');
    await expectShown(one, {});
  });

  it.each(locales)('in %s copies a link that opens the same state', async (locale) => {
    const t = messages(locale);
    const one = await ownPage(loraLink, locale, '?sf=10');
    await one.field('payloadBytes').fill('24');
    await expectShown(one, { sf: 10, payloadBytes: 24 });
    await one.button(t.copyLink).click();
    await expect.poll(() => one.button(t.copied).count()).toBe(1);
    const link = await tab.evaluate(() => navigator.clipboard.readText());
    await tab.goto('about:blank');
    await arrive(tab, link);
    await expectShown(await bench(loraLink, locale), { sf: 10, payloadBytes: 24 });
  });

  it('gives its numbers as CSV and JSON, and its charts as SVG that stands alone', async () => {
    const one = await ownPage(loraLink, 'en', '?sf=9');
    const t = messages('en');
    const inputs = completeInputs(loraLink, { sf: 9 });
    const outputs = loraLink.compute(inputs);
    const take = async (label: string) => {
      const [download] = await Promise.all([tab.waitForEvent('download'), one.button(label).click()]);
      return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
    };
    const csv = await take(t.downloadCsv);
    expect(csv.name).toBe('lora-link.csv');
    const rows = csv.text.split('\n').map((row) => row.split(','));
    expect(Number(rows.find(([kind, name]) => kind === 'output' && name === 'timeOnAirS')?.[3])).toBe(outputs.timeOnAirS);
    expect(rows.find(([kind, name]) => kind === 'input' && name === 'sf')?.[3]).toBe('9');
    expect(rows.filter(([kind]) => kind === loraLink.charts[0]?.id).length).toBeGreaterThan(20);
    const json = await take(t.downloadJson);
    expect(json.name).toBe('lora-link.json');
    expect(JSON.parse(json.text)).toMatchObject({
      instrument: 'lora-link',
      inputs,
      outputs: { timeOnAirS: outputs.timeOnAirS, sensitivityDbm: outputs.sensitivityDbm },
    });
    const svg = await take(t.downloadSvg);
    expect(svg.name).toMatch(/^lora-link-.+\.svg$/);
    const drawing = await tab.evaluate((text) => {
      const document = new DOMParser().parseFromString(text, 'image/svg+xml');
      return {
        name: document.documentElement.localName,
        fault: document.querySelector('parsererror')?.textContent,
        styles: document.querySelectorAll('svg [class], style').length,
      };
    }, svg.text);
    expect(drawing).toEqual({ name: 'svg', fault: undefined, styles: 0 });
  });
});

describe('lora-link inside an entry', () => {
  const page = examplePage(rootSite, 'en', 'topics', (elements) => elements.some(({ attributes }) => attributes['data-instrument'] === 'lora-link'));
  const drawn = elementsOf(page.file).find(({ attributes }) => attributes['data-instrument'] === 'lora-link');
  const given: InputValues = inputsFromQuery(loraLink, new URLSearchParams(drawn?.attributes['data-inputs']));

  it('starts from the inputs that the author gave, follows the reader, and leaves the address alone', async () => {
    await arrive(tab, addressOf(host.served, page));
    const one = await bench(loraLink, 'en');
    await expectShown(one, given);
    await one.field('payloadBytes').fill('100');
    await expectShown(one, { ...given, payloadBytes: 100 });
    expect(tab.url()).toBe(addressOf(host.served, page));
    await one.button(messages('en').copyLink).click();
    const link = await tab.evaluate(() => navigator.clipboard.readText());
    expect(inputsFromQuery(loraLink, new URL(link).searchParams)).toEqual({ ...given, payloadBytes: 100 });
    expect(new URL(link).pathname).toBe('/en/instruments/lora-link/');
  });

  it('is not loaded before it comes near', async () => {
    const requests: string[] = [];
    tab.on('request', (request) => requests.push(request.url()));
    await tab.goto(addressOf(host.served, page), { waitUntil: 'networkidle' });
    expect(requests.filter((url) => /lora-link\.[\w-]+\.js/.test(url))).toEqual([]);
    await bench(loraLink, 'en');
    expect(requests.filter((url) => /lora-link\.[\w-]+\.js/.test(url))).toHaveLength(1);
  });
});

describe('a page without an instrument', () => {
  it('loads nothing of instruments', async () => {
    const requests: string[] = [];
    tab.on('request', (request) => requests.push(request.url()));
    const page = examplePage(rootSite, 'en', 'questions', (elements) => elements.some((one) => hasClass(one, 'cite')));
    await tab.goto(addressOf(host.served, page), { waitUntil: 'networkidle' });
    const scripts = requests.filter((url) => url.endsWith('.js')).map((url) => readFileSync(join(rootSite.dir, new URL(url).pathname), 'utf8'));
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((text) => text.includes('data-instrument'))).toEqual([]);
  });
});

describe.each([...all.values()].filter(({ work }) => work).map((definition) => [definition.id, definition] as const))(
  'the long work of %s',
  (_id, definition) => {
    const { work } = definition;
    const preset = definition.presets.find(({ inputs }) => {
      const whole = completeInputs(definition, inputs);
      return Object.keys(inputs).some((key) => work?.reads.includes(key)) && !work?.obstacle?.(whole) && (work?.costS(whole) ?? 99) < 3;
    });

    it('runs in the page and gives what the model gives: the same seed, the same sentence', async () => {
      if (!work || !preset) throw new Error('no preset is quick enough to run by itself');
      const one = await ownPage(definition, 'en');
      await one.root.locator('select').first().selectOption(preset.id);
      const inputs = completeInputs(definition, preset.inputs);
      const expected = work.answer(inputs, finishWork(work.run(inputs)), 'en');
      await expect.poll(() => one.root.locator('.work [role="status"]').textContent(), { timeout: 60_000 }).toBe(expected);
    });

    it('can be stopped, and the page answers meanwhile', async () => {
      const slow = definition.presets.find(({ inputs }) => (work?.costS(completeInputs(definition, inputs)) ?? 0) > 4);
      if (!slow) throw new Error('no preset is slow enough to be stopped');
      const one = await ownPage(definition, 'en');
      await one.root.locator('select').first().selectOption(slow.id);
      const buttons = one.root.locator('.work .buttons button');
      await buttons.first().click();
      await expect.poll(() => one.root.locator('.work progress').count()).toBe(1);
      await one.button(messages('en').reset).click();
      await expectShown(one, {});
      await expect.poll(() => one.root.locator('.work progress').count()).toBe(0);
    });
  },
);
