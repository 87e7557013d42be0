import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { settings } from '../../scripts/settings.ts';
import { type Locale, languageTag, locales, otherLocale } from '../../src/i18n/locales.ts';
import {
  type BuiltSite,
  type ElementNode,
  elementsOf,
  expectNone,
  filesOf,
  hasClass,
  kindOf,
  origin,
  type Page,
  pagesOf,
  rootSite,
  sites,
  textOf,
} from './sites.ts';

/** A reference of a page to something else: where it stands and what it says. */
interface Reference {
  at: string;
  to: string;
  /** Loaded with the page (or sent to), so it may not leave the site. */
  loads: boolean;
}

/** As far as it is looked at: a page in a file of claims. */
interface ClaimsOfPage {
  address: string;
  claims: { anchor: string; text: string; grounds: { kind: string; of: string; href?: string; date?: string }[] }[];
}

/** What is kept of a page once its tree is dropped. */
interface Extract {
  page: Page;
  ids: Set<string>;
  /** What it says, blanks as one. */
  text: string;
  references: Reference[];
  /** Address of the picture for shared links. */
  picture: string | undefined;
  /** Ids that attributes name: [where, id]. */
  idReferences: [string, string][];
  lang: string | undefined;
  canonical: string | undefined;
  alternates: Record<string, string>;
  markdown: string | undefined;
  feed: string | undefined;
  feeds: string[];
  twinLink: string | undefined;
  /** Text of the footer. */
  footer: string;
  /** The file that a text is made from, as its history names it. */
  file: string | undefined;
  headerLanguage: string | undefined;
}

const urlAttributes = ['href', 'src', 'action', 'formaction', 'poster', 'data', 'xlink:href', 'cite', 'background', 'manifest'];
const idAttributes = [
  'for',
  'list',
  'form',
  'popovertarget',
  'commandfor',
  'headers',
  'itemref',
  ...['labelledby', 'describedby', 'controls', 'owns', 'activedescendant', 'details', 'errormessage', 'flowto'].map((name) => `aria-${name}`),
];
function referencesOf({ tag, attributes }: ElementNode): Reference[] {
  const at = (name: string) => `<${tag} ${name}>`;
  const found = urlAttributes.flatMap((name) => {
    const to = attributes[name];
    return to === undefined ? [] : [{ at: at(name), to, loads: !(tag === 'a' && name === 'href') && name !== 'cite' }];
  });
  const sets = ['srcset', 'imagesrcset'].flatMap((name) =>
    (attributes[name] ?? '')
      .split(',')
      .map((part) => part.trim().split(/\s+/)[0] ?? '')
      .filter(Boolean)
      .map((to) => ({ at: at(name), to, loads: true })),
  );
  return [...found, ...sets];
}

function extract(page: Page): Extract {
  const elements = elementsOf(page.file);
  const links = elements.filter(({ tag }) => tag === 'link').map(({ attributes }) => attributes);
  const link = (rel: string, type?: string) => links.find((one) => one.rel === rel && (type === undefined || one.type === type))?.href;
  const twin = elements.find((element) => element.tag === 'a' && hasClass(element, 'language'));
  return {
    page,
    ids: new Set(elements.map(({ attributes }) => attributes.id).filter((id) => id !== undefined)),
    text: textOf(elements[0] as ElementNode).replace(/\s+/g, ' '),
    references: elements.flatMap(referencesOf),
    picture: elements.find(({ attributes }) => attributes.property === 'og:image')?.attributes.content,
    idReferences: elements.flatMap(({ tag, attributes }) =>
      idAttributes.flatMap((name) =>
        (attributes[name] ?? '')
          .split(/\s+/)
          .filter(Boolean)
          .map((id): [string, string] => [`<${tag} ${name}>`, id]),
      ),
    ),
    lang: elements.find(({ tag }) => tag === 'html')?.attributes.lang,
    canonical: link('canonical'),
    alternates: Object.fromEntries(links.filter((one) => one.rel === 'alternate' && one.hreflang).map((one) => [one.hreflang ?? '', one.href ?? ''])),
    markdown: link('alternate', 'text/markdown'),
    feed: link('alternate', 'application/rss+xml'),
    feeds: links.filter((one) => one.type === 'application/rss+xml').map(({ href = '' }) => href),
    twinLink: twin?.attributes.href,
    footer: elements
      .filter((element) => hasClass(element, 'site-footer'))
      .map(textOf)
      .join(' ')
      .replace(/\s+/g, ' '),
    file: elements
      .filter(({ tag }) => tag === 'code')
      .map(textOf)
      .find((text) => /^(topics|disambiguations)\/\S+\.mdx$/.test(text)),
    headerLanguage: twin?.attributes.hreflang,
  };
}

