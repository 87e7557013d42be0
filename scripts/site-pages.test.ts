import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { sitePages } from './site-pages.ts';

const dir = mkdtempSync(join(tmpdir(), 'site-pages-'));
afterAll(() => rmSync(dir, { recursive: true }));

function page(path: string, html: string): void {
  mkdirSync(join(dir, path), { recursive: true });
  writeFileSync(join(dir, path, 'index.html'), html);
}

it('sitePages(dir, locale, known) reads title, twin’s title and what stands before the lists, of pages that are not known', () => {
  page(
    'en/about',
    '<main><h1>About &amp; why</h1> <p class="intro">An <b>intro</b>.</p><div><p>It&#39;s\n proved.</p><table><tr><td><p>Not this.</p></table></main>',
  );
  page('zh-cn/about', '<h1>关于</h1>');
  page('en/topics/zigbee', '<h1>Zigbee</h1>');
  page('en/search', '<h1>Search</h1>');
  expect(sitePages(dir, 'en', new Set(['/en/topics/zigbee/']))).toEqual([
    {
      address: '/en/about/',
      title: 'About & why',
      kind: 'page',
      topic: '',
      names: ['关于'],
      keywords: [],
      sections: [{ heading: '', anchor: '', text: "An intro.\nIt's proved." }],
    },
  ]);
});
