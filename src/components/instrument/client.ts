/*
 * What an instrument loads until somebody uses it: this, and its own definition when it comes into view. What the server drew is complete, so the renderer
 * can wait for a pointer above the instrument or the focus in it; what was done before it was there is done again then.
 */
import { loadDefinition } from './load-definition.ts';

/** Signs that it is about to be used, and uses of it. */
const signs = ['pointerover', 'pointerdown', 'focusin', 'keydown', 'input', 'change', 'click'];

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Makes the instruments of a page ready. One whose link says another state than the drawn one starts by itself when it comes into view. */
export function startInstruments(): void {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        void attend(target as HTMLElement);
      }
    },
    { rootMargin: '200px' },
  );
  for (const element of document.querySelectorAll('[data-instrument]')) observer.observe(element);
}

async function attend(element: HTMLElement): Promise<void> {
  const missed: (() => void)[] = [];
  const definition = loadDefinition(element.dataset.instrument ?? '');
  let waking: Promise<void> | undefined;
  const start = async () => {
    const [{ wake }, found] = await Promise.all([import('./wake.ts'), definition]);
    if (found) wake(element, found);
    for (const sign of signs) element.removeEventListener(sign, onSign);
    for (const again of missed) again();
  };
  const onSign = (event: Event) => {
    const again = repeat(event);
    if (again) missed.push(again);
    waking ??= start();
  };
  for (const sign of signs) element.addEventListener(sign, onSign);
  // What was filled in before this script came, by the reader or by a browser that remembers, happens again, too.
  for (const field of element.querySelectorAll<Field>('input, select, textarea'))
    if (isFilled(field)) field.dispatchEvent(new Event(isTicked(field) || field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
  await definition;
  if (element.dataset.ownPage !== undefined && location.search !== '') waking ??= start();
  await waking;
  element.dataset.live = '';
}

const isTicked = (field: Field): field is HTMLInputElement => field.type === 'checkbox';

/** Whether a field holds something else than the server wrote into it. */
function isFilled(field: Field): boolean {
  if (field instanceof HTMLSelectElement) return [...field.options].some(({ selected, defaultSelected }) => selected !== defaultSelected);
  if (isTicked(field)) return field.checked !== field.defaultChecked;
  return field.value !== field.defaultValue;
}

/** How to do again what happened to a sleeping instrument; what the browser did by itself (a fold opened, the focus moved) needs nothing. */
function repeat(event: Event): (() => void) | undefined {
  const { target, type } = event;
  if (type === 'click') {
    const button = (target as Element).closest('button');
    return button ? () => button.click() : undefined;
  }
  if (type === 'keydown') {
    const { key } = event as KeyboardEvent;
    return key === 'Escape' ? () => target?.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true })) : undefined;
  }
  if (type !== 'input' && type !== 'change') return undefined;
  const field = target as Field;
  const { value } = field;
  const checked = field instanceof HTMLInputElement && field.checked;
  return () => {
    // Taking over has put the drawn value back.
    if (isTicked(field)) field.checked = checked;
    else field.value = value;
    field.dispatchEvent(new Event(type, { bubbles: true }));
  };
}

startInstruments();
