import { type Document, isAlias, isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { unfitCharacter } from './characters.ts';
import { type Finding, suggestKey } from './finding.ts';

export interface YamlResult<T> {
  /** Absent if there was a mistake. */
  value?: T;
  findings: Finding[];
  /** Line of the node at `path`, or of its nearest parent. */
  lineOf(path: readonly PropertyKey[]): number;
}

/**
 * Parses YAML and holds it against a schema. Every mistake is reported, each at its own line.
 * `firstLine` is the line of the file on which the text starts (front matter starts at 2).
 */
export function readYaml<T>(text: string, schema: z.ZodType<T>, file: string, firstLine = 1): YamlResult<T> {
  const { data, findings, lineOf } = parse(text, file, firstLine);
  if (findings.length > 0) return { findings, lineOf };
  const parsed = schema.safeParse(data ?? {}, { reportInput: true });
  if (parsed.success) return { value: parsed.data, findings: [], lineOf };
  return { findings: parsed.error.issues.flatMap((issue) => explain(issue, file, lineOf)), lineOf };
}

/**
 * The same for a list or a map of records. A record with a mistake is left out and the others stand, so that one slip of the pen does not
 * make every citation of the file a mistake.
 */
export function readYamlRecords<T>(text: string, schema: z.ZodType<T>, file: string): YamlResult<T> {
  const whole = readYaml(text, schema, file);
  if (whole.value !== undefined) return whole;
  const { data } = parse(text, file, 1);
  if (typeof data !== 'object' || data === null) return whole;
  const holds = (entry: [string, unknown]) => schema.safeParse(Array.isArray(data) ? [entry[1]] : Object.fromEntries([entry])).success;
  const kept = Object.entries(data).filter(holds);
  const rest = schema.safeParse(Array.isArray(data) ? kept.map(([, record]) => record) : Object.fromEntries(kept));
  // Places in a list have moved up by the records that were left out.
  const lineOf = (path: readonly PropertyKey[]) => whole.lineOf(Array.isArray(data) ? [Number(kept[Number(path[0])]?.[0]), ...path.slice(1)] : path);
  return rest.success ? { value: rest.data, findings: whole.findings, lineOf } : whole;
}

interface Parsed {
  /** Absent where it would be guesswork: the text breaks off, or refers to itself. */
  data?: unknown;
  findings: Finding[];
  lineOf(path: readonly PropertyKey[]): number;
}

/** YAML as plain data, without what makes it more than data: references to other places, which can grow without bound, and tags. */
function parse(text: string, file: string, firstLine: number): Parsed {
  const shift = firstLine - 1;
  const find = (line: number, message: string, suggestion: string): Finding => ({ file, line, rule: 'yaml', message, suggestion });
  const counter = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: counter, logLevel: 'silent' });
    const lineOf = (path: readonly PropertyKey[]) => nodeLine(document, counter, path) + shift;
    // The first error of a line is the author's; the others are what the parser makes of it.
    const faults = [...document.errors, ...document.warnings];
    const first = faults.filter((error, index, all) => all.findIndex((other) => other.linePos?.[0].line === error.linePos?.[0].line) === index);
    const findings = first.map((error) =>
      find(
        (error.linePos?.[0].line ?? 1) + shift,
        `this is not valid YAML: ${error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '')}`,
        yamlAdvice(error.code),
      ),
    );
    const lineAt = (node: unknown) => counter.linePos((node as { range?: [number, number, number] } | null)?.range?.[0] ?? 0).line + shift;
    visit(document, {
      Alias: (_key, alias) => {
        findings.push(find(lineAt(alias), `"*${alias.source}" refers to another place of the file`, 'write it out: nothing here is said by reference'));
        return visit.BREAK;
      },
      // The name of a key that is a map of maps takes time without bound.
      Pair: (_key, { key }) => {
        if (key === null || isScalar(key) || isAlias(key)) return undefined;
        findings.push(find(lineAt(key), 'a list or a map stands where a key belongs', 'write "key: value"'));
        return visit.BREAK;
      },
    });
    if (document.directives?.yaml.explicit) findings.push(find(firstLine, 'a line that starts with "%" has no place here', 'delete it'));
    // What is read of a text that breaks off is guesswork; of one that says a key twice it is not.
    if (findings.length > document.errors.length || document.errors.some(({ code }) => code !== 'DUPLICATE_KEY')) return { findings, lineOf };
    const data: unknown = document.toJS();
    return { data, findings: [...findings, ...unfitIn(data).map(({ path, message, suggestion }) => find(lineOf(path), message, suggestion))], lineOf };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { findings: [find(firstLine, 'this is nested too deep to be read', 'say it flatter')], lineOf: () => firstLine };
  }
}

