import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { z } from 'zod';
import { isLocale, type Locale, locales } from '../i18n/locales.ts';
import { correctionSchema, disambiguationSchema, entrySchema, questionSchema } from '../schema/document.ts';
import { editionSchema } from '../schema/edition.ts';
import { figureSchema } from '../schema/figure.ts';
import { slug as slugSchema } from '../schema/localized.ts';
import { resourcesSchema } from '../schema/resource.ts';
import { runRecordSchema } from '../schema/run-record.ts';
import { siteSchema } from '../schema/site.ts';
import { sourcesSchema } from '../schema/source.ts';
import { glossarySchema } from '../schema/term.ts';
import { topicSchema } from '../schema/topic.ts';
import type { Corpus, CorpusDocument, DocumentKind } from './corpus.ts';
import { compareVersions, sealOf } from './edition.ts';
import { Folder } from './folder.ts';
import { pictureFault } from './picture.ts';
import { readYaml, readYamlRecords } from './read-yaml.ts';
import { typeset } from './typeset.ts';

const matterSchemas = {
  entry: entrySchema,
  chapter: entrySchema,
  question: questionSchema,
  correction: correctionSchema,
  disambiguation: disambiguationSchema,
};

/**
 * Reads a content folder: every file against its schema, every mistake a finding with its file and line.
 * Records with mistakes are left out of the corpus, so that the rest can still be checked.
 */
export function readCorpus(dir: string): Corpus {
  const reader = new CorpusReader(dir);
  reader.readAll();
  return reader.corpus as Corpus;
}

class CorpusReader {
  private readonly folder: Folder;
  readonly corpus: Omit<Corpus, 'site'> & { site: Corpus['site'] | undefined } = {
    site: undefined,
    topics: [],
    documents: [],
    sources: [],
    terms: [],
    resources: [],
    listings: [],
    figures: [],
    images: [],
    editions: [],
    findings: [],
  };

  constructor(dir: string) {
    this.folder = new Folder(dir, (...finding) => this.find(...finding));
  }

  readAll(): void {
    this.corpus.site = this.yaml('site.yaml', siteSchema, true)?.value;
    this.readTerms('glossary.yaml', '');
    for (const name of this.folder.names('disambiguations')) this.readPairFile('disambiguation', '', 'disambiguations', name);
    for (const topic of this.folder.names('topics')) this.readTopic(topic);
    for (const name of this.folder.names('editions')) this.readEdition(name);
    for (const name of this.folder.names('.')) {
      if (!['site.yaml', 'glossary.yaml', 'disambiguations', 'topics', 'editions', 'README.md', 'LICENSE'].includes(name)) this.stray(name);
    }
    this.corpus.topics.sort((a, b) => a.order - b.order || a.slug.localeCompare(b.slug));
    this.corpus.editions.sort((a, b) => compareVersions(b.version, a.version));
  }

  private readEdition(name: string): void {
    const file = `editions/${name}`;
    const result = this.yaml(file, editionSchema);
    if (!result?.value) return;
    if (name !== `${result.value.version}.yaml`)
      this.find(file, result.lineOf(['version']), 'layout', `this file holds the edition "${result.value.version}"`, `name it ${result.value.version}.yaml`);
    this.corpus.editions.push({ ...result.value, ownSeal: sealOf(this.folder.text(file) ?? ''), file, line: result.lineOf(['seal']) });
  }

  private readTopic(topic: string): void {
    const folder = `topics/${topic}`;
    if (!slugSchema.safeParse(topic).success) {
      this.find(folder, 1, 'layout', `the folder's name "${topic}" cannot be an address`, 'use lower-case words joined by hyphens');
      return;
    }
    const record = this.yaml(`${folder}/topic.yaml`, topicSchema, true);
    if (record?.value) this.corpus.topics.push({ ...record.value, slug: topic, file: `${folder}/topic.yaml`, line: 1 });
    for (const name of this.folder.names(folder)) {
      const stem = name.replace(/\.mdx$/, '');
      if (name.endsWith('.mdx') && isLocale(stem)) this.readDocument('entry', topic, topic, stem, `${folder}/${name}`);
      else if (name === 'chapters')
        for (const file of this.folder.names(`${folder}/chapters`)) this.readPairFile('chapter', topic, `${folder}/chapters`, file, `${topic}/`);
      else if (name === 'questions')
        for (const file of this.folder.names(`${folder}/questions`)) this.readPairFile('question', topic, `${folder}/questions`, file);
      else if (name === 'corrections')
        for (const file of this.folder.names(`${folder}/corrections`)) this.readPairFile('correction', topic, `${folder}/corrections`, file);
      else if (name === 'sources.yaml') this.readSources(`${folder}/${name}`, topic);
      else if (name === 'glossary.yaml') this.readTerms(`${folder}/${name}`, topic);
      else if (name === 'resources.yaml') this.readResources(`${folder}/${name}`, topic);
      else if (name === 'listings') this.readListings(`${folder}/listings`, topic);
      else if (name === 'figures') this.readFigures(`${folder}/figures`, topic);
      else if (name === 'images') for (const image of this.folder.names(`${folder}/images`)) this.readImage(topic, image);
      else if (name !== 'topic.yaml') this.stray(`${folder}/${name}`);
    }
  }

