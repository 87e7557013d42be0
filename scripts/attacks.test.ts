import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileFolder } from '../tests/attacks/inert.ts';
import * as refused from '../tests/attacks/refused.ts';
import { miniature } from '../tests/mistakes/miniature.ts';
import { build } from './build-site.ts';
import { checkContent } from './check-content.ts';
import { settings } from './settings.ts';

let cacheDir = '';
const folders: string[] = [];

beforeAll(() => {
  cacheDir = mkdtempSync(join(tmpdir(), 'attacks-cache-'));
});
afterAll(() => {
  for (const folder of [cacheDir, ...folders]) rmSync(folder, { recursive: true, force: true });
});

for (const [part, all] of Object.entries(refused)) {
  describe(part, () => {
    it.each(all.map((attack): [string, refused.Attack] => [attack.name, attack]))('refuses %s, at its line, in bounded time', async (_name, attack) => {
      const folder = await miniature(attack.changes);
      folders.push(folder);
      attack.plant?.(folder);
      const started = performance.now();
      const { findings } = await checkContent({ ...settings({}), contentDir: folder, cacheDir });
      expect(performance.now() - started, 'milliseconds').toBeLessThan(15_000);
      const own = findings.filter(({ file, message }) => file === attack.file && attack.message.test(message));
      expect(own.length, JSON.stringify(findings, null, 1)).toBeGreaterThan(0);
      if (attack.at !== undefined) expect(own.map(({ line }) => line)).toContain(lineOf(join(folder, attack.file), attack.at));
      for (const { suggestion } of findings) expect(suggestion.length).toBeGreaterThan(4);
      expect(JSON.stringify(findings)).not.toMatch(/secret|root:x:0|breaks the renderer/);
    });
  });
}

const lineOf = (path: string, text: string) => readFileSync(path, 'utf8').split(text)[0]?.split('\n').length;

describe('a folder whose every text is hostile', () => {
  let site = '';
  let content = '';

  beforeAll(async () => {
    content = await hostileFolder();
    site = mkdtempSync(join(tmpdir(), 'hostile-site-'));
    folders.push(content, site);
    const built = await build({ ...settings({}), contentDir: content, outDir: join(site, 'dist'), cacheDir: join(site, 'cache') }, () => undefined);
    expect(built, 'the folder holds no mistake').toBe(true);
  }, 240_000);

  const files = (ending: string) =>
    readdirSync(join(site, 'dist'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith(ending) && !name.startsWith('pagefind'))
      .map((name) => [name, readFileSync(join(site, 'dist', name), 'utf8')] as const);

  it('makes pages whose only scripts are ours, without handlers, frames, styles, and addresses that run or load from elsewhere', () => {
    const pages = files('.html');
    expect(pages.length).toBeGreaterThan(30);
    expect(pages.filter(([, text]) => text.includes('alert(document.domain)')).length, 'pages that show the hostile text').toBeGreaterThan(20);
    for (const [name, text] of pages) {
      const elements = elementsIn(parse(text));
      const inline = elements.filter(({ tagName, attrs }) => tagName === 'script' && !attrs.some((one) => one.name === 'src'));
      const data = inline.filter(({ attrs }) => attrs.some(({ value }) => value === 'application/ld+json'));
      expect(inline.length - data.length, name).toBe(1);
      for (const { childNodes } of data) expect(() => JSON.parse((childNodes[0] as { value: string }).value), name).not.toThrow();
      for (const { tagName, attrs } of elements) {
        expect(
          ['iframe', 'style', 'base', 'object', 'embed', 'frame', 'img'].filter((tag) => tag === tagName && !(tag === 'img' && isOurs(attrs))),
          name,
        ).toEqual([]);
        for (const { name: attribute, value } of attrs) {
          expect(attribute, `${name} <${tagName}>`).not.toMatch(/^on|^style$|^srcdoc$/);
          if (attribute === 'http-equiv') expect(value).toBe('Content-Security-Policy');
          if (attribute === 'src') expect(value, name).toMatch(/^\/(?!\/)/);
          if (['href', 'action', 'formaction', 'xlink:href'].includes(attribute)) expect(value, name).toMatch(/^(?:#|\/(?!\/)|https?:\/\/)/);
        }
      }
    }
  });

  it('makes Markdown in which no HTML and no address that runs stands, a listing in one fence', () => {
    const twins = [...files('.md'), ...files('llms.txt')];
    expect(twins.length).toBeGreaterThan(20);
    for (const [name, text] of twins) {
      visit(unified().use(remarkParse).use(remarkGfm).parse(text), (node) => {
        expect(node.type, `${name}: ${'value' in node ? node.value : ''}`).not.toBe('html');
        if (node.type === 'link' || node.type === 'image') expect(node.url, name).toMatch(/^(?:https?:\/\/|\/|#)/);
      });
    }
  });

  it('makes feeds, maps and data that can be read', () => {
    for (const [name, text] of [...files('.xml')])
      expect(text.replace(/<\?xml[^>]*>/, ''), name).not.toMatch(
        /<(?!\/?(?:rss|channel|title|link|atom:link|description|language|category|item|guid|pubDate|urlset|url|loc|lastmod|xhtml:link)[\s>/])|&(?!amp;|lt;|gt;|quot;|#)/,
      );
    for (const [name, text] of files('.json')) expect(() => JSON.parse(text), name).not.toThrow();
  });
});

type Element = DefaultTreeAdapterTypes.Element;

function elementsIn(node: DefaultTreeAdapterTypes.ParentNode): Element[] {
  return node.childNodes.flatMap((child) => ('tagName' in child ? [child, ...elementsIn(child)] : []));
}

const isOurs = (attrs: Element['attrs']) => attrs.some(({ name, value }) => name === 'src' && value.startsWith('/images/'));
