/*
 * npm run server-files [-- folder]: writes the configuration of nginx and Caddy to deploy/, or, for a site under another path (BASE=/kb/), to a
 * folder of your choice.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { caddyConfiguration } from './server-files/caddy.ts';
import { nginxConfiguration } from './server-files/nginx.ts';
import { type ServerSettings, usualSettings } from './server-files/server-settings.ts';
import { root, settings } from './settings.ts';

/** The files by name. */
export function serverFiles(server: ServerSettings): Record<string, string> {
  return { 'nginx.conf': nginxConfiguration(server, { brotli: true }), Caddyfile: caddyConfiguration(server) };
}

if (process.argv[1] === import.meta.filename) {
  const { base } = settings();
  const [folder] = process.argv.slice(2);
  if (folder === undefined && base !== usualSettings.base) {
    console.error(`deploy/ holds the files of a site at "${usualSettings.base}". For one under "${base}" name a folder: npm run server-files -- <folder>`);
    process.exitCode = 1;
  } else {
    const target = resolve(folder ?? join(root, 'deploy'));
    mkdirSync(target, { recursive: true });
    for (const [name, text] of Object.entries(serverFiles({ ...usualSettings, base }))) {
      writeFileSync(join(target, name), text);
      console.log(relative(process.cwd(), join(target, name)));
    }
  }
}
