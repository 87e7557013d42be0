import { describe, expect, it } from 'vitest';
import { locales } from '../../i18n/locales.ts';
import { defaultInputs } from '../../instruments/inputs.ts';
import { loadInstruments } from '../../instruments/registry.ts';
import { renderInstrument } from './server.ts';

const instruments = [...(await loadInstruments()).values()];

const render = (definition: (typeof instruments)[number], locale: (typeof locales)[number], given: Record<string, unknown> = {}) =>
  renderInstrument({
    definition,
    locale,
    inputs: { ...defaultInputs(definition), ...given } as never,
    prefix: 'i',
    ownPage: true,
    cite: ({ source }) => source,
  });

describe.each(instruments)('$id, drawn on the server', (definition) => {
  it.each(locales)('shows every output, matrix, chart and assumption (%s)', (locale) => {
    const html = render(definition, locale);
    expect(html).not.toMatch(/NaN|undefined|Infinity|\[object/);
    for (const key of [...Object.keys(definition.outputs), ...Object.keys(definition.matrices ?? {})]) expect(html, key).toContain(`data-output="${key}"`);
    for (const chart of definition.charts) expect(html).toContain(`data-chart="${chart.id}"`);
    expect(html).toContain(definition.assumptions[0]?.[locale].slice(0, 10));
  });

  it('has a name for every field, and no style of its own (the Content Security Policy forbids it)', () => {
    const html = render(definition, 'en');
    for (const key of Object.keys(definition.inputs)) {
      expect(html, key).toContain(`for="i-${key}"`);
      expect(html, key).toContain(`id="i-${key}"`);
    }
    expect(html).not.toMatch(/ style="|<script/);
  });

  it('shows the result of its long work without scripts, and hands it to the client', () => {
    const { work } = definition;
    if (!work) return;
    const html = render(definition, 'en');
    const handed = /data-work="([^"]*)"/.exec(html)?.[1]?.replaceAll('&quot;', '"') ?? '';
    const result = JSON.parse(handed) as unknown;
    for (const chart of work.views(defaultInputs(definition), result).charts) expect(html).toContain(`data-chart="${chart.id}"`);
    expect(handed.length).toBeLessThan(8000);
  });
});

describe('crlb', () => {
  const crlb = instruments.find(({ id }) => id === 'crlb');
  if (!crlb) throw new Error('there is no instrument "crlb"');

  it('draws twice at the price of one simulation', () => {
    render(crlb, 'en', { trials: 150 });
    const start = performance.now();
    render(crlb, 'zh-cn', { trials: 150 });
    expect(performance.now() - start).toBeLessThan(250);
  });

  it('leaves a simulation that takes long to the reader', () => {
    const html = render(crlb, 'en', { n: 10000, trials: 20000 });
    expect(html).not.toContain('data-work=');
    expect(html).toContain('Run (about');
  });

  it('says why it cannot simulate', () => {
    expect(render(crlb, 'zh-cn', { n: 5 })).toContain('仿真至少需要8个样本');
  });
});
