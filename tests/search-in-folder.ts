import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../src/i18n/locales.ts';
import { type Manifest, manifestAddress, textFile, tokenFile, variantsFile, wordFile } from '../src/search/index-files.ts';
import { Search } from '../src/search/search.ts';

/** Search over an index given by its files' texts. */
export function searchIn(read: (file: string) => string, locale: Locale): Search {
  const json = <Content>(file: string) => JSON.parse(read(file)) as Content;
  const manifest = json<Manifest>(manifestAddress(locale));
  const { folder } = manifest;
  return new Search({
    manifest,
    tokens: async (number) => json(tokenFile(folder, number)),
    texts: async (number) => json(textFile(folder, number)),
    words: async (length) => json<string>(wordFile(folder, length)).split(' '),
    variants: async () => json(variantsFile(folder)),
  });
}

/** Search over the index of a built site. */
export function searchInSite(dir: string, locale: Locale): Search {
  const texts = new Map<string, string>();
  return searchIn((file) => {
    const known = texts.get(file) ?? readFileSync(join(dir, file), 'utf8');
    texts.set(file, known);
    return known;
  }, locale);
}
