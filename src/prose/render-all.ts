import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Corpus, CorpusDocument } from '../corpus/corpus.ts';
import { isPart } from '../corpus/parts.ts';
import { loadInstruments } from '../instruments/registry.ts';
import { type ProseContext, pageKey, type Rendered } from './context.ts';
import { loadHighlighter } from './highlight.ts';
import { renderDocument } from './render.ts';
import { listingsShown } from './words/listing.ts';

/** Below this many documents the start of threads costs more than it saves. */
const threadsFrom = 40;
const batchSize = 16;

export interface RenderedDocument {
  digest: string;
  rendered: Kept;
}

/** What stays in memory of a text. HTML, Markdown and CSV are the bulk of it, and only its file has them. */
export type Kept = Pick<Rendered, 'facts' | 'sections' | 'findings'>;
const kept = ({ facts, sections, findings }: Rendered): Kept => ({ facts, sections, findings });

/**
 * Renders documents of a corpus (all, if none are named), once per digest of (text, what it may refer to, the code that renders). Results are kept in
 * `cacheDir`, one file per digest.
 */
export async function renderAll(corpus: Corpus, base: string, cacheDir: string, wanted = corpus.documents): Promise<Map<string, RenderedDocument>> {
  mkdirSync(cacheDir, { recursive: true });
  const context = makeContext(corpus, base);
  const shared = sharedDigest(context);
  const byTopic = topicDigests(corpus, context);
  const results = new Map<string, RenderedDocument>();
  const missing: { document: CorpusDocument; digest: string }[] = [];
  for (const document of wanted) {
    const digest = hash([shared, byTopic.get(document.topic) ?? '', document.id, document.file, String(document.bodyLine), document.body]);
    const file = join(cacheDir, `${digest}.json`);
    if (existsSync(file)) results.set(document.id, { digest, rendered: kept(JSON.parse(readFileSync(file, 'utf8')) as Rendered) });
    else missing.push({ document, digest });
  }
  const digests = new Map(missing.map(({ document, digest }) => [document.id, digest]));
  const keep = (id: string, rendered: Rendered) => {
    const digest = digests.get(id) ?? '';
    const file = join(cacheDir, `${digest}.json`);
    writeFileSync(`${file}.new`, JSON.stringify(rendered));
    renameSync(`${file}.new`, file);
    results.set(id, { digest, rendered: kept(rendered) });
  };
  const documents = missing.map(({ document }) => document);
  if (documents.length < threadsFrom) await renderHere(documents, context, keep);
  else await renderInThreads(documents, context, keep);
  // In the corpus's order, whichever thread was first: what is made from this must not differ between two builds.
  return new Map(
    wanted.flatMap(({ id }) => {
      const one = results.get(id);
      return one ? [[id, one] as const] : [];
    }),
  );
}

async function renderHere(documents: CorpusDocument[], context: ProseContext, keep: (id: string, rendered: Rendered) => void): Promise<void> {
  if (documents.length === 0) return;
  const [instruments] = await Promise.all([loadInstruments(), loadHighlighter()]);
  for (const document of documents) keep(document.id, renderDocument(document, { ...context, instruments }));
}

async function renderInThreads(documents: CorpusDocument[], context: ProseContext, keep: (id: string, rendered: Rendered) => void): Promise<void> {
  const batches = Array.from({ length: Math.ceil(documents.length / batchSize) }, (_, index) => documents.slice(index * batchSize, (index + 1) * batchSize));
  const threads = Math.min(batches.length, Math.max(1, availableParallelism()));
  await Promise.all(
    Array.from({ length: threads }, async () => {
      const worker = new Worker(new URL('./render-worker.ts', import.meta.url), { workerData: context });
      try {
        for (let batch = batches.shift(); batch; batch = batches.shift()) {
          for (const { id, rendered } of await ask(worker, batch)) keep(id, rendered);
        }
      } finally {
        await worker.terminate();
      }
    }),
  );
}

function ask(worker: Worker, documents: CorpusDocument[]): Promise<{ id: string; rendered: Rendered }[]> {
  return new Promise((resolve, reject) => {
    const done = () => {
      worker.off('message', answer);
      worker.off('error', fail);
    };
    const answer = (message: { id: string; rendered: Rendered }[]) => {
      done();
      resolve(message);
    };
    const fail = (error: Error) => {
      done();
      reject(error);
    };
    worker.on('message', answer);
    worker.on('error', fail);
    worker.postMessage(documents);
  });
}

/** What texts may refer to, gathered from a corpus. */
export function makeContext(corpus: Corpus, base: string): ProseContext {
  return {
    base,
    sources: new Map(corpus.sources.map((source) => [source.key, source])),
    terms: new Map(corpus.terms.map((term) => [term.id, term])),
    resources: new Set(corpus.resources.map((resource) => resource.id)),
    pages: new Set(corpus.documents.map((document) => pageKey(document.kind, document.slug))),
    listings: new Map(corpus.listings.map((listing) => [`${listing.topic}/${listing.name}`, listing])),
    shownIn: shownIn(corpus),
    figures: new Map(corpus.figures.map((figure) => [`${figure.topic}/${figure.name}`, figure])),
    images: new Set(corpus.images),
  };
}

function shownIn({ topics, documents }: Corpus): ProseContext['shownIn'] {
  const place = new Map(topics.flatMap(({ slug, chapters }) => [slug, ...chapters.map((chapter) => `${slug}/${chapter}`)]).map((slug, index) => [slug, index]));
  // The first of them stands last here, and so it is the one that stays.
  const pages = documents.filter(isPart).sort((a, b) => (place.get(b.slug) ?? -1) - (place.get(a.slug) ?? -1));
  return new Map(pages.flatMap(({ kind, topic, slug, body }) => listingsShown(body).map((file) => [`${topic}/${file}`, { kind, slug }] as const)));
}

function sharedDigest(context: ProseContext): string {
  const { base, sources, terms, resources, pages, images } = context;
  return hash([codeDigest(), JSON.stringify([base, [...sources.values()], [...terms.values()], [...resources], [...pages], [...images]])]);
}

function topicDigests(corpus: Corpus, { shownIn }: ProseContext): Map<string, string> {
  const parts = new Map<string, string[]>();
  const add = (topic: string, text: string) => parts.set(topic, [...(parts.get(topic) ?? []), text]);
  for (const { topic, name, sha256, record } of corpus.listings)
    add(topic, `${name} ${sha256} ${JSON.stringify([record ?? null, shownIn.get(`${topic}/${name}`) ?? null])}`);
  for (const figure of corpus.figures) add(figure.topic, `${figure.name} ${JSON.stringify([figure.figure, figure.tables])}`);
  return new Map([...parts].map(([topic, texts]) => [topic, hash(texts)]));
}

let code: string | undefined;

/** Digest of all code that has a part in rendering, and of the versions of the libraries. */
function codeDigest(): string {
  if (code) return code;
  const src = join(import.meta.dirname, '..');
  const folders = ['prose', 'corpus', 'figures', 'i18n', 'instruments', 'models', 'components/instrument', 'schema'];
  const texts = folders.flatMap((folder) =>
    readdirSync(join(src, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .sort()
      .map((name) => readFileSync(join(src, folder, name), 'utf8')),
  );
  const lock = join(src, '..', 'package-lock.json');
  code = hash([...texts, existsSync(lock) ? readFileSync(lock, 'utf8') : '']);
  return code;
}

/** A short name for texts: the beginning of their SHA-256. */
export function hash(parts: string[]): string {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part).update('\0');
  return digest.digest('hex').slice(0, 32);
}
