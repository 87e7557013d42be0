import { pageAddress } from '../corpus/address.ts';
import type { DocumentKind } from '../corpus/corpus.ts';
import { markdownText } from '../corpus/markdown.ts';
import { isPart } from '../corpus/parts.ts';
import type { Grounds, PreparedPage } from '../corpus/prepared.ts';
import { longReference, sourceUrl } from '../corpus/references.ts';
import { type Locale, otherLocale } from '../i18n/locales.ts';
import { messages } from '../i18n/messages.ts';
import { defaultInputs } from '../instruments/inputs.ts';
import { listPages, type SitePage } from './all-pages.ts';
import { ownErrors } from './corrections.ts';
import { claimsOf, evidence, sumGrounds } from './evidence.ts';
import { evidenceSheets, type Sheet, sheetTitle } from './evidence-sheets.ts';
import { instruments } from './instruments.ts';
import { lastChanged } from './last-changed.ts';
import { type Library, library } from './library.ts';
import { absolute } from './links.ts';

/** A page as Markdown: a document's own text, or the list that a list page shows. */
export async function markdownTwin(locale: Locale, { path, title, page }: SitePage): Promise<string> {
  const all = await library();
  const sheet = evidenceSheets(all, locale).find((one) => one.path === path);
  const body = page ? await documentText(page, all) : sheet ? await sheetText(sheet, locale, all) : listText(locale, path, all);
  return `# ${markdownText(title)}\n\n${body.trim()}\n\n---\n\n${absolute(`/${locale}/${path}`)}\n`;
}

async function documentText(page: PreparedPage, all: Library): Promise<string> {
  const t = messages(page.locale);
  const { markdown } = await all.text(page);
  const said = page.kind === 'correction' ? `**${t.said}:** ~~${markdownText(page.title)}~~\n\n**${t.isSo}:**\n\n` : '';
  const meanings =
    'meanings' in page.matter
      ? `${page.matter.meanings.map(({ term, signs, topic }) => `- [${markdownText(all.term(term)?.[page.locale] ?? term)}](${twin('entry', topic, page.locale)}): ${markdownText(signs)}`).join('\n')}\n\n`
      : '';
  const references = all
    .sourcesOf(page)
    .map((source) => `- ${source.key}: ${markdownText(longReference(source))}${sourceUrl(source) ? ` <${sourceUrl(source)}>` : ''}`)
    .join('\n');
  const history = page.matter.changes.map(({ date, what, corrects }) => `- ${date}${corrects ? ` (${t.correctsError})` : ''}${t.colon}${markdownText(what)}`);
  const last = history.length > 0 ? `\n\n## ${t.history}\n\n${history.join('\n')}` : '';
  return `${said}${meanings}${markdown}${chapterList(page, all)}${references ? `\n\n## ${t.references}\n\n${references}` : ''}${last}`;
}

/** An entry and its chapters name each other, as the page does. */
function chapterList(page: PreparedPage, all: Library): string {
  const { id, topic, locale } = page;
  const parts = isPart(page) ? all.parts(topic, locale) : [];
  if (parts.length < 2) return '';
  const lines = parts.map((part, index) =>
    part.id === id
      ? `${index + 1}. **${markdownText(part.title)}**`
      : `${index + 1}. [${markdownText(part.title)}](${twin(part.kind, part.slug, locale)}): ${part.headings
          .filter(({ depth }) => depth === 2)
          .map(({ text }) => markdownText(text))
          .join(' · ')}`,
  );
  return `\n\n## ${messages(locale).chaptersOf(markdownText(all.topic(topic)?.shortTitle[locale] ?? topic))}\n\n${lines.join('\n')}`;
}

/** The claims of a sheet: each with its grounds in brackets. */
async function sheetText({ parts }: Sheet, locale: Locale, all: Library): Promise<string> {
  const t = messages(locale);
  const texts = await Promise.all(
    parts
      .flatMap(({ pages }) => pages)
      .map(async (page) => {
        const claims = (await claimsOf(page, all)).map(
          ({ claim, grounds }) =>
            `- ${markdownText(claim.text)} (${grounds.map(({ kind, name, detail, result }) => `${t.groundKind[kind]}${t.colon}${markdownText([name, detail, result].filter(Boolean).join(', '))}`).join('; ')})`,
        );
        return `## [${markdownText(page.title)}](${twin(page.kind, page.slug, page.locale)})\n\n${claims.join('\n')}`;
      }),
  );
  return texts.join('\n\n');
}

function editionText(version: string, locale: Locale, all: Library): string | undefined {
  const edition = all.editions.find((one) => one.version === version);
  if (!edition) return undefined;
  const t = messages(locale);
  const { date, commit, content, seal, pages } = edition;
  const facts = [
    [t.date, date],
    [t.commit, commit ?? t.noVersionControl],
    [t.wholeContent, content],
    [t.seal, seal],
  ].map(([name, value]) => `- ${name}${t.colon}${value}`);
  const now = new Set(all.version.pages.map(({ path }) => path));
  const lines = pages.map(({ path, title, sha256 }) => {
    const name = now.has(path) ? `[${markdownText(title[locale])}](${absolute(`/${locale}/${path}index.md`)})` : markdownText(title[locale]);
    return `- ${name}${t.colon}SHA-256 ${sha256[locale]}`;
  });
  return `${facts.join('\n')}\n\n## ${t.pagesIn}\n\n${lines.join('\n')}`;
}

const twin = (kind: Parameters<typeof pageAddress>[0], slug: string, locale: Locale) => absolute(`${pageAddress(kind, slug, locale)}index.md`);

