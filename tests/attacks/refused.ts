import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Changes } from '../mistakes/miniature.ts';

/** Something hostile in a content folder that `check` must refuse: at least one finding in this file whose sentence says what it is. */
export interface Attack {
  name: string;
  changes?: Changes;
  /** What cannot be said as text: links, bytes, sizes. */
  plant?(folder: string): void;
  file: string;
  /** Line, where it is not the first. */
  at?: string;
  message: RegExp;
}

const topic = 'topics/time-on-air';
const en = `${topic}/en.mdx`;
const heading = '## In full {#in-full}';

/** Written into the English entry. */
const inText = (name: string, text: string, message: RegExp): Attack => ({
  name,
  changes: { [en]: [[heading, `${text}\n\n${heading}`]] },
  file: en,
  message,
  at: text.includes('====') ? '====' : (text.split('\n')[0] ?? ''),
});

const inYaml = (name: string, file: string, from: string, to: string, message: RegExp): Attack => ({ name, changes: { [file]: [[from, to]] }, file, message });

const picture = (name: string, svg: string, message: RegExp): Attack => ({
  name: `an SVG file with ${name}`,
  changes: { [`${topic}/images/chirp.svg`]: svg },
  file: `${topic}/images/chirp.svg`,
  message,
});
const svg = (inner: string, attributes = '') => `<svg xmlns="http://www.w3.org/2000/svg"${attributes}>${inner}</svg>\n`;

const planted = (name: string, file: string, message: RegExp, plant: (path: string) => void): Attack => ({
  name,
  file,
  message,
  plant(folder) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    rmSync(path, { recursive: true, force: true });
    plant(path);
  },
});

/** A file outside of the content folder, with something that must not get out. */
function secret(): string {
  const path = join(mkdtempSync(join(tmpdir(), 'outside-')), 'secret.txt');
  writeFileSync(path, 'x,y\nsecret,1\n');
  return path;
}

const tags = ['script', 'iframe', 'style', 'base', 'meta', 'link', 'object', 'embed', 'form', 'svg', 'math', 'img', 'a', 'template', 'Script', 'constructor'];

export const html: Attack[] = [
  ...tags.map((tag) => inText(`<${tag}>`, `<${tag} src="https://evil.example/">x</${tag}>`, new RegExp(`<${tag}> is not a word|cannot be read`))),
  inText('a tag in running text', 'Text with <b onclick="alert(1)">b</b> in it.', /<b> is not a word/),
  inText('a fragment', '<>x</>', /an empty tag/),
  inText('a tag with a member', '<Note.script>x</Note.script>', /<Note\.script> is not a word/),
  inText('a tag of a namespace', '<svg:script>x</svg:script>', /<svg:script> is not a word/),
  inText('a comment', '<!-- x -->', /cannot be read/),
  inText('an event handler on a word', '<Note onclick="alert(1)">x</Note>', /wrong attribute "onclick"/),
  inText('a style on a word', '<Note style="background:url(//evil.example)">x</Note>', /wrong attribute "style"/),
  inText('dangerouslySetInnerHTML', '<Note dangerouslySetInnerHTML={{ __html: "<script>" }}>x</Note>', /wrong attribute "dangerouslySetInnerHTML"/),
  inText('a prototype as attribute', '<Note __proto__={{"kind":"warning"}}>x</Note>', /wrong attribute "__proto__"/),
  inText('spread attributes', '<Note {...{onclick: 1}}>x</Note>', /among its attributes/),
];

