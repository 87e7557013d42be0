/* npm run compress [-- folder]: puts .br, .gz and .zst beside the files of the built site, for servers that send such files as they are. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { compressSite } from './compress-site.ts';
import { settings } from './settings.ts';

const [folder] = process.argv.slice(2);
const dir = folder ? resolve(folder) : settings().outDir;
if (existsSync(dir)) {
  const started = performance.now();
  const { files, bytes, encoded } = await compressSite(dir);
  const kilobytes = (size: number) => `${Math.round(size / 1000).toLocaleString('en')} kB`;
  const each = Object.entries(encoded).map(([ending, size]) => `.${ending} ${kilobytes(size)}`);
  console.log(`${files} files of ${dir}: ${kilobytes(bytes)} → ${each.join(', ')} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
} else {
  console.error(`There is no built site in ${dir}: run "npm run build" first.`);
  process.exitCode = 1;
}