/** Keys and texts that no record may hold, written out or by an escape such as "\0". */
function unfitIn(value: unknown, path: PropertyKey[] = []): { path: PropertyKey[]; message: string; suggestion: string }[] {
  if (typeof value === 'string') {
    const unfit = unfitCharacter(value);
    return unfit ? [{ path, message: `"${path.map(String).join('.')}" holds ${unfit.name}, which readers can't see`, suggestion: 'delete the character' }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '__proto__'
      ? [{ path: [...path, key], message: '"__proto__" is not a valid key', suggestion: 'remove it or correct its spelling' }]
      : [...(unfitCharacter(key) ? unfitIn(key, [...path, key]) : []), ...unfitIn(inner, [...path, Array.isArray(value) ? Number(key) : key])],
  );
}

function yamlAdvice(code: string): string {
  if (code === 'DUPLICATE_KEY') return 'a key may stand only once: delete or rename the second';
  if (code === 'TAB_AS_INDENT') return 'indent with spaces';
  if (code === 'TAG_RESOLVE_FAILED') return 'remove the tag that starts with "!": records are plain data';
  return 'put text that holds ": ", "#", quotes or starts with "[" or "@" in double quotes, and check the indentation';
}

function nodeLine(document: Document, counter: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length--) {
    const head = path.slice(0, length);
    if (length > 0) {
      const parent = length === 1 ? document.contents : document.getIn(head.slice(0, -1), true);
      if (isMap(parent)) {
        const pair = parent.items.find((item) => String((item.key as { value?: unknown })?.value ?? item.key) === String(head.at(-1)));
        const start = (pair?.key as { range?: [number, number, number] } | undefined)?.range?.[0];
        if (start !== undefined) return counter.linePos(start).line;
      }
    }
    const node = (length === 0 ? document.contents : document.getIn(head, true)) as { range?: [number, number, number] } | null | undefined;
    if (node?.range) return counter.linePos(node.range[0]).line;
  }
  return 1;
}

/** A Zod issue as sentences for an author. A union's issue is told by its best branch. */
function explain(issue: z.core.$ZodIssue, file: string, lineOf: (path: readonly PropertyKey[]) => number, prefix: readonly PropertyKey[] = []): Finding[] {
  const path = [...prefix, ...issue.path];
  const name = path.map(String).join('.') || 'the file';
  const at = (message: string, suggestion: string, where: readonly PropertyKey[] = path): Finding[] => [
    { file, line: lineOf(where), rule: 'schema', message, suggestion },
  ];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.flatMap((key) =>
        at(`unknown key "${key}" in ${name}`, `remove it or correct its spelling; the author's guide (content/README.md) lists the keys`, [...path, key]),
      );
    case 'invalid_type':
      return issue.input === undefined && /received undefined/.test(issue.message)
        ? at(`"${name}" is missing`, `add it (expected ${issue.expected})`)
        : at(`"${name}" has the wrong type: ${issue.message.replace('Invalid input: ', '')}`, `write a value of type ${issue.expected}`);
    case 'invalid_value':
      if (issue.input === undefined) return at(`"${name}" is missing`, `add it, one of: ${issue.values.map(String).join(', ')}`);
      return at(`"${name}" has a value that is not allowed`, `one of: ${issue.values.map(String).join(', ')}`);
    case 'invalid_union': {
      const branches = issue.errors.filter((branch) => branch.length > 0);
      const best = branches.sort((a, b) => a.length - b.length)[0];
      return best
        ? best.flatMap((inner) => explain(inner, file, lineOf, path))
        : at(`"${name}" fits none of the allowed forms`, "see the author's guide for the forms");
    }
    case 'too_small':
      return at(`"${name}" is too short or too small: ${issue.message}`, 'write more, or a larger value');
    case 'too_big':
      return at(`"${name}" is too long or too large: ${issue.message}`, 'shorten it, or write a smaller value');
    case 'invalid_key':
      return at(`"${String(path.at(-1))}" is not a valid key`, 'use lower-case words joined by hyphens');
    default:
      return at(`"${name}": ${issue.message}`, 'correct the value as the message says');
  }
}

/** Finding for a key that names nothing. */
export function unknownKey(file: string, line: number, rule: string, what: string, key: string, candidates: Iterable<string>): Finding {
  return { file, line, rule, message: `${what} "${key}" does not exist`, suggestion: suggestKey(key, candidates) };
}
