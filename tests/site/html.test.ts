import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { type ElementNode, elementsOf, expectNone, hasClass, kindOf, type Page, pagesOf, rootSite, textOf } from './sites.ts';

const pages = pagesOf(rootSite);

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  elements: ['html5'],
  rules: {
    // Integrity hashes are for files of other origins; here there are none.
    'require-sri': 'off',
    // A question is the title of its page, however long; search engines cut it, readers don't.
    'long-title': 'off',
    // Both ways of writing a void element are HTML.
    'void-style': 'off',
    // HTML allows any id without a space in it; Chinese ones, too.
    'valid-id': ['error', { relaxed: true }],
    // The fields of an instrument act at once: its form sends nothing, and a button that sends would mislead.
    'wcag/h32': 'off',
  },
});

const find = (check: (page: Page, elements: ElementNode[]) => string[]) =>
  expectNone(pages.flatMap((page) => check(page, elementsOf(page.file)).map((fault) => `${page.path || '/'}: ${fault}`)));

const structuredData = (elements: ElementNode[]) =>
  elements
    .filter(({ tag, attributes }) => tag === 'script' && attributes.type === 'application/ld+json')
    .map((element) => JSON.parse(textOf(element)) as { '@context'?: string; '@type'?: string; [key: string]: unknown });

describe('every page of the site', () => {
  it('is valid HTML', async () => {
    const findings: string[] = [];
    for (const page of pages) {
      const report = await validator.validateString(readFileSync(page.file, 'utf8'), page.path);
      for (const { messages } of report.results)
        for (const { line, column, message, ruleId, selector } of messages)
          findings.push(`${page.path || '/'}:${line}:${column} ${ruleId}: ${message} (${selector})`);
    }
    expectNone(findings);
  });

  it('uses each id once', () =>
    find((_page, elements) => {
      const ids = elements.map(({ attributes }) => attributes.id).filter((id) => id !== undefined);
      return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `id "${id}" stands twice`);
    }));

  it('has no inline style and no inline event handler', () =>
    find((_page, elements) =>
      elements.flatMap(({ tag, attributes }) => [
        ...(tag === 'style' ? ['<style>'] : []),
        ...Object.keys(attributes)
          .filter((name) => name === 'style' || /^on[a-z]/.test(name))
          .map((name) => `<${tag} ${name}="${attributes[name]}">`),
      ]),
    ));

  it('has a policy that names its one inline script by hash and allows nothing inline besides', () =>
    find((_page, elements) => {
      const policy = elements.find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy')?.attributes.content ?? '';
      const inline = elements.filter(({ tag, attributes }) => tag === 'script' && attributes.src === undefined && attributes.type !== 'application/ld+json');
      const hash = (element: ElementNode) => `'sha256-${createHash('sha256').update(textOf(element)).digest('base64')}'`;
      return [
        ...(policy.startsWith("default-src 'none'") ? [] : [`the policy is "${policy}"`]),
        ...(/unsafe-inline|'unsafe-eval'|https?:|\*/.test(policy) ? [`the policy is loose: "${policy}"`] : []),
        ...(inline.length === 1 ? [] : [`${inline.length} inline scripts`]),
        ...inline.filter((element) => !policy.includes(hash(element))).map(() => 'the policy does not hold the hash of the inline script'),
      ];
    }));

  it('has a title and a description of its own, a viewport, and one h1', () => {
    const titles = new Map<string, string>();
    find((page, elements) => {
      const title = elements.find(({ tag, parent }) => tag === 'title' && parent?.tag === 'head');
      const titleText = title ? textOf(title) : '';
      const key = `${page.locale} ${titleText}`;
      const earlier = titles.get(key);
      titles.set(key, page.path);
      const content = (name: string) => elements.find(({ attributes }) => attributes.name === name)?.attributes.content ?? '';
      const headings = elements.filter(({ tag }) => tag === 'h1');
      return [
        ...(titleText.trim() ? [] : ['no title']),
        ...(earlier === undefined ? [] : [`has the same title as ${earlier}: "${titleText}"`]),
        ...(content('description').trim().length >= 10 ? [] : [`description is "${content('description')}"`]),
        ...(content('viewport') === 'width=device-width, initial-scale=1' ? [] : [`viewport is "${content('viewport')}"`]),
        ...(headings.length === 1 ? [] : [`${headings.length} h1`]),
        ...headings.filter((heading) => textOf(heading).trim() === '').map(() => 'an empty h1'),
      ];
    });
  });

  it('computes no NaN, no undefined and no [object Object] into figures, instruments and drawings', () =>
    find((_page, elements) =>
      elements.flatMap((element) => {
        const { tag, attributes } = element;
        const drawn = ['d', 'points', 'x', 'y', 'cx', 'cy', 'x1', 'x2', 'y1', 'y2', 'transform', 'viewbox'].map((name) => attributes[name] ?? '');
        const isComputed = tag === 'dd' || tag === 'text' || ['answer', 'value', 'calc', 'sum', 'meta', 'facts'].some((name) => hasClass(element, name));
        const match = /\bNaN\b|\bundefined\b|\[object Object\]|\bInfinity\b/.exec([...drawn, isComputed ? textOf(element) : ''].join(' '));
        return match ? [`<${tag}> holds ${match[0]}: "${textOf(element).slice(0, 80)}"`] : [];
      }),
    ));
});

