import { describe, expect, it } from 'vitest';
import { editionArchives, fates } from './editions.ts';

describe('editionArchives(site, version)', () => {
  it('names both archives and the checksums in the folder of site.yaml', () => {
    expect(editionArchives({ archives: 'https://example.org/v{version}/' }, '1.2')).toEqual({
      files: ['https://example.org/v1.2/touchstone-1.2.0.tar.zst', 'https://example.org/v1.2/touchstone-1.2.0.zip'],
      checksums: 'https://example.org/v1.2/SHA256SUMS',
    });
  });
  it('is undefined where no folder is named', () => {
    expect(editionArchives({}, '1.2')).toBeUndefined();
  });
});

describe('fates(earlier, later)', () => {
  const page = (path: string, hash: string) => ({ path, title: { en: path, 'zh-cn': path }, sha256: { en: hash, 'zh-cn': hash } });
  it('counts what became of the pages', () => {
    expect(
      fates([page('a/a/', '1'), page('a/b/', '1'), page('a/c/', '1')], [page('a/a/', '1'), page('a/b/', '2'), page('a/d/', '1'), page('a/e/', '1')]),
    ).toEqual({
      same: 1,
      changed: 1,
      added: 2,
      removed: 1,
    });
  });
});
