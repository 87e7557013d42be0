/*
 * npm run test:deploy -- --load: wrk asks nginx for pages and their hashed files for a minute while `npm run deploy` switches between releases of
 * which no two share a hashed file; a second reader compares every body with the files of the release that was served. Fails on any answer but
 * 200 and 304, on any body that is not one release's file, and below the wanted rate.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { compressSite } from '../../scripts/compress-site.ts';
import { currentIn } from '../../scripts/deploy/releases.ts';
import { filesIn } from '../../scripts/files-in.ts';
import { sha256 } from '../../scripts/release/checksums.ts';
import { root } from '../../scripts/settings.ts';
import { ask, decoded } from './ask.ts';
import { isInstalled, type Running, start } from './servers.ts';

const seconds = 60;
const switches = 10;
const wantedRate = 5000;
const connections = 16;
const pageCount = 24;

interface Result {
  fine: number;
  unchanged: number;
  other: number;
  named: number;
  whole: number;
  worst: string;
  broken: number;
  seconds: number;
  medianMs: number;
  p99Ms: number;
}

if (!isInstalled('nginx') || spawnSync('wrk', ['-v']).error) console.log('The load test needs nginx and wrk (Debian: apt-get install nginx wrk): not run.');
else process.exitCode = (await load()) ? 0 : 1;

async function load(): Promise<boolean> {
  const work = mkdtempSync(join(tmpdir(), 'touchstone-load-'));
  let server: Running | undefined;
  try {
    const site = join(process.env.TEST_SITES ?? '', 'root');
    console.log(`making ${switches + 1} releases of which no two share a hashed file …`);
    const releases: string[] = [];
    for (let number = 0; number <= switches; number++) releases.push(await makeVariant(site, join(work, `site-${number}`), number));
    const place = join(work, 'served');
    await deploy(releases[0] ?? '', place);
    server = await start('nginx', join(place, 'current/site'), '/');
    const list = join(work, 'pages.txt');
    const pages = pagesOf(releases[0] ?? '');
    writeFileSync(list, `${pages.map((page) => `/${page}`).join('\n')}\n`);
    const stop = new AbortController();
    const reader = readAlong(server.port, place, pages, stop.signal);
    const wrk = runWrk(server.address, list);
    for (const release of releases.slice(1)) {
      await wait((seconds / (switches + 1)) * 1000);
      await deploy(release, place);
    }
    const result = await wrk;
    stop.abort();
    return report(result, await reader);
  } finally {
    await server?.stop();
    rmSync(work, { recursive: true, force: true });
  }
}

function pagesOf(dir: string): string[] {
  return filesIn(dir).flatMap((file) => (file.endsWith('/index.html') ? [file.replace(/index\.html$/, '')] : []));
}

/** A site of the same pages whose hashed files have other names, and compressed files beside. */
async function makeVariant(site: string, to: string, number: number): Promise<string> {
  const all = filesIn(site).filter((file) => !/\.(?:br|gz|zst)$/.test(file));
  const assets = all.filter((file) => file.startsWith('assets/')).map((file) => file.slice('assets/'.length));
  const pages = all.filter((file) => file.endsWith('/index.html'));
  const every = Math.ceil(pages.length / pageCount);
  const kept = ['index.html', '404.html', ...pages.filter((_, index) => index % every === 0)];
  // Names of one length, so that a page's size does not tell the releases apart where its content does not.
  const renamed = (name: string) =>
    name.replace(/([.-])[^.-]{8}(\.\w+)$/, (_, before: string, ending: string) => `${before}${sha256(`${name} ${number}`).slice(0, 8)}${ending}`);
  const names = new Map(assets.map((name) => [name, renamed(name)]));
  const rewrite = (text: string) => [...names].reduce((now, [from, other]) => now.replaceAll(from, other), text);
  for (const file of [...kept, ...assets.map((name) => `assets/${name}`)]) {
    const bytes = readFileSync(join(site, file));
    const target = join(to, file.startsWith('assets/') ? `assets/${names.get(file.slice('assets/'.length))}` : file);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, /\.(?:html|css|js)$/.test(file) ? rewrite(bytes.toString('utf8')) : bytes);
  }
  await compressSite(to);
  return to;
}

/** `npm run deploy` in a process of its own, so that the reader reads on. */
function deploy(from: string, place: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/deploy.ts', from, place], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`deploying ${from} ended with code ${code}`))));
  });
}

