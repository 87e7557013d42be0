import { describe, expect, it } from 'vitest';
import { searchIn } from '../../tests/search-in-folder.ts';
import { en } from '../i18n/en.ts';
import { zhCn } from '../i18n/zh-cn.ts';
import { buildIndex, type SearchPage, type SearchTerm } from './build-index.ts';

const page = (kind: string, topic: string, slug: string, title: string, ...sections: [heading: string, text: string][]): SearchPage => ({
  address: `/${kind}/${slug}/`,
  title,
  kind,
  topic,
  names: [],
  keywords: [],
  sections: sections.map(([heading, text], index) => ({ heading, anchor: heading && `s${index}`, text })),
});
const definition = (topic: string, id: string, title: string, names: string[], text: string): SearchPage => ({
  ...page('term', topic, id, title, ['', text]),
  names,
});
const term = (topic: string, id: string, names: string[], confusedWith: string[] = [], pinyin: string[] = []): SearchTerm => ({
  id,
  names,
  pinyin,
  topic,
  address: `/term/${id}/`,
  confusedWith,
});

const pages = [
  page('entry', 'tuning', 'tuning', 'LoRA微调', ['', 'LoRA让权重保持冻结。'], ['秩的选择', '秩r越大，可训练参数越多。']),
  page('entry', 'radio', 'radio', 'LoRa无线电', ['', 'LoRa是一种调制方式。'], ['灵敏度', '接收灵敏度随扩频因子SF12提高。\n下一段。']),
  page('entry', 'stream', 'stream', 'Kafka', ['', 'Kafka keeps each partition of a topic; consumers receive records.'], ['Lag', 'The lag of a consumer.']),
  definition('tuning', 'lora', '低秩适配', ['LoRA', 'low-rank adaptation'], '一种微调方法。'),
  definition('radio', 'lora-modulation', 'LoRa调制', ['LoRa'], '一种无线调制。'),
  definition('radio', 'spreading-factor', '扩频因子', ['SF', 'spreading factor'], '每个符号携带的比特数。'),
];
const terms = [
  term('tuning', 'lora', ['低秩适配', 'LoRA', 'low-rank adaptation'], ['lora-modulation']),
  term('radio', 'lora-modulation', ['LoRa调制', 'LoRa'], ['lora']),
  term('radio', 'spreading-factor', ['扩频因子', 'SF', 'spreading factor'], [], ['kuo pin yin zi']),
];
const meaning = (name: string, topic: string) => ({ name, topic, signs: name, address: `/${topic}/` });
const files = await buildIndex({
  locale: 'zh-cn',
  pages,
  terms,
  ambiguities: [{ spellings: ['lora'], meanings: [meaning('LoRA', 'tuning'), meaning('LoRa', 'radio')] }],
  figures: [],
  face: { topics: {}, kinds: zhCn.kind, text: zhCn.searchFace },
  variants: (han) => (han.includes('频') ? '擴扩頻频' : ''),
  digest: () => 'digest',
});
const read: string[] = [];
const search = searchIn((file) => {
  read.push(file);
  const text = files.get(file);
  if (text === undefined) throw new Error(`there is no ${file}`);
  return text;
}, 'zh-cn');

const found = async (query: string) => (await (await search.find(query)).pages(0, 10)).map(({ address }) => address);

describe('Search.find(query)', () => {
  it.each([
    ['LoRA', '/entry/tuning/', ['LoRA', 'LoRa']],
    ['LoRa', '/entry/radio/', ['LoRa', 'LoRA']],
    ['ＬｏＲａ', '/entry/radio/', ['LoRa', 'LoRA']],
    ['lora 秩', '/entry/tuning/', ['LoRA', 'LoRa']],
    ['LORA 灵敏度', '/entry/radio/', ['LoRa', 'LoRA']],
  ])('%s: spelling or the other words decide', async (query, first, cards) => {
    expect((await found(query)).find((address) => address.startsWith('/entry/'))).toBe(first);
    expect((await search.find(query)).cards.map(({ name }) => name)).toEqual(cards);
  });
  it('lora alone: both meanings in the order of their page', async () => {
    expect((await search.find('lora')).cards.map(({ topic }) => topic)).toEqual(['tuning', 'radio']);
  });
  it.each([
    ['频因', '/entry/radio/'],
    ['收灵敏', '/entry/radio/'],
    ['擴頻因子', '/entry/radio/'],
    ['SF12提高', '/entry/radio/'],
    ['kuopin yinzi', '/entry/radio/'],
    ['spreading factors', '/entry/radio/'],
    ['low-rank adaptation', '/entry/tuning/'],
    ['consumer', '/entry/stream/'],
    ['consuming record', '/entry/stream/'],
    ['partitoin', '/entry/stream/'],
    ['扩频因子怎么选', '/entry/radio/'],
  ])('%s finds %s', async (query, address) => expect(await found(query)).toContain(address));

  it('does not take for a run what a line break parts', async () => {
    expect((await search.find('高下')).total).toBe(0);
  });
  it('says how a query was mended, and under which other names it was searched', async () => {
    expect((await search.find('擴頻因子')).mended).toBe('扩频因子');
    expect((await search.find('partitoin')).mended).toBe('partition');
    expect((await search.find('扩频因子')).alsoSearched).toEqual(['SF', 'spreading factor']);
    expect((await search.find('Kafka')).mended).toBeUndefined();
  });
  it('counts pages by kind and topic, each by the other filter', async () => {
    const { total, kinds, topics } = await search.find('lora', { kind: 'entry' });
    expect(total).toBe(2);
    expect(Object.fromEntries(kinds)).toEqual({ entry: 2, term: 2 });
    expect(Object.fromEntries(topics)).toEqual({ tuning: 1, radio: 1 });
  });
  it('leads to the section', async () => {
    const [first] = await (await search.find('接收灵敏度')).pages(0, 1);
    expect(first?.sections[0]).toEqual({ heading: '灵敏度', address: '/entry/radio/#s1', text: '接收灵敏度随扩频因子SF12提高。\n下一段。' });
  });
  it.each(['', ' ', '()[]{}*+?.\\^$|', '<script>alert(1)</script>', '🛰️', '\u0000', '__proto__', 'constructor', 'x'.repeat(10_000), '灵'.repeat(10_000)])(
    'is not shaken by %.20j',
    async (query) => {
      const answer = await search.find(query);
      expect(await answer.pages(0, 10)).toHaveLength(answer.total);
    },
  );
  it('reads no more of the index than it needs', () => {
    expect(read.every((file) => files.has(file))).toBe(true);
    expect([...files.keys()].filter((file) => file !== 'search/zh-cn/index.json').every((file) => file.startsWith('assets/search/zh-cn/digest/'))).toBe(true);
  });
});

it('every run of two to six Han characters of a text finds its page', async () => {
  for (const { address, sections } of pages) {
    for (const line of sections.flatMap(({ text }) => text.split('\n'))) {
      for (const [run] of line.matchAll(/\p{Script=Han}{2,}/gu)) {
        for (let length = 2; length <= 6; length += 1) {
          for (let from = 0; from + length <= run.length; from += 1) expect(await found(run.slice(from, from + length))).toContain(address);
        }
      }
    }
  }
});

it('both languages have the same face', () => expect(Object.keys(en.searchFace)).toEqual(Object.keys(zhCn.searchFace)));