  /** `<slug>.<lang>.mdx`. A chapter's slug has its topic's before it. */
  private readPairFile(kind: DocumentKind, topic: string, folder: string, name: string, before = ''): void {
    const match = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.([a-z-]+)\.mdx$/.exec(name);
    const [, slug = '', locale = ''] = match ?? [];
    if (!match || !isLocale(locale)) {
      this.find(
        `${folder}/${name}`,
        1,
        'layout',
        'this file name has not the form <slug>.<lang>.mdx',
        `name it with lower-case words and one of ${locales.map((known) => `.${known}.mdx`).join(', ')}`,
      );
      return;
    }
    this.readDocument(kind, topic, before + slug, locale, `${folder}/${name}`);
  }

  private readDocument(kind: DocumentKind, topic: string, slug: string, locale: Locale, file: string): void {
    const text = this.folder.text(file);
    if (text === undefined) return;
    const match = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
    if (!match) {
      this.find(file, 1, 'front-matter', 'the file does not start with front matter', 'start it with a line "---", the fields, and a second line "---"');
      return;
    }
    const { value, findings, lineOf } = readYaml<CorpusDocument['matter']>(
      match[1] ?? '',
      matterSchemas[kind] as unknown as z.ZodType<CorpusDocument['matter']>,
      file,
      2,
    );
    this.corpus.findings.push(...findings);
    if (!value) return;
    const name = 'title' in value ? value.title : 'question' in value ? value.question : value.statement;
    const title = typeset(name, locale);
    const bodyLine = match[0].split('\n').length;
    this.corpus.documents.push({
      kind,
      id: `${kind}/${slug}/${locale}`,
      locale,
      topic,
      slug,
      file,
      title,
      matter: value,
      body: text.slice(match[0].length),
      bodyLine,
      changeLines: value.changes.map((_, index) => lineOf(['changes', index, 'what'])),
    } as CorpusDocument);
  }

  private readSources(file: string, topic: string): void {
    const result = this.records(file, sourcesSchema);
    for (const [key, source] of Object.entries(result?.value ?? {})) {
      const line = result?.lineOf([key]) ?? 1;
      if (this.unique(this.corpus.sources, (known) => known.key === key, 'source key', key, file, line))
        this.corpus.sources.push({ ...source, key, topic, file, line });
    }
  }

  private readTerms(file: string, topic: string): void {
    const result = this.records(file, glossarySchema);
    for (const [index, term] of (result?.value ?? []).entries()) {
      const line = result?.lineOf([index, 'id']) ?? 1;
      if (this.unique(this.corpus.terms, (known) => known.id === term.id, 'glossary id', term.id, file, line))
        this.corpus.terms.push({ ...term, topic, file, line });
    }
  }

  private readResources(file: string, topic: string): void {
    const result = this.records(file, resourcesSchema);
    for (const [index, resource] of (result?.value ?? []).entries()) {
      const line = result?.lineOf([index, 'id']) ?? 1;
      if (this.unique(this.corpus.resources, (known) => known.id === resource.id, 'resource id', resource.id, file, line))
        this.corpus.resources.push({ ...resource, topic, file, line });
    }
  }

