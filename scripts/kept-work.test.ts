import { execFile } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { miniature } from '../tests/mistakes/miniature.ts';
import { build } from './build-site.ts';
import { filesIn } from './files-in.ts';
import { root, settings } from './settings.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'touchstone-kept-'));
let contentDir = '';

/** Builds of one day, each cache and each site in a folder of its own name. */
const here = (cache: string, site = cache) => ({
  CONTENT_DIR: contentDir,
  CACHE_DIR: join(folder, cache, 'cache'),
  OUT_DIR: join(folder, site, 'site'),
  SITE: 'http://localhost',
  SOURCE_DATE_EPOCH: '1795478400',
});

async function site(cache: string): Promise<Map<string, string>> {
  const made = settings(here(cache));
  expect(await build(made, () => undefined)).toBe(true);
  return new Map(filesIn(made.outDir).map((file) => [file, readFileSync(join(made.outDir, file), 'latin1')]));
}

/** Files of which two sites differ. */
const differences = (one: Map<string, string>, other: Map<string, string>) =>
  [...new Set([...one.keys(), ...other.keys()])].filter((file) => one.get(file) !== other.get(file));

beforeAll(async () => {
  contentDir = await miniature();
});
afterAll(() => {
  for (const one of [folder, contentDir]) rmSync(one, { recursive: true, force: true });
});

describe('npm run render', () => {
  it('four shares, rendered apart and laid together, make the site of one build, byte for byte, and leave it nothing to render', async () => {
    for (const share of [1, 2, 3, 4]) {
      const environment = here(`share-${share}`);
      await run(process.execPath, [join(root, 'scripts/render.ts'), `${share}/4`], { env: { ...process.env, ...environment } });
      const rendered = join(environment.CACHE_DIR, 'rendered');
      // Ten texts in four shares.
      expect(readdirSync(rendered)).toHaveLength(share <= 2 ? 3 : 2);
      cpSync(rendered, join(here('together').CACHE_DIR, 'rendered'), { recursive: true });
    }
    const together = join(here('together').CACHE_DIR, 'rendered');
    const before = readdirSync(together);
    expect(before).toHaveLength(10);
    // A mark that only a text taken from there can bring into a page.
    const [first = ''] = before;
    const whole = readFileSync(join(together, first), 'utf8');
    writeFileSync(join(together, first), whole.replace('"html":"', '"html":"<!-- kept -->'));
    expect([...(await site('together')).values()].filter((text) => text.includes('<!-- kept -->'))).toHaveLength(1);
    expect(readdirSync(together)).toEqual(before);
    writeFileSync(join(together, first), whole);
    rmSync(join(here('together').CACHE_DIR, 'astro'), { recursive: true });
    expect(differences(await site('together'), await site('alone'))).toEqual([]);
  });
  it('refuses what is no share', async () => {
    for (const words of [[], ['5/4'], ['0/4'], ['half']])
      await expect(run(process.execPath, [join(root, 'scripts/render.ts'), ...words])).rejects.toThrow('npm run render -- 2/4');
  });
});

describe('npm run build, after a change', () => {
  const entry = (locale: string) => join(contentDir, 'topics/time-on-air', `${locale}.mdx`);

  it('takes the pages that a change leaves alone from the last build', async () => {
    await site('again');
    const page = 'en/corrections/airtime-does-not-depend-on-sf/index.html';
    const kept = join(here('again').CACHE_DIR, 'astro/dist', page);
    const whole = readFileSync(kept, 'utf8');
    writeFileSync(kept, `${whole}<!-- kept -->`);
    expect((await site('again')).get(page)).toContain('<!-- kept -->');
    writeFileSync(kept, whole);
  });
  it('makes the site that a first build makes: after another sentence, another section, which the chapters list, and another title', async () => {
    appendFileSync(entry('en'), '\nThis sentence was added later.\n');
    expect(differences(await site('again'), await site('sentence'))).toEqual([]);
    for (const locale of ['en', 'zh-cn']) appendFileSync(entry(locale), '\n## Added {#added-later}\n\nAnd a section.\n');
    const anew = await site('again');
    expect(anew.get('en/topics/time-on-air/in-use/index.html')).toContain('#added-later');
    expect(differences(anew, await site('section'))).toEqual([]);
    for (const locale of ['en', 'zh-cn']) writeFileSync(entry(locale), readFileSync(entry(locale), 'utf8').replace(/^title: .*$/m, `title: Renamed ${locale}`));
    expect(differences(await site('again'), await site('title'))).toEqual([]);
  });
});
