import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readYaml, readYamlRecords } from './read-yaml.ts';

const schema = z.strictObject({ name: z.string(), size: z.number().min(1), colour: z.enum(['red', 'blue']).optional(), tags: z.array(z.string()).default([]) });
const told = (text: string, firstLine?: number) =>
  readYaml(text, schema, 'x.yaml', firstLine).findings.map(({ line, rule, message }) => `${line} ${rule} ${message}`);

describe('readYaml(text, schema, file)', () => {
  it('gives the value, defaults filled in', () => {
    expect(readYaml('name: a\nsize: 2\n', schema, 'x.yaml')).toMatchObject({ value: { name: 'a', size: 2, tags: [] }, findings: [] });
  });
  it('finds every mistake at its own line', () => {
    expect(told('name: 1\nsize: 0\ncolour: green\nshape: round\ntags: [a, 2]\n')).toEqual([
      '1 schema "name" has the wrong type: expected string, received number',
      expect.stringMatching(/^2 schema "size" is too short or too small/),
      '3 schema "colour" has a value that is not allowed',
      '5 schema "tags.1" has the wrong type: expected string, received number',
      '4 schema unknown key "shape" in the file',
    ]);
  });
  it('finds a missing key at the nearest thing that is there', () => {
    expect(told('# a comment\n\nname: a\n')).toEqual(['3 schema "size" is missing']);
  });
  it('counts lines from where the text starts in the file', () => {
    expect(told('name: a\nsize: x\n', 2)).toEqual(['3 schema "size" has the wrong type: expected number, received string']);
  });
  it('gives one finding for each line that is no YAML, and no value', () => {
    expect(told('name: a\nname: b\nsize: [1\n')).toEqual([
      expect.stringMatching(/^2 yaml .*Map keys must be unique/),
      expect.stringMatching(/^[34] yaml this is not valid YAML/),
    ]);
    expect(readYaml('name: [', schema, 'x.yaml').value).toBeUndefined();
  });
  it('knows the line of every node', () => {
    const { lineOf } = readYaml('name: a\nsize: 2\ntags:\n  - x\n  - y\n', schema, 'x.yaml');
    expect([lineOf(['size']), lineOf(['tags', 1]), lineOf(['tags', 7]), lineOf(['none'])]).toEqual([2, 5, 3, 1]);
  });
});

describe('readYamlRecords(text, schema, file)', () => {
  it('leaves out a record with a mistake from a map and keeps the others', () => {
    const { value, findings } = readYamlRecords(
      'a: { name: a, size: 1 }\nb: { name: b, size: no }\nc: { name: c, size: 3 }\n',
      z.record(z.string(), schema),
      'x.yaml',
    );
    expect(Object.keys(value ?? {})).toEqual(['a', 'c']);
    expect(findings).toMatchObject([{ line: 2, message: '"b.size" has the wrong type: expected number, received string' }]);
  });
  it('leaves it out of a list, and knows where the others stand', () => {
    const { value, lineOf } = readYamlRecords('- { name: a, size: 0 }\n- { name: b, size: 2 }\n- { name: c, size: 3 }\n', z.array(schema), 'x.yaml');
    expect(value?.map(({ name }) => name)).toEqual(['b', 'c']);
    expect([lineOf([0, 'name']), lineOf([1, 'name'])]).toEqual([2, 3]);
  });
  it('keeps what it can of a file that says a key twice, nothing of one that breaks off', () => {
    const map = z.record(z.string(), schema);
    const twice = readYamlRecords('a: { name: a, size: 1 }\na: { name: b, size: 2 }\n', map, 'x.yaml');
    expect([Object.keys(twice.value ?? {}), twice.findings.length]).toEqual([['a'], 1]);
    expect(readYamlRecords('a: { name: a, size: 1 }\nb: { name: b, size: 2\n', map, 'x.yaml').value).toBeUndefined();
  });
});
