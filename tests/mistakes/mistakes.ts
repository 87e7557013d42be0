import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Changes } from './miniature.ts';

/** One thing that must be found. `at` is a line number, or text that stands on the line (once in the file). */
export interface Expected {
  file: string;
  at: number | string;
  rule: string;
  message: RegExp;
  suggestion: RegExp;
}

export interface Mistake {
  name: string;
  changes: Changes;
  /** False: the entry is left as short as it is in the good folder. */
  long?: boolean;
  found: Expected[];
}

const topic = 'topics/time-on-air';
const [en, zh] = [`${topic}/en.mdx`, `${topic}/zh-cn.mdx`];
const [question, questionZh] = [`${topic}/questions/how-long-is-a-packet.en.mdx`, `${topic}/questions/how-long-is-a-packet.zh-cn.mdx`];
const [chapter, chapterZh] = [`${topic}/chapters/in-use.en.mdx`, `${topic}/chapters/in-use.zh-cn.mdx`];
const [correction, correctionZh] = [
  `${topic}/corrections/airtime-does-not-depend-on-sf.en.mdx`,
  `${topic}/corrections/airtime-does-not-depend-on-sf.zh-cn.mdx`,
];
const [meanings, meaningsZh] = ['disambiguations/lora.en.mdx', 'disambiguations/lora.zh-cn.mdx'];
const [sources, terms, resources] = [`${topic}/sources.yaml`, `${topic}/glossary.yaml`, `${topic}/resources.yaml`];
const [plot, blocks] = [`${topic}/figures/airtime.yaml`, `${topic}/figures/chain.yaml`];
const listing = `${topic}/listings/airtime.py`;
const edition = 'editions/1.0.yaml';

type Find = Omit<Expected, 'file' | 'at'>;

/** The same replacement in both halves of the entry. */
const inBoth = (from: string, to: string): Changes => ({ [en]: [[from, to]], [zh]: [[from, to]] });
const foundInBoth = (at: number | string, find: Find): Expected[] => [en, zh].map((file) => ({ file, at, ...find }));

/** Something written before the last heading of the English entry. */
const written = (name: string, text: string, find: Find, at = text): Mistake => ({
  name,
  changes: { [en]: [['## In full {#in-full}', `${text}\n\n## In full {#in-full}`]] },
  found: [{ file: en, at, ...find }],
});

/** The same in Chinese. */
const writtenInChinese = (name: string, text: string, find: Find): Mistake => ({
  name,
  changes: { [zh]: [['## 详述 {#in-full}', `${text}\n\n## 详述 {#in-full}`]] },
  found: [{ file: zh, at: text, ...find }],
});

/** One replacement in one file. */
const replaced = (name: string, file: string, from: string, to: string, at: number | string, find: Find): Mistake => ({
  name,
  changes: { [file]: [[from, to]] },
  found: [{ file, at, ...find }],
});

/** Something beside the texts that none of them shows. */
const unshown = (file: string, what: string): Expected => ({
  file,
  at: 1,
  rule: 'shown',
  message: new RegExp(`this ${what} is shown nowhere`),
  suggestion: /show it with .* or delete it/,
});

const secondTopic = {
  'topics/second/topic.yaml':
    'order: 2\nhue: rose\ntitle: { en: Second, zh-cn: 第二 }\nshortTitle: { en: Second, zh-cn: 第二 }\nsummary: { en: Second., zh-cn: 第二。 }\n',
};
const secondTopicBare: Expected = {
  file: 'topics/second/topic.yaml',
  at: 1,
  rule: 'halves',
  message: /the topic "second" has no entry/,
  suggestion: /write topics\/second\/zh-cn\.mdx and topics\/second\/en\.mdx/,
};
const sealedUnknown = foundInBoth('@sealed-report', { rule: 'citation', message: /no source "sealed-report"/, suggestion: /sources\.yaml/ });

