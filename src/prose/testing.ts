import type { CorpusDocument, SourceRecord, TermRecord } from '../corpus/corpus.ts';
import type { Locale } from '../i18n/locales.ts';
import { loadInstruments } from '../instruments/registry.ts';
import type { Rendered, RenderTools } from './context.ts';
import { loadHighlighter } from './highlight.ts';
import { renderDocument } from './render.ts';

/** For tests of rendering: sources `a`, `b` and `c`, and terms as they are needed. */
const source = (key: string, family: string): SourceRecord => ({
  key,
  topic: 'x',
  file: 'topics/x/sources.yaml',
  line: 1,
  type: 'report',
  title: `Report ${key.toUpperCase()}`,
  author: [{ family }],
  issued: '2020',
  read: '2026-11-24',
  primary: true,
});

/** A term whose English and Chinese names are given. */
export function term(id: string, en: string, zh: string, given: Partial<TermRecord> = {}): TermRecord {
  return {
    id,
    en,
    'zh-cn': zh,
    topic: 'x',
    file: 'topics/x/glossary.yaml',
    line: 1,
    aliases: { en: [], 'zh-cn': [] },
    definition: { en: `What ${en} is.`, 'zh-cn': `${zh}是什么。` },
    notToBeConfusedWith: [],
    ...given,
  };
}

export interface Given {
  locale?: Locale;
  terms?: TermRecord[];
  base?: string;
}

/** Renders a text as the entry of a topic `x`, whose front matter has four lines. */
export async function renderText(body: string, { locale = 'en', terms = [], base = '/' }: Given = {}): Promise<Rendered> {
  const [instruments] = await Promise.all([loadInstruments(), loadHighlighter()]);
  const document: CorpusDocument = {
    id: `entry/x/${locale}`,
    kind: 'entry',
    locale,
    topic: 'x',
    slug: 'x',
    file: `topics/x/${locale}.mdx`,
    title: 'X',
    matter: { title: 'X', description: 'A text for tests of rendering.', changes: [] },
    body,
    bodyLine: 5,
    changeLines: [],
  };
  const tools: RenderTools = {
    base,
    instruments,
    sources: new Map(
      [
        ['a', 'Ada'],
        ['b', 'Bell'],
        ['c', 'Curie'],
      ].map(([key = '', family = '']) => [key, source(key, family)]),
    ),
    terms: new Map(terms.map((one) => [one.id, one])),
    resources: new Set(['sheet']),
    shownIn: new Map(),
    pages: new Set(['topic:x', 'topic:y', 'question:how', 'correction:not-so', 'disambiguation:lora']),
    listings: new Map([
      [
        'x/sum.py',
        {
          topic: 'x',
          name: 'sum.py',
          text: 'a = 1\nb = 2\nprint(a + b)\n',
          sha256: '0'.repeat(64),
          file: 'topics/x/listings/sum.py',
          line: 1,
          record: {
            command: 'python sum.py',
            tool: 'CPython',
            version: '3.11.7',
            needs: { programs: { python: '3.11.7' }, python: {}, beside: {} },
            date: '2026-11-24',
            sha256: '0'.repeat(64),
            output: '3\n',
          },
        },
      ],
    ]),
    figures: new Map([
      [
        'x/line',
        {
          topic: 'x',
          name: 'line',
          file: 'topics/x/figures/line.yaml',
          line: 1,
          tables: {},
          figure: {
            kind: 'plot',
            title: { en: 'A line', 'zh-cn': '直线' },
            caption: { en: 'It rises.', 'zh-cn': '上升。' },
            alt: { en: 'A rising line.', 'zh-cn': '上升的直线。' },
            source: '[@c, p. 1]',
            x: { label: { en: 'length', 'zh-cn': '长度' }, unit: 'm', scale: 'linear' },
            y: { label: { en: 'time', 'zh-cn': '时间' }, unit: 's', scale: 'linear' },
            series: [{ label: { en: 'twice', 'zh-cn': '两倍' }, marks: false, expr: '2 * x', from: 0, to: 10, steps: 3 }],
            guides: [],
          },
        },
      ],
    ]),
    images: new Set(['x/chirp.svg']),
  };
  return renderDocument(document, tools);
}
