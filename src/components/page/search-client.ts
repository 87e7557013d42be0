/* The search dialog and the search page: loaded when the reader shows intent. The index is Pagefind's; this is its face. */
import { ambiguityOf } from '../../search/disambiguate.ts';
import { holdsQuery } from '../../search/holds-query.ts';
import type { SearchData } from '../../search/search-data.ts';

const base = document.documentElement.dataset.base ?? '/';
const locale = document.documentElement.lang.toLowerCase();
const pageSize = 8;
const pause = 60;

interface PagefindResult {
  content: string;
  url: string;
  excerpt: string;
  meta: Record<string, string>;
  sub_results: { title: string; url: string; excerpt: string }[];
}

interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  init(): Promise<void>;
  filters(): Promise<Record<string, Record<string, number>>>;
  preload(query: string): Promise<void>;
  search(
    query: string,
    options: { filters: Record<string, string> },
  ): Promise<{ results: { data(): Promise<PagefindResult> }[]; filters: Record<string, Record<string, number>> }>;
}

let engine: Promise<{ pagefind: Pagefind; data: SearchData }> | undefined;

function load(): Promise<{ pagefind: Pagefind; data: SearchData }> {
  engine ??= (async () => {
    const [pagefind, data] = await Promise.all([
      import(/* @vite-ignore */ `${base}pagefind/pagefind.js`) as Promise<Pagefind>,
      fetch(`${base}${locale}/search-data.json`).then((response) => response.json() as Promise<SearchData>),
    ]);
    await pagefind.options({ baseUrl: base, excerptLength: 22 });
    await pagefind.init();
    return { pagefind, data };
  })();
  engine.catch(() => (engine = undefined));
  return engine;
}

/** Fetches the index's fixed part before the first key is pressed. */
export function warmUp(): void {
  void load().catch(() => undefined);
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Record<string, unknown> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined) continue;
    if (key in node && key !== 'role') Object.assign(node, { [key]: value });
    else node.setAttribute(key, String(value));
  }
  node.append(...children);
  return node;
}

/** Pagefind's excerpt as nodes: text and <mark>, nothing else of it. */
function excerpt(html: string): Node[] {
  const parsed = new DOMParser().parseFromString(html, 'text/html').body;
  return [...parsed.childNodes].map((node) =>
    node.nodeName === 'MARK' ? element('mark', {}, node.textContent ?? '') : document.createTextNode(node.textContent ?? ''),
  );
}

/** One searcher: a field, filters, a status line for all readers, results. */
class Searcher {
  readonly panel = element('div', { className: 'search-panel' });
  private readonly status = element('p', { className: 'search-status', role: 'status' });
  private readonly cards = element('ul', { className: 'search-cards' });
  private readonly list = element('ol', { className: 'search-results' });
  private readonly more = element('button', { type: 'button', className: 'search-more', hidden: true });
  private readonly filters = element('div', { className: 'search-filters' });
  private readonly chosen: Record<string, string> = {};
  private timer = 0;
  private run = 0;
  private readonly input: HTMLInputElement;
  private readonly onQuery: (query: string) => void;

