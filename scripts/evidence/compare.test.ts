import { describe, expect, it } from 'vitest';
import { firstDifference } from './compare.ts';

const numbers = (tolerance: number) => ({ numbers: tolerance, varies: [] });

describe('firstDifference(recorded, now)', () => {
  it('is undefined for equal texts, whatever blanks end their lines', () => {
    expect(firstDifference('a 1\nb 2\n', 'a 1  \r\nb 2', undefined)).toBeUndefined();
  });
  it('names the first line that differs', () => {
    expect(firstDifference('a 1\nb 2\nc 3', 'a 1\nb 3\nc 4', undefined)).toEqual({ line: 2, recorded: 'b 2', now: 'b 3' });
  });
  it('sees a line that is missing or added', () => {
    expect(firstDifference('a\nb', 'a', undefined)).toEqual({ line: 2, recorded: 'b', now: '(nothing more)' });
    expect(firstDifference('a', 'a\nb', undefined)).toEqual({ line: 2, recorded: '(nothing more)', now: 'b' });
  });
  it('is exact about numbers unless told otherwise', () => {
    expect(firstDifference('1.000', '1.001', undefined)).toBeDefined();
  });
});

describe('firstDifference(recorded, now, { numbers })', () => {
  it.each([
    ['loss 2.000e-02', 'loss 2.001e-02', 0.001],
    ['x  9.99 y', 'x 10.00 y', 0.002],
    // The last place, where rounding falls.
    ['0.0006', '0.0005', 1e-6],
    ['7.4e-18', '7.5e-18', 1e-6],
    ['1000 rows', '1001 rows', 0.01],
  ])('takes %s for %s within %d', (recorded, now, tolerance) => {
    expect(firstDifference(recorded, now, numbers(tolerance))).toBeUndefined();
  });
  it.each([
    ['loss 2.000e-02', 'loss 2.100e-02', 0.001],
    ['23 reports', '24 reports', 1e-6],
    ['0.5 m', '0.5 s', 0.5],
    ['-1.00', '1.00', 0.5],
    ['1.0 2.0', '1.0', 0.5],
  ])('tells %s from %s within %d', (recorded, now, tolerance) => {
    expect(firstDifference(recorded, now, numbers(tolerance))).toEqual({ line: 1, recorded, now });
  });
});

describe('firstDifference(recorded, now, { numbers, below })', () => {
  const how = { numbers: 0.1, below: 0.01, varies: [] };
  it('takes small differences of measures, whatever their ratio', () => {
    expect(firstDifference('loss 0.0031', 'loss 0.0051', how)).toBeUndefined();
    expect(firstDifference('loss 0.0031', 'loss 0.0151', how)).toBeDefined();
  });
  it('takes none of counts', () => {
    expect(firstDifference('1 of 3', '2 of 3', { ...how, below: 5 })).toBeDefined();
  });
});

describe('firstDifference(recorded, now, { varies })', () => {
  it('leaves out what varies, and lines of nothing else', () => {
    const how = { varies: ['[\\d.]+ ms', '^built .*$'] };
    expect(firstDifference('built Monday\n10 files 1.6 ms', '10 files 2.2 ms', how)).toBeUndefined();
    expect(firstDifference('10 files 1.6 ms', '11 files 1.6 ms', how)).toEqual({ line: 1, recorded: '10 files …', now: '11 files …' });
  });
});
