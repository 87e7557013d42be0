/*
 * The only script of an instrument until somebody uses it. What the server drew is complete, so nothing is loaded for a reader who only reads; a pointer
 * above the instrument, or the focus in it, brings it to life, and what was done meanwhile is done again then.
 */

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
        attend(target as HTMLElement);
      }
    },
    { rootMargin: '200px' },
  );
  for (const element of document.querySelectorAll('[data-instrument]')) observer.observe(element);
}

function attend(element: HTMLElement): void {
  const missed: (() => void)[] = [];
  let waking = false;
  const start = async () => {
    if (waking) return;
    waking = true;
    const { wake } = await import('./wake.ts');
    await wake(element);
    for (const sign of signs) element.removeEventListener(sign, onSign);
    for (const again of missed) again();
  };
  const onSign = (event: Event) => {
    const again = repeat(event);
    if (again) missed.push(again);
    void start();
  };
  for (const sign of signs) element.addEventListener(sign, onSign);
  if (element.dataset.ownPage !== undefined && location.search !== '') void start().then(() => setLive(element));
  else setLive(element);
}

const setLive = (element: HTMLElement) => {
  element.dataset.live = '';
};

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
    if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = checked;
    else field.value = value;
    field.dispatchEvent(new Event(type, { bubbles: true }));
  };
}

startInstruments();