const absolute = ({ base }: BuiltSite, path: string) => new URL(base + path, origin).href;

/** Resolves addresses of one site to its files and ids. */
class Resolver {
  private readonly site: BuiltSite;
  private readonly files: Set<string>;
  private readonly targets: Map<string, Extract>;

  constructor(site: BuiltSite, extracts: Extract[]) {
    this.site = site;
    this.files = new Set(filesOf(site));
    this.targets = new Map(extracts.map((one) => [one.page.path, one]));
  }

  /** What is wrong with an address on a page; undefined if it leads somewhere. */
  fault(to: string, from: string): string | undefined {
    let url: URL;
    try {
      url = new URL(to, absolute(this.site, from));
    } catch {
      return `"${to}" is no address`;
    }
    if (url.origin !== origin) return ['https:', 'http:', 'data:'].includes(url.protocol) ? undefined : `"${to}" is neither of this site nor of the web`;
    if (!url.pathname.startsWith(this.site.base)) return `"${to}" is outside of ${this.site.base}`;
    const path = decodeURIComponent(url.pathname.slice(this.site.base.length));
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    if (!this.files.has(file)) return `"${to}" leads to no file`;
    const [id = '', words = ''] = url.hash.slice(1).split(':~:text=').map(decodeURIComponent);
    if (id && !this.targets.get(path)?.ids.has(id)) return `"${to}" leads to no element`;
    if (words && !this.targets.get(path)?.text.includes(words.replace(/\s+/g, ' '))) return `"${to}" names words that do not stand there`;
    return undefined;
  }

  /** Why an address leaves the site; undefined if it doesn't. */
  foreign(to: string, from: string): string | undefined {
    const address = absolute(this.site, from);
    const isOwn = to.startsWith('data:') || (URL.canParse(to, address) && new URL(to, address).origin === origin);
    return isOwn ? undefined : `"${to}" is of another origin`;
  }

  /** What is wrong with an address that has to be one of the site. */
  ownFault(to: string | undefined, from: string): string | undefined {
    return to ? (this.foreign(to, from) ?? this.fault(to, from)) : 'there is none';
  }
}

