import { isLocale, type Locale } from '../../../i18n/locales.ts';
import { type Manifest, manifestAddress, textFile, tokenFile, variantsFile, wordFile } from '../../../search/index-files.ts';
import { Search } from '../../../search/search.ts';

export const base = document.documentElement.dataset.base ?? '/';
const language = document.documentElement.lang.toLowerCase();
export const locale: Locale = isLocale(language) ? language : 'en';

/** The address of something for which the index has one from the site's root. */
export const hrefOf = (address: string) => base + address.replace(/^\//, '');

export interface Engine {
  search: Search;
  manifest: Manifest;
}

let engine: Promise<Engine> | undefined;

/** The index's way in, fetched once. */
export function loadEngine(): Promise<Engine> {
  engine ??= open();
  engine.catch(forgetEngine);
  return engine;
}

/** Has the index fetched anew next time: what could not be fetched may be there then, or a new edition of the site has been put in place. */
export function forgetEngine(): void {
  engine = undefined;
}

async function open(): Promise<Engine> {
  const manifest = await json<Manifest>(manifestAddress(locale), { cache: 'no-cache' });
  const { folder } = manifest;
  const files = new Map<string, Promise<unknown>>();
  const once = <Content>(file: string) => {
    const known = files.get(file) ?? json<Content>(file);
    files.set(file, known);
    return known as Promise<Content>;
  };
  const search = new Search({
    manifest,
    tokens: (number) => once(tokenFile(folder, number)),
    texts: (number) => once(textFile(folder, number)),
    words: async (length) => (await once<string>(wordFile(folder, length))).split(' '),
    variants: () => once(variantsFile(folder)),
  });
  return { search, manifest };
}

/** A part of the index could not be fetched or read. */
export class IndexError extends Error {}

async function json<Content>(file: string, options: RequestInit = {}): Promise<Content> {
  const response = await fetch(base + file, options).catch((error: unknown) => {
    throw new IndexError(`${file}: ${String(error)}`);
  });
  if (!response.ok) throw new IndexError(`${file}: ${response.status}`);
  return response.json().catch((error: unknown) => {
    throw new IndexError(`${file}: ${String(error)}`);
  }) as Promise<Content>;
}
