import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashedFolder } from '../src/http/headers.ts';
import { type Locale, locales } from '../src/i18n/locales.ts';
import type { Edition, KeptList } from '../src/offline/kept-list.ts';
import { type Manifest, manifestAddress } from '../src/search/index-files.ts';
import { filesIn } from './files-in.ts';

/** A search index up to this many bytes in one language is kept by browsers unasked (a fifth to a half of that is sent, compressed). */
const largestUnasked = 4_000_000;

const workerFile = 'service-worker.js';

/** Copies for machines (Markdown twins, feeds, pictures for shared links …) and what only servers read: no page needs them. */
const isForReaders = (file: string) => !/^(?:pictures\/|_|404\.html$|service-worker\.js$)|\.(?:md|xml|txt|bib)$/.test(file);

/** `en/topics/index.html` is asked for as `en/topics/`. */
const addressOf = (file: string) => file.replace(/(^|\/)index\.html$/, '$1');

const digestOf = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex').slice(0, 12);

/**
 * Completes a built site for reading without a network: one file with the whole of each small search index, the list of the files that can be
 * taken along, and the edition in the first line of the service worker. Nothing may be written to the site after it but what readers never ask for.
 */
export function writeKeepFiles(dir: string): Edition {
  const search = Object.fromEntries(locales.map((locale) => [locale, searchOf(dir, locale)]));
  const gathered = Object.values(search).flatMap(({ folder, whole }) => (whole ? [folder] : []));
  const isGathered = (file: string) => gathered.some((folder) => file.startsWith(`${folder}/`)) && !file.endsWith('/whole.json');
  const files = filesIn(dir).filter((file) => isForReaders(file) && !isGathered(file));
  const list: KeptList = Object.fromEntries(
    files.map((file) => {
      const bytes = readFileSync(join(dir, file));
      return [addressOf(file), [digestOf(bytes), bytes.length]];
    }),
  );
  const worker = readFileSync(join(dir, workerFile), 'utf8');
  const text = JSON.stringify(list);
  const version = digestOf(text + worker);
  const edition: Edition = {
    version,
    list: `${hashedFolder}kept.${version}.json`,
    shell: files.filter((file) => file.startsWith(hashedFolder) && !file.startsWith(`${hashedFolder}search/`)),
    standIns: Object.fromEntries(locales.map((locale) => [locale, `${locale}/offline/`])),
    search,
  };
  writeFileSync(join(dir, edition.list), text);
  writeFileSync(join(dir, workerFile), `const edition=${JSON.stringify(edition)};\n${worker}`);
  return edition;
}

/** Where a language's search is; writes the whole of a small index into one file. */
function searchOf(dir: string, locale: Locale): Edition['search'][string] {
  const manifest = manifestAddress(locale);
  const { folder } = JSON.parse(readFileSync(join(dir, manifest), 'utf8')) as Manifest;
  const parts = readdirSync(join(dir, folder)).sort();
  if (parts.reduce((sum, part) => sum + statSync(join(dir, folder, part)).size, 0) > largestUnasked) return { manifest, folder };
  const texts = parts.map((part) => readFileSync(join(dir, folder, part), 'utf8'));
  const whole = `${folder}/whole.json`;
  writeFileSync(join(dir, whole), `{${parts.map((part, index) => `${JSON.stringify(part)}:${texts[index]}`).join(',')}}`);
  return { manifest, folder, whole };
}
