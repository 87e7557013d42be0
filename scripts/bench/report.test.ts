import { describe, expect, it } from 'vitest';
import { kilobytes, markdownTable, median, shown } from './report.ts';

describe('median', () => {
  it('is the middle value, whatever the order', () => expect(median([9, 1, 5])).toBe(5));
  it('of an even number of values is the lower middle one: a value that was measured', () => expect(median([4, 1, 3, 2])).toBe(2));
});

describe('markdownTable', () => {
  it('aligns figures to the right and keeps a bar in a cell from ending it', () =>
    expect(markdownTable(['page', 'kB'], [['a | b', '1.0']])).toBe('| page | kB |\n| --- | --: |\n| a \\| b | 1.0 |'));
});

describe('shown', () => {
  it('shows a dash for what was not measured', () => expect([shown(undefined), shown(Number.NaN), shown(1.26, 1)]).toEqual(['–', '–', '1.3']));
  it('kilobytes are of 1,000 bytes', () => expect(kilobytes(1500)).toBe('1.5'));
});
