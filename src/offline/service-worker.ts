/*
 * Keeps what was read for reading without a network. Hashed files (assets/) never change, so one cache holds those of all editions; all other
 * files lie in a cache of their edition, and a file gets there only if the site is of that edition still when it has arrived. Pages come from
 * the network while there is one. A new edition takes over what was kept of the last before it becomes the one that answers; assets of the last
 * stay until no tab is open that may ask for them.
 */
import type { Asked, Edition, KeptList, KeptState, Taken } from './kept-list.ts';
import type { AskedEvent, WorkerScope } from './worker-scope.ts';

/** The build writes it before this script. */
declare const edition: Edition;

const worker = self as unknown as WorkerScope;
/** Address of the site, with a slash at its end. */
const { scope } = worker.registration;
const ownName = `${scope} ${edition.version}`;
const assetsName = `${scope} assets`;
const own = () => caches.open(ownName);

/** How long a reader waits for the network where the page is kept. */
const patienceMs = 3000;
const filesAtOnce = 6;
const filesPerStep = 48;

const addressOf = (path: string) => new URL(path, scope).href;
const pathOf = (address: string) => decodeURI(address.slice(scope.length));
const isAsset = (address: string) => address.startsWith(`${scope}assets/`);
const cacheOf = (address: string) => caches.open(isAsset(address) ? assetsName : ownName);
const listAddress = addressOf(edition.list);
/** Says which tabs were open when this edition took over: they may be of an older one. */
const olderTabs = `${scope}older-tabs`;

const find = async (address: string): Promise<Response | undefined> => (await cacheOf(address)).match(address, { ignoreVary: true });

const jsonResponse = (content: unknown) => new Response(JSON.stringify(content), { headers: { 'Content-Type': 'application/json' } });

const tabs = async () => (await worker.clients.matchAll({ includeUncontrolled: true })).map(({ id }) => id);

/** Caches of this site's other editions. */
const otherEditions = async () => (await caches.keys()).filter((name) => name.startsWith(`${scope} `) && name !== ownName && name !== assetsName);

/** Whether the site is of this worker's edition: whether its worker is this one. */
async function isCurrent(): Promise<boolean> {
  const response = await fetch(addressOf('service-worker.js'), { cache: 'no-cache' });
  return response.ok && (await response.text()).includes(`"${edition.version}"`);
}

/** Runs a task for each of many, a few at a time; after a failure no further ones, and it fails when none is running any more. */
async function forEach<One>(all: One[], task: (one: One) => Promise<void>): Promise<void> {
  const waiting = [...all];
  const failures: unknown[] = [];
  const work = async () => {
    for (let one = waiting.shift(); one !== undefined && failures.length === 0; one = waiting.shift()) await task(one).catch((error) => failures.push(error));
  };
  await Promise.all(Array.from({ length: filesAtOnce }, work));
  if (failures.length > 0) throw failures[0];
}

/** Fetches what is not kept yet, each file into its cache; a page that is gone is left out, anything else that fails is an error. */
async function fetchMissing(addresses: string[], onAdded: (address: string) => void = () => undefined): Promise<void> {
  await forEach(addresses, async (address) => {
    if (await find(address)) return;
    const response = await fetch(address, { cache: isAsset(address) ? 'default' : 'no-cache', priority: 'low' });
    if (response.status === 404 && !isAsset(address)) return;
    if (!response.ok || response.redirected) throw new TypeError(`${address}: ${response.status}`);
    onAdded(address);
    await (await cacheOf(address)).put(address, response);
  });
}

/** Keeps these files; false, and none of them is added, if the site is of another edition by the time they have arrived. */
async function keep(addresses: string[]): Promise<boolean> {
  const added: string[] = [];
  let isOwn = false;
  try {
    await fetchMissing(addresses, (address) => added.push(address));
    isOwn = added.length === 0 || (await isCurrent());
  } finally {
    if (!isOwn) for (const address of added) if (!isAsset(address)) await (await own()).delete(address);
  }
  return isOwn;
}

const alwaysKept = () => [...edition.shell, ...Object.values(edition.standIns)].map(addressOf);