describe.each(sites)('the site built at $base', (site) => {
  const extracts = pagesOf(site).map(extract);
  const resolver = new Resolver(site, extracts);
  const localised = extracts.filter(({ page }) => page.locale);
  const read = (file: string) => readFileSync(join(site.dir, file), 'utf8');
  const faults = (of: Extract[], check: (one: Extract) => (string | undefined | false)[]) =>
    expectNone(of.flatMap((one) => check(one).flatMap((fault) => (fault ? [`${one.page.path || '/'}: ${fault}`] : []))));

  it('every link, form, picture, script and style leads to a file of the site, and every anchor to an element', () =>
    faults(extracts, ({ page, references }) => references.map(({ at, to }) => prefixed(at, resolver.fault(to, page.path)))));

  it('nothing that loads is of another origin', () =>
    faults(extracts, ({ page, references }) => references.filter(({ loads }) => loads).map(({ at, to }) => prefixed(at, resolver.foreign(to, page.path)))));

  it('every label, popover and aria attribute names an element of its page', () =>
    faults(extracts, ({ ids, idReferences }) => idReferences.map(([at, id]) => !ids.has(id) && `${at} names "${id}", which is not on the page`)));

  it('every style sheet leads to files of the site only', () =>
    expectNone(
      filesOf(site)
        .filter((file) => file.endsWith('.css'))
        .flatMap((file) =>
          [...read(file).matchAll(/url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)/g)].flatMap((match) => {
            const fault = resolver.ownFault(match[1] ?? match[2], file);
            return fault ? [`${file}: ${fault}`] : [];
          }),
        ),
    ));

  it('every page has its twin, says so to search engines, and leads there from the header', () =>
    faults(localised, ({ page, alternates, twinLink, headerLanguage }) => {
      if (!page.locale) return [];
      const rest = page.path.slice(page.locale.length + 1);
      const twin = otherLocale(page.locale);
      return [
        !existsSync(join(site.dir, twin, rest, 'index.html')) && `has no twin in ${twin}`,
        ...locales.map(
          (one) => alternates[languageTag[one]] !== absolute(site, `${one}/${rest}`) && `hreflang ${languageTag[one]} is ${alternates[languageTag[one]]}`,
        ),
        prefixed('hreflang x-default', resolver.ownFault(alternates['x-default'], page.path)),
        new URL(twinLink ?? '', absolute(site, page.path)).href !== absolute(site, `${twin}/${rest}`) && `the header's language link is ${twinLink}`,
        headerLanguage !== languageTag[twin] && `the header's language link says hreflang ${headerLanguage}`,
      ];
    }));

  it('every page says its language and its own address', () =>
    faults(localised, ({ page, lang, canonical }) => [
      page.locale && lang !== languageTag[page.locale] && `lang is ${lang}`,
      canonical !== absolute(site, page.path) && `canonical is ${canonical}`,
    ]));

  it('every page has a Markdown twin that is complete and whose own links resolve', () =>
    faults(localised, ({ page, markdown }) => {
      const fault = resolver.ownFault(markdown, page.path);
      if (fault || markdown === undefined) return [prefixed('Markdown twin', fault ?? 'there is none')];
      if (new URL(markdown, absolute(site, page.path)).href !== absolute(site, `${page.path}index.md`))
        return [`the Markdown twin is said to be at ${markdown}`];
      const text = read(`${page.path}index.md`);
      return [!/^# \S/.test(text) && 'the Markdown twin does not start with the title', ...markdownFaults(text, page.path)];
    }));

  /** Links outside of code that stay on the site. */
  function markdownFaults(text: string, from: string): (string | undefined)[] {
    const prose = text.replace(/^(`{3,})[\s\S]*?^\1/gm, '').replace(/`[^`\n]*`/g, '');
    return [...prose.matchAll(/\]\((\/[^)\s]*|http:\/\/localhost\/[^)\s]*)\)/g)].map((match) =>
      prefixed('Markdown twin', resolver.fault(match[1] ?? '', from)),
    );
  }

  it('the sitemap names every page of both languages once, with both twins', () => {
    const xml = read('sitemap.xml');
    const urls = [...xml.matchAll(/<url>(.*?)<\/url>/gs)].map((match) => match[1] ?? '');
    const locs = urls.map((url) => /<loc>(.*?)<\/loc>/.exec(url)?.[1] ?? '');
    const wanted = localised.map(({ page }) => absolute(site, page.path));
    expectNone([
      ...wanted.filter((one) => !locs.includes(one)).map((one) => `not in the sitemap: ${one}`),
      ...locs.filter((one) => !wanted.includes(one)).map((one) => `in the sitemap, but no page: ${one}`),
      ...locs.filter((one, index) => locs.indexOf(one) !== index).map((one) => `twice in the sitemap: ${one}`),
      ...urls.flatMap((url, index) => {
        const twins = Object.fromEntries([...url.matchAll(/hreflang="(.*?)" href="(.*?)"/g)].map((match) => [match[1] ?? '', match[2] ?? '']));
        const rest = (locs[index] ?? '').slice(absolute(site, '').length).replace(/^(en|zh-cn)\//, '');
        return locales
          .filter((one) => twins[languageTag[one]] !== absolute(site, `${one}/${rest}`))
          .map((one) => `${locs[index]}: twin in ${one} is ${twins[languageTag[one]]}`);
      }),
    ]);
  });

  it('each language has a feed, named on every page, whose entries are pages of that language', () => {
    faults(localised, ({ page, feed }) => [
      page.locale && new URL(feed ?? '', absolute(site, page.path)).href !== absolute(site, `${page.locale}/rss.xml`) && `feed is ${feed}`,
    ]);
    for (const locale of locales) feedFaults(locale, `${locale}/rss.xml`);
  });

  it('each language has a feed of corrections, named on the pages of corrections, that holds each of them', () => {
    for (const locale of locales) {
      const file = `${locale}/corrections/rss.xml`;
      const pages = localised.filter(({ page }) => page.path.startsWith(`${locale}/corrections/`));
      expect(pages.length).toBeGreaterThan(5);
      feedFaults(locale, file);
      faults(pages, ({ page, feeds }) => [
        !feeds.some((feed) => new URL(feed, absolute(site, page.path)).href === absolute(site, file)) && 'does not name the feed of corrections',
        kindOf(page) !== 'list' && !read(file).includes(`<link>${absolute(site, page.path)}</link>`) && 'is not in the feed of corrections',
      ]);
    }
  });

  /** Whatever is wrong with the entries of a feed. */
  function feedFaults(locale: Locale, file: string): void {
    const items = [...read(file).matchAll(/<item>(.*?)<\/item>/gs)].map((match) => match[1] ?? '');
    const value = (item: string, name: string) => new RegExp(`<${name}[^>]*>(.*?)</${name}>`, 's').exec(item)?.[1] ?? '';
    const pages = new Set(localised.filter(({ page }) => page.locale === locale).map(({ page }) => absolute(site, page.path)));
    expectNone([
      ...(items.length === 0 ? ['the feed is empty'] : []),
      ...items.flatMap((item) => [
        ...(pages.has(value(item, 'link')) ? [] : [`${locale}: no page at ${value(item, 'link')}`]),
        ...(value(item, 'title') ? [] : [`${locale}: an entry without title`]),
        ...(Number.isNaN(Date.parse(value(item, 'pubDate'))) ? [`${locale}: pubDate of ${value(item, 'link')} is "${value(item, 'pubDate')}"`] : []),
      ]),
    ]);
  }

  it('evidence.json leads to every claim as data, under the keys that README.md names, each at a place that is there', () => {
    const { pages } = JSON.parse(read('evidence.json')) as { pages: Record<string, { claims: string[] }> };
    for (const locale of locales) {
      const files = (pages[locale]?.claims ?? []).map((address) => address.slice(absolute(site, '').length));
      const told = files.flatMap((file) => (JSON.parse(read(file)) as { pages: ClaimsOfPage[] }).pages);
      const texts = localised.filter(({ page }) => page.locale === locale && ['topics', 'questions', 'corrections', 'disambiguation'].includes(kindOf(page)));
      expect(told.map(({ address }) => absolute(site, address.slice(1))).sort()).toEqual(texts.map(({ page }) => absolute(site, page.path)).sort());
      expectNone(
        told.flatMap(({ address, claims }) =>
          claims.flatMap(({ anchor, text, grounds }) => [
            ...grounds.flatMap(({ kind, of, href, date }) => [
              ...(['cited', 'computed', 'sum', 'run', 'example'].includes(kind) ? [] : [`${address}: a ground of kind "${kind}"`]),
              ...(kind === 'example' || of ? [] : [`${address}: "${text}" rests on a ${kind} without a name`]),
              ...(date === undefined || /^\d{4}-\d\d-\d\d$/.test(date) ? [] : [`${address}: the day "${date}"`]),
              ...(href === undefined ? [] : [resolver.fault(href, '')].filter((fault) => fault !== undefined)),
            ]),
            ...(grounds.length > 0 ? [] : [`${address}: "${text}" rests on nothing`]),
            ...[resolver.fault(`${absolute(site, address.slice(1))}${anchor && `#${anchor}`}`, '')].filter((fault) => fault !== undefined),
          ]),
        ),
      );
    }
  });

  it('every page says which state of the content it shows: edition, commit, hash; a text, the hash of its own file', () =>
    faults(localised, ({ page, footer, file }) => {
      const hash = / ([0-9a-f]{12})(?![0-9a-f])/.exec(footer)?.[1];
      const ofFile =
        file &&
        createHash('sha256')
          .update(readFileSync(join(settings().contentDir, file)))
          .digest('hex');
      return [
        !/(commit|提交) [0-9a-f]{7}\b|not under version control|未纳入版本控制/.test(footer) && `no commit in the footer: ${footer}`,
        !/\d+\.\d+|no edition yet|尚无定版/.test(footer) && `no edition in the footer: ${footer}`,
        !hash && `no hash in the footer: ${footer}`,
        ['topics', 'questions', 'corrections', 'disambiguation'].includes(kindOf(page)) && !file && 'does not name its file',
        ofFile && !ofFile.startsWith(hash ?? ' ') && `${file} hashes to ${ofFile}, the footer says ${hash}`,
      ];
    }));

  it('llms.txt leads to the Markdown twin of every entry, question, correction, disambiguation and instrument', () => {
    const links = [...read('llms.txt').matchAll(/\]\((\S+?)\)/g)].map((match) => match[1] ?? '');
    const wanted = localised.filter(({ page }) => !['home', 'list'].includes(kindOf(page))).map(({ page }) => absolute(site, `${page.path}index.md`));
    expectNone([
      ...links.flatMap((link) => resolver.ownFault(link, '') ?? []),
      ...wanted.filter((one) => !links.includes(one)).map((one) => `not in llms.txt: ${one}`),
    ]);
  });

  it('robots.txt names the sitemap', () => {
    const named = /^Sitemap: (.+)$/m.exec(read('robots.txt'))?.[1];
    expectNone(named === absolute(site, 'sitemap.xml') ? [] : [`robots.txt says Sitemap: ${named}`]);
  });

  it('the picture of every page for shared links is a PNG', () =>
    faults(localised, ({ page, picture }) => {
      const fault = resolver.ownFault(picture, page.path);
      if (fault || !picture) return [prefixed('og:image', fault ?? 'there is none')];
      const file = join(site.dir, decodeURIComponent(new URL(picture).pathname.slice(site.base.length)));
      return [
        !readFileSync(file)
          .subarray(0, 4)
          .equals(Buffer.from([0x89, 0x50, 0x4e, 0x47])) && 'og:image is no PNG',
        statSync(file).size > 300_000 && 'og:image is over 300 kB',
      ];
    }));
});

it('the root page leads to both languages without a script', () => {
  const anchors = elementsOf(join(rootSite.dir, 'index.html')).filter(({ tag }) => tag === 'a');
  expectNone(locales.filter((one) => !anchors.some(({ attributes }) => attributes.href === `/${one}/`)).map((one) => `the root page has no link to ${one}`));
  expectNone(anchors.filter((anchor) => textOf(anchor).trim() === '').map(({ attributes }) => `a link without text: ${attributes.href}`));
});

it('the two builds hold the same pages', () => {
  const [one, two] = sites.map((site) => pagesOf(site).map(({ path }) => path));
  expectNone([...(one ?? []).filter((path) => !two?.includes(path)), ...(two ?? []).filter((path) => !one?.includes(path))]);
});

function prefixed(at: string, fault: string | undefined): string | undefined {
  return fault && `${at}: ${fault}`;
}