  constructor(input: HTMLInputElement, onQuery: (query: string) => void = () => undefined) {
    this.input = input;
    this.onQuery = onQuery;
    this.panel.append(this.filters, this.status, this.cards, this.list, this.more);
    input.addEventListener('input', () => {
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => void this.search(), pause);
    });
    input.addEventListener('keydown', (event) => this.move(event, 1));
    this.list.addEventListener('keydown', (event) => this.move(event, 0));
  }

  /** Arrow keys walk through the results; from the first one back to the field. */
  private move(event: KeyboardEvent, fromField: number): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') {
      if (event.key === 'Enter' && fromField && !event.isComposing) {
        const first = this.panel.querySelector<HTMLAnchorElement>('.search-cards a, .search-results a');
        if (first && this.input.closest('dialog')) {
          event.preventDefault();
          first.click();
        }
      }
      return;
    }
    const links = [...this.panel.querySelectorAll<HTMLAnchorElement>('.search-cards a, .search-results a')];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    const next = event.key === 'ArrowDown' ? links[at + 1] : links[at - 1];
    event.preventDefault();
    if (next) next.focus();
    else if (event.key === 'ArrowUp') this.input.focus();
  }

  async start(): Promise<void> {
    try {
      const { pagefind, data } = await load();
      const counts = await pagefind.filters();
      this.more.textContent = data.text.more;
      const filter = (name: string, label: string, any: string, names: Record<string, string>) => {
        const select = element('select', { id: `filter-${name}-${this.input.id}` }, element('option', { value: '' }, any));
        for (const [key, count] of Object.entries(counts[name] ?? {})) select.append(element('option', { value: key }, `${names[key] ?? key} (${count})`));
        select.addEventListener('change', () => {
          if (select.value) this.chosen[name] = select.value;
          else delete this.chosen[name];
          void this.search();
        });
        return element('label', {}, `${label} `, select);
      };
      this.filters.replaceChildren(
        filter('kind', data.text.kind, data.text.anyKind, data.kinds),
        filter('topic', data.text.topic, data.text.anyTopic, data.topics),
      );
      if (this.input.value.trim()) await this.search();
    } catch {
      await this.fail();
    }
  }

  private async fail(): Promise<void> {
    const text = await fetch(`${base}${locale}/search-data.json`)
      .then((response) => (response.json() as Promise<SearchData>).then((data) => data.text.failed))
      .catch(() => '✗');
    this.status.textContent = text;
  }

  async search(): Promise<void> {
    const query = this.input.value.trim().slice(0, 300);
    const run = ++this.run;
    this.onQuery(query);
    if (query === '') {
      this.status.textContent = '';
      this.cards.replaceChildren();
      this.list.replaceChildren();
      this.more.hidden = true;
      return;
    }
    try {
      const { pagefind, data } = await load();
      const found = await pagefind.search(query, { filters: this.chosen });
      if (run !== this.run) return;
      const first = await Promise.all(found.results.slice(0, pageSize).map((result) => result.data()));
      if (run !== this.run) return;
      // Pagefind answers nonsense with what begins alike; a page that holds no word of the query is no result.
      const count = first.some((result) => holdsQuery(`${result.meta.title ?? ''} ${result.content}`, query)) ? found.results.length : 0;
      this.status.textContent =
        count === 0 ? data.text.nothing.replace('{q}', query) : count === 1 ? data.text.one : data.text.many.replace('{n}', String(count));
      this.showCards(query, data);
      this.list.replaceChildren(...(count === 0 ? [] : first).map((result) => this.item(result, data, query)));
      let shown = pageSize;
      this.more.hidden = count <= shown;
      this.more.onclick = async () => {
        const next = await Promise.all(found.results.slice(shown, shown + pageSize).map((result) => result.data()));
        const items = next.map((result) => this.item(result, data, query));
        this.list.append(...items);
        items[0]?.querySelector('a')?.focus();
        shown += pageSize;
        this.more.hidden = count <= shown;
      };
    } catch {
      if (run === this.run) await this.fail();
    }
  }

  private showCards(query: string, data: SearchData): void {
    const ambiguity = ambiguityOf(query, data.ambiguities);
    this.cards.replaceChildren(
      ...(ambiguity?.meanings.map(({ name, topic, hue, signs, href }) =>
        element(
          'li',
          { 'data-disambiguation': topic, 'data-hue': hue },
          element('a', { href }, element('b', {}, name)),
          ' ',
          element('small', {}, data.topics[topic] ?? topic),
          element('p', {}, signs),
        ),
      ) ?? []),
    );
  }

  private item(result: PagefindResult, data: SearchData, query: string): HTMLLIElement {
    const { kind = 'page', topic = '', title = result.url } = result.meta;
    const marked = (url: string) => {
      const [path = '', anchor] = url.split('#');
      return `${path}?highlight=${encodeURIComponent(query)}${anchor ? `#${anchor}` : ''}`;
    };
    const sections = result.sub_results.filter((section) => section.url.includes('#')).slice(0, 3);
    return element(
      'li',
      { 'data-kind': kind, 'data-topic': topic },
      element('a', { className: 'result-title', href: marked(result.url) }, title),
      element('span', { className: 'result-kind' }, [data.kinds[kind] ?? kind, data.topics[topic]].filter(Boolean).join(' · ')),
      ...(sections.length === 0 ? [element('p', {}, ...excerpt(result.excerpt))] : []),
      ...(sections.length > 0
        ? [
            element(
              'ul',
              { className: 'sections' },
              ...sections.map((section) =>
                element('li', {}, element('a', { href: marked(section.url) }, section.title), element('p', {}, ...excerpt(section.excerpt))),
              ),
            ),
          ]
        : []),
    );
  }
}