function runWrk(address: string, list: string): Promise<Result> {
  const script = join(import.meta.dirname, 'load.lua');
  return new Promise((resolve, reject) => {
    const child = spawn('wrk', ['-t', '1', '-c', String(connections), '-d', `${seconds}s`, '-s', script, address, '--', list], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', () => {
      const line = said.split('\n').find((one) => one.startsWith('RESULT '));
      if (line) resolve(JSON.parse(line.slice('RESULT '.length)) as Result);
      else reject(new Error(`wrk said no result:\n${said}`));
    });
  });
}

interface Read {
  pages: number;
  files: number;
  unchanged: number;
  faults: string[];
}

/**
 * Reads pages one after the other, each with the hashed files that it names, some of them only seconds later. A page must be that of the release
 * that was served when it was asked for, or when it had arrived; so must what 304 says is still right.
 */
async function readAlong(port: number, place: string, pages: string[], signal: AbortSignal): Promise<Read> {
  const read: Read = { pages: 0, files: 0, unchanged: 0, faults: [] };
  const known = new Map<string, { etag: string; body: Buffer }>();
  const later: Promise<void>[] = [];
  const fileIn = (id: string, file: string) => readFileSync(join(place, 'releases', id, 'site', file));
  const open = (id: string | undefined, page: string) => (id === undefined ? undefined : fileIn(id, `${page}index.html`));
  const readAsset = async (page: string, asset: string) => {
    const { status, body } = await ask(port, asset);
    read.files += 1;
    const hasName = currentIn(place);
    if (status !== 200) read.faults.push(`${asset}, which /${page} names: status ${status}`);
    else if (hasName === undefined || !body.equals(fileIn(hasName, asset.slice(1)))) read.faults.push(`${asset}: the body is not the file`);
  };
  for (let round = 0; !signal.aborted; round++) {
    const page = pages[(round * 7) % pages.length] ?? '';
    const encoding = round % 2 === 0 ? 'br' : 'identity';
    const last = known.get(`${encoding} ${page}`);
    const before = currentIn(place);
    const answer = await ask(port, `/${page}`, { 'Accept-Encoding': encoding, ...(last && round % 3 > 0 ? { 'If-None-Match': last.etag } : {}) });
    const after = currentIn(place);
    read.pages += 1;
    if (answer.status !== 200 && answer.status !== 304) {
      read.faults.push(`/${page}: status ${answer.status}`);
      continue;
    }
    if (answer.status === 304) read.unchanged += 1;
    const body = answer.status === 304 ? (last?.body ?? Buffer.alloc(0)) : decoded(answer);
    if (![open(before, page), open(after, page)].some((one) => one?.equals(body)))
      read.faults.push(`/${page} (${answer.status}): neither the page of release ${before} nor of ${after}`);
    known.set(`${encoding} ${page}`, { etag: String(answer.headers.etag), body });
    const named = [...new Set([...body.toString('utf8').matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path = '']) => path))];
    if (named.length === 0) read.faults.push(`/${page} names no hashed file`);
    for (const asset of named) {
      if (round % 4 === 0) later.push(wait(3000 + (round % 10) * 1000).then(() => readAsset(page, asset)));
      else await readAsset(page, asset);
    }
    await wait(10);
  }
  await Promise.all(later);
  return read;
}

function report(result: Result, read: Read): boolean {
  const { fine, unchanged, other, named, whole, worst, broken } = result;
  const rate = (fine + unchanged + other) / result.seconds;
  console.log(`wrk, ${result.seconds.toFixed(1)} s, ${connections} connections, ${switches} switches: ${Math.round(rate).toLocaleString('en')} requests/s`);
  console.log(`  200: ${fine.toLocaleString('en')}, 304: ${unchanged.toLocaleString('en')}, anything else: ${other} ${worst}, broken off: ${broken}`);
  console.log(`  ${whole.toLocaleString('en')} pages read for the hashed files that they name, ${named.toLocaleString('en')} of these asked for`);
  console.log(`  median ${result.medianMs.toFixed(2)} ms, 99 % within ${result.p99Ms.toFixed(2)} ms`);
  console.log(
    `reader: ${read.pages} pages (${read.unchanged} of them 304) and ${read.files} hashed files compared with the releases' files, ${read.faults.length} faults`,
  );
  for (const fault of read.faults.slice(0, 20)) console.error(`  ${fault}`);
  const wrong = [
    ...(other > 0 || broken > 0 || read.faults.length > 0 ? ['There were answers that no reader may get.'] : []),
    ...(rate < wantedRate ? [`The rate is below ${wantedRate} requests/s.`] : []),
    ...(unchanged === 0 || named === 0 || read.unchanged === 0 ? ['Not everything was tried: no 304, or no hashed file.'] : []),
  ];
  for (const one of wrong) console.error(one);
  return wrong.length === 0;
}
