import { defineCollection } from 'astro:content';
import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import type { EditionRecord, ResourceRecord, SourceRecord, TermRecord, Topic } from './corpus/corpus.ts';
import type { Prepared, PreparedPage } from './corpus/prepared.ts';

/*
 * Binds content/ to the site. The scripts have read and rendered it (src/prose/prepare.ts) and say by TOUCHSTONE_PREPARED where the result
 * is; the collections hold what lists and navigation need, and the texts stay in files by digest, so that the store stays small.
 */
const preparedFile = process.env.TOUCHSTONE_PREPARED;

function collection<T>(name: string, records: (prepared: Prepared) => { id: string; data: T }[]) {
  return defineCollection({
    loader: {
      name: `touchstone-${name}`,
      load: async ({ store, watcher, logger }) => {
        const fill = () => {
          if (!preparedFile) {
            logger.warn('TOUCHSTONE_PREPARED is not set: run this through "npm run dev" or "npm run build"');
            return;
          }
          store.clear();
          for (const { id, data } of records(JSON.parse(readFileSync(preparedFile, 'utf8')) as Prepared))
            store.set({ id, data: data as Record<string, unknown> });
        };
        fill();
        if (watcher && preparedFile) {
          watcher.add(preparedFile);
          watcher.on('change', (path) => path === preparedFile && fill());
        }
      },
    },
    schema: z.custom<T>(),
  });
}

export const collections = {
  site: collection<Pick<Prepared, 'site' | 'citedIn' | 'builtOn' | 'contentDir' | 'renderedDir' | 'images' | 'listings' | 'version'>>(
    'site',
    ({ site, citedIn, builtOn, contentDir, renderedDir, images, listings, version }) => [
      { id: 'site', data: { site, citedIn, builtOn, contentDir, renderedDir, images, listings, version } },
    ],
  ),
  topics: collection<Topic>('topics', ({ topics }) => topics.map((topic) => ({ id: topic.slug, data: topic }))),
  pages: collection<PreparedPage>('pages', ({ pages }) => pages.map((page) => ({ id: page.id, data: page }))),
  sources: collection<SourceRecord>('sources', ({ sources }) => sources.map((source) => ({ id: source.key, data: source }))),
  terms: collection<TermRecord>('terms', ({ terms }) => terms.map((term) => ({ id: term.id, data: term }))),
  editions: collection<EditionRecord>('editions', ({ editions }) => editions.map((edition) => ({ id: edition.version, data: edition }))),
  resources: collection<ResourceRecord>('resources', ({ resources }) => resources.map((resource) => ({ id: resource.id, data: resource }))),
};
