import { otherLocale } from '../../../i18n/locales.ts';
import { excerptOf } from '../../../search/excerpt.ts';
import type { Meaning } from '../../../search/index-files.ts';
import { readFigures } from '../../../search/read-figures.ts';
import type { Answer, FoundPage, FoundSection } from '../../../search/search.ts';
import type { FigureAnswer } from '../../instrument/figure-answer.ts';
import { element } from './element.ts';
import { base, type Engine, forgetEngine, hrefOf, IndexError, loadEngine, locale } from './index-parts.ts';
import { forgetSearches, keepSearch, recentSearches } from './recent.ts';

const pageSize = 10;
/** Between the last key and the search: less than a fast typist's interval, so that a word is searched once. */
const pauseMs = 50;
const markedOnPage = 4;
/** Of a query that is said back, in UTF-16 units. */
const longestShown = 80;

type FilterName = 'kind' | 'topic';

/** Everything under a search field: filters, a status line for all readers, meanings to choose between, results. */
export class SearchPanel {
  readonly root = element('div', { className: 'search-panel' });
  private readonly status = element('p', { className: 'search-status', role: 'status' });
  private readonly also = element('p', { className: 'search-also' });
  private readonly cards = element('ul', { className: 'search-cards' });
  private readonly list = element('ol', { className: 'search-results' });
  private readonly recent = element('div', { className: 'search-recent' });
  private readonly more = element('button', { type: 'button', className: 'search-more', hidden: true });
  private readonly filters: Record<FilterName, HTMLSelectElement> = { kind: element('select'), topic: element('select') };
  private readonly filterBar = element('div', { className: 'search-filters' });
  private readonly input: HTMLInputElement;
  private readonly onQuery: (query: string) => void;
  private timer = 0;
  private run = 0;

  constructor(input: HTMLInputElement, onQuery: (query: string) => void = () => undefined) {
    this.input = input;
    this.onQuery = onQuery;
    this.root.append(this.filterBar, this.status, this.also, this.recent, this.cards, this.list, this.more);
    input.addEventListener('input', (event) => {
      clearTimeout(this.timer);
      if (!(event as InputEvent).isComposing) this.timer = window.setTimeout(() => void this.search(), pauseMs);
    });
    input.addEventListener('compositionend', () => void this.search());
    input.addEventListener('keydown', (event) => this.onKey(event, true));
    this.root.addEventListener('keydown', (event) => this.onKey(event, false));
    this.root.addEventListener('click', (event) => {
      if ((event.target as Element).closest('.search-cards a, .search-results a')) keepSearch(this.input.value);
    });
  }

  /** Fills what waits for the index: names of filters, their counts. */
  private ready({ manifest, search }: Engine): void {
    if (this.filterBar.childElementCount > 0) return;
    const { text, kinds, topics } = manifest.face;
    this.more.textContent = text.more;
    this.cards.ariaLabel = text.meanings;
    this.fillFilter('kind', text.kind, text.anyKind, kinds, search.count('kind'));
    this.fillFilter('topic', text.topic, text.anyTopic, topics, search.count('topic'));
    for (const name of ['kind', 'topic'] as const) this.filterBar.append(element('label', {}, `${text[name]} `, this.filters[name]));
  }

  /** Shows what there is for what stands in the field; for an empty field, what was searched for lately. */
  async search(): Promise<void> {
    const query = this.input.value.trim();
    const run = ++this.run;
    this.onQuery(query);
    // Once more if it fails: another edition of the site, with an index of its own, may have been put in place since this one's was opened.
    for (const isLast of [false, true]) {
      let engine: Engine | undefined;
      try {
        engine = await loadEngine();
        this.ready(engine);
        if (query === '') this.showRecent(engine);
        else await this.show(query, engine, () => run === this.run);
        return;
      } catch (error) {
        const isMistake = !(error instanceof IndexError);
        forgetEngine();
        if ((isLast || isMistake) && run === this.run) this.fail(isMistake && engine ? filled(engine.manifest.face.text.mistake, { q: query }) : lostIndex());
        if (isMistake) throw error;
      }
    }
  }

