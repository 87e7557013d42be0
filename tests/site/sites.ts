/* The two built sites under test, their pages as they stand in the folder, and each page's HTML as a tree. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { expect } from 'vitest';
import { type Served, serve } from '../../scripts/serve.ts';
import type { Locale } from '../../src/i18n/locales.ts';

/** Where the tested sites say that they are served (SITE in scripts/test.ts). */
export const origin = 'http://localhost';

export interface BuiltSite {
  name: string;
  dir: string;
  base: string;
}

export interface Page {
  site: BuiltSite;
  /** Address under the base: `en/topics/zigbee/`; empty for the root, `404.html` for the page of missing addresses. */
  path: string;
  file: string;
  /** undefined for the root and 404. */
  locale: Locale | undefined;
}

const folder = process.env.TEST_SITES ?? '';

function site(name: string, base: string): BuiltSite {
  const dir = join(folder, name);
  if (!existsSync(join(dir, 'index.html')))
    throw new Error(`There is no built site in ${dir || 'TEST_SITES'}: run "npm test", or set TEST_SITES to a folder that holds root/ and kb/.`);
  return { name, dir, base };
}

export const rootSite = site('root', '/');
export const subpathSite = site('kb', '/kb/');
export const sites = [rootSite, subpathSite];

/** All files of a site, with slashes, from its root. */
export function filesOf({ dir }: BuiltSite): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** All pages of a site. */
export function pagesOf(site: BuiltSite): Page[] {
  return filesOf(site)
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({
      site,
      path: file.replace(/(^|\/)index\.html$/, '$1'),
      file: join(site.dir, file),
      locale: file.startsWith('en/') ? 'en' : file.startsWith('zh-cn/') ? 'zh-cn' : undefined,
    }));
}

/** What kind of page an address is: `topics/x/` → `topics`; a list → `list`; home → `home`. */
export function kindOf({ path, locale }: Page): string {
  if (!locale) return 'root';
  const [list = '', slug = ''] = path.slice(locale.length + 1).split('/');
  return list === '' ? 'home' : slug === '' ? 'list' : list;
}

export interface ElementNode {
  tag: string;
  attributes: Record<string, string>;
  parent: ElementNode | undefined;
  node: DefaultTreeAdapterTypes.Element;
}

/** All elements of a page in their order. Not kept: the trees of all pages together are gigabytes. */
export function elementsOf(file: string): ElementNode[] {
  const elements: ElementNode[] = [];
  const walk = (node: DefaultTreeAdapterTypes.ParentNode, parent: ElementNode | undefined) => {
    for (const child of node.childNodes) {
      if (!('tagName' in child)) continue;
      const attributes = Object.fromEntries(child.attrs.map(({ name, value }) => [name, value]));
      const element = { tag: child.tagName, attributes, parent, node: child };
      elements.push(element);
      walk(child, element);
    }
  };
  walk(parse(readFileSync(file, 'utf8')), undefined);
  return elements;
}

/** Text of an element and of all within it. */
export function textOf({ node }: Pick<ElementNode, 'node'>): string {
  const collect = (one: DefaultTreeAdapterTypes.ChildNode): string =>
    'value' in one ? one.value : 'childNodes' in one ? one.childNodes.map((child) => collect(child)).join('') : '';
  return collect(node);
}

export const hasClass = ({ attributes }: ElementNode, name: string): boolean => (attributes.class ?? '').split(/\s+/).includes(name);

/** Pages of a kind in a language whose elements pass; the first one is taken where a test needs an example. */
export function examplePage(site: BuiltSite, locale: Locale, kind: string, has: (elements: ElementNode[]) => boolean = () => true): Page {
  const page = pagesOf(site).find((one) => one.locale === locale && kindOf(one) === kind && has(elementsOf(one.file)));
  if (!page) throw new Error(`the site has no page of kind "${kind}" in ${locale} that this test needs`);
  return page;
}

export const addressOf = (served: Served, page: Pick<Page, 'path'>): string => served.address + page.path;

export function serveSite({ dir, base }: BuiltSite): Promise<Served> {
  return serve(dir, base, 0);
}

/** Fails with every finding on a line of its own, so that all can be mended in one go. */
export function expectNone(findings: string[]): void {
  const unique = [...new Set(findings)];
  const shown = unique.slice(0, 80);
  if (unique.length > shown.length) shown.push(`… and ${unique.length - shown.length} more`);
  expect(shown.join('\n'), `${unique.length} findings`).toBe('');
}