  private readListings(folder: string, topic: string): void {
    const names = this.folder.names(folder);
    for (const name of names) {
      const listing = name.replace(/\.run\.yaml$/, '');
      if (listing !== name) {
        if (!names.includes(listing))
          this.find(
            `${folder}/${name}`,
            1,
            'listing',
            `there is no listing "${listing}" beside this record`,
            'rename the record after its listing, or delete it',
          );
        continue;
      }
      const text = this.folder.text(`${folder}/${name}`);
      const bytes = this.folder.bytes(`${folder}/${name}`, 'text');
      if (text === undefined || bytes === undefined) continue;
      const record = names.includes(`${name}.run.yaml`) ? this.yaml(`${folder}/${name}.run.yaml`, runRecordSchema)?.value : undefined;
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      this.corpus.listings.push({ topic, name, text, sha256, file: `${folder}/${name}`, line: 1, ...(record ? { record } : {}) });
    }
  }

  private readFigures(folder: string, topic: string): void {
    for (const name of this.folder.names(folder)) {
      if (name.endsWith('.csv')) continue;
      if (!name.endsWith('.yaml') || !slugSchema.safeParse(basename(name, '.yaml')).success) {
        this.stray(`${folder}/${name}`);
        continue;
      }
      const result = this.yaml(`${folder}/${name}`, figureSchema);
      if (!result?.value) continue;
      const tables: Record<string, string> = {};
      const series = result.value.kind === 'plot' ? result.value.series : [];
      for (const [index, one] of series.entries()) {
        if (!('csv' in one)) continue;
        const path = [`${folder}/${one.csv.file}`, `topics/${topic}/listings/${one.csv.file}`].find((candidate) => this.folder.has(candidate));
        const table = path && this.folder.text(path);
        if (table !== undefined) tables[one.csv.file] = table;
        else if (path === undefined)
          this.find(
            `${folder}/${name}`,
            result.lineOf(['series', index, 'csv']),
            'figure',
            `there is no file "${one.csv.file}" in figures/ or listings/`,
            'put the CSV file there or correct its name',
          );
      }
      this.corpus.figures.push({ topic, name: basename(name, '.yaml'), figure: result.value, tables, file: `${folder}/${name}`, line: 1 });
    }
  }

  private readImage(topic: string, name: string): void {
    const file = `topics/${topic}/images/${name}`;
    if (!/\.(svg|png|jpg|jpeg|webp|avif)$/.test(name)) {
      this.find(file, 1, 'layout', 'this is no picture that browsers show', 'use SVG, PNG, JPEG, WebP or AVIF');
      return;
    }
    const bytes = this.folder.bytes(file, 'picture');
    if (!bytes) return;
    // A picture with a mistake is there all the same: texts that show it are right.
    this.corpus.images.push(`${topic}/${name}`);
    const fault = pictureFault(name, bytes);
    if (fault) this.find(file, fault.line, 'picture', fault.message, 'save it as a plain picture: an SVG may hold shapes, text and references within itself');
  }

  private unique<T extends { file: string; line: number }>(
    records: T[],
    same: (record: T) => boolean,
    what: string,
    key: string,
    file: string,
    line: number,
  ): boolean {
    const twin = records.find(same);
    if (twin)
      this.find(file, line, 'duplicate', `the ${what} "${key}" is taken already (${twin.file}:${twin.line})`, 'choose another, or cite the one that exists');
    return !twin;
  }

  private yaml<T>(file: string, schema: z.ZodType<T>, required = false): ReturnType<typeof readYaml<T>> | undefined {
    if (!this.folder.has(file)) {
      if (required) this.find(file, 1, 'layout', 'this file is missing', "write it; the author's guide (content/README.md) shows its form");
      return undefined;
    }
    const text = this.folder.text(file);
    if (text === undefined) return undefined;
    const result = readYaml(text, schema, file);
    this.corpus.findings.push(...result.findings);
    return result;
  }

  /** A file of records: those without a mistake. */
  private records<T>(file: string, schema: z.ZodType<T>): ReturnType<typeof readYaml<T>> | undefined {
    const text = this.folder.has(file) ? this.folder.text(file) : undefined;
    if (text === undefined) return undefined;
    const result = readYamlRecords(text, schema, file);
    this.corpus.findings.push(...result.findings);
    return result;
  }

  private stray(file: string): void {
    this.find(file, 1, 'layout', 'this file has no place here', "move or delete it; the author's guide (content/README.md) lists what may stand where");
  }

  private find(file: string, line: number, rule: string, message: string, suggestion: string): void {
    this.corpus.findings.push({ file, line, rule, message, suggestion });
  }
}
