import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { contentDigest, contentHashes } from '../corpus/content-hash.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { editionPages } from '../corpus/edition.ts';
import type { Finding } from '../corpus/finding.ts';
import { commits, lastChanges, type Pair, revisionOf, type StaleHalf, staleHalves } from '../corpus/history.ts';
import { partsByTopic } from '../corpus/parts.ts';
import { type CitedIn, type Prepared, type PreparedPage, pageId, type Version } from '../corpus/prepared.ts';
import { readCorpus } from '../corpus/read-corpus.ts';
import { relate } from '../corpus/relations.ts';
import { otherLocale } from '../i18n/locales.ts';
import { pageKey } from './context.ts';
import { hash, type RenderedDocument, renderAll } from './render-all.ts';

export interface PrepareOptions {
  contentDir: string;
  /** Base path with slashes at both ends. */
  base: string;
  cacheDir: string;
}

export interface Preparation {
  corpus: Corpus;
  rendered: Map<string, RenderedDocument>;
  /** Day of the last change of each file, where history tells. */
  changed: Map<string, string>;
  stale: StaleHalf[];
  /** Mistakes that reading and rendering met. */
  findings: Finding[];
}

/** Reads and renders a content folder. Nothing is written but the cache. */
export async function readAndRender({ contentDir, base, cacheDir }: PrepareOptions): Promise<Preparation> {
  const folder = resolve(contentDir);
  const corpus = readCorpus(folder);
  const rendered = await renderAll(corpus, base, renderedDir(cacheDir));
  const history = commits(folder);
  return {
    corpus,
    rendered,
    changed: lastChanges(history),
    stale: staleHalves(folder, history, halves(corpus)),
    findings: [...corpus.findings, ...[...rendered.values()].flatMap((one) => one.rendered.findings)],
  };
}

/** Writes what the site is made from to `<cacheDir>/prepared.json` and returns that path. */
export function writePrepared(
  { corpus, rendered, changed, stale }: Preparation,
  { contentDir, cacheDir, builtOn }: PrepareOptions & Pick<Prepared, 'builtOn'>,
): string {
  const { site, topics, sources, terms, resources, images, editions } = corpus;
  const folder = resolve(contentDir);
  const hashes = contentHashes(folder);
  const pages = preparePages(corpus, rendered, { changed, hashes, stale: new Set(stale.map(({ file }) => file)) });
  const others = {
    site,
    topics,
    sources,
    terms,
    resources,
    images,
    listings: corpus.listings.flatMap(({ topic, name, record }) => (record ? [{ topic, name, record }] : [])),
    builtOn,
    editions,
    version: versionOf(corpus, folder, hashes),
    contentDir: folder,
    renderedDir: renderedDir(cacheDir),
  };
  const prepared: Prepared = { ...others, pages: withMaterial(pages, others), citedIn: citedIn(rendered) };
  mkdirSync(cacheDir, { recursive: true });
  const file = join(cacheDir, 'prepared.json');
  writeFileSync(`${file}.new`, JSON.stringify(prepared));
  renameSync(`${file}.new`, file);
  return file;
}

/** Every text with its twin in the other language. */
function halves({ documents }: Corpus): Pair[] {
  const fileOf = new Map(documents.map(({ id, file }) => [id, file]));
  return documents.flatMap(({ kind, slug, locale, file, matter: { reviewed } }) => {
    const twin = fileOf.get(pageId(kind, slug, otherLocale(locale)));
    return twin === undefined ? [] : [{ file, twin, reviewed }];
  });
}

/** Folder of the rendered texts. */
export const renderedDir = (cacheDir: string) => resolve(cacheDir, 'rendered');

function versionOf({ editions, documents }: Corpus, folder: string, hashes: Map<string, string>): Version {
  const content = contentDigest(hashes);
  const edition = editions.find((one) => one.content === content) ?? editions[0];
  return {
    content,
    ...revisionOf(folder),
    ...(edition ? { edition: edition.version } : {}),
    isEdition: edition?.content === content,
    pages: editionPages(documents, hashes),
  };
}

/** What is known of the files: the day of the last change, the hash, and which of them wait for their twin. */
interface Files {
  changed: Map<string, string>;
  hashes: Map<string, string>;
  stale: Set<string>;
}

