/*
 * npm run test:deploy: the built site behind nginx and Caddy, with the files of deploy/, on loopback. Not part of `npm test`, since both must be
 * installed; one that is not is named and left out.
 * npm run test:deploy -- --load: requests by wrk while releases are switched (tests/deploy/load.ts).
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { isInstalled, serverNames } from '../tests/deploy/servers.ts';
import { compressSite } from './compress-site.ts';
import { root } from './settings.ts';

const sites = join(root, '.cache/deploy-sites');
const installed = serverNames.filter(isInstalled);
for (const name of serverNames)
  if (!installed.includes(name)) console.log(`${name} is not installed (Debian: apt-get install ${name.toLowerCase()}): not tested.`);

if (installed.length > 0) process.exitCode = (await test()) ? 0 : 1;

async function test(): Promise<boolean> {
  for (const [name, base] of [
    ['root', '/'],
    ['kb', '/kb/'],
  ] as const) {
    if (!run('build', ['scripts/build.ts'], { OUT_DIR: join(sites, name), BASE: base, SITE: 'http://localhost' })) return false;
    await compressSite(join(sites, name));
  }
  const environment = { TEST_SITES: sites, TEST_SERVERS: installed.join(',') };
  if (process.argv.includes('--load')) return run('load', ['tests/deploy/load.ts', ...process.argv.slice(2).filter((one) => one !== '--load')], environment);
  return run('servers', ['node_modules/vitest/vitest.mjs', 'run', '--project', 'deploy'], environment);
}

function run(name: string, args: string[], environment: Record<string, string>): boolean {
  console.log(`── ${name}`);
  return spawnSync(process.execPath, args, { cwd: root, env: { ...process.env, ...environment }, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}
