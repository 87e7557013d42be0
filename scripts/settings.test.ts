import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, settings } from './settings.ts';

describe('settings(environment)', () => {
  it('are the folders of the project, served at the root, where nothing is said', () => {
    expect(settings({})).toEqual({
      contentDir: join(root, 'content'),
      outDir: join(root, 'dist'),
      base: '/',
      site: 'http://localhost:4321',
      cacheDir: join(root, '.cache'),
    });
  });
  it('take each part from its variable, folders from the project on', () => {
    expect(settings({ CONTENT_DIR: '/else/words', OUT_DIR: 'out', BASE: 'kb', SITE: 'https://example.org', CACHE_DIR: '/tmp/cache' })).toEqual({
      contentDir: '/else/words',
      outDir: join(root, 'out'),
      base: '/kb/',
      site: 'https://example.org',
      cacheDir: '/tmp/cache',
    });
  });
});
