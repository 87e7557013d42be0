import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../release/checksums.ts';
import { currentIn, inheritAssets, previousIn, prune, releasesIn, stage, switchTo } from './releases.ts';

let place = '';
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'deploy-'));
  mkdirSync(join(place, 'releases'));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

async function* files(texts: Record<string, string>) {
  for (const [name, text] of Object.entries(texts)) yield { name, bytes: Buffer.from(text) };
}

/** A site whose one page names one hashed file. */
const site = (number: number, more: Record<string, string> = {}) => ({
  'site/index.html': `a${number}.js`,
  [`site/assets/a${number}.js`]: `script ${number}`,
  ...more,
});

async function deploy(texts: Record<string, string>): Promise<string> {
  const { id } = await stage(place, files(texts));
  inheritAssets(place, id);
  switchTo(place, id);
  return id;
}

const served = (file: string) => readFileSync(join(place, 'current/site', file), 'utf8');

describe('stage and switchTo', () => {
  it('put each release beside the earlier ones and serve the newest', async () => {
    expect([await deploy(site(1)), await deploy(site(2))]).toEqual(['0001', '0002']);
    expect(releasesIn(place)).toEqual(['0001', '0002']);
    expect(currentIn(place)).toBe('0002');
    expect(served('index.html')).toBe('a2.js');
  });
  it('keep the hashed files that the pages of all kept releases name', async () => {
    for (const number of [1, 2, 3]) await deploy(site(number));
    for (const number of [1, 2, 3]) expect(served(`assets/a${number}.js`)).toBe(`script ${number}`);
  });
  it('share what did not change, and date what did one second later at least, so that no ETag of time and size means two contents', async () => {
    const time = (id: string, file: string) => statSync(join(place, 'releases', id, 'site', file)).mtimeMs / 1000;
    await deploy(site(1, { 'site/same.txt': 'same', 'site/page.txt': 'one' }));
    await deploy(site(1, { 'site/same.txt': 'same', 'site/page.txt': 'two' }));
    await deploy(site(1, { 'site/same.txt': 'same', 'site/page.txt': 'one' }));
    expect(statSync(join(place, 'releases/0001/site/same.txt')).ino).toBe(statSync(join(place, 'releases/0003/site/same.txt')).ino);
    const [one, two, three] = ['0001', '0002', '0003'].map((id) => time(id, 'page.txt')) as [number, number, number];
    expect(two - one).toBeGreaterThanOrEqual(1);
    expect(three - two).toBeGreaterThanOrEqual(1);
  });
  it('give each encoding of a file a time of its own, since two may have one size', async () => {
    const texts = (number: number) => site(number, Object.fromEntries(['', '.br', '.gz', '.zst'].map((ending) => [`site/a.txt${ending}`, `${number}`])));
    for (const number of [1, 2]) await deploy(texts(number));
    const all = ['0001', '0002'].flatMap((id) =>
      ['', '.br', '.gz', '.zst'].map((ending) => statSync(join(place, 'releases', id, `site/a.txt${ending}`)).mtimeMs),
    );
    expect(new Set(all).size).toBe(8);
  });
  it('change nothing where a checksum is wrong, a file is missing or too much, or there is no site', async () => {
    await deploy(site(1));
    const sums = (entries: Record<string, string>) =>
      Object.entries(entries)
        .map(([name, text]) => `${sha256(text)}  ${name}\n`)
        .join('');
    const bad: [Record<string, string>, string][] = [
      [{ ...site(2), SHA256SUMS: sums({ ...site(2), 'site/index.html': 'other' }) }, 'site/index.html is not what SHA256SUMS says'],
      [{ ...site(2), SHA256SUMS: sums({ ...site(2), 'site/more.txt': '' }) }, 'site/more.txt is not what SHA256SUMS says'],
      [{ ...site(2, { 'site/more.txt': '' }), SHA256SUMS: sums(site(2)) }, 'site/more.txt is not what SHA256SUMS says'],
      [{ 'site/other.html': '' }, 'there is no site/index.html in it'],
    ];
    for (const [texts, message] of bad) await expect(stage(place, files(texts))).rejects.toThrow(`Nothing was changed: ${message}`);
    expect(releasesIn(place)).toEqual(['0001']);
    expect(existsSync(join(place, 'releases/0002.partial'))).toBe(false);
    expect(served('index.html')).toBe('a1.js');
    await expect(stage(place, files({ ...site(2), SHA256SUMS: sums(site(2)) }))).resolves.toMatchObject({ id: '0002', files: 2 });
  });
  it('never leave a moment without a site: every read during a thousand switches finds a whole page', async () => {
    const [one, two] = [await deploy(site(1)), await deploy(site(2))];
    inheritAssets(place, one);
    for (let round = 0; round < 500; round++) {
      for (const id of [one, two]) {
        switchTo(place, id);
        const page = served('index.html');
        expect(served(`assets/${page}`)).toBe(`script ${page.slice(1, -3)}`);
      }
    }
  });
});

describe('going back', () => {
  it('serves the release before, where the pages of the newer one still find their hashed files', async () => {
    await deploy(site(1));
    await deploy(site(2));
    const back = previousIn(place) ?? '';
    expect(back).toBe('0001');
    inheritAssets(place, back);
    switchTo(place, back);
    expect(served('index.html')).toBe('a1.js');
    expect(served('assets/a2.js')).toBe('script 2');
    expect(previousIn(place)).toBeUndefined();
    expect(await deploy(site(3))).toBe('0003');
  });
});

describe('prune(place, keep)', () => {
  it('keeps the newest and the served one; what they inherited from those removed stays reachable', async () => {
    for (const number of [1, 2, 3, 4]) await deploy(site(number));
    expect(prune(place, 2)).toEqual(['0001', '0002']);
    expect(releasesIn(place)).toEqual(['0003', '0004']);
    expect(served('assets/a1.js')).toBe('script 1');
    switchTo(place, '0003');
    await stage(place, files(site(5)));
    await stage(place, files(site(6)));
    expect(prune(place, 2)).toEqual(['0004']);
    expect(releasesIn(place)).toEqual(['0003', '0005', '0006']);
  });
});

describe('a folder without releases', () => {
  it('has no current, no previous and none to list', () => {
    const empty = join(dirname(place), 'no-such-folder');
    expect([releasesIn(empty), currentIn(empty), previousIn(empty)]).toEqual([[], undefined, undefined]);
    writeFileSync(join(place, 'releases', 'notes.txt'), '');
    expect(releasesIn(place)).toEqual([]);
  });
});
