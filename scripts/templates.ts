import { hues } from '../src/schema/topic.ts';

/** Files of a new topic, by path inside its folder. They are valid but for what only an author can write: `npm run check` lists it. */
export function topicFiles(slug: string, order: number): Record<string, string> {
  const name = slug.replaceAll('-', ' ');
  return {
    'topic.yaml': `order: ${order}\nhue: ${hues[(order - 1) % hues.length]}\ntitle: { en: ${name}, zh-cn: ${name} }\nshortTitle: { en: ${name}, zh-cn: ${name} }\nsummary:\n  en: One or two sentences about ${name} for the home page.\n  zh-cn: 首页上关于${name}的一两句话。\n`,
    'en.mdx': `---\ntitle: ${name}\ndescription: One sentence about ${name} for lists and search engines, 60 to 200 characters.\n---\n\nThe answer in three sentences. [@${slug}-source, §1]\n\n## First section {#first-section}\n\nWhat the reader should know first.\n`,
    'zh-cn.mdx': `---\ntitle: ${name}\ndescription: 用于列表和搜索引擎的一句话，说明这个条目回答什么问题、给谁看、从哪里开始读。\n---\n\n用三句话给出回答。[@${slug}-source, §1]\n\n## 第一节 {#first-section}\n\n读者首先应当知道的内容。\n`,
    'sources.yaml': `${slug}-source:\n  type: standard\n  title: Title of the work\n  author: [{ literal: Author }]\n  issued: 2026\n  read: never\n  primary: true\n  note: { en: Not opened yet., zh-cn: 尚未打开。 }\n`,
    'glossary.yaml': '[]\n',
    'resources.yaml': '[]\n',
  };
}

export function questionFiles(slug: string): Record<string, string> {
  return {
    [`questions/${slug}.en.mdx`]: `---\nquestion: ${slug.replaceAll('-', ' ')}?\nasked: []\n---\n\nThe answer in one to three sentences. [@key, §1]\n\nThen the explanation.\n`,
    [`questions/${slug}.zh-cn.mdx`]: `---\nquestion: ${slug.replaceAll('-', ' ')}？\nasked: []\n---\n\n用一到三句话回答。[@key, §1]\n\n随后解释。\n`,
  };
}

export function chapterFiles(slug: string): Record<string, string> {
  const name = slug.replaceAll('-', ' ');
  return {
    [`chapters/${slug}.en.mdx`]: `---\ntitle: ${name}\ndescription: One sentence about ${name} for lists and search engines, 60 to 200 characters.\n---\n\nWhat this chapter answers, in three sentences. [@key, §1]\n\n## First section {#first-section}\n\nWhat the reader should know first.\n`,
    [`chapters/${slug}.zh-cn.mdx`]: `---\ntitle: ${name}\ndescription: 用于列表和搜索引擎的一句话，说明这一章回答什么问题、给谁看、从哪里开始读。\n---\n\n用三句话说明这一章回答什么。[@key, §1]\n\n## 第一节 {#first-section}\n\n读者首先应当知道的内容。\n`,
  };
}

export function correctionFiles(slug: string): Record<string, string> {
  return {
    [`corrections/${slug}.en.mdx`]: `---\nstatement: The false statement, in our words.\nseen:\n  - where: Where it stands, with the date\n---\n\nWhat is so. [@key, §1]\n\nWhy the statement is wrong.\n`,
    [`corrections/${slug}.zh-cn.mdx`]: `---\nstatement: 流传的错误说法，用我们自己的话写。\nseen:\n  - where: 出处与日期\n---\n\n事实是什么。[@key, §1]\n\n为什么这个说法不对。\n`,
  };
}

/** A calculator that works as it stands: replace its model. */
export function instrumentFiles(id: string): Record<string, string> {
  return {
    [`${id}.ts`]: `import { formatNumber } from '../i18n/number.ts';
import { defineInstrument } from './define.ts';

/** ${id}: say which question it answers, and by which model. */
export const instrument = defineInstrument({
  id: '${id}',
  kind: 'calculator',
  title: { en: '${id}', 'zh-cn': '${id}' },
  summary: { en: 'The question that it answers.', 'zh-cn': '它回答的问题。' },
  groups: { main: { en: 'Inputs', 'zh-cn': '输入' } },
  inputs: {
    lengthM: { type: 'number', default: 1, min: 0, max: 1000, unit: 'm', group: 'main', label: { en: 'Length', 'zh-cn': '长度' } },
  },
  outputs: {
    areaM2: { label: { en: 'Area of the square', 'zh-cn': '正方形面积' }, unit: 'm²', digits: 4, formula: 'A = l^2', main: true, ground: [{ source: 'key-of-a-source', locator: '§1' }] },
  },
  presets: [{ id: 'ten-metres', label: { en: '10 m', 'zh-cn': '10 m' }, inputs: { lengthM: 10 } }],
  compute: (inputs) => ({ areaM2: (inputs.lengthM as number) ** 2 }),
  answer: (_inputs, outputs, locale) => formatNumber(outputs.areaM2 ?? 0, locale, { unit: 'm²' }),
  tables: [],
  charts: [],
  assumptions: [{ en: 'What the model leaves out.', 'zh-cn': '模型未计入的因素。' }],
  keywords: { en: [], 'zh-cn': [] },
});
`,
  };
}