function preparePages(corpus: Corpus, rendered: Map<string, RenderedDocument>, files: Files): Omit<PreparedPage, 'material'>[] {
  const byPageKey = new Map(corpus.documents.map((document) => [pageKey(document.kind, document.slug), document]));
  const linksOf = (id: string, locale: PreparedPage['locale']) =>
    (rendered.get(id)?.rendered.facts.links ?? []).flatMap(({ target }) => {
      const there = byPageKey.get(target.replace(/#.*$/, ''));
      return there ? [pageId(there.kind, there.slug, locale)] : [];
    });
  const outgoing = new Map(corpus.documents.map((document) => [document.id, [...new Set(linksOf(document.id, document.locale))]]));
  const incoming = new Map<string, string[]>();
  for (const [from, targets] of outgoing) for (const to of targets) if (to !== from) incoming.set(to, [...(incoming.get(to) ?? []), from]);
  const related = relate(
    corpus.documents.map((document) => ({
      id: document.id,
      locale: document.locale,
      topic: document.topic,
      text: `${document.title}\n${rendered.get(document.id)?.rendered.facts.text ?? ''}`,
      links: outgoing.get(document.id) ?? [],
    })),
    12,
  );
  const fileOf = new Map(corpus.documents.map((document) => [document.id, document.file]));
  const notRun = new Set(corpus.listings.filter(({ record }) => !record || 'notRun' in record).map((listing) => `${listing.topic}/${listing.name}`));
  const neverRead = new Set(corpus.sources.filter(({ read }) => read === 'never').map(({ key }) => key));
  return corpus.documents.map((document) => {
    const { id, kind, locale, topic, slug, file, title, matter } = document;
    const { digest = '', rendered: text } = rendered.get(id) ?? {};
    const facts = text?.facts;
    const changed = files.changed.get(file);
    const twinChanged = files.changed.get(fileOf.get(pageId(kind, slug, otherLocale(locale))) ?? '');
    return {
      id,
      kind,
      locale,
      topic,
      slug,
      file,
      title,
      matter,
      digest,
      lead: facts?.lead ?? '',
      minutes: facts?.minutes ?? 1,
      headings: (facts?.headings ?? []).map(({ id, text, depth }) => ({ id, text, depth })),
      instruments: [...new Set(facts?.instruments ?? [])],
      figures: facts?.figures ?? [],
      grounds: {
        cited: facts?.citations.length ?? 0,
        computed: facts?.values.length ?? 0,
        sums: facts?.calcs ?? 0,
        run: (facts?.listings ?? []).filter((name) => !notRun.has(`${topic}/${name}`)).length + (facts?.runs.length ?? 0),
        example: (facts?.claims ?? []).filter(({ grounds }) => grounds.some((ground) => ground.kind === 'example')).length,
        open:
          (facts?.listings ?? []).filter((name) => notRun.has(`${topic}/${name}`)).length +
          (facts?.citations ?? []).filter(({ key }) => neverRead.has(key)).length,
      },
      ...(changed ? { changed } : {}),
      ...(twinChanged && files.stale.has(file) ? { twinChanged } : {}),
      sha256: files.hashes.get(file) ?? '',
      related: related.get(id) ?? [],
      backlinks: incoming.get(id) ?? [],
    };
  });
}

/**
 * Gives each page the digest of all that it is made from, so that a page is made anew only if that has changed. A document's page may read everything but
 * the texts of other documents: of those only what is named here, and which of them belong to it, which its own record says.
 */
function withMaterial(pages: Omit<PreparedPage, 'material'>[], others: Omit<Prepared, 'pages' | 'citedIn'>): PreparedPage[] {
  // These two change with every text, and only pages of lists and editions show them.
  const version = { ...others.version, content: '', pages: [] };
  const shared = hash([JSON.stringify([{ ...others, version }, pages.map(({ id, title, topic }) => [id, title, topic])])]);
  // An entry and its chapters list each other's sections.
  const sections = new Map([...partsByTopic(pages)].map(([key, members]) => [key, JSON.stringify(members.map(({ slug, headings }) => [slug, headings]))]));
  return pages.map((page) => ({ ...page, material: hash([shared, sections.get(`${page.topic} ${page.locale}`) ?? '', JSON.stringify(page)]) }));
}

function citedIn(rendered: Map<string, RenderedDocument>): CitedIn {
  const pages: CitedIn = {};
  for (const [id, { rendered: text }] of rendered) {
    for (const { key } of text.facts.citations) {
      const list = pages[key] ?? [];
      pages[key] = list;
      if (!list.includes(id)) list.push(id);
    }
  }
  return pages;
}
