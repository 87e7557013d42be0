/*
 * Makes a content folder of any size for benchmarks: topics with an entry in both languages, alike in build to those that our peers were
 * measured with (shared/PEERS.md): six sections, a table, four inline and three display formulas, two listings, a footnote, five links to other
 * entries. The same number gives the same bytes on every machine.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { changes, circumstances, headings, type Matter, type Pair, type Subject, sentences, subjects } from './corpus-words.ts';

/**
 * Length of an entry's sentences. With its table and its links that is what the rule "depth" demands: a sixth more English and a third more Chinese
 * than the peers' pages have.
 */
const least = [1094, 1874] as const;

const languages = [
  { locale: 'en', at: 0 },
  { locale: 'zh-cn', at: 1 },
] as const;

export const topicSlug = (index: number): string => `topic-${String(index + 1).padStart(5, '0')}`;

/** Writes a content folder with `count` topics to `dir`. */
export function writeCorpus(dir: string, count: number): void {
  for (const { file, text } of corpusFiles(count)) {
    const path = join(dir, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

interface File {
  file: string;
  text: string;
}

export function* corpusFiles(count: number): Generator<File> {
  yield { file: 'site.yaml', text: site };
  for (let index = 0; index < count; index++) yield* topicFiles(index, count);
}

/** The entry of one topic as its author would have changed it: one more sentence. For rebuilds. */
export function changedEntry(index: number, count: number): File {
  const file = `topics/${topicSlug(index)}/en.mdx`;
  const entry = [...topicFiles(index, count)].find((one) => one.file === file);
  if (!entry) throw new Error(`the corpus has no ${file}`);
  return { file, text: `${entry.text}\nThis sentence was added later.\n` };
}

const site = `name: { en: Synthetic, zh-cn: 合成 }
tagline: { en: a corpus for benchmarks, zh-cn: 供基准测试用的语料 }
description: { en: Texts drawn at random; nothing in them is true., zh-cn: 随机生成的文字，内容均非事实。 }
publisher: Synthetic
pictures: site
licence:
  name: { en: CC0 1.0, zh-cn: CC0 1.0 }
  url: https://creativecommons.org/publicdomain/zero/1.0/
about: { en: Made for benchmarks., zh-cn: 为基准测试而生成。 }
`;

const hues = ['teal', 'violet', 'orange', 'blue', 'rose', 'green'];

function* topicFiles(index: number, count: number): Generator<File> {
  const folder = `topics/${topicSlug(index)}`;
  const titles = titleOf(index);
  const both = ([en, chinese]: Pair) => `{ en: ${JSON.stringify(en)}, zh-cn: ${JSON.stringify(chinese)} }`;
  const summary = summaryOf(index);
  yield {
    file: `${folder}/topic.yaml`,
    text: `order: ${index + 1}\nhue: ${hues[index % hues.length]}\ntitle: ${both(titles)}\nshortTitle: ${both(titles)}\nsummary:\n  en: ${summary[0]}\n  zh-cn: ${summary[1]}\n`,
  };
  yield { file: `${folder}/sources.yaml`, text: sourcesOf(index) };
  for (const { name, text } of listingsOf(index)) {
    yield { file: `${folder}/listings/${name}`, text };
    yield { file: `${folder}/listings/${name}.run.yaml`, text: 'notRun:\n  en: Made for benchmarks.\n  zh-cn: 为基准测试而生成。\n' };
  }
  const draft = draftOf(index, count);
  for (const { locale, at } of languages) yield { file: `${folder}/${locale}.mdx`, text: entryText(index, at, draft) };
}

/** Numbers below one, the same for the same seed (xorshift, 32 bits). */
function random(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 1;
  const step = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  for (let warm = 0; warm < 8; warm++) step();
  return step;
}

function picker(seed: number) {
  const next = random(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  /** Some of `from`, each once, in an order of its own. */
  const some = <T>(from: readonly T[], number: number): T[] => {
    const left = [...from];
    return Array.from({ length: number }, () => left.splice(Math.floor(next() * left.length), 1)[0] as T);
  };
  return { next, pick, some };
}

const subjectOf = (index: number): Subject => subjects[index % subjects.length] as Subject;

function titleOf(index: number): Pair {
  const { name } = subjectOf(index);
  const [en, chinese] = contentOf(index);
  return [`${name[0]} ${index + 1}: ${en}`, `${name[1]}（${index + 1}）：${chinese}`];
}

/** A title without its number, which would be a figure without a ground in running text. */
function contentOf(index: number): Pair {
  const { things, measures } = subjectOf(index);
  const { pick } = picker(index * 10 + 1);
  const [thing, measure] = [pick(things), pick(measures)];
  return [`${thing[0]} and ${measure[0]}`, `${thing[1]}与${measure[1]}`];
}

function summaryOf(index: number): Pair {
  const { name, things, measures } = subjectOf(index);
  const { pick } = picker(index * 10 + 2);
  const [thing, measure] = [pick(things), pick(measures)];
  return [
    `What the ${thing[0]} does to the ${measure[0]} in ${name[0]}, with the relation, a table and two listings.`,
    `在${name[1]}中${thing[1]}对${measure[1]}有何影响，附基本关系、一张表格和两份程序清单，全部文字随机生成。`,
  ];
}

const sourceKeys = (index: number) => [`synthetic-${index + 1}-manual`, `synthetic-${index + 1}-notes`] as const;

function sourcesOf(index: number): string {
  return sourceKeys(index)
    .map(
      (key, at) =>
        `${key}:\n  type: ${at === 0 ? 'manual' : 'report'}\n  title: ${JSON.stringify(`${at === 0 ? 'Manual' : 'Notes'} to ${titleOf(index)[0]}`)}\n  author: [{ literal: Synthetic Works ${index + 1} }]\n  issued: ${2001 + (index % 25)}\n  url: https://example.org/${key}\n  read: 2026-11-24\n  primary: ${at === 0}\n`,
    )
    .join('');
}

function listingsOf(index: number): { name: string; text: string }[] {
  const { next } = picker(index * 10 + 3);
  const gain = (next() * 2).toFixed(3);
  const size = 16 + Math.floor(next() * 500);
  const python = `"""Mean and spread of a sample, case ${index + 1}."""
from statistics import fmean, stdev
import random


def spread(values, gain=${gain}):
    if len(values) < 2:
        raise ValueError("needs two values or more")
    scaled = [gain * value for value in values]
    return fmean(scaled), stdev(scaled)


if __name__ == "__main__":
    source = random.Random(${index + 1})
    mean, width = spread([source.gauss(0, 1) for _ in range(${size})])
    print(f"{mean:.4f} {width:.4f}")
`;
  const second =
    index % 2 === 0
      ? {
          name: 'case.xml',
          text: `<?xml version="1.0" encoding="UTF-8"?>
<case id="${index + 1}" revision="${size}">
  <!-- gains by channel -->
  <channel name="first" unit="dB">${gain}</channel>
  <channel name="second" unit="dB">${(next() * 9).toFixed(2)}</channel>
  <limits>
    <low>${(-next()).toFixed(3)}</low>
    <high>${next().toFixed(3)}</high>
  </limits>
</case>
`,
        }
      : {
          name: 'sweep.m',
          text: `% case ${index + 1}: variance against the number of samples
sizes = 2.^(3:${4 + (size % 6)});
spread = zeros(size(sizes));
for k = 1:numel(sizes)
    noise = ${gain} * randn(sizes(k), 1);
    spread(k) = var(noise);
end
loglog(sizes, spread, 'o-');
xlabel('samples'); ylabel('variance');
`,
        };
  return [{ name: 'spread.py', text: python }, second];
}

/** What both halves of an entry say, section by section. */
interface Draft {
  headings: { id: string; text: Pair }[];
  /** By language, the sentences of the opening and of the six sections. English says it in fewer. */
  paragraphs: string[][][];
  display: string[];
  inline: string[];
  links: number[];
  rows: { name: Pair; cells: string[] }[];
  head: Pair[];
  note: Pair;
  places: string[];
}

function draftOf(index: number, count: number): Draft {
  const own = subjectOf(index);
  const { next, pick, some } = picker(index * 10 + 4);
  const matter = (): Matter => {
    // A page speaks of its own subject, and now and then of a neighbouring one.
    const subject = next() < 0.9 ? own : pick(subjects);
    const [thing, other] = some(subject.things, 2) as [Pair, Pair];
    const [measure, second] = some(subject.measures, 2) as [Pair, Pair];
    const count = 4 + Math.floor(next() * 900);
    const run = `r${Math.floor(next() * 46656)
      .toString(36)
      .padStart(3, '0')}`;
    return {
      thing,
      other,
      measure,
      second,
      change: pick(changes),
      when: pick(circumstances),
      small: (0.1 + next() * 9).toFixed(2),
      large: (10 + next() * 90).toFixed(1),
      count,
      run,
    };
  };
  const paragraphs = [0, 1].map(() => Array.from({ length: 7 }, (): string[] => []));
  const length = [0, 0];
  for (let turn = 0; [0, 1].some((at) => (length[at] ?? 0) < (least[at] ?? 0)); turn++) {
    const sentence = pick(sentences)(matter());
    for (const at of [0, 1] as const) {
      if ((length[at] ?? 0) >= least[at]) continue;
      length[at] = (length[at] ?? 0) + lengthOf(sentence[at]);
      // The opening is short: two sentences.
      paragraphs[at]?.[turn < 2 ? 0 : 1 + (turn % 6)]?.push(sentence[at]);
    }
  }
  return {
    headings: some(headings, 6).map((text) => ({ id: text[0].toLowerCase().replaceAll(' ', '-'), text })),
    paragraphs,
    display: some(own.display, 3),
    inline: some(own.inline, 4),
    links: [1, 2, 4, 9, 17].map((distance) => (index + distance) % count),
    head: [['case', '情形'], ...some(own.measures, 3)],
    rows: some(own.things, 5).map((name) => ({ name, cells: [(next() * 100).toFixed(2), (next() * 10).toFixed(3), String(Math.floor(next() * 5000))] })),
    note: [`The ${own.things[0]?.[0]} is meant in its everyday sense here.`, `这里的${own.things[0]?.[1]}取通常的意思。`],
    places: Array.from({ length: 7 }, () => `§${1 + Math.floor(next() * 9)}.${1 + Math.floor(next() * 9)}`),
  };
}

/** Words and Han characters, as `npm run check` counts them. */
const lengthOf = (text: string): number => text.match(/\p{Script=Han}|[\p{Script=Latin}\d][\p{Script=Latin}\d'’.-]*/gu)?.length ?? 0;

function entryText(index: number, at: 0 | 1, draft: Draft): string {
  const [manual, notes] = sourceKeys(index);
  const paragraph = (section: number) => {
    const said = (draft.paragraphs[at]?.[section] ?? []).join(at === 0 ? ' ' : '');
    return `${said}${at === 0 ? ' ' : ''}[@${section % 2 === 0 ? manual : notes}, ${draft.places[section]}]`;
  };
  const link = (number: number) => {
    const target = draft.links[number] ?? 0;
    return `[${contentOf(target)[at]}](topic:${topicSlug(target)})`;
  };
  const see = (number: number) =>
    at === 0
      ? `More on this stands under ${link(number)}; the symbol for it is $${draft.inline[number]}$ throughout.`
      : `详情见${link(number)}，全文用$${draft.inline[number]}$表示。`;
  const display = (number: number) => `$$\n${draft.display[number]}\n$$`;
  const listings = listingsOf(index).map(({ name }) => `<Listing file="${name}" />`);
  const table = [
    `| ${draft.head.map((name) => name[at]).join(' | ')} |`,
    '|---|---:|---:|---:|',
    ...draft.rows.map(({ name, cells }) => `| ${[name[at], ...cells].join(' | ')} |`),
  ].join('\n');
  const sections = [
    [see(0), display(0)],
    [see(1), display(1)],
    [listings[0], see(2)],
    [`<Example>\n\n${table}\n\n</Example>`, see(3)],
    [display(2)],
    [listings[1], at === 0 ? `Read on with ${link(4)}.` : `接着读${link(4)}。`],
  ];
  const body = sections.flatMap((rest, section) => {
    const { id, text } = draft.headings[section] as Draft['headings'][number];
    return [`## ${text[at]} {#${id}}`, paragraph(section + 1), ...rest];
  });
  return `---\ntitle: ${JSON.stringify(titleOf(index)[at])}\ndescription: ${JSON.stringify(summaryOf(index)[at])}\n---\n\n${[`${paragraph(0)}[^1]`, ...body, `[^1]: ${draft.note[at]}`].join('\n\n')}\n`;
}