function listText(locale: Locale, path: string, all: Library): string {
  const t = messages(locale);
  const pages = (kind: DocumentKind) =>
    all
      .pages(kind, locale)
      .map((page) => `- [${markdownText(page.title)}](${twin(kind, page.slug, locale)}): ${markdownText(page.lead)}`)
      .join('\n');
  const instrument = instruments.find((one) => path === `instruments/${one.id}/`);
  if (instrument) return instrumentText(instrument, locale);
  const edition = editionText(/^editions\/(.+)\/$/.exec(path)?.[1] ?? '', locale, all);
  if (edition) return edition;
  switch (path) {
    case '':
      return `${markdownText(all.site.description[locale])}\n\n${listPages(locale)
        .slice(1)
        .map((one) => `- [${markdownText(one.title)}](${absolute(`/${locale}/${one.path}index.md`)})`)
        .join('\n')}\n\n## ${t.topics}\n\n${pages('entry')}`;
    case 'topics/':
      return all.topics
        .flatMap(({ slug }) => all.parts(slug, locale))
        .map(
          (page) => `${page.kind === 'chapter' ? '  ' : ''}- [${markdownText(page.title)}](${twin(page.kind, page.slug, locale)}): ${markdownText(page.lead)}`,
        )
        .join('\n');
    case 'questions/':
      return pages('question');
    case 'corrections/': {
      const errors = ownErrors(all, locale).map(
        ({ page, date, what }) => `- ${date} [${markdownText(page.title)}](${twin(page.kind, page.slug, locale)}) · ${markdownText(what)}`,
      );
      return `${pages('correction')}${errors.length > 0 ? `\n\n## ${t.errorsOfOurs}\n\n${errors.join('\n')}` : ''}`;
    }
    case 'instruments/':
      return instruments.map((one) => `- [${one.title[locale]}](${twin('instrument', one.id, locale)}): ${one.summary[locale]}`).join('\n');
    case 'glossary/':
      return all.terms
        .map((term) => `- **${markdownText(term[locale])}** (${markdownText(term[otherLocale(locale)])}): ${markdownText(term.definition[locale])}`)
        .join('\n');
    case 'sources/':
      return all.sources
        .map(
          (source) =>
            `- ${source.key}: ${markdownText(longReference(source))}${sourceUrl(source) ? ` <${sourceUrl(source)}>` : ''} (${source.read === 'never' ? t.neverRead : t.readOn(source.read)})`,
        )
        .join('\n');
    case 'resources/':
      return all.resources
        .map(
          (resource) =>
            `- **${markdownText(resource.title[locale])}**${resource.url ? ` <${resource.url}>` : ''}: ${markdownText(resource.what[locale])} ${t.forWhom}: ${markdownText(resource.forWhom[locale])} (${t.resourceStatus[resource.status]})`,
        )
        .join('\n');
    case 'whats-new/':
      return lastChanged(all, locale)
        .slice(0, 200)
        .map((page) => `- ${page.changed ?? ''} [${markdownText(page.title)}](${twin(page.kind, page.slug, locale)})`)
        .join('\n');
    case 'evidence/': {
      const { total, comparisons } = evidence(all, locale);
      const line = (name: string, { cited, computed, sums, run, example, open }: Grounds) =>
        `- ${name}${t.colon}${cited} ${t.groundCited}, ${computed} ${t.groundComputed}, ${sums} ${t.groundSums}, ${run} ${t.groundRun}, ${example} ${t.groundExample}, ${open} ${t.groundOpen}`;
      const sheets = evidenceSheets(all, locale).map((sheet) =>
        line(
          `[${markdownText(sheetTitle(all, sheet, locale))}](${absolute(`/${locale}/${sheet.path}index.md`)})`,
          sumGrounds(sheet.parts.flatMap(({ pages }) => pages.map(({ grounds }) => grounds))),
        ),
      );
      return `${t.evidenceIntro}\n\n${line(t.total, total)}\n${sheets.join('\n')}\n\n## ${t.comparisons}\n\n${comparisons.map((one) => `- ${one.source} (${one.date}): ${one.cases}. ${one.made}`).join('\n')}`;
    }
    case 'editions/':
      return `${t.editionsIntro}\n\n${all.editions.map(({ version, date, content }) => `- [${t.editionName(version)}](${absolute(`/${locale}/editions/${version}/index.md`)}): ${date}, SHA-256 ${content}`).join('\n') || t.noEditionYet}`;
    case 'about/':
      return all.site.about[locale].split('\n\n').map(markdownText).join('\n\n');
    case 'offline/':
      return `${t.offlineIntro}\n\n${t.offlineArchive}`;
    default:
      return t.searchIntro;
  }
}

function instrumentText(definition: (typeof instruments)[number], locale: Locale): string {
  const t = messages(locale);
  const inputs = defaultInputs(definition);
  const outputs = definition.compute(inputs);
  return [
    definition.summary[locale],
    definition.answer(inputs, outputs, locale),
    `## ${t.inputs}\n\n${Object.entries(definition.inputs)
      .map(([key, spec]) => `- \`${key}\` ${spec.label[locale]}: ${String(inputs[key])}${spec.type === 'number' && spec.unit ? ` ${spec.unit}` : ''}`)
      .join('\n')}`,
    `## ${t.results}\n\n${Object.entries(definition.outputs)
      .map(
        ([key, spec]) =>
          `- \`${key}\` ${spec.label[locale]}: ${outputs[key] ?? t.notApplicable} ${spec.unit}; $${spec.formula}$ (${spec.ground.map(({ source, locator }) => `${source}, ${locator}`).join('; ')})`,
      )
      .join('\n')}`,
    `## ${t.assumptions}\n\n${definition.assumptions.map((text) => `- ${text[locale]}`).join('\n')}`,
  ].join('\n\n');
}