/** Keeps a page's answer, if it is of this edition. */
async function keepAnswer(address: string, response: Response): Promise<void> {
  if (response.ok && response.type === 'basic' && !response.redirected && (await isCurrent())) await (await own()).put(address, response);
}

// ---- A new edition ----

async function install(): Promise<void> {
  // What an attempt that was broken off has left may be of two editions.
  await caches.delete(ownName);
  await fetchMissing(alwaysKept());
  for (const name of await otherEditions()) await takeOver(await caches.open(name));
  if (!(await isCurrent())) throw new Error('Another edition has been put in place meanwhile.');
  await worker.skipWaiting();
}

/** Keeps in this edition what is kept of an older one: of a site that was taken along everything, what has not changed without a request. */
async function takeOver(older: Cache): Promise<void> {
  const kept = (await older.keys()).map(({ url }) => url).filter((url) => url !== olderTabs);
  const listThen = kept.find((url) => /\/assets\/kept\.[^/]+$/.test(url));
  if (listThen) {
    const then: KeptList = await (await older.match(listThen))?.json();
    const now = await loadList();
    const same = Object.keys(now).filter((path) => !isAsset(addressOf(path)) && then[path]?.[0] === now[path]?.[0]);
    await forEach(same, async (path) => {
      const response = await older.match(addressOf(path));
      if (response) await (await own()).put(addressOf(path), response);
    });
    await fetchMissing(Object.keys(now).map(addressOf));
    await keepList();
  } else {
    await fetchMissing(kept);
    for (const { manifest, whole } of Object.values(edition.search)) if (whole && (await find(addressOf(manifest)))) await fetchMissing([addressOf(whole)]);
  }
}

async function activate(): Promise<void> {
  await (await own()).put(olderTabs, jsonResponse(await tabs()));
  for (const name of await otherEditions()) await caches.delete(name);
  await worker.registration.navigationPreload?.enable();
  await worker.clients.claim();
}

/** Deletes the assets of older editions once no tab is left that may ask for them. */
async function sweep(): Promise<void> {
  const record = await (await own()).match(olderTabs);
  if (!record) return;
  const [older, open]: [string[], string[]] = [await record.json(), await tabs()];
  if (open.some((id) => older.includes(id))) return;
  const folders = Object.values(edition.search).map(({ folder }) => `${folder}/`);
  const cache = await caches.open(assetsName);
  for (const { url } of await cache.keys()) {
    const path = pathOf(url);
    if (!edition.shell.includes(path) && !folders.some((folder) => path.startsWith(folder))) await cache.delete(url);
  }
  await (await own()).delete(olderTabs);
}

// ---- Answers to a page's requests ----

async function asset(event: AskedEvent, address: string): Promise<Response> {
  const kept = (await find(address)) ?? (await partOfIndex(address));
  if (kept) return kept;
  const response = await fetch(event.request);
  if (response.ok) {
    const copy = response.clone();
    event.waitUntil(
      cacheOf(address)
        .then((cache) => cache.put(address, copy))
        .catch(() => undefined),
    );
  }
  return response;
}

const indexes = new Map<string, Promise<Record<string, unknown>>>();

/** A file of a search index of which the whole is kept. */
async function partOfIndex(address: string): Promise<Response | undefined> {
  const end = address.lastIndexOf('/') + 1;
  const whole = `${address.slice(0, end)}whole.json`;
  if (!address.includes('/assets/search/') || address === whole) return undefined;
  const kept = indexes.has(whole) ? undefined : await find(whole);
  if (kept) indexes.set(whole, kept.json());
  const part = (await indexes.get(whole))?.[address.slice(end)];
  return part === undefined ? undefined : jsonResponse(part);
}

/** The newest page where there is a network; what is kept where there is none, or it is slow or broken. */
async function newest(event: AskedEvent, address: string): Promise<Response> {
  const { request, preloadResponse } = event;
  const answer = Promise.resolve(preloadResponse).then((preloaded) => preloaded ?? fetch(request));
  event.waitUntil(answer.then((response) => keepAnswer(address, response.clone())).catch(() => undefined));
  const kept = await find(address);
  try {
    const first = kept ? await Promise.race([answer, new Promise<Response>((resolve) => setTimeout(resolve, patienceMs, kept))]) : await answer;
    return kept && first.status >= 500 ? kept : first;
  } catch (error) {
    const standIn = request.mode === 'navigate' ? await standInFor(address) : undefined;
    if (kept ?? standIn) return (kept ?? standIn) as Response;
    throw error;
  }
}

