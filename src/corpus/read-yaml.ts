import { type Document, isMap, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
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
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const shift = firstLine - 1;
  const lineOf = (path: readonly PropertyKey[]) => nodeLine(document, counter, path) + shift;
  // The first error of a line is the author's; the others are what the parser makes of it.
  const first = document.errors.filter((error, index, all) => all.findIndex((other) => other.linePos?.[0].line === error.linePos?.[0].line) === index);
  const broken = first.map(
    (error): Finding => ({
      file,
      line: (error.linePos?.[0].line ?? 1) + shift,
      rule: 'yaml',
      message: `this is not valid YAML: ${error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '')}`,
      suggestion: yamlAdvice(error.code),
    }),
  );
  if (broken.length > 0) return { findings: broken, lineOf };
  const parsed = schema.safeParse(document.toJS() ?? {}, { reportInput: true });
  if (parsed.success) return { value: parsed.data, findings: [], lineOf };
  const findings = parsed.error.issues.flatMap((issue) => explain(issue, file, lineOf));
  return { findings, lineOf };
}

/**
 * The same for a list or a map of records. A record with a mistake is left out and the others stand, so that one slip of the pen does not
 * make every citation of the file a mistake.
 */
export function readYamlRecords<T>(text: string, schema: z.ZodType<T>, file: string): YamlResult<T> {
  const whole = readYaml(text, schema, file);
  if (whole.value !== undefined) return whole;
  const document = parseDocument(text, { logLevel: 'silent' });
  // What is read of a text that breaks off is guesswork; of one that says a key twice it is not.
  const data: unknown = document.errors.every(({ code }) => code === 'DUPLICATE_KEY') ? document.toJS() : undefined;
  if (typeof data !== 'object' || data === null) return whole;
  const holds = (entry: [string, unknown]) => schema.safeParse(Array.isArray(data) ? [entry[1]] : Object.fromEntries([entry])).success;
  const kept = Object.entries(data).filter(holds);
  const rest = schema.safeParse(Array.isArray(data) ? kept.map(([, record]) => record) : Object.fromEntries(kept));
  // Places in a list have moved up by the records that were left out.
  const lineOf = (path: readonly PropertyKey[]) => whole.lineOf(Array.isArray(data) ? [Number(kept[Number(path[0])]?.[0]), ...path.slice(1)] : path);
  return rest.success ? { value: rest.data, findings: whole.findings, lineOf } : whole;
}

function yamlAdvice(code: string): string {
  if (code === 'DUPLICATE_KEY') return 'a key may stand only once: delete or rename the second';
  if (code === 'TAB_AS_INDENT') return 'indent with spaces';
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
