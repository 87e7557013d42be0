import { describe, expect, it } from 'vitest';
import { isOneSlip, nearest } from './near-words.ts';

describe('isOneSlip(a, b)', () => {
  it.each([
    ['recieve', 'receive', 'swapped'],
    ['spreding', 'spreading', 'missing'],
    ['zigbbee', 'zigbee', 'doubled'],
    ['kafke', 'kafka', 'wrong'],
    ['ensitivity', 'sensitivity', 'missing at the beginning'],
  ])('%s and %s: one letter %s', (a, b) => {
    expect(isOneSlip(a, b)).toBe(true);
    expect(isOneSlip(b, a)).toBe(true);
  });
  it.each([
    ['spredin', 'spreading'],
    ['abcd', 'dcba'],
    ['abxcd', 'abdcx'],
  ])('%s and %s: more than one', (a, b) => expect(isOneSlip(a, b)).toBe(false));
});

it('nearest(word, words) is the first that is one slip away, and never the word itself', () => {
  expect(nearest('kafka', ['kafka', 'spark', 'kafke', 'kafki'])).toBe('kafke');
  expect(nearest('kafka', ['spark'])).toBeUndefined();
});
