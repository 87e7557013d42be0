import { join, resolve } from 'node:path';
import { normaliseBase } from '../src/corpus/address.ts';

/** The project's folder. */
export const root = resolve(import.meta.dirname, '..');

/** What a run of the scripts is about; each part can be set from outside by a variable of the environment. */
export interface Settings {
  /** Folder with the content (CONTENT_DIR). */
  contentDir: string;
  /** Where the finished site goes (OUT_DIR). */
  outDir: string;
  /** Path under which the site is served (BASE), with slashes at both ends. */
  base: string;
  /** Address of the site without that path (SITE). */
  site: string;
  /** Where renderings are kept between runs (CACHE_DIR). */
  cacheDir: string;
  /** Day of the build, YYYY-MM-DD: of SOURCE_DATE_EPOCH (seconds) where a build must come out the same on any day, else today. */
  builtOn: string;
}

export function settings(environment: NodeJS.ProcessEnv = process.env): Settings {
  return {
    contentDir: resolve(root, environment.CONTENT_DIR ?? 'content'),
    outDir: resolve(root, environment.OUT_DIR ?? 'dist'),
    base: normaliseBase(environment.BASE),
    site: environment.SITE ?? 'http://localhost:4321',
    cacheDir: resolve(root, environment.CACHE_DIR ?? join('.cache')),
    builtOn: dayOf(environment.SOURCE_DATE_EPOCH),
  };
}

function dayOf(seconds: string | undefined): string {
  const date = seconds ? new Date(Number(seconds) * 1000) : new Date();
  if (Number.isNaN(date.getTime())) throw new Error(`SOURCE_DATE_EPOCH is "${seconds}"; it must be a number of seconds since 1970.`);
  return date.toISOString().slice(0, 10);
}
