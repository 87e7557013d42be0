import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, settings } from './settings.ts';

describe('settings(environment)', () => {
  it('are the folders of the project, served at the root, where nothing is said', () => {
    expect(settings({})).toMatchObject({
      contentDir: join(root, 'content'),
      outDir: join(root, 'dist'),
      base: '/',
      site: 'http://localhost:4321',
      cacheDir: join(root, '.cache'),
    });
  });
  it('take each part from its variable, folders from the project on', () => {
    expect(settings({ CONTENT_DIR: '/else/words', OUT_DIR: 'out', BASE: 'kb', SITE: 'https://example.org', CACHE_DIR: '/tmp/cache' })).toMatchObject({
      contentDir: '/else/words',
      outDir: join(root, 'out'),
      base: '/kb/',
      site: 'https://example.org',
      cacheDir: '/tmp/cache',
    });
  });
  it('name the day of SOURCE_DATE_EPOCH in UTC, today where nothing is said, and refuse what is no number', () => {
    expect(settings({ SOURCE_DATE_EPOCH: '951868799' }).builtOn).toBe('2000-02-29');
    expect(settings({}).builtOn).toBe(new Date().toISOString().slice(0, 10));
    expect(() => settings({ SOURCE_DATE_EPOCH: 'today' })).toThrow(/SOURCE_DATE_EPOCH is "today"/);
  });
});
