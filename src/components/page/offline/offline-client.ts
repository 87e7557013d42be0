/* The page about reading without a network: what is kept, taking everything along, and letting it go again. */
import type { Messages } from '../../../i18n/en.ts';
import type { Asked, KeptState, Taken } from '../../../offline/kept-list.ts';
import { isRefused, refuse, register } from './register.ts';

const root = document.documentElement;
const base = root.dataset.base ?? '/';

/** A worker that cannot be installed in this time is not. */
const patienceMs = 20_000;
/** Between attempts to go on with an edition that is just being put in place. */
const pauseMs = 1000;
const attempts = 60;

const pause = (ms: number) => new Promise<undefined>((resolve) => setTimeout(resolve, ms, undefined));

/** `12.3 MB`: decimal, as stores of devices are counted. */
const size = (bytes: number) => `${new Intl.NumberFormat(root.lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(bytes / 1e6)}\u00a0MB`;

/** A page's title without the name of the site, from the text of its `<title>`. */
const titleOf = (html: string) => new DOMParser().parseFromString(`<title>${html}</title>`, 'text/html').title.replace(/ · [^·]*$/, '');

function ask<Answer>(worker: ServiceWorker, asked: Asked): Promise<Answer> {
  const { port1, port2 } = new MessageChannel();
  worker.postMessage(asked, [port2]);
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data as Answer);
  });
}

const activeWorker = async () => (await navigator.serviceWorker.getRegistration(base))?.active ?? undefined;

export async function startOfflinePage(place: HTMLElement): Promise<void> {
  const words = JSON.parse(place.dataset.offline ?? '{}') as Messages['offlineFace'];
  const part = <Part extends HTMLElement>(name: string) => place.querySelector<Part>(`[data-part="${name}"]`) as Part;
  const [status, sizeText, list] = [part('status'), part('size'), part('pages')];
  const [take, stop, remove] = [part<HTMLButtonElement>('take'), part<HTMLButtonElement>('stop'), part<HTMLButtonElement>('remove')];
  const bar = part<HTMLProgressElement>('progress');
  const box = part<HTMLInputElement>('keep');
  let isStopped = false;

  const isStandIn = !location.pathname.endsWith('/offline/');
  part('not-kept').hidden = !isStandIn;
  part('again').addEventListener('click', () => location.reload());

  /** Shows what is kept; without a worker, that nothing is. */
  async function show(): Promise<void> {
    const worker = await activeWorker();
    box.checked = worker !== undefined && !isRefused();
    const state = worker && box.checked ? await ask<KeptState>(worker, { ask: 'state' }) : undefined;
    const { whole, kept, isWhole = false, pages = [] } = state ?? {};
    const fill = (text: string, { files, bytes = 0 }: KeptState['kept']) => text.replace('{n}', String(files)).replace('{size}', size(bytes));
    sizeText.textContent = !state ? words.off : !whole ? words.noNetwork : fill(isWhole ? words.whole : words.size, whole);
    take.hidden = isWhole;
    take.disabled = !whole;
    stop.hidden = bar.hidden = true;
    remove.disabled = !kept || kept.files === 0;
    part('kept-size').textContent = !kept || kept.files === 0 ? words.nothing : fill(kept.bytes === undefined ? words.keptFiles : words.kept, kept);
    list.replaceChildren(
      ...pages.map(({ path, title }) => {
        const item = document.createElement('li');
        const link = document.createElement('a');
        link.href = base + path;
        link.lang = path.split('/')[0] ?? '';
        link.textContent = titleOf(title);
        item.append(link);
        return item;
      }),
    );
  }

  async function takeAlong(): Promise<void> {
    isStopped = false;
    status.textContent = '';
    take.hidden = true;
    stop.hidden = bar.hidden = false;
    bar.removeAttribute('value');
    // Asks the browser not to clear it away when room runs short.
    void navigator.storage?.persist?.().catch(() => undefined);
    const worker = await activeWorker();
    const total = worker && (await ask<KeptState>(worker, { ask: 'state' })).whole?.bytes;
    status.textContent = await steps(total ?? 0);
    await show();
    (take.hidden ? remove : take).focus();
  }

  /** Step by step to the end; what there is to say about it then. */
  async function steps(total: number): Promise<string> {
    let left = attempts;
    for (let from = 0; !isStopped; ) {
      const worker = await activeWorker();
      const taken: Taken = worker ? await ask(worker, { ask: 'take', from }) : { fault: 'network' };
      if ('fault' in taken) {
        if (taken.fault !== 'changed' || left-- === 0) return taken.fault === 'full' ? words.full : words.failed;
        from = 0;
        await pause(pauseMs);
        continue;
      }
      from = taken.next;
      bar.max = total;
      bar.value = taken.bytes;
      if (taken.isDone) return '';
    }
    return words.stopped;
  }

  take.addEventListener('click', () => void takeAlong());
  stop.addEventListener('click', () => {
    isStopped = true;
  });
  remove.addEventListener('click', async () => {
    const worker = await activeWorker();
    if (worker) await ask(worker, { ask: 'remove' });
    status.textContent = words.removed;
    await show();
  });
  box.addEventListener('change', async () => {
    refuse(!box.checked);
    if (box.checked) await Promise.race([register(), pause(patienceMs)]);
    else await keepNothing();
    await show();
  });

  if (!navigator.serviceWorker) {
    sizeText.textContent = words.unable;
    box.disabled = true;
    return;
  }
  if (!isRefused() && !(await Promise.race([register(), pause(patienceMs)]))) status.textContent = words.unable;
  await show();
}

/** Sends the worker away, with all that it has kept. */
async function keepNothing(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(base);
  if (!registration) return;
  const { scope } = registration;
  await registration.unregister();
  for (const name of await caches.keys()) if (name.startsWith(`${scope} `)) await caches.delete(name);
}
