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

/** Installs the service worker, has it keep this page, and resolves when it runs; undefined where the browser does not allow it. */
export async function register(): Promise<ServiceWorker | undefined> {
  const { serviceWorker } = navigator;
  try {
    await serviceWorker.register(`${base}service-worker.js`, { updateViaCache: 'none' });
  } catch {
    return undefined;
  }
  const worker = (await serviceWorker.ready).active ?? undefined;
  worker?.postMessage({ ask: 'visit', path: location.pathname.slice(base.length) } satisfies Asked);
  return worker;
}
