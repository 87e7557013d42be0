import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { swapIn } from './build-site.ts';

let folder = '';
const site = (name: string, text: string) => {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'index.html'), text);
  return join(folder, name);
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'swap-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('swapIn(building, outDir)', () => {
  it('puts the new site in the place of the old one and leaves nothing beside it', () => {
    const [outDir, building] = [site('dist', 'old'), site('dist.building', 'new')];
    writeFileSync(join(outDir, 'gone.html'), 'a page that is no more');
    swapIn(building, outDir);
    expect(readFileSync(join(outDir, 'index.html'), 'utf8')).toBe('new');
    expect([join(outDir, 'gone.html'), building, `${outDir}.old`].filter(existsSync)).toEqual([]);
  });
  it('works where there is no old site, and where an earlier swap broke off', () => {
    const outDir = join(folder, 'dist');
    site('dist.old', 'older');
    swapIn(site('dist.building', 'new'), outDir);
    expect(readFileSync(join(outDir, 'index.html'), 'utf8')).toBe('new');
  });
});
