import { getCollection } from 'astro:content';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentKind, EditionRecord, ResourceRecord, SourceRecord, TermRecord, Topic } from '../corpus/corpus.ts';
import { compareVersions } from '../corpus/edition.ts';
import { partsByTopic } from '../corpus/parts.ts';
import { type CitedIn, type ListingRun, type PreparedPage, pageId, type RenderedText, type Version } from '../corpus/prepared.ts';
import { type Locale, locales } from '../i18n/locales.ts';
import type { Site } from '../schema/site.ts';

interface Beside {
  previous?: PreparedPage | undefined;
  next?: PreparedPage | undefined;
}

/** Everything that the site shows, in order, by id and by kind. */
export interface Library {
  site: Site;
  topics: Topic[];
  sources: SourceRecord[];
  terms: TermRecord[];
  resources: ResourceRecord[];
  citedIn: CitedIn;
  builtOn: string;
  contentDir: string;
  images: string[];
  listings: ListingRun[];
  version: Version;
  /** Newest first. */
  editions: EditionRecord[];
  page(id: string): PreparedPage | undefined;
  /** Pages of a kind in a language, by topic's order and title. */
  pages(kind: DocumentKind, locale: Locale): PreparedPage[];
  /** A topic's entry and its chapters, in the order of reading. */
  parts(topic: string, locale: Locale): PreparedPage[];
  /** The pages before and after a page, as one reads. */
  beside(page: PreparedPage): Beside;
  topic(slug: string): Topic | undefined;
  source(key: string): SourceRecord | undefined;
  /** What a page cites, by key. */
  sourcesOf(page: PreparedPage): SourceRecord[];
  /** A file of a topic's listings, by its name. */
  listing(topic: string, name: string): ListingRun | undefined;
  term(id: string): TermRecord | undefined;
  text(page: PreparedPage): Promise<RenderedText>;
}

let loading: Promise<Library> | undefined;

/** The library, loaded once per build. */
export function library(): Promise<Library> {
  if (import.meta.env.DEV) return load();
  loading ??= load();
  return loading;
}

async function load(): Promise<Library> {
  const [site, topics, pages, sources, terms, resources, editions] = await Promise.all([
    all<Pick<Library, 'site' | 'citedIn' | 'builtOn' | 'contentDir' | 'images' | 'listings' | 'version'> & { renderedDir: string }>('site'),
    all<Topic>('topics'),
    all<PreparedPage>('pages'),
    all<SourceRecord>('sources'),
    all<TermRecord>('terms'),
    all<ResourceRecord>('resources'),
    all<EditionRecord>('editions'),
  ]);
  const first = site[0];
  if (!first) throw new Error('content/ has not been prepared: run "npm run dev" or "npm run build"');
  const topicOrder = [...topics].sort((a, b) => a.order - b.order || a.slug.localeCompare(b.slug));
  const position = new Map(topicOrder.map((topic, index) => [topic.slug, index]));
  const byId = new Map(pages.map((page) => [page.id, page]));
  const bySlug = new Map(topicOrder.map((topic) => [topic.slug, topic]));
  const byKey = new Map(sources.map((source) => [source.key, source]));
  const termById = new Map(terms.map((term) => [term.id, term]));
  const byKind = new Map<string, PreparedPage[]>();
  for (const page of pages) {
    const key = `${page.kind} ${page.locale}`;
    const list = byKind.get(key) ?? [];
    byKind.set(key, list);
    list.push(page);
  }
  const chapterOrder = new Map<string, number>(
    topics.flatMap(({ slug, chapters }) => chapters.map((chapter, index) => [`${slug}/${chapter}`, index] as const)),
  );
  const place = ({ slug }: PreparedPage) => chapterOrder.get(slug) ?? 0;
  for (const list of byKind.values())
    list.sort((a, b) => (position.get(a.topic) ?? 0) - (position.get(b.topic) ?? 0) || place(a) - place(b) || a.slug.localeCompare(b.slug));
  const byTopic = partsByTopic(locales.flatMap((locale) => ['entry', 'chapter'].flatMap((kind) => byKind.get(`${kind} ${locale}`) ?? [])));
  // One reads on from an entry through its chapters to the next entry; other texts follow others of their kind.
  const inTurn = [...locales.map((locale) => topicOrder.flatMap(({ slug }) => byTopic.get(`${slug} ${locale}`) ?? [])), ...byKind.values()];
  const beside = new Map<string, Beside>();
  for (const list of inTurn)
    for (const [index, { id }] of list.entries()) if (!beside.has(id)) beside.set(id, { previous: list[index - 1], next: list[index + 1] });
  const sourceOrder = [...sources].sort((a, b) => a.key.localeCompare(b.key));
  const citedBy = new Map<string, SourceRecord[]>();
  for (const source of sourceOrder) for (const id of first.citedIn[source.key] ?? []) citedBy.set(id, [...(citedBy.get(id) ?? []), source]);
  const listingByName = new Map(first.listings.map((listing) => [`${listing.topic}/${listing.name}`, listing]));
  return {
    ...first,
    topics: topicOrder,
    sources: sourceOrder,
    terms,
    resources,
    editions: [...editions].sort((a, b) => compareVersions(b.version, a.version)),
    page: (id) => byId.get(id),
    pages: (kind, locale) => byKind.get(`${kind} ${locale}`) ?? [],
    parts: (topic, locale) => byTopic.get(`${topic} ${locale}`) ?? [],
    beside: ({ id }) => beside.get(id) ?? {},
    topic: (slug) => bySlug.get(slug),
    source: (key) => byKey.get(key),
    sourcesOf: (page) => citedBy.get(page.id) ?? [],
    listing: (topic, name) => listingByName.get(`${topic}/${name}`),
    term: (id) => termById.get(id),
    text: async (page) => JSON.parse(await readFile(join(first.renderedDir, `${page.digest}.json`), 'utf8')) as RenderedText,
  };
}

/** Records of a collection. Their types come from here, as Astro knows them only after the content has been read once. */
async function all<Data>(name: string): Promise<Data[]> {
  return (await getCollection(name as never)).map((entry) => (entry as { data: Data }).data);
}

/** The same page in another language. */
export function twinId(page: PreparedPage, locale: Locale): string {
  return pageId(page.kind, page.slug, locale);
}
