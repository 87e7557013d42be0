/*
 * npm run deploy -- <archive or dist> <folder> [--keep 5]: puts a release beside those in the folder and switches to it in one step.
 * npm run deploy -- --rollback <folder>: back to the release before. npm run deploy -- --list <folder>: which there are.
 * Needs nothing but Node 24 and these scripts, so it runs on a server without node_modules.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { locked } from './deploy/lock.ts';
import { currentIn, inheritAssets, previousIn, prune, releasesIn, stage, switchTo } from './deploy/releases.ts';
import { openSource } from './deploy/source.ts';

const usage = `npm run deploy -- <archive.tar.zst or built site> <folder> [--keep 5]
npm run deploy -- --rollback <folder>
npm run deploy -- --list <folder>`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { rollback: { type: 'boolean' }, list: { type: 'boolean' }, keep: { type: 'string', default: '5' } },
  });
  const keep = Number(values.keep);
  if (!Number.isInteger(keep) || keep < 2) throw new Error(`--keep ${values.keep}: at least 2 releases are kept, the served one and the one before.`);
  const [first, second] = positionals;
  if (first !== undefined && positionals.length === 1 && values.list) list(resolve(first));
  else if (first !== undefined && positionals.length === 1 && values.rollback) await rollback(resolve(first));
  else if (first !== undefined && second !== undefined && positionals.length === 2) await deploy(resolve(first), resolve(second), keep);
  else throw new Error('What shall be deployed, and where?');
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  process.exitCode = 1;
}

async function deploy(from: string, place: string, keep: number): Promise<void> {
  mkdirSync(join(place, 'releases'), { recursive: true });
  await locked(place, async () => {
    const { files, checked } = openSource(from);
    console.log(`${from}: ${checked}.`);
    const { id, files: count, linked } = await stage(place, files);
    console.log(`releases/${id}: ${count} files written and read back, ${linked} of them shared with the release that was served.`);
    const inherited = inheritAssets(place, id);
    console.log(`releases/${id}: ${inherited} hashed files of earlier releases stay reachable.`);
    switchTo(place, id);
    console.log(`current → releases/${id}. The server needs no restart: its root is ${join(place, 'current/site')}.`);
    const removed = prune(place, keep);
    if (removed.length > 0) console.log(`Removed, to keep ${keep}: ${removed.map((one) => `releases/${one}`).join(', ')}.`);
    const back = previousIn(place);
    if (back !== undefined) console.log(`Back to releases/${back}: npm run deploy -- --rollback ${place}`);
  });
}

async function rollback(place: string): Promise<void> {
  await locked(place, async () => {
    const served = currentIn(place);
    const id = previousIn(place);
    if (served === undefined || id === undefined) throw new Error(`${place} holds no release before ${served ?? 'the first'}: there is nothing to go back to.`);
    const inherited = inheritAssets(place, id);
    switchTo(place, id);
    console.log(`current → releases/${id} (was ${served}; ${inherited} hashed files of other releases stay reachable).`);
  });
}

function list(place: string): void {
  const served = currentIn(place);
  for (const id of releasesIn(place)) console.log(`releases/${id}${id === served ? '  ← current' : ''}`);
  if (releasesIn(place).length === 0) console.log(`There is no release in ${place}.`);
}
