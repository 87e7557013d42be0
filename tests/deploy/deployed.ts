/* The built sites, compressed and deployed as `npm run deploy` does it, for servers to serve. */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stage, switchTo } from '../../scripts/deploy/releases.ts';
import { openSource } from '../../scripts/deploy/source.ts';
import { type BuiltSite, sites } from '../site/sites.ts';
import type { ServerName } from './servers.ts';

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

/** The servers that are installed (scripts/test-deploy.ts looks), each with each site. */
export const combinations = (process.env.TEST_SERVERS ?? '')
  .split(',')
  .filter((name) => name !== '')
  .flatMap((name) => sites.map((site) => ({ name: name as ServerName, site, base: site.base })));