export const programs: Attack[] = [
  inText('an expression', '{alert(1)}', /an expression in braces/),
  inText('an expression in running text', 'So {globalThis.process.exit(1)} it is.', /an expression in braces/),
  inText('an import', 'import fs from "node:fs"', /import and export/),
  inText('an export', 'export const x = 1', /import and export/),
  inText('an expression as id of a heading', '### Deep {alert(1)}', /has no id/),
  inText('a call in a sum', '<Calc of={process.exit(1)} />', /only .* may be called/),
  inText('a constructor in a sum', '<Calc of={constructor(1)} />', /only .* may be called/),
  inText('a member in a sum', '<Calc of={(1).constructor} />', /a sum may hold/),
  inText('a function in a sum', '<Calc of={(() => 1)()} />', /only .* may be called/),
  inText('a template in a sum', '<Calc of={`1`} />', /a sum may hold/),
  inText('an assignment in a sum', '<Calc of={pi = 3} />', /a sum may hold/),
  inText('a regular expression in a sum', '<Calc of={/(a+)+$/} />', /a sum may hold/),
  inText('a deep sum', `<Calc of={${'('.repeat(600)}1${')'.repeat(600)}} />`, /at most 1000 characters/),
  inText('an expression as attribute of a word', '<Value of={fetch("//evil.example")} />', /wrong attribute "of"/),
  inText('an inherited key as output', '<Value of="lora-link.constructor" />', /no output "constructor"/),
  inText('an inherited key as input', '<Value of="lora-link.timeOnAirS" constructor={1} />', /refuses these inputs/),
  inYaml(
    'a program as series of a figure',
    `${topic}/figures/airtime.yaml`,
    'series:',
    'series:\n  - { label: { en: x, zh-cn: x }, expr: "process.exit(1)", from: 0, to: 1, steps: 2 }',
    /^$/,
  ),
].map((attack) => (attack.message.source === '^$' ? { ...attack, file: en, message: /only .* may be called/ } : attack));

const schemes = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java&Tab;script:alert(1)',
  'javascript&colon;alert(1)',
  '&#106;avascript:alert(1)',
  'javascript&#58;alert(1)',
  '&#1;javascript:alert(1)',
  'data:text/html,<script>',
  'data:text/html;base64,PHNjcmlwdD4=',
  'vbscript:x',
  'blob:x',
  'file:///etc/passwd',
  '//evil.example/',
  '/\\evil.example',
  'HTTPS://evil.example',
  'mailto:a@b.example',
  'topic:time-on-air/../../x',
  '../../etc/passwd',
];

export const addresses: Attack[] = [
  ...schemes.map((target) =>
    inText(
      `a link to ${target}`,
      `See [this](<${target.replaceAll('<', '\\<').replaceAll('>', '\\>')}>) now.`,
      /is not a kind of link|leads nowhere|readers can't see/,
    ),
  ),
  inText('a link by reference', 'See [this][x].\n\n[x]: javascript:alert(1)', /reference links/),
  ...[
    'https://evil.example/x.png',
    '//evil.example/x.png',
    'data:image/svg+xml,<svg/>',
    'javascript:alert(1)',
    'images/../../../site.yaml',
    '../images/chirp.svg',
    'images/none.svg',
  ].map((target) => inText(`a picture at ${target}`, `![x](<${target.replaceAll('<', '\\<').replaceAll('>', '\\>')}>)`, /there is no picture/)),
  inText('a listing outside', '<Listing file="../../../../etc/passwd" />', /there is no file/),
  inText('a figure outside', '<Figure of="../topic" />', /there is no figure/),
  inText('an inherited listing', '<Listing file="constructor" />', /there is no file/),
  inYaml('an edit address that runs', 'site.yaml', 'publisher:', 'editUrl: "javascript:alert(1)//{path}"\npublisher:', /editUrl/),
  inYaml('a licence address that runs', 'site.yaml', 'url: https', 'url: javascript', /url/),
  inYaml('an address that is none', `${topic}/resources.yaml`, 'url: https://', 'url: "https://[" # ', /a browser can open/),
  inYaml(
    'a figure whose table is outside',
    `${topic}/figures/airtime.yaml`,
    'file: measured.csv',
    'file: ../../../../../../../../etc/passwd',
    /without a folder|fits none|csv/,
  ),
];

export const formulas: Attack[] = [
  inText('\\href in a formula', '$\\href{javascript:alert(1)}{x}$ here.', /"\\href" has no place/),
  inText('\\url in a formula', '$\\url{javascript:alert(1)}$ here.', /"\\url" has no place/),
  inText('\\includegraphics in a formula', '$\\includegraphics{https://evil.example/x.png}$ here.', /"\\includegraphics" has no place/),
  ...['Class', 'Data', 'Id', 'Style'].map((kind) =>
    inText(`\\html${kind} in a formula`, `$\\html${kind}{x=y}{x}$ here.`, new RegExp(`"\\\\html${kind}" has no place`)),
  ),
  inText('a macro that doubles for ever', '$\\def\\x{\\x\\x}\\x$ here.', /KaTeX cannot read/),
  inText('a deep formula', `$${'{'.repeat(3000)}x${'}'.repeat(3000)}$ here.`, /braces within each other/),
  inText('an endless formula', `$${'x+'.repeat(2500)}x$ here.`, /this formula has 5001 characters/),
];