export const files: Mistake[] = [
  {
    name: 'an entry without its Chinese half',
    changes: { [zh]: 'delete' },
    found: [{ file: en, at: 1, rule: 'halves', message: /zh-cn half is missing/, suggestion: /write topics\/time-on-air\/zh-cn\.mdx/ }],
  },
  {
    name: 'a question without its English half',
    changes: { [question]: 'delete' },
    found: [{ file: questionZh, at: 1, rule: 'halves', message: /en half is missing/, suggestion: /how-long-is-a-packet\.en\.mdx/ }],
  },
  {
    name: 'a topic without topic.yaml',
    changes: { [`${topic}/topic.yaml`]: 'delete' },
    found: [{ file: `${topic}/topic.yaml`, at: 1, rule: 'layout', message: /file is missing/, suggestion: /author's guide/ }],
  },
  { name: 'a topic without an entry', changes: secondTopic, found: [secondTopicBare] },
  {
    name: 'a chapter without its Chinese half',
    changes: { [chapterZh]: 'delete' },
    found: [{ file: chapter, at: 1, rule: 'halves', message: /zh-cn half is missing/, suggestion: /write topics\/time-on-air\/chapters\/in-use\.zh-cn\.mdx/ }],
  },
  {
    name: 'a chapter that has no place in the order of reading',
    changes: { [`${topic}/topic.yaml`]: [['chapters: [in-use]\n', '']] },
    found: [chapter, chapterZh].map((file) => ({
      file,
      at: 1,
      rule: 'chapters',
      message: /no place in the order of reading/,
      suggestion: /add "in-use" to "chapters" in topics\/time-on-air\/topic\.yaml/,
    })),
  },
  {
    name: 'a listed chapter that is not there, and one that is listed twice',
    changes: { [`${topic}/topic.yaml`]: [['[in-use]', '[in-use, in-use, later]']] },
    found: [
      { file: `${topic}/topic.yaml`, at: 1, rule: 'chapters', message: /"in-use" is listed twice/, suggestion: /list it once/ },
      { file: `${topic}/topic.yaml`, at: 1, rule: 'chapters', message: /there is no chapter "later"/, suggestion: /write chapters\/later\.zh-cn\.mdx and/ },
    ],
  },
  {
    name: 'a section of a chapter with the id of one of the entry',
    changes: { [chapter]: [['{#waiting}', '{#symbols}']], [chapterZh]: [['{#waiting}', '{#symbols}']] },
    found: [chapter, chapterZh].map((file) => ({
      file,
      at: '{#symbols}',
      rule: 'chapters',
      message: /heading \{#symbols\} stands in topics\/time-on-air\/(?:en|zh-cn)\.mdx, too/,
      suggestion: /another id/,
    })),
  },
  {
    name: 'a link to a chapter that is not there',
    changes: { [question]: [['(topic:time-on-air#symbols)', '(chapter:time-on-air/in-uze#waiting)']] },
    found: [{ file: question, at: '(chapter:', rule: 'link', message: /"chapter:time-on-air\/in-uze#waiting" leads nowhere/, suggestion: /in-use/ }],
  },
  {
    name: 'a folder whose name cannot be an address',
    changes: { 'topics/Second_Topic/topic.yaml': 'order: 2\n' },
    found: [
      { file: 'topics/Second_Topic', at: 1, rule: 'layout', message: /"Second_Topic" cannot be an address/, suggestion: /lower-case words joined by hyphens/ },
    ],
  },
  {
    name: 'a stray file in a topic',
    changes: { [`${topic}/notes.txt`]: 'remember\n' },
    found: [{ file: `${topic}/notes.txt`, at: 1, rule: 'layout', message: /no place here/, suggestion: /move or delete/ }],
  },
  {
    name: 'a stray file at the top',
    changes: { 'todo.md': 'remember\n' },
    found: [{ file: 'todo.md', at: 1, rule: 'layout', message: /no place here/, suggestion: /move or delete/ }],
  },
  {
    name: 'a question whose file name is no address',
    changes: { [`${topic}/questions/How_Long.en.mdx`]: '---\nquestion: How long?\n---\n' },
    found: [{ file: `${topic}/questions/How_Long.en.mdx`, at: 1, rule: 'layout', message: /<slug>\.<lang>\.mdx/, suggestion: /\.zh-cn\.mdx, \.en\.mdx/ }],
  },
  {
    name: 'a question in a language that the site has not',
    changes: { [`${topic}/questions/how-long-is-a-packet.fr.mdx`]: '---\nquestion: Combien?\n---\n' },
    found: [
      { file: `${topic}/questions/how-long-is-a-packet.fr.mdx`, at: 1, rule: 'layout', message: /<slug>\.<lang>\.mdx/, suggestion: /\.zh-cn\.mdx, \.en\.mdx/ },
    ],
  },
  {
    name: 'a picture that no text shows',
    changes: { [`${topic}/images/fall.svg`]: '<svg xmlns="http://www.w3.org/2000/svg" />\n' },
    found: [unshown(`${topic}/images/fall.svg`, 'picture')],
  },
  {
    name: 'a figure that no text shows',
    changes: inBoth('<Figure of="chain" />', ''),
    found: [unshown(blocks, 'figure')],
  },
  {
    name: 'a listing that no text shows',
    changes: inBoth('<Listing file="plot.sh" output={false} />', ''),
    found: [unshown(`${topic}/listings/plot.sh`, 'listing')],
  },
  {
    name: 'a picture that is none',
    changes: { [`${topic}/images/chirp.pdf`]: '%PDF' },
    found: [{ file: `${topic}/images/chirp.pdf`, at: 1, rule: 'layout', message: /no picture/, suggestion: /SVG, PNG/ }],
  },
  {
    name: 'one slug for questions of two topics',
    changes: {
      ...secondTopic,
      'topics/second/questions/how-long-is-a-packet.en.mdx': '---\nquestion: How long is it?\n---\n\nLong. [@airtime-page]\n',
      'topics/second/questions/how-long-is-a-packet.zh-cn.mdx': '---\nquestion: 它有多长？\n---\n\n很长。[@airtime-page]\n',
    },
    found: [
      secondTopicBare,
      ...[question, questionZh].map((twin) => ({
        file: twin,
        at: 1,
        rule: 'addresses',
        message: /slug "how-long-is-a-packet" of this question is taken already \(topics\/second\/questions\/how-long-is-a-packet\.(en|zh-cn)\.mdx\)/,
        suggestion: /rename one/,
      })),
    ],
  },
];

export const records: Mistake[] = [
  replaced('a word where a number belongs', `${topic}/topic.yaml`, 'order: 1', 'order: first', 'order: first', {
    rule: 'schema',
    message: /"order" has the wrong type: expected number, received string/,
    suggestion: /type number/,
  }),
  replaced('a key that there is not', `${topic}/topic.yaml`, 'hue: teal', 'hue: teal\ncolour: red', 'colour: red', {
    rule: 'schema',
    message: /unknown key "colour"/,
    suggestion: /correct its spelling/,
  }),
  replaced('a key that is missing', `${topic}/topic.yaml`, 'hue: teal\n', '', 1, {
    rule: 'schema',
    message: /"hue" is missing/,
    suggestion: /add it, one of: .*teal/,
  }),
  replaced('a text in one language only', `${topic}/topic.yaml`, '  zh-cn: 一个LoRa数据包要多久。\n', '', 'summary:', {
    rule: 'schema',
    message: /"summary\.zh-cn" is missing/,
    suggestion: /expected string/,
  }),
  replaced('a hue that there is not', `${topic}/topic.yaml`, 'hue: teal', 'hue: mauve', 'hue: mauve', {
    rule: 'schema',
    message: /"hue" has a value that is not allowed/,
    suggestion: /one of: .*teal/,
  }),
  replaced(
    'a brace that is not closed in YAML',
    `${topic}/topic.yaml`,
    'title: { en: Time on air, zh-cn: 空中时间 }\nshort',
    'title: { en: Time on air\nshort',
    'shortTitle',
    {
      rule: 'yaml',
      message: /not valid YAML/,
      suggestion: /double quotes/,
    },
  ),
  replaced('a key that stands twice', `${topic}/topic.yaml`, 'hue: teal', 'hue: teal\nhue: rose', 'hue: rose', {
    rule: 'yaml',
    message: /not valid YAML: Map keys must be unique/,
    suggestion: /delete or rename the second/,
  }),
  replaced('a tab as indentation', `${topic}/topic.yaml`, '  en: How long', '\ten: How long', '\ten: How long', {
    rule: 'yaml',
    message: /not valid YAML: Tabs are not allowed as indentation/,
    suggestion: /spaces/,
  }),
  {
    name: 'a date that is none',
    changes: { [sources]: [['read: never', 'read: 24 November']] },
    found: [
      { file: sources, at: 'read: 24 November', rule: 'schema', message: /"sealed-report\.read": expected a date such as 2026-11-24/, suggestion: /correct/ },
      ...sealedUnknown,
    ],
  },
  {
    name: 'a work that was never opened and has no note',
    changes: { [sources]: [['  note: { en: Known from its abstract., zh-cn: 只见过摘要。 }\n', '']] },
    found: [{ file: sources, at: 'sealed-report:', rule: 'schema', message: /never opened needs a note/, suggestion: /./ }, ...sealedUnknown],
  },
  {
    name: 'one mistake in a file of records, which leaves the others as they are',
    changes: { [sources]: [['type: report\n  title: A report', 'type: rumour\n  title: A report']] },
    found: [
      { file: sources, at: 'type: rumour', rule: 'schema', message: /"sealed-report\.type" has a value that is not allowed/, suggestion: /one of: article, / },
      ...sealedUnknown,
    ],
  },
  {
    name: 'a source that nothing cites',
    changes: {
      [sources]: [['airtime-page:', 'idle-page:\n  { type: webpage, title: Idle, author: [{ literal: A }], read: 2026-11-24, primary: false }\nairtime-page:']],
    },
    found: [{ file: sources, at: 'idle-page:', rule: 'citations', message: /"idle-page" is cited nowhere/, suggestion: /cite it .* or delete it/ }],
  },
  {
    name: 'one source key in two topics',
    changes: {
      ...secondTopic,
      'topics/second/sources.yaml': 'airtime-page:\n  { type: webpage, title: A page, author: [{ literal: A }], read: 2026-11-24, primary: false }\n',
    },
    found: [
      secondTopicBare,
      {
        file: sources,
        at: 'airtime-page:',
        rule: 'duplicate',
        message: /source key "airtime-page" is taken already \(topics\/second\/sources\.yaml:1\)/,
        suggestion: /another/,
      },
    ],
  },
  {
    name: 'one term id in two glossaries',
    changes: {
      'glossary.yaml': [['id: packet', 'id: spreading-factor\n  en: spread\n  zh-cn: 扩展\n  definition: { en: Width., zh-cn: 宽度。 }\n- id: packet']],
    },
    found: [
      {
        file: terms,
        at: 'id: spreading-factor',
        rule: 'duplicate',
        message: /glossary id "spreading-factor" is taken already \(glossary\.yaml:1\)/,
        suggestion: /another/,
      },
    ],
  },
  {
    name: 'one name for two terms of a topic',
    changes: {
      [terms]: [['- id: lora-radio', '- id: spread\n  en: Spreading factor\n  zh-cn: 扩展\n  definition: { en: Width., zh-cn: 宽度。 }\n- id: lora-radio']],
    },
    found: [
      {
        file: terms,
        at: 'id: spread\n',
        rule: 'glossary',
        message: /"Spreading factor" is the name of "spreading-factor" already/,
        suggestion: /different names/,
      },
    ],
  },
  replaced('a term that is not to be confused with one that there is not', terms, 'With: [lora-tuning]', 'With: [lora-turning]', 'id: lora-radio', {
    rule: 'glossary',
    message: /"lora-radio" is not to be confused with "lora-turning"/,
    suggestion: /did you mean "lora-tuning"/,
  }),
  replaced('a term whose source is unknown', terms, '[@sx1276-datasheet, ', '[@sx1267-datasheet, ', 'id: spreading-factor', {
    rule: 'citations',
    message: /no source "sx1267-datasheet"/,
    suggestion: /did you mean "sx1276-datasheet"/,
  }),
  replaced(
    'a resource that was not opened and has no remark',
    resources,
    '  remark: { en: Looked for and not found., zh-cn: 找过，没有找到。 }\n',
    '',
    'status: lost',
    {
      rule: 'schema',
      message: /needs a remark/,
      suggestion: /./,
    },
  ),
  {
    name: 'a disambiguation to a topic that there is not',
    changes: Object.fromEntries(
      [meanings, meaningsZh].map((file) => [file, [['term: lora-tuning\n    topic: time-on-air', 'term: lora-tuning\n    topic: time-on-earth']]]),
    ),
    found: [meanings, meaningsZh].map((file) => ({
      file,
      at: 1,
      rule: 'glossary',
      message: /no topic "time-on-earth"/,
      suggestion: /did you mean "time-on-air"/,
    })),
  },
  {
    name: 'a disambiguation whose halves name different terms',
    changes: { [meaningsZh]: [['term: lora-tuning', 'term: packet']] },
    found: [
      {
        file: meanings,
        at: 1,
        rule: 'halves',
        message: /the meaning "lora-tuning" of "time-on-air" is only in this half/,
        suggestion: /add it to disambiguations\/lora\.zh-cn\.mdx/,
      },
      {
        file: meaningsZh,
        at: 1,
        rule: 'halves',
        message: /the meaning "packet" of "time-on-air" is only in this half/,
        suggestion: /add it to disambiguations\/lora\.en\.mdx/,
      },
    ],
  },
  replaced('a correction whose halves name different numbers of places', correctionZh, '---\n\n有关', '  - where: 另一个论坛\n---\n\n有关', 1, {
    rule: 'halves',
    message: /names 2 places .* its other half 1/,
    suggestion: /name the same places/,
  }),
];

export const figures: Mistake[] = [
  {
    name: 'a figure that there is not',
    changes: inBoth('<Figure of="chain" />', '<Figure of="chains" />'),
    found: [
      ...foundInBoth('<Figure of="chains" />', { rule: 'figure', message: /no figure "chains"/, suggestion: /did you mean "chain"/ }),
      unshown(blocks, 'figure'),
    ],
  },
  {
    name: 'given points without a source',
    changes: { [plot]: [['source: "[@sx1276-datasheet, §4.1.1.7]"\n', '']] },
    found: foundInBoth('<Figure of="airtime" />', { rule: 'figure', message: /given points without a source/, suggestion: /figures\/airtime\.yaml/ }),
  },
  {
    name: 'a CSV column that there is not',
    changes: { [plot]: [['y: ms }\nsource', 'y: milliseconds }\nsource']] },
    found: foundInBoth('<Figure of="airtime" />', { rule: 'figure', message: /no column "milliseconds" \(it has bytes, ms\)/, suggestion: /correct/ }),
  },
  {
    name: 'a CSV file that there is not',
    changes: { [`${topic}/figures/measured.csv`]: 'delete' },
    found: [{ file: plot, at: 'csv:', rule: 'figure', message: /no file "measured\.csv"/, suggestion: /put the CSV file there/ }],
  },
  {
    name: 'an arrow to a box that there is not',
    changes: { [blocks]: [['to: symbols,', 'to: symbol,']] },
    found: foundInBoth('<Figure of="chain" />', { rule: 'figure', message: /arrow names a box "symbol"/, suggestion: /did you mean "symbols"/ }),
  },
  {
    name: 'a curve of an output that there is not',
    changes: { [plot]: [['of: lora-link.timeOnAirS', 'of: lora-link.timeOnMoon']] },
    found: foundInBoth('<Figure of="airtime" />', { rule: 'figure', message: /"lora-link\.timeOnMoon" is no output/, suggestion: /./ }),
  },
  {
    name: 'a figure whose description is empty',
    changes: { [blocks]: [['en: Two boxes and an arrow.', 'en: ""']] },
    found: [
      { file: blocks, at: 'alt:', rule: 'schema', message: /"alt\.en" is too short/, suggestion: /write more/ },
      ...foundInBoth('<Figure of="chain" />', { rule: 'figure', message: /"chain" .* or it has mistakes/, suggestion: /./ }),
    ],
  },
];

export const listings: Mistake[] = [
  {
    name: 'a listing without the record of a run',
    changes: { [`${listing}.run.yaml`]: 'delete' },
    found: [{ file: listing, at: 1, rule: 'listings', message: /no record of a run/, suggestion: /write airtime\.py\.run\.yaml .* or say notRun/ }],
  },
  {
    name: 'a listing that was changed after its run',
    changes: { [listing]: [['125', '250']] },
    found: [{ file: `${listing}.run.yaml`, at: 1, rule: 'listings', message: /"airtime\.py" was changed after its run/, suggestion: /run it again/ }],
  },
  {
    name: 'a record without a listing',
    changes: { [`${topic}/listings/gone.py.run.yaml`]: 'notRun: { en: Gone., zh-cn: 没有了。 }\n' },
    found: [
      { file: `${topic}/listings/gone.py.run.yaml`, at: 1, rule: 'listing', message: /no listing "gone\.py" beside this record/, suggestion: /rename|delete/ },
    ],
  },
  {
    name: 'a run whose needs are not told',
    changes: { [`${listing}.run.yaml`]: [['needs:\n  programs: { python: 3.11.7 }\n', '']] },
    found: [
      { file: `${listing}.run.yaml`, at: 1, rule: 'schema', message: /"needs" is missing/, suggestion: /./ },
      { file: listing, at: 1, rule: 'listings', message: /no record of a run/, suggestion: /write airtime\.py\.run\.yaml/ },
    ],
  },
  {
    name: 'a need whose version the record does not tell',
    changes: { [`${listing}.run.yaml`]: [['{ python: 3.11.7 }', '{ python: 3.12.0 }']] },
    found: [
      { file: `${listing}.run.yaml`, at: 1, rule: 'listings', message: /needs python 3\.12\.0, but neither "tool" nor "version"/, suggestion: /every version/ },
    ],
  },
  {
    name: 'a program that a run does not call',
    changes: { [`${listing}.run.yaml`]: [['{ python: 3.11.7 }', '{ pypy: 3.11.7 }']] },
    found: [{ file: `${listing}.run.yaml`, at: 1, rule: 'listings', message: /needs the program "pypy"/, suggestion: /correct its name/ }],
  },
  {
    name: 'a run that continues one that there is not',
    changes: { [`${listing}.run.yaml`]: [['needs:', 'after: plot.sh\nneeds:']] },
    found: [{ file: `${listing}.run.yaml`, at: 1, rule: 'listings', message: /continues the run of "plot\.sh", which is not there/, suggestion: /was run/ }],
  },
  {
    name: 'a listing used by a run that there is not',
    changes: { [`${topic}/listings/plot.sh.run.yaml`]: 'usedBy: airtime.sh\n' },
    found: [
      {
        file: `${topic}/listings/plot.sh.run.yaml`,
        at: 1,
        rule: 'listings',
        message: /used by "airtime\.sh", which is not there/,
        suggestion: /name a listing/,
      },
    ],
  },
  {
    name: 'a listing that there is not',
    changes: inBoth('<Listing file="plot.sh" output={false} />', '<Listing file="plots.sh" />'),
    found: [
      ...foundInBoth('<Listing file="plots.sh" />', { rule: 'listing', message: /no file "plots\.sh"/, suggestion: /did you mean "plot\.sh"/ }),
      unshown(`${topic}/listings/plot.sh`, 'listing'),
    ],
  },
  {
    name: 'lines that a listing has not',
    changes: inBoth('<Listing file="airtime.py" />', '<Listing file="airtime.py" lines="2-9" />'),
    found: foundInBoth('<Listing file="airtime.py"', { rule: 'listing', message: /has lines 1 to 2, not 2-9/, suggestion: /"lines"/ }),
  },
  written(
    'code in the text',
    '```python\nprint(1)\n```',
    { rule: 'listings', message: /code in the text \(python\)/, suggestion: /<Listing file/ },
    '```python',
  ),
];

export const structure: Mistake[] = [
  {
    name: 'a text without front matter',
    changes: { [question]: 'As long as its symbols take together. [@sx1276-datasheet, §4.1.1.7]\n' },
    found: [
      { file: question, at: 1, rule: 'front-matter', message: /does not start with front matter/, suggestion: /"---"/ },
      { file: questionZh, at: 1, rule: 'halves', message: /en half is missing or cannot be read/, suggestion: /how-long-is-a-packet\.en\.mdx/ },
    ],
  },
  written('a tag that is not closed', '<Note kind="note">', {
    rule: 'mdx',
    message: /cannot be read: Expected a closing tag for `<Note>`$/,
    suggestion: /close every tag/,
  }),
  written('a word that there is not', '<Vallue of="lora-link.timeOnAirS" />', {
    rule: 'word',
    message: /<Vallue> is not a word/,
    suggestion: /did you mean "Value"/,
  }),
  written(
    'an attribute with a wrong value',
    '<Note kind="loud">\nLoud.\n</Note>',
    { rule: 'word', message: /<Note> has a wrong attribute "kind"/, suggestion: /author's guide/ },
    'kind="loud"',
  ),
  written('an attribute that there is not', '<Listing file="airtime.py" colour="red" />', {
    rule: 'word',
    message: /<Listing> has a wrong attribute "colour"/,
    suggestion: /author's guide/,
  }),
  written('attributes from an expression', '<Note {...kind}>Loud.</Note>', {
    rule: 'word',
    message: /\{\.\.\.\} among its attributes/,
    suggestion: /by its name/,
  }),
  written('content in a word that takes none', 'It takes <Calc of={2 + 2}>four</Calc> steps.', {
    rule: 'word',
    message: /<Calc> takes no content/,
    suggestion: /<Calc … \/>/,
  }),
  written('a brace', 'A set {a, b is open.', { rule: 'mdx', message: /cannot be read/, suggestion: /\\\{/ }),
  written('a less-than sign', 'For a <3 it is so.', { rule: 'mdx', message: /cannot be read/, suggestion: /\\</ }),
  written('an import', 'import x from "./x.js"', { rule: 'mdx', message: /import and export have no place/, suggestion: /delete the line/ }),
  written('raw HTML', 'This is <b>bold</b>.', { rule: 'word', message: /<b> is not a word/, suggestion: /known: / }),
  written('an HTML comment', '<!-- later -->', { rule: 'mdx', message: /cannot be read/, suggestion: /./ }),
  written('an expression in the text', 'It takes {1 + 1} steps.', { rule: 'mdx', message: /expression in braces/, suggestion: /<Calc/ }),
  {
    name: 'a heading without an id',
    changes: { [en]: [['## In full {#in-full}', '## In full']], [zh]: [['## 详述 {#in-full}', '## 详述']] },
    found: [
      { file: en, at: '## In full', rule: 'heading', message: /"In full" has no id/, suggestion: /\{#words-joined-by-hyphens\}/ },
      { file: zh, at: '## 详述', rule: 'heading', message: /"详述" has no id/, suggestion: /\{#words-joined-by-hyphens\}/ },
    ],
  },
  {
    name: 'a heading id that stands twice',
    changes: inBoth('{#in-full}', '{#symbols}'),
    found: [
      { file: en, at: '## In full', rule: 'heading', message: /id "symbols" stands twice/, suggestion: /choose another/ },
      { file: zh, at: '## 详述', rule: 'heading', message: /id "symbols" stands twice/, suggestion: /choose another/ },
    ],
  },
  {
    name: 'a level of headings that is left out',
    changes: inBoth('### ', '#### '),
    found: foundInBoth('#### ', { rule: 'heading', message: /jumps from 2 to 4/, suggestion: /use ###/ }),
  },
  {
    name: 'a title in the text',
    changes: { [en]: [['## In full', '# In full']], [zh]: [['## 详述', '# 详述']] },
    found: [
      { file: en, at: '# In full', rule: 'heading', message: /level 1 has no place/, suggestion: /front matter/ },
      { file: zh, at: '# 详述', rule: 'heading', message: /level 1 has no place/, suggestion: /front matter/ },
    ],
  },
  written('a picture without text', '![](images/chirp.svg)', {
    rule: 'image',
    message: /no text for readers who can't see it/,
    suggestion: /!\[what it shows\]/,
  }),
  written('a picture that there is not', '![A chirp](images/chirps.svg)', {
    rule: 'image',
    message: /no picture "images\/chirps\.svg"/,
    suggestion: /topics\/time-on-air\/images\//,
  }),
];

export const links: Mistake[] = [
  written('a link to a topic that there is not', '[There](topic:time-on-aire)', {
    rule: 'link',
    message: /"topic:time-on-aire" leads nowhere/,
    suggestion: /did you mean .*time-on-air/,
  }),
  written('a link to a question that there is not', '[There](question:how-long)', {
    rule: 'link',
    message: /"question:how-long" leads nowhere/,
    suggestion: /how-long-is-a-packet/,
  }),
  written('a link to a correction that there is not', '[There](correction:none)', {
    rule: 'link',
    message: /"correction:none" leads nowhere/,
    suggestion: /airtime-does/,
  }),
  written('a link to a term that there is not', '[There](term:packets)', {
    rule: 'link',
    message: /"term:packets" leads nowhere/,
    suggestion: /did you mean "packet"/,
  }),
  written('a link to a heading that there is not', '[There](#symbol)', {
    rule: 'anchors',
    message: /"#symbol" leads to no heading/,
    suggestion: /did you mean "#symbols"/,
  }),
  {
    name: 'a link to a heading that another page has not',
    changes: { [question]: [['time-on-air#symbols', 'time-on-air#symbol']] },
    found: [
      {
        file: question,
        at: 'topic:time-on-air#symbol',
        rule: 'anchors',
        message: /"topic:time-on-air#symbol" leads to no heading/,
        suggestion: /did you mean "#symbols"/,
      },
    ],
  },
  written('a kind of link that there is not', '[There](page:time-on-air)', {
    rule: 'link',
    message: /"page:time-on-air" is not a kind of link/,
    suggestion: /topic:, chapter:, question:/,
  }),
  written('a link to a file', '[There](../second/en.mdx)', { rule: 'link', message: /is not a kind of link/, suggestion: /topic:, chapter:, question:/ }),
  written('a link without text', '[](topic:time-on-air)', { rule: 'link', message: /no text/, suggestion: /\[what it leads to\]/ }),
  {
    name: 'a reference link',
    changes: { [en]: [['## In full {#in-full}', '[There][there]\n\n[there]: https://example.org\n\n## In full {#in-full}']] },
    found: ['[There][there]', '[there]: https'].map((at) => ({ file: en, at, rule: 'mdx', message: /reference links/, suggestion: /in place/ })),
  },
];

export const grounds: Mistake[] = [
  written('a citation of an unknown source', 'It is so. [@sx1267-datasheet, p. 1]', {
    rule: 'citation',
    message: /no source "sx1267-datasheet"/,
    suggestion: /did you mean "sx1276-datasheet"/,
  }),
  written('a citation that cannot be read', 'It is so. [@SX1276-datasheet, p. 1]', { rule: 'citation', message: /cannot be read/, suggestion: /lower case/ }),
  written('a place with a sign of Markdown', 'It is so. [@sx1276-datasheet, __init__.py]', {
    rule: 'citation',
    message: /cannot be read/,
    suggestion: /backslash/,
  }),
  {
    name: 'a definition with a figure and without a source',
    changes: { 'glossary.yaml': [['What is sent in one go.', 'Up to 255 bytes sent in one go.']] },
    found: [{ file: 'glossary.yaml', at: 'id: packet', rule: 'grounds', message: /figure "255" has no ground/, suggestion: /give the term a source/ }],
  },
  {
    name: 'a drawing with a figure and without a source',
    changes: { [blocks]: [['en: coding', 'en: 255 codes']] },
    found: [{ file: blocks, at: 1, rule: 'grounds', message: /figure "255" has no ground/, suggestion: /give the figure a source/ }],
  },
  {
    name: 'a citation that names no place',
    changes: inBoth('[@sx1276-datasheet, Table 13]', '[@sx1276-datasheet]'),
    found: foundInBoth('[@sx1276-datasheet]', { rule: 'citations', message: /"sx1276-datasheet" names no place/, suggestion: /section, page, table/ }),
  },
  {
    name: 'a work never opened that stands alone',
    changes: inBoth('[@sx1276-datasheet, §4.1.1.5; @sealed-report, p. 9]', '[@sealed-report, p. 9]'),
    found: foundInBoth('[@sealed-report, p. 9]', { rule: 'citations', message: /never opened and stands alone/, suggestion: /cite a work that was read/ }),
  },
  {
    name: 'a figure that a run did not print',
    changes: inBoth('<Run of="airtime.py">1.024</Run>', '<Run of="airtime.py">1.042</Run>'),
    found: foundInBoth('1.042', { rule: 'runs', message: /run of "airtime\.py" did not print 1\.042/, suggestion: /<Calc>/ }),
  },
  {
    name: 'a figure from a listing that was not run',
    changes: inBoth('<Run of="airtime.py">', '<Run of="plot.sh">'),
    found: foundInBoth('<Run of="plot.sh">', { rule: 'runs', message: /"plot\.sh" has no recorded output/, suggestion: /name the listing/ }),
  },
  {
    name: 'a run without a figure',
    changes: inBoth('<Run of="airtime.py">1.024</Run>', '<Run of="airtime.py">n</Run>'),
    found: foundInBoth('<Run of="airtime.py">', { rule: 'runs', message: /no figure in <Run/, suggestion: /between the tags/ }),
  },
  {
    name: 'a figure from a listing that the reader does not see',
    changes: inBoth('<Listing file="airtime.py" />', ''),
    found: [
      ...foundInBoth('<Run of="airtime.py">', {
        rule: 'runs',
        message: /shown neither here nor in the topic's entry or chapters/,
        suggestion: /<Listing file="airtime\.py"/,
      }),
      unshown(listing, 'listing'),
    ],
  },
  {
    name: 'a figure from a listing that there is not',
    changes: inBoth('<Run of="airtime.py">', '<Run of="airtimes.py">'),
    found: foundInBoth('<Run of="airtimes.py">', { rule: 'listing', message: /no file "airtimes\.py"/, suggestion: /did you mean "airtime\.py"/ }),
  },
  {
    name: 'a list among the inputs that holds no numbers',
    changes: inBoth('payloadBytes={20}', 'payloadBytes={["20"]}'),
    found: foundInBoth('payloadBytes={["20"]}', { rule: 'word', message: /<Value> has a wrong attribute "payloadBytes"/, suggestion: /author's guide/ }),
  },
  written('a figure without a ground', 'It takes 42 steps.', { rule: 'grounds', message: /figure "42" has no ground/, suggestion: /<Value>, <Calc>/ }),
  writtenInChinese('a figure without a ground in Chinese', '一共需要42步。', {
    rule: 'grounds',
    message: /figure "42" has no ground/,
    suggestion: /<Example>/,
  }),
  written(
    'a figure without a ground in a table',
    '| a | b |\n|---|---|\n| x | 42 |',
    { rule: 'grounds', message: /figure "42" has no ground/, suggestion: /cite/ },
    '| x | 42 |',
  ),
  written('a sum that cannot be worked out', 'It takes <Calc of={2 ** steps} /> steps.', {
    rule: 'calc',
    message: /"steps" is neither a number nor a known name/,
    suggestion: /correct the sum/,
  }),
  written('a sum that runs code', 'It takes <Calc of={globalThis.process.exit(1)} /> steps.', {
    rule: 'calc',
    message: /may be called/,
    suggestion: /correct the sum/,
  }),
  written('a term that there is not', 'The <Term id="spread-factor">SF</Term> is agreed.', {
    rule: 'term',
    message: /no glossary term "spread-factor"/,
    suggestion: /did you mean "spreading-factor"/,
  }),
  {
    name: 'a figure from an instrument that there is not',
    changes: inBoth('<Value of="lora-link.', '<Value of="lora-links.'),
    found: foundInBoth('lora-links.', { rule: 'value', message: /no instrument "lora-links"/, suggestion: /did you mean "lora-link"/ }),
  },
  {
    name: 'a figure from an output that there is not',
    changes: inBoth('<Value of="lora-link.timeOnAirS', '<Value of="lora-link.timeOnAir'),
    found: foundInBoth('lora-link.timeOnAir"', { rule: 'value', message: /"lora-link" has no output "timeOnAir"/, suggestion: /did you mean "timeOnAirS"/ }),
  },
  {
    name: 'a unit in which a figure cannot be shown',
    changes: inBoth('payloadBytes={20} unit="ms"', 'payloadBytes={20} unit="miles"'),
    found: foundInBoth('unit="miles"', { rule: 'value', message: /"timeOnAirS" cannot be shown in "miles"/, suggestion: /one of: .*ms/ }),
  },
  {
    name: 'an input that there is not',
    changes: inBoth('payloadBytes={20}', 'payloadByte={20}'),
    found: foundInBoth('payloadByte={20}', { rule: 'value', message: /refuses these inputs: payloadByte/, suggestion: /did you mean "payloadBytes"/ }),
  },
  {
    name: 'an input out of its range',
    changes: inBoth('sf={7}', 'sf={70}'),
    found: foundInBoth('sf={70}', { rule: 'value', message: /refuses these inputs: sf/, suggestion: /correct the attribute/ }),
  },
  {
    name: 'an instrument that there is not',
    changes: inBoth('<Instrument of="lora-link" ', '<Instrument of="lora-lnk" '),
    found: foundInBoth('lora-lnk', { rule: 'instrument', message: /no instrument "lora-lnk"/, suggestion: /did you mean "lora-link"/ }),
  },
  {
    name: 'an instrument that refuses its input',
    changes: inBoth('sf={9}', 'sf={90}'),
    found: foundInBoth('sf={90}', { rule: 'instrument', message: /"lora-link" refuses these inputs/, suggestion: /./ }),
  },
  written(
    'a formula that cannot be read',
    '$$\n\\frac{1\n$$',
    { rule: 'formula', message: /KaTeX cannot read this formula/, suggestion: /braces and backslashes/ },
    '$$\n\\frac{1',
  ),
  {
    name: 'a formula with a character that the font lacks',
    changes: { [en]: [['payload symbols $n$', 'payload symbols $\\text{ж}$']] },
    found: [{ file: en, at: '$\\text{ж}$', rule: 'formula-font', message: /lacks “ж” \(U\+0436\)/, suggestion: /math-characters\.ts/ }],
  },
];

export const halves: Mistake[] = [
  written('a heading in one half only', '## More {#more}', {
    rule: 'halves',
    message: /heading ## \{#more\} is only in this half/,
    suggestion: /add it to topics\/time-on-air\/zh-cn\.mdx/,
  }),
  {
    name: 'headings in different orders',
    changes: {
      [zh]: [
        ['## 计算 {#working-it-out}', '## 详述 {#in-full}\n\n详述在前。\n\n## 计算 {#working-it-out}'],
        ['\n## 详述 {#in-full}\n\n符号越长', '\n符号越长'],
      ],
    },
    found: [{ file: zh, at: '## 详述 {#in-full}', rule: 'halves', message: /another order than in topics\/time-on-air\/en\.mdx/, suggestion: /one order/ }],
  },
  {
    name: 'a citation in one half only',
    changes: { [zh]: [['[@airtime-page]', '']] },
    found: [{ file: en, at: '[@airtime-page]', rule: 'halves', message: /\[@airtime-page\] under #payload is only in this half/, suggestion: /zh-cn\.mdx/ }],
  },
  {
    name: 'an instrument in one half only',
    changes: { [zh]: [['<Instrument of="lora-link" sf={9} />', '']] },
    found: [{ file: en, at: 1, rule: 'halves', message: /instrument lora-link is only in this half/, suggestion: /zh-cn\.mdx/ }],
  },
  {
    name: 'a listing in one half only',
    changes: { [zh]: [['<Listing file="plot.sh" output={false} />', '']] },
    found: [{ file: en, at: 1, rule: 'halves', message: /listing plot\.sh is only in this half/, suggestion: /zh-cn\.mdx/ }],
  },
  {
    name: 'a figure in one half only',
    changes: { [en]: [['<Figure of="chain" />', '']] },
    found: [{ file: zh, at: 1, rule: 'halves', message: /figure chain is only in this half/, suggestion: /en\.mdx/ }],
  },
  {
    name: 'a figure of a run in one half only',
    changes: { [zh]: [['<Run of="airtime.py">1.024</Run>', '<Calc of={128 / 125} />']] },
    found: [
      {
        file: en,
        at: '<Run of="airtime.py">',
        rule: 'halves',
        message: /figure of a run <Run of="airtime\.py"> is only in this half/,
        suggestion: /zh-cn\.mdx/,
      },
    ],
  },
  writtenInChinese('a computed figure in one half only', '也可以是<Value of="lora-link.symbolTimeS" unit="ms" />。', {
    rule: 'halves',
    message: /value <Value of="lora-link\.symbolTimeS"> is only in this half/,
    suggestion: /en\.mdx/,
  }),
];

export const editions: Mistake[] = [
  {
    name: 'a frozen edition whose text was changed afterwards',
    changes: { [edition]: [['title:\n      zh-cn: 空中时间\n      en: Time on air', 'title:\n      zh-cn: 空中时间\n      en: Time on earth']] },
    found: [
      {
        file: edition,
        at: 'seal:',
        rule: 'editions',
        message: /frozen edition 1\.0 was changed: its seal does not fit/,
        suggestion: /git checkout .* new edition/,
      },
    ],
  },
  {
    name: 'a frozen edition whose hash of the content was changed afterwards',
    changes: {
      [edition]: [
        ['content: ', 'content: 0'],
        ['date: 2026-11-24', 'date: 2026-11-25'],
      ],
    },
    found: [{ file: edition, at: 'content:', rule: 'schema', message: /"content": expected 64 hexadecimal digits/, suggestion: /correct the value/ }],
  },
  {
    name: 'a frozen edition with a comment put in',
    changes: { [edition]: [['date: 2026-11-24', 'date: 2026-11-24 # really']] },
    found: [{ file: edition, at: 'seal:', rule: 'editions', message: /its seal does not fit/, suggestion: /git checkout/ }],
  },
  {
    name: 'a frozen edition under the name of another',
    changes: { 'editions/2.0.yaml': readFileSync(join(import.meta.dirname, 'good', edition), 'utf8') },
    found: [{ file: 'editions/2.0.yaml', at: 'version:', rule: 'layout', message: /holds the edition "1\.0"/, suggestion: /name it 1\.0\.yaml/ }],
  },
  {
    name: 'a version without quotes, which YAML reads as a number',
    changes: { [edition]: [['version: "1.0"', 'version: 1.0']] },
    found: [{ file: edition, at: 'version:', rule: 'schema', message: /"version" has the wrong type/, suggestion: /string/ }],
  },
  {
    name: 'a change that only one half tells',
    changes: { [correctionZh]: [['changes:\n  - date: 2026-11-24\n    what: 原来的回答把倍数关系写反了。\n    corrects: true\n', '']] },
    found: [
      {
        file: correctionZh.replace('zh-cn', 'en'),
        at: 'what:',
        rule: 'halves',
        message: /the change of 2026-11-24 \(corrects\) is only in this half/,
        suggestion: /add it to .*zh-cn\.mdx/,
      },
    ],
  },
  {
    name: 'a change told in Chinese with a space beside Latin',
    changes: { [correctionZh]: [['写反了', '与 SF写反了']] },
    found: [{ file: correctionZh, at: 'what:', rule: 'typography', message: /a space between Han and Latin/, suggestion: /remove it/ }],
  },
  {
    name: 'changes told in the wrong order',
    changes: { [correctionZh]: [['    corrects: true\n', '    corrects: true\n  - date: 2026-11-25\n    what: 补充了一个例子，说明何时不成立。\n']] },
    found: [
      {
        file: correctionZh,
        at: 'date: 2026-11-25',
        rule: 'schema',
        message: /"changes\.1\.date": this change is later than the one above it; put the newest first/,
        suggestion: /as the message says/,
      },
      { file: correction, at: 1, rule: 'halves', message: /zh-cn half is missing or cannot be read/, suggestion: /airtime-does-not-depend-on-sf\.zh-cn\.mdx/ },
    ],
  },
];

export const substance: Mistake[] = [
  written(
    'a table row with too few cells',
    '| a | b |\n|---|---|\n| only one |',
    { rule: 'table', message: /this row has 1 cells, the header 2/, suggestion: /as many cells/ },
    '| only one |',
  ),
  {
    name: 'an entry that is too short',
    changes: {},
    long: false,
    found: [
      { file: en, at: 5, rule: 'depth', message: /too short: \d+ of at least 1200 words/, suggestion: /write/ },
      { file: zh, at: 5, rule: 'depth', message: /too short: \d+ of at least 2000 characters/, suggestion: /write/ },
    ],
  },
  {
    name: 'an entry without a formula',
    changes: {
      [en]: [
        ['$$\nT_s = \\frac{2^{SF}}{BW}\n$$\n', ''],
        ['$n$', 'n'],
      ],
      [zh]: [
        ['$$\nT_s = \\frac{2^{SF}}{BW}\n$$\n', ''],
        ['$n$', 'n'],
      ],
    },
    found: foundInBoth(5, { rule: 'depth', message: /no formula/, suggestion: /state the relation/ }),
  },
  {
    name: 'an entry without a table',
    changes: {
      [en]: [['| SF | chips |\n|---|---|\n| 7 | <Calc of={2 ** 7} /> |\n| 8 | 256 [@sx1276-datasheet, Table 13] |', '']],
      [zh]: [['| SF | 码片数 |\n|---|---|\n| 7 | <Calc of={2 ** 7} /> |\n| 8 | 256[@sx1276-datasheet, Table 13] |', '']],
    },
    found: foundInBoth(5, { rule: 'depth', message: /no table/, suggestion: /compare/ }),
  },
  {
    name: 'an entry without a listing',
    changes: inBoth('<Listing file="airtime.py" />\n\n<Listing file="plot.sh" output={false} />', ''),
    found: [
      ...foundInBoth(5, { rule: 'depth', message: /no listing/, suggestion: /run/ }),
      ...foundInBoth('<Run of="airtime.py">', { rule: 'runs', message: /shown neither here nor in the topic's entry or chapters/, suggestion: /<Listing/ }),
      unshown(listing, 'listing'),
      unshown(`${topic}/listings/plot.sh`, 'listing'),
    ],
  },
  {
    name: 'an answer without a source',
    changes: Object.fromEntries([question, questionZh].map((file) => [file, [['[@sx1276-datasheet, §4.1.1.7]', '']]])),
    found: [
      { file: question, at: 5, rule: 'depth', message: /nothing here is cited/, suggestion: /\[@key, place\]/ },
      { file: questionZh, at: 5, rule: 'depth', message: /nothing here is cited/, suggestion: /\[@key, place\]/ },
    ],
  },
  written('a phrase that says nothing', 'In conclusion, it depends.', {
    rule: 'typography',
    message: /“in conclusion” says nothing/,
    suggestion: /say the thing itself/,
  }),
  writtenInChinese('a phrase that says nothing in Chinese', '综上所述，要看情况。', {
    rule: 'typography',
    message: /“综上所述” says nothing/,
    suggestion: /say the thing itself/,
  }),
  written('a placeholder', 'TODO: say why.', { rule: 'typography', message: /placeholder/, suggestion: /say the thing itself/ }),
  writtenInChinese('a space between Han and Latin', '这是 LoRa。', {
    rule: 'typography',
    message: /a space between Han and Latin: “这是 LoRa/,
    suggestion: /remove it/,
  }),
  writtenInChinese('a space between Han and a formula', '这是 $n$。', {
    rule: 'typography',
    message: /a space between Han and Latin/,
    suggestion: /remove it/,
  }),
  writtenInChinese('a space between Han characters', '这是 符号。', { rule: 'typography', message: /a space between Han characters/, suggestion: /remove it/ }),
  writtenInChinese('half-width punctuation after Han', '这是符号,那是码片。', { rule: 'typography', message: /half-width punctuation/, suggestion: /，；：/ }),
  writtenInChinese('a full stop of the other script', '这是符号.', { rule: 'typography', message: /full stop of the other script/, suggestion: /。/ }),
  writtenInChinese('straight quotation marks around Han', '这叫"符号"。', { rule: 'typography', message: /straight quotation marks/, suggestion: /“ ”/ }),
];