describe('data for search engines', () => {
  const types: Record<string, string> = {
    topics: 'TechArticle',
    questions: 'QAPage',
    corrections: 'TechArticle',
    disambiguation: 'TechArticle',
    instruments: 'WebApplication',
    home: 'WebSite',
  };

  it('is JSON-LD of schema.org, of the type of its kind of page, with a trail from home to the page', () =>
    find((page, elements) => {
      if (!page.locale) return [];
      const data = structuredData(elements);
      const kind = kindOf(page);
      const wanted = types[kind];
      const trail = data.find((one) => one['@type'] === 'BreadcrumbList')?.itemListElement as { position: number; name: string; item: string }[] | undefined;
      return [
        ...data.filter((one) => one['@context'] !== 'https://schema.org').map(() => 'data without schema.org as context'),
        ...(wanted && !data.some((one) => one['@type'] === wanted) ? [`no ${wanted}`] : []),
        ...(kind === 'home' || trail?.at(-1)?.item.endsWith(`/${page.path}`) ? [] : ['the trail does not end at the page']),
        ...(kind === 'home' || trail?.every(({ position, name, item }, index) => position === index + 1 && name && URL.canParse(item))
          ? []
          : ['the trail is broken']),
      ];
    }));

  it('gives a question with its answer, as the page says them', () =>
    find((page, elements) => {
      if (kindOf(page) !== 'questions') return [];
      const question = structuredData(elements).find((one) => one['@type'] === 'QAPage')?.mainEntity as
        | { '@type': string; name: string; answerCount: number; acceptedAnswer: { '@type': string; text: string } }
        | undefined;
      const heading = elements.find(({ tag }) => tag === 'h1');
      return [
        ...(question?.['@type'] === 'Question' && heading && question.name === textOf(heading) ? [] : [`the question is "${question?.name}"`]),
        ...(question?.acceptedAnswer['@type'] === 'Answer' && question.acceptedAnswer.text.length > 20 ? [] : ['there is no answer']),
      ];
    }));

  it('gives every term of the glossary', () => {
    for (const page of pages.filter(({ path }) => path.endsWith('/glossary/'))) {
      const elements = elementsOf(page.file);
      const set = structuredData(elements).find((one) => one['@type'] === 'DefinedTermSet')?.hasDefinedTerm as { '@type': string; url: string }[];
      const ids = new Set(elements.map(({ attributes }) => attributes.id));
      expect(set.length).toBeGreaterThan(20);
      expectNone(set.filter((term) => term['@type'] !== 'DefinedTerm' || !ids.has(new URL(term.url).hash.slice(1))).map((term) => `${page.path}: ${term.url}`));
    }
  });
});
