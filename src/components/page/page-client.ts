/*
 * The only script of a page without an instrument: theme, language choice, copy buttons, the current section in the table of contents,
 * and the door to search, whose code is loaded when the reader shows that they want it.
 */

import searchSheet from '../../styles/search.css?url';
import { registerUnasked } from './offline/register.ts';

const root = document.documentElement;
const base = root.dataset.base ?? '/';
/** After a page has loaded: what keeps it must not slow down what shows it. */
const keepAfterMs = 1000;

/** Storage may be forbidden; the page works without. */
function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {}
}

function themeButton(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-theme-button]');
  if (!button) return;
  const order = ['system', 'light', 'dark'];
  const labels = JSON.parse(button.dataset.labels ?? '{}') as Record<string, string>;
  const show = () => {
    const label = labels[root.dataset.theme ?? 'system'] ?? '';
    button.ariaLabel = label;
    button.title = label;
  };
  button.addEventListener('click', () => {
    const next = order[(order.indexOf(root.dataset.theme ?? 'system') + 1) % order.length] ?? 'system';
    if (next === 'system') delete root.dataset.theme;
    else root.dataset.theme = next;
    remember('theme', next === 'system' ? null : next);
    show();
  });
  show();
}

function languageLinks(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-language]')) {
    link.addEventListener('click', () => {
      remember('language', link.dataset.language ?? null);
      if (location.hash && document.querySelector(`h2[id],h3[id]`)) link.hash = location.hash;
    });
  }
}

function copyButtons(): void {
  for (const pre of document.querySelectorAll<HTMLElement>('pre.code, pre.take')) {
    const button = document.createElement('button');
    const labels = root.lang.startsWith('zh') ? ['复制', '已复制'] : ['Copy', 'Copied'];
    button.type = 'button';
    button.className = 'copy';
    button.textContent = labels[0] ?? '';
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(pre.querySelector('code')?.textContent ?? pre.textContent ?? '');
      button.textContent = labels[1] ?? '';
      setTimeout(() => (button.textContent = labels[0] ?? ''), 1500);
    });
    const holder = document.createElement('div');
    holder.className = 'copy-holder';
    pre.replaceWith(holder);
    holder.append(pre, button);
  }
}

/** Marks where the reader is in the table of contents, where that is in view: beside the text, or once it is opened. */
function currentSection(): void {
  const toc = document.querySelector('.toc details');
  const links = new Map([...(toc?.querySelectorAll<HTMLAnchorElement>('a[href^="#"]') ?? [])].map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
  if (!toc || links.size === 0) return;
  const headings = [...document.querySelectorAll<HTMLElement>('main h2[id], main h3[id]')].filter((heading) => links.has(heading.id));
  const line = 120;
  const mark = () => {
    const current = headings.findLast((heading) => heading.getBoundingClientRect().top < line) ?? headings[0];
    for (const [id, link] of links) {
      if (id === current?.id) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    }
  };
  // Told after layout, when a heading passes the line: nothing is laid out for this alone. What lies below counts as seen, however far.
  const observer = new IntersectionObserver(mark, { rootMargin: `-${line}px 0px 1000000px`, threshold: [0, 1] });
  const start = () => {
    for (const heading of headings) observer.observe(heading);
  };
  const wide = matchMedia('(min-width: 1240px)');
  if (wide.matches) start();
  else
    for (const [target, event] of [
      [toc, 'toggle'],
      [wide, 'change'],
    ] as const)
      target.addEventListener(event, start, { once: true });
}

/** Has what is read kept for reading without a network, once the page is done. */
function keepWhatIsRead(): void {
  const offlinePage = document.querySelector<HTMLElement>('[data-offline]');
  if (offlinePage) void import('./offline/offline-client.ts').then(({ startOfflinePage }) => startOfflinePage(offlinePage));
  else if (import.meta.env.PROD && navigator.serviceWorker) {
    const later = () => setTimeout(registerUnasked, keepAfterMs);
    // This script comes after the first paint: with a small page, after all the rest, too.
    if (document.readyState === 'complete') later();
    else addEventListener('load', later);
  }
}

/** Adds a style sheet that only some readers need; resolves when it holds, or could not be had. */
function addStyleSheet(href: string): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  document.head.append(link);
  return new Promise((resolve) => {
    link.onload = link.onerror = () => resolve();
  });
}

function searchDoor(): void {
  const field = document.querySelector<HTMLAnchorElement>('a[data-search]');
  let loaded: Promise<typeof import('./search/search-client.ts')> | undefined;
  const load = () => (loaded ??= Promise.all([import('./search/search-client.ts'), addStyleSheet(searchSheet)]).then(([search]) => search));
  const open = async () => (await load()).openSearchDialog();
  for (const intent of ['pointerenter', 'focus']) field?.addEventListener(intent, () => void load().then((search) => search.warmUp()), { once: true });
  field?.addEventListener('click', (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    void open();
  });
  addEventListener('keydown', (event) => {
    const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]');
    if (
      (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) ||
      (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey))
    ) {
      event.preventDefault();
      void open();
    }
  });
  const page = document.querySelector<HTMLElement>('[data-search-page]');
  if (page) void load().then((search) => search.startSearchPage(page));
  const highlight = new URLSearchParams(location.search).getAll('highlight');
  if (highlight.length > 0) void import('./highlight-client.ts').then(({ highlightPage }) => highlightPage(highlight));
}

function rememberedLanguage(): void {
  if (location.pathname !== base || !document.querySelector('[data-choose-language]')) return;
  try {
    const language = localStorage.getItem('language');
    if (language && document.querySelector(`a[data-language="${CSS.escape(language)}"]`)) location.replace(`${base}${language}/`);
  } catch {}
}

rememberedLanguage();
themeButton();
languageLinks();
copyButtons();
currentSection();
searchDoor();
keepWhatIsRead();