  private async show(query: string, { search, manifest }: Engine, isCurrent: () => boolean): Promise<void> {
    const { text } = manifest.face;
    const asked = readFigures(query, manifest.figures);
    const [answer, figure] = await Promise.all([
      search.find(query, { kind: this.filters.kind.value, topic: this.filters.topic.value }),
      asked ? import('../../instrument/figure-answer.ts').then(({ answerFigures }) => answerFigures(asked, locale)) : undefined,
    ]);
    const pages = await answer.pages(0, pageSize);
    if (!isCurrent()) return;
    this.recent.replaceChildren();
    this.status.textContent = statusText(query, answer, text);
    this.also.textContent = answer.total > 0 && answer.alsoSearched.length > 0 ? `${text.also} ${answer.alsoSearched.join(locale === 'en' ? ', ' : '、')}` : '';
    this.updateFilter('kind', answer.kinds);
    this.updateFilter('topic', answer.topics);
    this.cards.replaceChildren(...answer.cards.map((card) => this.card(card, manifest.face.topics)));
    this.list.replaceChildren(...(figure ? [this.figureItem(figure, text.computed)] : []), ...pages.map((page) => this.item(page, answer, manifest.face)));
    if (answer.total === 0) this.status.append(' ', otherLanguageLink(query, text.otherLanguage));
    let shown = pages.length;
    this.more.hidden = answer.total <= shown;
    this.more.onclick = async () => {
      const items = (await answer.pages(shown, pageSize)).map((page) => this.item(page, answer, manifest.face));
      this.list.append(...items);
      items[0]?.querySelector('a')?.focus();
      shown += items.length;
      this.more.hidden = answer.total <= shown;
    };
    this.root.dataset.query = query;
  }

  private showRecent({ manifest: { face } }: Engine): void {
    const searches = recentSearches();
    for (const place of [this.status, this.also, this.cards, this.list]) place.replaceChildren();
    this.more.hidden = true;
    this.root.dataset.query = '';
    const again = (query: string) => {
      const button = element('button', { type: 'button' }, query);
      button.addEventListener('click', () => {
        this.input.value = query;
        this.input.focus();
        void this.search();
      });
      return element('li', {}, button);
    };
    const forget = element('button', { type: 'button', className: 'search-forget' }, face.text.forget);
    forget.addEventListener('click', () => {
      forgetSearches();
      this.recent.replaceChildren();
      this.input.focus();
    });
    this.recent.replaceChildren(...(searches.length > 0 ? [element('p', {}, face.text.recent), element('ul', {}, ...searches.map(again)), forget] : []));
  }

  private fail(sentence: string): void {
    for (const place of [this.also, this.recent, this.cards, this.list]) place.replaceChildren();
    this.more.hidden = true;
    this.status.textContent = sentence;
    this.root.dataset.query = this.input.value.trim();
  }

  // ---- Filters ----

  private fillFilter(name: FilterName, label: string, any: string, names: Record<string, string>, counts: Map<string, number>): void {
    const select = this.filters[name];
    select.id = `filter-${name}-${this.input.id}`;
    select.ariaLabel = label;
    const known = Object.keys(names).filter((key) => counts.has(key));
    select.replaceChildren(
      element('option', { value: '' }, any),
      ...known.map((key) => element('option', { value: key, title: names[key] }, names[key] ?? key)),
    );
    select.onchange = () => void this.search();
    this.updateFilter(name, counts);
  }

  private updateFilter(name: FilterName, counts: Map<string, number>): void {
    for (const option of this.filters[name].options) if (option.value) option.textContent = `${option.title} (${counts.get(option.value) ?? 0})`;
  }

  // ---- Results ----

  private card({ name, topic, hue, signs, address }: Meaning, topics: Record<string, string>): HTMLLIElement {
    return element(
      'li',
      { 'data-disambiguation': topic, 'data-hue': hue },
      element('a', { href: hrefOf(address) }, element('b', {}, name)),
      ' ',
      element('small', {}, topics[topic] ?? topic),
      element('p', {}, signs),
    );
  }

  private figureItem({ title, href, values, sentence }: FigureAnswer, computed: string): HTMLLIElement {
    return element(
      'li',
      { className: 'search-figure', 'data-kind': 'instrument', 'data-topic': '' },
      element('a', { className: 'result-title', href: base + href }, title),
      element('span', { className: 'result-kind' }, computed),
      element('dl', {}, ...values.map(({ label, value }) => element('div', {}, element('dt', {}, label), element('dd', {}, value)))),
      element('p', {}, sentence),
    );
  }

