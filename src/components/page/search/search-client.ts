/* The search dialog and the search page: loaded when the reader shows that they want to search. */
import { element } from './element.ts';
import { loadEngine } from './index-parts.ts';
import { SearchPanel } from './panel.ts';

/** Fetches the index's way in before the first key is pressed. */
export function warmUp(): void {
  void loadEngine().catch(() => undefined);
}

let dialog: { box: HTMLDialogElement; input: HTMLInputElement } | undefined;

/** Opens search over the page. */
export function openSearchDialog(): void {
  dialog ??= makeDialog();
  if (!dialog.box.open) dialog.box.showModal();
  dialog.input.select();
  dialog.input.focus();
}

function makeDialog(): { box: HTMLDialogElement; input: HTMLInputElement } {
  const label = document.querySelector<HTMLElement>('[data-search]')?.dataset.search ?? '';
  const input = element('input', { id: 'search-dialog-q', type: 'search', autocomplete: 'off', spellcheck: false, enterKeyHint: 'search', ariaLabel: label });
  const close = element('button', { type: 'button', ariaLabel: 'Esc' }, 'Esc');
  const panel = new SearchPanel(input);
  const box = element(
    'dialog',
    { className: 'search-dialog', ariaLabel: label },
    element('div', { className: 'search-bar', role: 'search' }, input, close),
    panel.root,
  );
  close.addEventListener('click', () => box.close());
  box.addEventListener('click', (event) => event.target === box && box.close());
  document.body.append(box);
  void loadEngine().then(
    ({ manifest: { face } }) => {
      input.placeholder = face.text.placeholder;
      close.ariaLabel = face.text.close;
    },
    () => undefined,
  );
  void panel.search();
  return { box, input };
}

/** Brings the search page to life: its field searches as one types, and the address holds the query. */
export function startSearchPage(form: HTMLElement): void {
  const input = form.querySelector('input');
  const place = document.querySelector('[data-search-results]');
  if (!input || !place) return;
  input.value = new URLSearchParams(location.search).get('q') ?? '';
  const panel = new SearchPanel(input, (query) => history.replaceState(null, '', query ? `?q=${encodeURIComponent(query)}` : location.pathname));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void panel.search();
  });
  place.append(panel.root);
  void panel.search();
  input.focus();
}
