import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { z } from 'zod';
import { normaliseBase, pageAddress, withBase } from '../../src/corpus/address.ts';
import { unfitCharacter } from '../../src/corpus/characters.ts';
import { parseCitations } from '../../src/corpus/citations.ts';
import type { Finding } from '../../src/corpus/finding.ts';
import { readLog } from '../../src/corpus/history.ts';
import { pictureFault } from '../../src/corpus/picture.ts';
import { readYaml, readYamlRecords } from '../../src/corpus/read-yaml.ts';
import { typeset } from '../../src/corpus/typeset.ts';
import { locales } from '../../src/i18n/locales.ts';
import { formatNumber } from '../../src/i18n/number.ts';
import { completeInputs, inputsFromQuery, inputsToQuery, readQuery } from '../../src/instruments/inputs.ts';
import { loadInstruments } from '../../src/instruments/registry.ts';
import { InputError } from '../../src/models/input-error.ts';
import { ArithmeticError, evaluateArithmetic } from '../../src/prose/arithmetic.ts';
import { parseProse } from '../../src/prose/parse.ts';
import { renderText } from '../../src/prose/testing.ts';
import { entrySchema } from '../../src/schema/document.ts';
import { figureSchema } from '../../src/schema/figure.ts';
import { sourcesSchema } from '../../src/schema/source.ts';
import { glossarySchema } from '../../src/schema/term.ts';
import { figuresIn } from '../checks/grounds.ts';

/** Milliseconds that reading any text of this size may take; a hundred times what it does take, so that a busy machine is no finding. */
const most = 5000;

export interface Target {
  name: string;
  property: fc.IAsyncProperty<[unknown]>;
}

const instruments = await loadInstruments();

/** Pieces that mean something to one of the readers, put together without sense. */
function soup(...pieces: string[]): fc.Arbitrary<string> {
  const piece = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...pieces) }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 5 }) });
  const some = fc.array(piece, { maxLength: 60 }).map((all) => all.join(''));
  const many = fc.tuple(piece, piece, fc.integer({ min: 1, max: 400 })).map(([a, b, count]) => (a + b).repeat(count));
  return fc.oneof({ weight: 5, arbitrary: some }, { weight: 1, arbitrary: many });
}

const prose = soup(
  ...['a', ' ', '\n', '\n\n', '# ', '## A {#a}\n', '{#', '}', '{', '<', '>', '/>', '</', '<Note>', '</Note>', '<Calc of={1} />', '<Value of="', '" ', '='],
  ...['[', ']', '(', ')', '![', '](', '[@a, §4]', '[@', '; @b]', '[^1]', '[^1]: ', '*', '**', '_', '`', '```', '```text\n', '$', '$$', '$$\n', '\\', '\\frac'],
  ...[
    '|',
    '|-|-|\n',
    '- ',
    '1. ',
    '> ',
    '---\n',
    '&#x202e;',
    '&lt;',
    'https://',
    'www.a.b',
    'a@b.c',
    '中',
    '，',
    '“',
    '\t',
    '"',
    "'",
    '<!--',
    'import x\n',
    'export ',
    '~~',
    '<Term id="t">',
  ],
  ...[
    '<Listing file="sum.py" />',
    '<Figure of="line" />',
    '<Instrument of="lora-link" />',
    '<Example>\n',
    '\n</Example>\n',
    '{"x"}',
    '__proto__',
    'constructor',
    '=\n',
    ': ',
  ],
);
const yaml = soup(
  ...[
    'a',
    ': ',
    '\n',
    '  ',
    '- ',
    '[',
    ']',
    '{',
    '}',
    ', ',
    '"',
    "'",
    '|\n',
    '>\n',
    '# ',
    '&a ',
    '*a',
    '!!str ',
    '!x ',
    '<<: ',
    '? ',
    '---\n',
    '...\n',
    '%YAML 1.1\n',
    '\t',
  ],
  ...[
    '"\\0"',
    '"\\u202e"',
    '__proto__',
    'constructor',
    '1e999',
    '.inf',
    '.nan',
    '0x1',
    '2026-11-24',
    'null',
    '~',
    '@',
    '`',
    'id',
    'title',
    'en',
    'zh-cn',
    'kind: plot',
    'series',
    'type',
  ],
);
const sum = soup(
  '1',
  '2.5',
  '+',
  '-',
  '*',
  '/',
  '**',
  '%',
  '(',
  ')',
  ' ',
  'sqrt(',
  'log10(',
  'min(',
  ',',
  'pi',
  'e',
  'x',
  '...',
  '=>',
  '.',
  '[',
  ']',
  '`',
  '/',
  '1n',
  '"',
  'constructor',
  '__proto__',
);
const query = soup(
  ...[
    '&',
    '=',
    '%',
    '%00',
    '%zz',
    '+',
    'NaN',
    '1e999',
    '-1',
    '0x10',
    'Infinity',
    ',',
    '1,2',
    '<b>',
    '__proto__',
    'constructor',
    'true',
    'false',
    '，',
    '−',
    '1e-999',
  ],
  ...[...instruments.values()].flatMap(({ inputs }) => Object.keys(inputs).map((key) => `&${key}=`)),
);