const deep = (open: string, close: string, count: number) => `${open.repeat(count)}x${close.repeat(count)}`;
const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${[...'bcdefgh'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[index]}`).join(', ')}]`).join('\n')}\n`;

export const yaml: Attack[] = [
  { name: 'aliases that grow without bound', changes: { 'site.yaml': bomb }, file: 'site.yaml', message: /refers to another place/ },
  { name: 'a record that holds itself', changes: { 'site.yaml': 'name: &a { en: *a }\n' }, file: 'site.yaml', message: /refers to another place/ },
  inYaml('a prototype as key', `${topic}/topic.yaml`, 'hue: teal', 'hue: teal\n__proto__: { order: 2 }', /"__proto__" is not a valid key/),
  inYaml('a prototype deep in a record', `${topic}/topic.yaml`, 'title: {', 'title: { __proto__: { x: y },', /"__proto__" is not a valid key/),
  inYaml('a constructor as key', `${topic}/topic.yaml`, 'hue: teal', 'hue: teal\nconstructor: { prototype: { x: 1 } }', /unknown key "constructor"/),
  {
    name: 'a source called constructor',
    changes: { [`${topic}/sources.yaml`]: 'constructor: { type: report, title: x, author: [{ literal: x }], read: 2026-11-24, primary: true }\n' },
    file: `${topic}/sources.yaml`,
    message: /"constructor" is not a valid key/,
  },
  inYaml('a tag', `${topic}/topic.yaml`, 'hue: teal', 'hue: !!js/function "function () {}"', /not valid YAML/),
  { name: 'a deep list', changes: { 'site.yaml': `name: ${deep('[', ']', 20_000)}\n` }, file: 'site.yaml', message: /not valid YAML|nested too deep/ },
  inYaml('a null byte by an escape', `${topic}/topic.yaml`, 'title: { en: Time on air', 'title: { en: "Time\\0 on air"', /"title\.en" holds U\+0000/),
  inYaml('a turned direction by an escape', `${topic}/topic.yaml`, 'title: { en: Time on air', 'title: { en: "Time \\u202e on air"', /holds U\+202E/),
  inYaml('a title of two lines', en, 'title: Time on air', 'title: "Time\\n\\n- [x](https://evil.example)"', /one line/),
  inYaml('a language that is none', `${topic}/resources.yaml`, 'languages: [en]', 'languages: ["<x>"]', /language tag/),
];

export const characters: Attack[] = [
  planted('a null byte', `${topic}/listings/airtime.py`, /U\+0000/, (path) => writeFileSync(path, 'print(1)\0\n')),
  planted('a listing that reads otherwise than it runs', `${topic}/listings/airtime.py`, /U\+202E/, (path) =>
    writeFileSync(path, 'access = "user\u202e \u2066# admin\u2069 \u2066"\n'),
  ),
  planted('a text that is not UTF-8', en, /not UTF-8/, (path) => writeFileSync(path, Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe]))),
  inText('a turned direction by an entity', 'Text &#x202e; turned.', /U\+202E/),
  inText('a turned direction in a title', '[a](https://a.example "x&#x202e;")', /U\+202E/),
  inText('a turned direction in an attribute', '<Note title="x&#x2066;">y</Note>', /U\+2066/),
  { name: 'an invisible instruction', changes: { [en]: [[heading, `Text\u{e0041}\u{e0042}.\n\n${heading}`]] }, file: en, message: /U\+E0041/ },
];

export const files: Attack[] = [
  planted('a text that is a link', en, /a link to somewhere else/, (path) => symlinkSync(secret(), path)),
  planted('a listing that is a link', `${topic}/listings/airtime.py`, /a link to somewhere else/, (path) => symlinkSync('/etc/passwd', path)),
  planted('a picture that is a link', `${topic}/images/chirp.svg`, /a link to somewhere else/, (path) => symlinkSync(secret(), path)),
  planted('a folder that is a link', `${topic}/listings`, /a link to somewhere else/, (path) => symlinkSync(dirname(secret()), path)),
  planted('all topics as a link', 'topics', /a link to somewhere else/, (path) => symlinkSync(dirname(secret()), path)),
  planted('a link that leads nowhere', `${topic}/images/gone.svg`, /a link to somewhere else/, (path) => symlinkSync('/nowhere', path)),
  planted('a folder instead of a text', en, /a file belongs here/, (path) => mkdirSync(path)),
  planted('a file instead of a folder', `${topic}/questions`, /a folder belongs here/, (path) => writeFileSync(path, 'x')),
  planted('a folder as record of a run', `${topic}/listings/airtime.py.run.yaml`, /a file belongs here/, (path) => mkdirSync(path)),
  planted('a huge text', en, /more than 262144/, (path) => writeFileSync(path, 'a'.repeat(9_000_000))),
  planted('a huge picture', `${topic}/images/chirp.svg`, /more than 2097152/, (path) => writeFileSync(path, ' '.repeat(9_000_000))),
  planted('a picture that is a page', `${topic}/images/page.png`, /no PNG/, (path) => writeFileSync(path, '<script>alert(1)</script>')),
  planted('a name that breaks out of an attribute', `${topic}/images/x" onerror="alert(1).svg`, /cannot stand in an address/, (path) =>
    writeFileSync(path, svg('')),
  ),
  planted('a name with a line end', `${topic}/listings/a\nb.py`, /cannot stand in an address/, (path) => writeFileSync(path, 'x')),
  planted('a figure called constructor', `${topic}/figures/constructor.yaml`, /no place here/, (path) => writeFileSync(path, 'x: 1\n')),
];

export const pictures: Attack[] = [
  picture('a script', svg('<script>alert(1)</script>'), /<script> has no place/),
  picture('a script of a namespace', svg('<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>'), /<x:script> has no place/),
  picture('an event handler', svg('', ' onload="alert(1)"'), /"onload" would run a program/),
  picture('an event handler in other letters', svg('<rect ONCLICK="alert(1)"/>'), /"ONCLICK" would run/),
  picture('HTML', svg('<foreignObject><iframe src="javascript:alert(1)"/></foreignObject>'), /<foreignObject> has no place/),
  picture('a link', svg('<a href="javascript:alert(1)"><text>x</text></a>'), /<a> has no place/),
  picture('a reference to elsewhere', svg('<use href="https://evil.example/x.svg#a"/>'), /leads out of the picture/),
  picture('a picture from elsewhere', svg('<image href="https://evil.example/x.png"/>'), /<image> has no place/),
  picture('a filter from elsewhere', svg('<rect filter="url(https://evil.example/x#a)"/>'), /leads out of the picture/),
  picture('a style from elsewhere', svg('<style>@import "https://evil.example/x.css"</style>'), /<style> has no place/),
  picture('a style by escapes', svg('<rect style="fill:\\75rl(https://evil.example)"/>'), /leads out of the picture/),
  picture('an animation of a reference', svg('<set attributeName="href" to="javascript:alert(1)"/>'), /<set> has no place/),
  picture('entities', `<!DOCTYPE svg [<!ENTITY x "y">]>\n${svg('&x;')}`, /this has no place/),
  picture('an instruction', `<?xml-stylesheet href="https://evil.example/x.css"?>\n${svg('')}`, /this has no place/),
  picture('CDATA', svg('<text><![CDATA[<script>]]></text>'), /this has no place/),
  picture('the namespace of HTML', svg('<g xmlns="http://www.w3.org/1999/xhtml"></g>'), /namespace/),
  picture('nothing of a picture', 'alert(1)\n', /no SVG/),
];

export const sizes: Attack[] = [
  inText('thousands of quotations within each other', '> '.repeat(5000), /within each other/),
  inText('thousands of lists within each other', '- '.repeat(5000), /within each other/),
  inText('thousands of braces within each other', deep('{', '}', 5000), /within each other/),
  inText('a paragraph without end', 'a**b'.repeat(5000), /this paragraph has more than/),
  inText('notes within each other', '[^a]: '.repeat(60), /nested too deep/),
  inText('titles by lines under them', 'Title\n====\n'.repeat(4), /a line under a title/),
];
