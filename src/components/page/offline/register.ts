import type { Asked } from '../../../offline/kept-list.ts';

const base = document.documentElement.dataset.base ?? '/';
const key = 'keep';

/** The reader wants nothing kept. Where storage is forbidden, nothing can be, either. */
export function isRefused(): boolean {
  try {
    return localStorage.getItem(key) === 'no';
  } catch {
    return true;
  }
}

export function refuse(isNo: boolean): void {
  try {
    if (isNo) localStorage.setItem(key, 'no');
    else localStorage.removeItem(key);
  } catch {}
}

/** How long somebody reads one page until the search of its language is kept, too; on the second page it is kept at once. */
const readingMs = 10_000;

/** Has the worker that answers this page keep it, and perhaps its search, which is many times larger. */
function visit(search: boolean): void {
  navigator.serviceWorker.controller?.postMessage({ ask: 'visit', path: location.pathname.slice(base.length), search } satisfies Asked);
}

/** Installs the service worker and has it keep this page, then each one that takes its place; resolves when it runs, with undefined where it may not. */
export async function register(): Promise<ServiceWorker | undefined> {
  const { serviceWorker } = navigator;
  serviceWorker.addEventListener('controllerchange', () => visit(false));
  if (serviceWorker.controller) visit(true);
  else setTimeout(visit, readingMs, true);
  try {
    await serviceWorker.register(`${base}service-worker.js`, { updateViaCache: 'none' });
  } catch {
    return undefined;
  }
  return (await serviceWorker.ready).active ?? undefined;
}

/** The same for a reader who did not ask for it: not where data is to be saved, or where they want nothing kept. */
export function registerUnasked(): void {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  if (!connection?.saveData && !isRefused()) void register();
}
