import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf, needlePattern } from './excerpt.ts';

const marked = (text: string, ...needles: string[]) => excerptOf(text, needles).filter((_, index) => index % 2 === 1);

describe('excerptOf(text, needles)', () => {
  it('marks what was searched for, the longest name first, words from their beginning', () => {
    expect(marked('The spreading factor SF7; microSF7', 'SF', 'spreading factor')).toEqual(['spreading factor', 'SF']);
    expect(marked('接收灵敏度与灵敏', '灵敏', '灵敏度')).toEqual(['灵敏度', '灵敏']);
  });
  it('finds a name whose words a hyphen or a line joins', () => {
    expect(marked('low-rank and low rank adaptation', 'low-rank')).toEqual(['low-rank', 'low rank']);
    expect(marked('its time-on-air,\nthe time\non air', 'time on air')).toEqual(['time-on-air', 'time on air']);
  });
  it('shows the place where most of it stands together, and says what it leaves out', () => {
    const text = `rank. ${'filler words here. '.repeat(30)}The rank and alpha of an adapter. ${'more words. '.repeat(40)}`;
    const excerpt = excerptOf(text, ['rank', 'alpha']);
    expect(excerpt.join('')).toMatch(/^… .*The rank and alpha.* …$/);
    expect(excerpt.join('').length).toBeLessThan(220);
  });
  it('is the beginning of the text if nothing stands in it', () => {
    expect(excerptOf('Plain text.', ['absent'])).toEqual(['Plain text.']);
  });
  it('makes a pattern of any text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.string(), (needles, text) => {
        expect(excerptOf(text, needles).length % 2).toBe(1);
      }),
    );
  });
  it('takes what patterns mean by itself', () => {
    expect(marked('a.b (c) a+b', 'a.b', '(c)', 'a+b')).toEqual(['a.b', '(c)', 'a+b']);
    expect(needlePattern(['', ' '])).toBeUndefined();
  });
});