function target<T>(name: string, values: fc.Arbitrary<T>, holds: (value: T) => unknown): Target {
  return {
    name,
    property: fc.asyncProperty(values, async (value) => {
      const started = performance.now();
      await holds(value);
      const took = performance.now() - started;
      if (took > most) throw new Error(`${name} took ${took.toFixed(0)} ms`);
    }) as unknown as fc.IAsyncProperty<[unknown]>,
  };
}

function must(condition: boolean, sentence: string): void {
  if (!condition) throw new Error(sentence);
}

function areFindings(findings: Finding[], lines: number): void {
  for (const { line, message, suggestion } of findings) {
    must(Number.isInteger(line) && line >= 1 && line <= lines, `a finding is at line ${line} of ${lines}: ${message}`);
    must(message !== '' && suggestion !== '', 'a finding says nothing');
    must(!/breaks the renderer/.test(message), message);
  }
}

/** No element or attribute that runs or leads elsewhere; what a text may do is written by the words alone. */
function isInert(html: string): void {
  const tags = html.match(/<[a-z][^<>]*>/gi) ?? [];
  for (const tag of tags) {
    must(!/^<(?:script|iframe|style|base|meta|link|object|embed|form|template)[\s>]/i.test(tag) || /^<form class="inputs"/.test(tag), `the page holds ${tag}`);
    const names = [...tag.replace(/"[^"]*"/g, '""').matchAll(/\s([^\s=>/"]+)/g)].map(([, name = '']) => name);
    must(!names.some((name) => /^on/i.test(name)), `the page holds ${tag}`);
    must(!/\s(?:href|src)="\s*(?!#|\/|https?:\/\/)[^"]/i.test(tag), `the page holds ${tag}`);
    must(!/\ssrc="https?:/i.test(tag), `the page holds ${tag}`);
  }
}

