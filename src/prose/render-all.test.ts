import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Changes, miniature } from '../../tests/mistakes/miniature.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { readCorpus } from '../corpus/read-corpus.ts';
import { renderAll } from './render-all.ts';

const folders: string[] = [];
const cache = () => {
  const folder = mkdtempSync(join(tmpdir(), 'rendered-'));
  folders.push(folder);
  return folder;
};
const corpusOf = async (changes: Changes = {}): Promise<Corpus> => {
  const folder = await miniature(changes);
  folders.push(folder);
  return readCorpus(folder);
};
let good: Corpus;

beforeAll(async () => {
  good = await corpusOf();
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Ids of the texts that are rendered anew after a change, base or content. */
async function renderedAnew(corpus: Corpus, base = '/'): Promise<string[]> {
  const folder = cache();
  await renderAll(good, '/', folder);
  const before = new Set(readdirSync(folder));
  const after = await renderAll(corpus, base, folder);
  return [...after]
    .filter(([, { digest }]) => !before.has(`${digest}.json`))
    .map(([id]) =>
      id
        .split('/')
        .filter((_, index) => index !== 1)
        .join(' '),
    );
}

describe('renderAll(corpus, base, cacheDir)', () => {
  it('gives the same from the cache as when it renders', async () => {
    const folder = cache();
    const first = await renderAll(good, '/', folder);
    expect(first.size).toBe(10);
    expect(await renderAll(good, '/', folder)).toEqual(
      JSON.parse(JSON.stringify([...first])).reduce((map: Map<string, unknown>, [id, one]: [string, unknown]) => map.set(id, one), new Map()),
    );
    expect(readdirSync(folder)).toHaveLength(10);
  });
  it('renders nothing anew where nothing has changed', async () => {
    expect(await renderedAnew(good)).toEqual([]);
  });
  it('renders the text that was changed, and no other', async () => {
    expect(await renderedAnew(await corpusOf({ 'topics/time-on-air/en.mdx': [['The symbol sets the pace.', 'Symbols set the pace.']] }))).toEqual(['entry en']);
  });
  it('renders what belongs to a topic when a figure of it changes', async () => {
    const anew = await renderedAnew(await corpusOf({ 'topics/time-on-air/figures/chain.yaml': [['en: coding', 'en: codes']] }));
    expect(anew).toContain('entry en');
    expect(anew).toContain('entry zh-cn');
    expect(anew).not.toContain('disambiguation en');
  });
  it('renders everything when a source, a term or the base path changes', async () => {
    expect(await renderedAnew(await corpusOf({ 'topics/time-on-air/sources.yaml': [['edition: Rev. 7', 'edition: Rev. 8']] }))).toHaveLength(10);
    expect(await renderedAnew(await corpusOf({ 'glossary.yaml': [['en: packet', 'en: parcel']] }))).toHaveLength(10);
    expect(await renderedAnew(good, '/kb/')).toHaveLength(10);
  });
  it('leads from a figure of a run to the chapter that shows the listing, and renders it anew when the listing moves there', async () => {
    const shown = '<Listing file="airtime.py" />';
    const asked = 'It takes <Run of="airtime.py">1.318912</Run> s.\n';
    const question = 'topics/time-on-air/questions/how-long-is-a-packet.en.mdx';
    const inEntry = await corpusOf({ [question]: [['See [the entry]', `${asked}\nSee [the entry]`]] });
    const moved = await corpusOf({
      [question]: [['See [the entry]', `${asked}\nSee [the entry]`]],
      'topics/time-on-air/en.mdx': [[shown, '']],
      'topics/time-on-air/zh-cn.mdx': [[shown, '']],
      'topics/time-on-air/chapters/in-use.en.mdx': [['See [its', `${shown}\n\nSee [its`]],
    });
    const folder = cache();
    const href = async (corpus: typeof good) => {
      const { digest = '' } = (await renderAll(corpus, '/', folder)).get('question/how-long-is-a-packet/en') ?? {};
      return /href="([^"]*#listing-airtime.py)"/.exec((JSON.parse(readFileSync(join(folder, `${digest}.json`), 'utf8')) as { html: string }).html)?.[1];
    };
    expect(await href(inEntry)).toBe('/en/topics/time-on-air/#listing-airtime.py');
    expect(await href(moved)).toBe('/en/topics/time-on-air/in-use/#listing-airtime.py');
  });
  it('renders many texts in threads, to the same', async () => {
    const many = { ...good, documents: Array.from({ length: 6 }, (_, copy) => good.documents.map((one) => ({ ...one, id: `${one.id}-${copy}` }))).flat() };
    const [threads, single] = [cache(), cache()];
    const inThreads = await renderAll(many, '/', threads);
    const here = await renderAll(good, '/', single);
    expect(inThreads.size).toBe(60);
    const text = (folder: string, digest: string) => readFileSync(join(folder, `${digest}.json`), 'utf8');
    for (const [id, { digest }] of here) expect(text(threads, inThreads.get(`${id}-5`)?.digest ?? '')).toBe(text(single, digest));
  });
});