  private item(page: FoundPage, { needles }: Answer, { kinds, topics }: Engine['manifest']['face']): HTMLLIElement {
    const [first, ...others] = page.sections;
    const lead = first && first.heading === '' ? first : undefined;
    const sections = lead ? others.filter(({ heading }) => heading !== '') : page.sections;
    const titleHref = marked(lead ?? { heading: '', address: page.address, text: page.title }, needles);
    return element(
      'li',
      { 'data-kind': page.kind, 'data-topic': page.topic },
      element('a', { className: 'result-title', href: titleHref }, ...withMarks(page.title, needles)),
      element('span', { className: 'result-kind' }, [kinds[page.kind] ?? page.kind, topics[page.topic]].filter(Boolean).join(' · ')),
      ...(lead ? [element('p', {}, ...withMarks(lead.text, needles))] : []),
      ...(sections.length > 0
        ? [
            element(
              'ul',
              { className: 'sections' },
              ...sections.map((section) =>
                element('li', {}, element('a', { href: marked(section, needles) }, section.heading), element('p', {}, ...withMarks(section.text, needles))),
              ),
            ),
          ]
        : []),
    );
  }

  // ---- Keys ----

  /** Arrow keys walk through the results, from the first one back to the field; Enter in the dialog's field goes to the first. */
  private onKey(event: KeyboardEvent, inField: boolean): void {
    const links = [...this.root.querySelectorAll<HTMLElement>('.search-recent button, .search-cards a, .search-results a')];
    if (event.key === 'Enter' && inField && !event.isComposing) {
      keepSearch(this.input.value);
      const first = this.root.querySelector<HTMLAnchorElement>('.search-cards a, .search-results a');
      if (first && this.input.closest('dialog')) {
        event.preventDefault();
        first.click();
      }
    }
    if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || (event.target as Element).closest('select')) return;
    const at = links.indexOf(document.activeElement as HTMLElement);
    const next = event.key === 'ArrowDown' ? links[at + 1] : links[at - 1];
    event.preventDefault();
    if (next) next.focus();
    else if (event.key === 'ArrowUp') this.input.focus();
  }
}

/** Said without the index, where the texts of search are. */
const lostIndex = () => document.querySelector<HTMLElement>('[data-search-failed]')?.dataset.searchFailed ?? '';

function statusText(query: string, { total, mended }: Answer, text: Engine['manifest']['face']['text']): string {
  const count = total === 0 ? filled(text.nothing, { q: query }) : total === 1 ? text.one : filled(text.many, { n: String(total) });
  return mended && total > 0 ? `${count}${locale === 'en' ? '. ' : '。'}${filled(text.mended, { q: query, n: mended })}` : count;
}

/** A text with what stands for `{q}` and `{n}`, cut where it is too long to be read. */
function filled(text: string, words: Record<string, string>): string {
  return text.replace(/\{(\w)\}/g, (_, name: string) => {
    const word = words[name] ?? '';
    return word.length > longestShown ? `${word.slice(0, longestShown)}…` : word;
  });
}

function otherLanguageLink(query: string, text: string): HTMLAnchorElement {
  const other = otherLocale(locale);
  return element('a', { href: `${base}${other}/search/?q=${encodeURIComponent(query)}` }, filled(text, { q: query }));
}

function withMarks(text: string, needles: string[]): (Node | string)[] {
  return excerptOf(text, needles).map((part, index) => (index % 2 === 1 ? element('mark', {}, part) : part));
}

/** The address of a section, with what is to be marked there. */
function marked({ address, heading, text }: FoundSection, needles: string[]): string {
  const found = excerptOf(`${heading}\n${text}`, needles).filter((_, index) => index % 2 === 1);
  const [path = '', anchor] = hrefOf(address).split('#');
  const words = [...new Set(found)].slice(0, markedOnPage).map((word) => `highlight=${encodeURIComponent(word)}`);
  return path + (words.length > 0 ? `?${words.join('&')}` : '') + (anchor ? `#${anchor}` : '');
}
