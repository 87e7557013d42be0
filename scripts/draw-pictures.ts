import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import satori from 'satori';
import { pageAddress } from '../src/corpus/address.ts';
import type { Prepared } from '../src/corpus/prepared.ts';
import { paper } from '../src/http/icons.ts';
import { type Locale, languageTag, locales } from '../src/i18n/locales.ts';
import { messages } from '../src/i18n/messages.ts';
import { loadInstruments } from '../src/instruments/registry.ts';
import { root } from './settings.ts';

interface Picture {
  /** Address without the file ending: `/en/topics/zigbee`. */
  address: string;
  kicker: string;
  title: string;
  site: string;
  locale: Locale;
  hue: string;
}

const width = 1200;
const height = 630;
const hues: Record<string, string> = { violet: '#7a4fb5', teal: '#0f7a80', green: '#2f7d3b', orange: '#a8590f', blue: '#2a62b0', rose: '#b23a5e' };

/** Draws the Open Graph pictures into a built site: of entries, disambiguations and instruments (a question shows its topic's). One drawn before comes from the cache. */
export async function drawPictures(dir: string, preparedFile: string, cacheDir: string): Promise<number> {
  const prepared = JSON.parse(readFileSync(preparedFile, 'utf8')) as Prepared;
  const pictures = await listPictures(prepared);
  const cache = join(cacheDir, 'pictures');
  mkdirSync(cache, { recursive: true });
  for (const picture of pictures) {
    const digest = createHash('sha256')
      .update(JSON.stringify([picture, template.toString()]))
      .digest('hex')
      .slice(0, 32);
    const kept = join(cache, `${digest}.png`);
    if (!existsSync(kept)) writeFileSync(kept, await draw(picture));
    const target = join(dir, 'pictures', `${picture.address}.png`);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(kept, target);
  }
  return pictures.length;
}

async function listPictures({ site, topics, pages }: Prepared): Promise<Picture[]> {
  const ofSite = locales.map((locale) => ({ address: `/${locale}`, kicker: '', title: site.tagline[locale], site: site.name[locale], locale, hue: 'blue' }));
  if (site.pictures === 'site') return ofSite;
  const hueOf = new Map(topics.map((topic) => [topic.slug, topic.hue]));
  const own = pages.filter(({ kind }) => kind === 'entry' || kind === 'disambiguation');
  const ofPages = own.map(({ kind, slug, locale, title, topic }) => ({
    address: pageAddress(kind, slug, locale).replace(/\/$/, ''),
    kicker: messages(locale).kind[kind],
    title,
    site: site.name[locale],
    locale,
    hue: hueOf.get(topic) ?? 'blue',
  }));
  const ofInstruments = [...(await loadInstruments()).values()].flatMap((instrument) =>
    locales.map((locale) => ({
      address: pageAddress('instrument', instrument.id, locale).replace(/\/$/, ''),
      kicker: messages(locale).kind.instrument,
      title: instrument.title[locale],
      site: site.name[locale],
      locale,
      hue: 'blue',
    })),
  );
  return [...ofSite, ...ofPages, ...ofInstruments];
}

async function draw(picture: Picture): Promise<Buffer> {
  const fonts = fontsFor(picture.title + picture.kicker + picture.site);
  const family = [...new Set(fonts.map((font) => font.name))].join(', ');
  const svg = await satori(template(picture, family) as never, { width, height, fonts: fonts as never });
  return new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render().asPng();
}

/** The picture as a tree of boxes: kind, title as large as it fits, the site's name. */
function template({ kicker, title, site, locale, hue }: Picture, family: string): unknown {
  const box = (style: Record<string, unknown>, ...children: unknown[]) => ({ type: 'div', props: { style: { display: 'flex', ...style }, children } });
  const length = [...title].reduce((sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 1.9 : 1), 0);
  const fontSize = length > 90 ? 46 : length > 50 ? 58 : 72;
  return {
    type: 'div',
    props: {
      lang: languageTag[locale],
      style: {
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'space-between',
        boxSizing: 'border-box',
        width: '100%',
        height: '100%',
        padding: '64px 72px',
        background: paper,
        color: '#23282d',
        fontFamily: family,
        borderLeft: `24px solid ${hues[hue] ?? '#2a62b0'}`,
      },
      children: [
        box({ fontSize: 30, color: hues[hue] ?? '#2a62b0', fontWeight: 700 }, kicker || ' '),
        box({ fontSize, fontWeight: 700, lineHeight: 1.25 }, title),
        box({ fontSize: 34, color: '#50565c' }, site),
      ],
    },
  };
}

interface FontPart {
  name: string;
  data: Buffer;
  weight: 400 | 700;
  style: 'normal';
}

const fontDir = join(root, 'node_modules/@fontsource/noto-sans-sc');
let ranges: [subset: string, covers: (point: number) => boolean][] | undefined;
const loaded = new Map<string, FontPart>();

/** The parts (one family each, so that one stands in for another) of Noto Sans SC (SIL Open Font License) that hold a text's characters. */
function fontsFor(text: string): FontPart[] {
  ranges ??= Object.entries(JSON.parse(readFileSync(join(fontDir, 'unicode.json'), 'utf8')) as Record<string, string>).map(([subset, range]) => [
    subset.replace(/[[\]]/g, ''),
    coverage(range),
  ]);
  const points = [...new Set(text)].map((character) => character.codePointAt(0) ?? 0);
  const subsets = ranges.filter(([subset, covers]) => subset === 'latin' || points.some(covers)).map(([subset]) => subset);
  return subsets.flatMap((subset) => ([400, 700] as const).map((weight) => fontPart(subset, weight)));
}

function fontPart(subset: string, weight: 400 | 700): FontPart {
  const file = `noto-sans-sc-${subset}-${weight}-normal.woff`;
  const known = loaded.get(file) ?? { name: `Noto ${subset}`, data: readFileSync(join(fontDir, 'files', file)), weight, style: 'normal' };
  loaded.set(file, known);
  return known;
}

function coverage(range: string): (point: number) => boolean {
  const runs = range.split(',').map((part) => {
    const [from = '0', to] = part.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to ?? from, 16)] as const;
  });
  return (point) => runs.some(([from, to]) => point >= from && point <= to);
}
