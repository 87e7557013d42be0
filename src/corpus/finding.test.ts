import { describe, expect, it } from 'vitest';
import { compareFindings, type Finding, formatFinding, nearest, suggestKey } from './finding.ts';

const finding = (file: string, line: number, rule: string): Finding => ({ file, line, rule, message: 'what', suggestion: 'do' });

it('formatFinding() gives an address that editors open, the rule, and the remedy on a line of its own', () => {
  expect(formatFinding(finding('topics/x/en.mdx', 12, 'link'))).toBe('content/topics/x/en.mdx:12  [link] what\n    → do');
  expect(formatFinding(finding('site.yaml', 1, 'schema'), 'elsewhere')).toBe('elsewhere/site.yaml:1  [schema] what\n    → do');
});

it('compareFindings() orders by file, line, rule', () => {
  const sorted = [finding('b', 1, 'a'), finding('a', 10, 'a'), finding('a', 9, 'b'), finding('a', 9, 'a')].sort(compareFindings);
  expect(sorted.map(({ file, line, rule }) => `${file}${line}${rule}`)).toEqual(['a9a', 'a9b', 'a10a', 'b1a']);
});

describe('nearest(word, candidates)', () => {
  it('gives the candidate with the fewest changed letters', () => {
    expect(nearest('sx1267', ['sx1262', 'sx1276', 'sx127'])).toBe('sx1262');
    expect(nearest('lora-lnk', ['lora-link', 'lora-line'])).toBe('lora-link');
  });
  it('does not mind capitals', () => {
    expect(nearest('VALUE', ['Value', 'Note'])).toBe('Value');
  });
  it('gives nothing where all are too far', () => {
    expect(nearest('zigbee', ['kafka', 'jsbsim'])).toBeUndefined();
    expect(nearest('x', [])).toBeUndefined();
  });
});

describe('suggestKey(word, candidates)', () => {
  it('asks about a near one', () => {
    expect(suggestKey('rose2', ['rose', 'teal'])).toBe('did you mean "rose"?');
  });
  it('lists at most eight where none is near', () => {
    expect(suggestKey('zigbee', ['kafka', 'jsbsim'])).toBe('known: kafka, jsbsim');
    expect(suggestKey('zigbee', 'abcdefghij')).toBe('known: a, b, c, d, e, f, g, h, …');
  });
  it('says so where there is none', () => {
    expect(suggestKey('zigbee', [])).toBe('there is none yet');
  });
});
