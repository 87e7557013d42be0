/* Another edition of a built site: every page and every hashed file differs, and nothing of the first is left. */
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesIn } from '../../scripts/files-in.ts';
import { writeKeepFiles } from '../../scripts/keep-files.ts';
import { locales } from '../../src/i18n/locales.ts';
import type { Edition } from '../../src/offline/kept-list.ts';
import { type Manifest, manifestAddress } from '../../src/search/index-files.ts';
import type { BuiltSite } from './sites.ts';

export interface EditionOfSite {
  dir: string;
  edition: Edition;
}

/** What the first line of a site's service worker says. */
export function editionOf(dir: string): Edition {
  const [first = ''] = readFileSync(join(dir, 'service-worker.js'), 'utf8').split('\n');
  return JSON.parse(first.replace(/^const edition=/, '').replace(/;$/, '')) as Edition;
}

/** A copy with `data-edition="b"` on each page, all assets under other names, and without the page `gone`. The caller removes the folder. */
export function anotherEdition(site: BuiltSite, gone: string): EditionOfSite {
  const dir = mkdtempSync(join(tmpdir(), 'edition-'));
  cpSync(site.dir, dir, { recursive: true });
  const { shell, list, search } = editionOf(dir);
  rmSync(join(dir, list));
  rmSync(join(dir, gone), { recursive: true });
  const renamed = shell.map((file) => [file, file.replace(/\.([^.]+)$/, '-b.$1')] as const);
  for (const [from, to] of renamed) renameSync(join(dir, from), join(dir, to));
  const names = renamed.map(([from, to]) => [from.replace('assets/', ''), to.replace('assets/', '')] as const);
  for (const file of filesIn(dir).filter((one) => /\.(?:html|js|css)$/.test(one))) {
    const path = join(dir, file);
    let text = readFileSync(path, 'utf8').replace(/^const edition=.*\n/, '');
    for (const [from, to] of names) text = text.replaceAll(from, to);
    if (file.endsWith('.html')) text = text.replace('<html ', '<html data-edition="b" ');
    if (/\.(?:js|css)$/.test(file) && file.startsWith('assets/')) text += '/* b */';
    writeFileSync(path, text);
  }
  for (const locale of locales) {
    const { folder, whole } = search[locale] ?? { folder: '' };
    if (whole) rmSync(join(dir, whole));
    renameSync(join(dir, folder), join(dir, `${folder}b`));
    const manifest = JSON.parse(readFileSync(join(dir, manifestAddress(locale)), 'utf8')) as Manifest;
    writeFileSync(join(dir, manifestAddress(locale)), JSON.stringify({ ...manifest, folder: `${folder}b` }));
  }
  return { dir, edition: writeKeepFiles(dir) };
}
