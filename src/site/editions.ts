import { comparePages, type EditionPage, type Fate } from '../corpus/edition.ts';
import type { Site } from '../schema/site.ts';

/** How many pages became what between two states. */
export function fates(earlier: EditionPage[], later: EditionPage[]): Record<Fate, number> {
  const counts: Record<Fate, number> = { same: 0, changed: 0, added: 0, removed: 0 };
  for (const fate of comparePages(earlier, later).values()) counts[fate] += 1;
  return counts;
}

export interface EditionArchives {
  /** The whole site and content of the edition, in both forms of `npm run release`. */
  files: string[];
  checksums: string;
}

/** What `npm run release` calls its files: npm's versions have three numbers, so edition 1.2 is release 1.2.0. */
export function releaseName(version: string): string {
  const numbers = version.split('.');
  return `touchstone-${[...numbers, '0', '0'].slice(0, Math.max(3, numbers.length)).join('.')}`;
}

/** Addresses of an edition's archives and of their checksums; undefined where `site.yaml` names no place for them. */
export function editionArchives({ archives }: Pick<Site, 'archives'>, version: string): EditionArchives | undefined {
  if (!archives) return undefined;
  const folder = archives.replaceAll('{version}', version);
  const name = `${folder}${releaseName(version)}`;
  return { files: [`${name}.tar.zst`, `${name}.zip`], checksums: `${folder}SHA256SUMS` };
}
