import { describe, expect, it } from 'vitest';
import { normaliseBase, pageAddress, recordAddress, withBase } from './address.ts';

it('pageAddress(kind, slug, locale): language first, then the kind, then the slug', () => {
  expect(pageAddress('entry', 'zigbee', 'en')).toBe('/en/topics/zigbee/');
  expect(pageAddress('question', 'what-is-lora', 'zh-cn')).toBe('/zh-cn/questions/what-is-lora/');
  expect(pageAddress('correction', 'x', 'en')).toBe('/en/corrections/x/');
  expect(pageAddress('disambiguation', 'lora', 'en')).toBe('/en/disambiguation/lora/');
  expect(pageAddress('instrument', 'lora-link', 'en')).toBe('/en/instruments/lora-link/');
});

it('recordAddress(list, id, locale): an anchor on the list page', () => {
  expect(recordAddress('glossary', 'chirp', 'zh-cn')).toBe('/zh-cn/glossary/#chirp');
});

describe('normaliseBase(base)', () => {
  it.each([
    [undefined, '/'],
    ['', '/'],
    ['/', '/'],
    ['kb', '/kb/'],
    ['/kb', '/kb/'],
    ['//kb/notes//', '/kb/notes/'],
  ])('%s → %s', (given, base) => {
    expect(normaliseBase(given)).toBe(base);
  });
  it('withBase() puts it before an address', () => {
    expect(withBase('/kb/', '/en/')).toBe('/kb/en/');
    expect(withBase('/', '/en/')).toBe('/en/');
  });
});
