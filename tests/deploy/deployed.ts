/* The built sites, compressed and deployed as `npm run deploy` does it, for servers to serve. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { stage, switchTo } from '../../scripts/deploy/releases.ts';
import { openSource } from '../../scripts/deploy/source.ts';
import { type BuiltSite, sites } from '../site/sites.ts';
import { type Running, type ServerName, start } from './servers.ts';

export interface Deployed {
  site: BuiltSite;
  /** Folder that holds it and its checksums; what lies beside the site may not be served. */
  place: string;
  /** Through the link, as deploy/ has it. */
  siteDir: string;
}

export async function deployed(site: BuiltSite): Promise<Deployed> {
  const place = mkdtempSync(join(tmpdir(), 'touchstone-deployed-'));
  mkdirSync(join(place, 'releases'));
  const { id } = await stage(place, openSource(site.dir).files);
  switchTo(place, id);
  return { site, place, siteDir: join(place, 'current/site') };
}

/** A site deployed and behind a server, for the tests of one group: there before the first of them, gone after the last. */
export function behind(name: ServerName, site: BuiltSite): { place: string; server: Running } {
  const open = {} as { place: string; server: Running };
  beforeAll(async () => {
    const { place, siteDir } = await deployed(site);
    open.place = place;
    open.server = await start(name, siteDir, site.base);
  });
  afterAll(async () => {
    await open.server.stop();
    rmSync(open.place, { recursive: true, force: true });
  });
  return open;
}

/** The servers that are installed (scripts/test-deploy.ts looks), each with each site. */
export const combinations = (process.env.TEST_SERVERS ?? '')
  .split(',')
  .filter((name) => name !== '')
  .flatMap((name) => sites.map((site) => ({ name: name as ServerName, site, base: site.base })));
