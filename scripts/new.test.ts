import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { locales } from '../src/i18n/locales.ts';
import { miniature } from '../tests/mistakes/miniature.ts';
import { searchInSite } from '../tests/search-in-folder.ts';
import { build } from './build-site.ts';
import { checkContent } from './check-content.ts';
import { root, settings } from './settings.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'touchstone-new-'));
const contentDir = join(folder, 'content');
const environment = { CONTENT_DIR: contentDir, OUT_DIR: join(folder, 'dist'), CACHE_DIR: join(folder, 'cache'), SITE: 'http://localhost' };
const here = settings(environment);

const make = (...words: string[]) => run(process.execPath, [join(root, 'scripts/new.ts'), ...words], { env: { ...process.env, ...environment } });

/** What an author writes into the files that were made: a source that was read, and text of the asked length. */
function write(topic: string): void {
  const at = (name: string) => join(contentDir, 'topics', topic, name);
  const replace = (name: string, from: string | RegExp, to: string) => writeFileSync(at(name), readFileSync(at(name), 'utf8').replace(from, to));
  replace('sources.yaml', /read: never[\s\S]*$/, 'read: 2026-11-24\n  primary: true\n');
  const tail = (heading: string, table: string, sentence: string, count: number) =>
    `\n## ${heading} {#second-section}\n\n$y = 2x$\n\n${table}\n\n<Listing file="hello.sh" />\n\n${Array.from({ length: count }, () => sentence).join(' ')}\n`;
  replace('en.mdx', /$/, tail('Second section', '| a | b |\n|---|---|\n| c | d |', 'Words that an author wrote about buoyancy and keels.', 160));
  replace('zh-cn.mdx', /$/, tail('第二节', '| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |', '作者写下关于浮力与龙骨的文字。', 160).replaceAll('。 ', '。'));
  cpSync(join(folder, 'listing'), at('listings'), { recursive: true });
}

beforeAll(() => {
  cpSync(join(root, 'content'), contentDir, { recursive: true });
  const listing = join(folder, 'listing');
  mkdirSync(listing);
  const text = 'echo hello\n';
  writeFileSync(join(listing, 'hello.sh'), text);
  const sha256 = createHash('sha256').update(text).digest('hex');
  writeFileSync(
    join(listing, 'hello.sh.run.yaml'),
    `command: sh hello.sh\ntool: sh\nneeds: { programs: { sh: "1" } }\nversion: "1"\ndate: 2026-11-24\nsha256: ${sha256}\noutput: hello\n`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run new', () => {
  it('topic: makes a seventh topic that, once written, builds, stands in navigation and search, and touches its own folder only', async () => {
    const before = readdirSync(contentDir, { recursive: true }).length;
    const { stdout } = await make('topic', 'sailing-boats');
    expect(stdout).toContain('en.mdx');
    const made = readdirSync(join(contentDir, 'topics/sailing-boats'));
    expect(readdirSync(contentDir, { recursive: true }).length).toBe(before + made.length + 1);
    write('sailing-boats');
    expect((await checkContent(here)).findings).toEqual([]);
    expect(await build(here, () => undefined)).toBe(true);
    const read = (path: string) => readFileSync(join(here.outDir, path), 'utf8');
    for (const lang of ['en', 'zh-cn']) {
      expect(read(`${lang}/topics/sailing-boats/index.html`)).toContain('<main');
      expect(read(`${lang}/index.html`)).toContain(`/${lang}/topics/sailing-boats/`);
      expect(read(`${lang}/topics/index.html`)).toContain(`/${lang}/topics/sailing-boats/`);
      expect(read('sitemap.xml')).toContain(`/${lang}/topics/sailing-boats/`);
    }
    for (const lang of locales)
      expect((await (await searchInSite(here.outDir, lang).find('sailing boats')).pages(0, 10)).map(({ address }) => address)).toContain(
        `/${lang}/topics/sailing-boats/`,
      );
  }, 180_000);

  it('chapter: makes two halves and says where its place in the order of reading is told', async () => {
    await make('chapter', 'zigbee', 'in-the-house');
    for (const lang of ['en', 'zh-cn']) expect(existsSync(join(contentDir, 'topics/zigbee/chapters', `in-the-house.${lang}.mdx`))).toBe(true);
    const { findings } = await checkContent(here);
    expect(findings.filter(({ rule }) => rule === 'chapters').map(({ suggestion }) => suggestion)).toEqual(
      Array(2).fill('add "in-the-house" to "chapters" in topics/zigbee/topic.yaml'),
    );
  }, 60_000);

  it('question and correction: make two halves each, and refuse what is there already', async () => {
    await make('question', 'zigbee', 'is-this-new');
    await make('correction', 'zigbee', 'that-is-false');
    for (const name of ['questions/is-this-new', 'corrections/that-is-false']) {
      for (const lang of ['en', 'zh-cn']) expect(existsSync(join(contentDir, 'topics/zigbee', `${name}.${lang}.mdx`))).toBe(true);
    }
    await expect(make('question', 'zigbee', 'is-this-new')).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('is there already') });
  });

  it('edition: freezes a content folder, sealed, once; refuses what has findings, uncommitted changes or no proper version', async () => {
    const own = join(folder, 'frozen/content');
    cpSync(await miniature(), own, { recursive: true });
    const freeze = (version: string) =>
      run(process.execPath, [join(root, 'scripts/new.ts'), 'edition', version], { env: { ...process.env, ...environment, CONTENT_DIR: own } });
    const git = (...args: string[]) => run('git', ['-C', own, '-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false', ...args]);
    await git('init', '--quiet', '.');
    await git('add', '.');
    await git('commit', '--quiet', '-m', 'one');
    const { stdout } = await freeze('1.1');
    expect(stdout).toContain('editions/1.1.yaml');
    const text = readFileSync(join(own, 'editions/1.1.yaml'), 'utf8');
    expect(text).toContain(`commit: ${(await git('rev-parse', 'HEAD')).stdout.trim()}`);
    expect(text).toContain(
      `en: ${createHash('sha256')
        .update(readFileSync(join(own, 'topics/time-on-air/en.mdx')))
        .digest('hex')}`,
    );
    expect((await checkContent({ ...here, contentDir: own })).findings).toEqual([]);
    await git('add', '.');
    await git('commit', '--quiet', '-m', 'edition');
    await expect(freeze('1.2')).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('Edition 1.1 holds just this content') });
    await expect(freeze('next')).rejects.toMatchObject({ stderr: expect.stringContaining('cannot be a version') });
    writeFileSync(join(own, 'glossary.yaml'), `${readFileSync(join(own, 'glossary.yaml'), 'utf8')}# a remark\n`);
    await expect(freeze('1.2')).rejects.toMatchObject({ stderr: expect.stringContaining('not committed') });
    writeFileSync(join(own, 'todo.md'), 'remember');
    await expect(freeze('1.2')).rejects.toMatchObject({ stderr: expect.stringContaining('1 findings') });
  });

  it('refuses a name that cannot be an address, an unknown topic and an unknown thing, each in a sentence', async () => {
    await expect(make('topic', 'Sailing Boats')).rejects.toMatchObject({ stderr: expect.stringContaining('lower-case words joined by hyphens') });
    await expect(make('question', 'boats', 'what')).rejects.toMatchObject({ stderr: expect.stringContaining('There is no topic "boats"') });
    await expect(make('pudding', 'x')).rejects.toMatchObject({ stderr: expect.stringContaining('npm run new') });
  });
});
