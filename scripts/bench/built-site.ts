/* A built site as files: what it weighs, which pages it has, and a precompressed copy to be served. */
import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { type Locale, locales } from '../../src/i18n/locales.ts';
import { filesIn } from '../files-in.ts';

export interface Weight {
  bytes: number;
  files: number;
  htmlBytes: number;
  indexBytes: number;
  indexFiles: number;
}

/** Size of a site; its index is what search fetches, not the same once more in one file, for reading without a network. */
export function weighSite(dir: string): Weight {
  const weight: Weight = { bytes: 0, files: 0, htmlBytes: 0, indexBytes: 0, indexFiles: 0 };
  for (const file of filesIn(dir)) {
    const { size } = statSync(join(dir, file));
    weight.bytes += size;
    weight.files += 1;
    if (file.endsWith('.html')) weight.htmlBytes += size;
    if (/^(?:assets\/)?search\//.test(file) && !file.endsWith('/whole.json')) {
      weight.indexBytes += size;
      weight.indexFiles += 1;
    }
  }
  return weight;
}

export const pageKinds = ['home', 'entry', 'question', 'correction', 'instrument'] as const;
const folders = { entry: 'topics', question: 'questions', correction: 'corrections', instrument: 'instruments' };

/** Path, after the language, of the heaviest page of a kind in both languages together; undefined if there is none. */
export function heaviestPage(dir: string, kind: (typeof pageKinds)[number]): string | undefined {
  if (kind === 'home') return '';
  const folder = folders[kind];
  const file = (locale: Locale, slug: string) => join(dir, locale, folder, slug, 'index.html');
  const size = (locale: Locale, slug: string) => (existsSync(file(locale, slug)) ? statSync(file(locale, slug)).size : 0);
  const place = join(dir, locales[0], folder);
  const slugs = existsSync(place) ? readdirSync(place).filter((slug) => existsSync(file(locales[0], slug))) : [];
  const total = (slug: string) => locales.reduce((sum, locale) => sum + size(locale, slug), 0);
  const [heaviest] = slugs.sort((a, b) => total(b) - total(a));
  return heaviest === undefined ? undefined : `${folder}/${heaviest}/`;
}

const compressible = /\.(?:html|css|m?js|json|svg|txt|xml)$/;

/** Puts a brotli file (quality 11) beside each file that a reader of these pages may ask for. Those that a build has made already are kept. */
export function precompress(dir: string, pages: readonly string[]): void {
  const wanted = filesIn(dir).filter(
    (file) =>
      compressible.test(file) &&
      (!file.endsWith('.html') || file === '404.html' || pages.some((page) => file === `${page}index.html` || file === `${page}.html`)),
  );
  for (const file of wanted) {
    const path = join(dir, file);
    if (existsSync(`${path}.br`)) continue;
    writeFileSync(`${path}.br`, brotliCompressSync(readFileSync(path), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  }
}

/** A copy to work on, so that the site itself stays as it was built. */
export function copySite(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
}