let dialog: HTMLDialogElement | undefined;
let dialogInput: HTMLInputElement | undefined;

/** Opens search over the page. */
export async function openSearchDialog(query = ''): Promise<void> {
  if (!dialog) {
    const close = element('button', { type: 'button' }, 'Esc');
    dialogInput = element('input', { id: 'search-dialog-q', type: 'search', autocomplete: 'off', enterKeyHint: 'search', role: 'searchbox' });
    const label = document.querySelector<HTMLElement>('[data-search]')?.dataset.search ?? '';
    dialogInput.ariaLabel = label;
    const searcher = new Searcher(dialogInput);
    dialog = element(
      'dialog',
      { className: 'search-dialog', ariaLabel: label },
      element('div', { className: 'search-bar', role: 'search' }, dialogInput, close),
      searcher.panel,
    );
    close.addEventListener('click', () => dialog?.close());
    dialog.addEventListener('click', (event) => event.target === dialog && dialog?.close());
    document.body.append(dialog);
    void load().then(({ data }) => {
      dialog?.setAttribute('aria-label', data.text.label);
      if (!dialogInput) return;
      dialogInput.ariaLabel = data.text.label;
      dialogInput.placeholder = data.text.placeholder;
      close.ariaLabel = data.text.close;
    });
    void searcher.start();
  }
  if (query && dialogInput) dialogInput.value = query;
  if (!dialog.open) dialog.showModal();
  dialogInput?.select();
  dialogInput?.focus();
}

/** Brings the search page to life: its field searches as one types, and the address holds the query. */
export function startSearchPage(form: HTMLElement): void {
  const input = form.querySelector('input');
  const place = document.querySelector('[data-search-results]');
  if (!input || !place) return;
  input.value = new URLSearchParams(location.search).get('q') ?? '';
  const searcher = new Searcher(input, (query) => history.replaceState(null, '', query ? `?q=${encodeURIComponent(query)}` : location.pathname));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void searcher.search();
  });
  place.append(searcher.panel);
  void searcher.start();
  input.focus();
}

/** Marks what was searched for on the page arrived at. */
export function highlightPage(query: string): void {
  const words = query.toLowerCase().match(/\p{Script=Han}{2,}|[\p{Script=Latin}\d]{2,}/gu) ?? [];
  const main = document.querySelector('main article, main');
  if (!main || words.length === 0) return;
  const pattern = new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'giu');
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest('script, style, math, svg, pre, [data-instrument], .margin') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    const parts: (Node | string)[] = [];
    let from = 0;
    for (const match of text.data.matchAll(pattern)) {
      parts.push(text.data.slice(from, match.index), element('mark', {}, match[0]));
      from = match.index + match[0].length;
    }
    if (parts.length > 0) text.replaceWith(...parts, text.data.slice(from));
  }
}