/** Every reader of what may come from outside: none throws but by a finding or an error of its own kind, all end in time, what was written reads back. */
export const targets: Target[] = [
  target('reading of MDX', prose, (text) => {
    const { tree, findings } = parseProse(text, 'f.mdx', 1);
    must((tree === undefined) === findings.length > 0, 'a text is neither read nor refused');
    areFindings(findings, text.split('\n').length + 1);
  }),
  target('rendering of texts, to HTML and Markdown', prose, async (text) => {
    const { html, findings, facts } = await renderText(text);
    areFindings(findings, text.split('\n').length + 5);
    isInert(html);
    must(facts.unreadable === true || !unfitCharacter(html.replace(/[\u2061-\u2064]/g, '')) || findings.length > 0, 'an unfit character stands in the page');
  }),
  ...[z.unknown(), entrySchema, figureSchema].map((schema, index) =>
    target(`reading of YAML (${['any', 'front matter', 'a figure'][index]})`, yaml, (text) => {
      const { value, findings } = readYaml<unknown>(text, schema, 'f.yaml');
      must(value === undefined || findings.length === 0, 'a record with a mistake is kept');
      areFindings(findings, text.split('\n').length + 1);
      must(({} as Record<string, unknown>).x === undefined, 'the prototype of objects was changed');
    }),
  ),
  ...[sourcesSchema, glossarySchema].map((schema, index) =>
    target(`reading of records (${['sources', 'glossary'][index]})`, yaml, (text) => {
      const { findings, value, lineOf } = readYamlRecords<unknown>(text, schema, 'f.yaml');
      areFindings(findings, text.split('\n').length + 1);
      for (const key of Object.keys(value ?? {})) must(lineOf([Array.isArray(value) ? Number(key) : key]) >= 1, 'a record has no line');
    }),
  ),
  target(
    'YAML of plain data',
    fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))),
    (data) => {
      const { value, findings } = readYaml(JSON.stringify(data), z.record(z.string(), z.unknown()), 'f.yaml');
      if (Object.entries(data).some(([, one]) => typeof one === 'string' && unfitCharacter(one))) must(findings.length > 0, 'an unfit character was read');
      else must(JSON.stringify(value) === JSON.stringify(data), `${JSON.stringify(data)} was read as ${JSON.stringify(value)}`);
    },
  ),
  target('citations', soup('[@a, §4]', '@', ';', '; @b-2', ',', '，', ' ', ']', '[', 'p. 3', '\n'), (text) => {
    const all = parseCitations(text);
    const written = `[${all.map(({ key, locator }) => `@${key}${locator ? `, ${locator}` : ''}`).join('; ')}]`;
    if (all.length > 0 && all.every(({ locator }) => !/[;@[\]]|^[,，]/.test(locator)))
      must(JSON.stringify(parseCitations(written)) === JSON.stringify(all), `${written} is read otherwise`);
  }),
  target('arithmetic', sum, (text) => {
    try {
      must(Number.isFinite(evaluateArithmetic(text)), 'a sum has no finite value');
    } catch (error) {
      if (!(error instanceof ArithmeticError)) throw error;
    }
  }),
  target('addresses', fc.tuple(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/)), ([base, slug]) => {
    const whole = normaliseBase(base);
    must(whole.startsWith('/') && whole.endsWith('/') && normaliseBase(whole) === whole, `${base} is no base`);
    must(withBase(whole, pageAddress('entry', slug, 'en')) === `${whole}en/topics/${slug}/`, 'an address is lost');
  }),
  target('queries of instruments', query, (text) => {
    for (const definition of instruments.values()) {
      const { inputs, errors } = readQuery(definition, new URLSearchParams(text));
      must(JSON.stringify(completeInputs(definition, inputs)) === JSON.stringify(inputs), 'inputs that were read are not possible');
      must(
        errors.every(({ field }) => Object.hasOwn(definition.inputs, field)),
        'an error is of no field',
      );
      const again = inputsFromQuery(definition, new URLSearchParams(inputsToQuery(definition, inputs)));
      must(JSON.stringify(again) === JSON.stringify(inputs), `${inputsToQuery(definition, inputs)} is read otherwise`);
    }
  }),
  target(
    'inputs of instruments from JSON',
    fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('sf', 'ar', 'n', 'payloadBytes', '__proto__', 'constructor')), fc.jsonValue(), { maxKeys: 4 }),
    (given) => {
      for (const definition of instruments.values()) {
        try {
          definition.compute(completeInputs(definition, given));
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
        }
      }
    },
  ),
  target(
    'numbers for readers',
    fc.tuple(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: 1, max: 15 }), fc.constantFrom(...locales)),
    ([value, digits, locale]) => {
      const text = formatNumber(value, locale, { digits });
      const power = /^(.*)×10(.+)$/.exec(text);
      const plain = (part: string) => Number(part.replaceAll(',', '').replace('−', '-'));
      const exponent = [...(power?.[2] ?? '')]
        .map((sign) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign))
        .map((at) => (at === 0 ? '-' : String(at - 1)))
        .join('');
      const back = power ? Number(`${plain(power[1] ?? '')}e${exponent}`) : plain(text);
      const error = Math.abs(back - value) / Math.max(Math.abs(value), 1e-300);
      must(value === 0 ? back === 0 : Math.abs(value) < 1e-300 || Math.abs(value) > 1e300 || error <= 10 ** (1 - digits), `${value} is shown as ${text}`);
    },
  ),
  target(
    'figures in texts',
    soup('1', '2', '.', ',', ' ', '-', 'SF', 'Hz', 'k', '§', '年', '(', ')', 'IEEE ', 'version ', '0x', 'E', '/', '\u00a0'),
    (text) => {
      for (const figure of figuresIn(text)) must(/^\d/.test(figure), `"${figure}" is no figure`);
    },
  ),
  target('setting of type', soup('"', "'", ' ', '1 kHz', '2 ', 'ms', '(', '—', 'a', '中', "n't"), (text) => {
    for (const locale of locales) must(typeset(typeset(text, locale), locale) === typeset(text, locale), 'setting twice is another text');
  }),
  target(
    'SVG pictures',
    soup(
      '<svg xmlns="http://www.w3.org/2000/svg">',
      '</svg>',
      '<g>',
      '<rect ',
      '/>',
      '>',
      '<',
      'x="1"',
      ' onload="a"',
      'href="',
      '#a"',
      '<script>',
      '<!--',
      '-->',
      '<![CDATA[',
      '&#x6a;',
      'url(',
      '\n',
      '=',
    ),
    (text) => {
      const fault = pictureFault('x.svg', Buffer.from(text));
      must(fault !== undefined || !/<\s*script|<[^<>]*\son\w+\s*=\s*["']/i.test(text.replace(/<!--[\s\S]*?-->/g, '')), 'a picture that runs was let pass');
      must(fault === undefined || (fault.line >= 1 && fault.line <= text.split('\n').length), 'a fault has no line');
    },
  ),
  target(
    'history',
    fc.array(
      fc.tuple(fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), fc.array(fc.stringMatching(/^[a-z0-9/._-]{1,12}$/))),
    ),
    (log) => {
      const day = (date: Date) => date.toISOString().slice(0, 10);
      const text = log.map(([date, names], index) => `\u0001${index}\0${day(date)}\0what\n\n${names.map((name) => `${name}\n`).join('')}`).join('');
      const commits = readLog(text);
      must(commits.length === log.length, 'a commit is lost');
      for (const [index, { commit, day: read, files }] of commits.entries()) {
        const [date, names] = log[index] ?? [];
        must(commit === String(index) && date !== undefined && read === day(date), `commit ${index} has another day`);
        must(files.join('\n') === names?.join('\n'), `commit ${index} has other files`);
      }
    },
  ),
];

/** A seed of one's own for each reader, from the run's. */
export const seedOf = (name: string, seed: number): number => createHash('sha256').update(`${seed} ${name}`).digest().readInt32BE(0);