/** The page that says, in the language of the one that was asked for, that it is not kept. */
async function standInFor(address: string): Promise<Response | undefined> {
  const [language = ''] = pathOf(address).split('/');
  const path = edition.standIns[language] ?? Object.values(edition.standIns)[0];
  const page = path && (await find(addressOf(path)));
  return page ? new Response(page.body, { status: 503, statusText: 'Not kept', headers: page.headers }) : undefined;
}

// ---- What pages ask of the worker ----

async function loadList(): Promise<KeptList> {
  const response = (await (await own()).match(listAddress)) ?? (await fetch(listAddress));
  if (!response.ok) throw new TypeError(`${listAddress}: ${response.status}`);
  return response.json();
}

/** That it is kept says that all of it is. */
async function keepList(): Promise<void> {
  await (await own()).put(listAddress, await fetch(listAddress));
}

/** Keeps a page that was opened before this worker was there, the home of its language and, if so asked, its search. */
async function visit(path: string, withSearch: boolean): Promise<void> {
  const [language = ''] = path.split('/');
  const search = edition.search[language];
  const paths = [path, ...(search ? [`${language}/`] : []), ...(withSearch && search?.whole ? [search.manifest, search.whole] : [])];
  await keep(paths.map(addressOf));
  await sweep();
}

const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0);

async function state(): Promise<KeptState> {
  const pages = await (await own()).keys();
  const addresses = [...pages, ...(await (await caches.open(assetsName)).keys())].map(({ url }) => url);
  const list = await loadList().catch(() => undefined);
  const isWhole = addresses.includes(listAddress);
  const standIns = Object.values(edition.standIns);
  const titles: KeptState['pages'] = [];
  if (!isWhole)
    for (const { url } of pages) {
      const path = pathOf(url);
      if (!path.endsWith('/') || standIns.includes(path)) continue;
      const text = (await (await find(url))?.text()) ?? '';
      titles.push({ path, title: /<title>([^<]*)/.exec(text)?.[1] ?? path });
    }
  const kept = addresses.filter((address) => address !== listAddress && address !== olderTabs);
  const sizeOf = (address: string) => list?.[pathOf(address)]?.[1] ?? 0;
  return {
    whole: list && { files: Object.keys(list).length, bytes: sum(Object.values(list).map(([, bytes]) => bytes)) },
    kept: { files: kept.length, ...(list ? { bytes: sum(kept.map(sizeOf)) } : {}) },
    isWhole,
    pages: titles,
  };
}

async function take(from: number): Promise<Taken> {
  try {
    const list = Object.entries(await loadList());
    const step = list.slice(from, from + filesPerStep);
    if (!(await keep(step.map(([path]) => addressOf(path))))) {
      void worker.registration.update();
      return { fault: 'changed' };
    }
    const next = from + step.length;
    const isDone = next >= list.length;
    if (isDone) await keepList();
    return { next, bytes: sum(list.slice(0, next).map(([, [, bytes]]) => bytes)), isDone };
  } catch (error) {
    return { fault: error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'network' };
  }
}

/** Back to what is kept of a site that nobody has read. */
async function remove(): Promise<void> {
  for (const name of [ownName, assetsName]) await caches.delete(name);
  indexes.clear();
  await keep(alwaysKept());
}

function answerTo(asked: Asked): Promise<unknown> {
  if (asked.ask === 'visit') return visit(asked.path, asked.search).catch(() => undefined);
  if (asked.ask === 'state') return state();
  if (asked.ask === 'take') return take(asked.from);
  return remove();
}

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('message', (event) => event.waitUntil(answerTo(event.data as Asked).then((answer) => event.ports[0]?.postMessage(answer))));
worker.addEventListener('fetch', (event) => {
  const { origin, pathname } = new URL(event.request.url);
  // What follows a "?" is for the page's script; the files don't know it.
  const address = origin + pathname;
  if (event.request.method !== 'GET' || !address.startsWith(scope)) return;
  event.respondWith(isAsset(address) ? asset(event, address) : newest(event, address));
});
