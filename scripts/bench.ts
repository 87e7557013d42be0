/*
 * npm run bench: figures of the built site as Markdown tables. `-- search [topics …]` measures the search index, `-- scale [topics …]` builds
 * of synthetic corpora; both take the numbers of topics, else the usual ones. `-- peers <folder>` measures sites made by other tools beside ours.
 */
import { benchPages } from './bench/pages.ts';
import { benchPeers } from './bench/peers.ts';
import { benchScale, benchSearch } from './bench/scale.ts';

const usage = 'npm run bench, npm run bench -- pages, npm run bench -- search [topics …], npm run bench -- scale [topics …], npm run bench -- peers <folder>';
const [command = 'pages', ...rest] = process.argv.slice(2);
const sizes = rest.map(Number);

if (command === 'peers' && rest[0] !== undefined && rest.length === 1) await benchPeers(rest[0]);
else if (sizes.some((size) => !Number.isInteger(size) || size < 1)) fail(`"${rest.join(' ')}" are not numbers of topics.`);
else if (command === 'pages' && rest.length === 0) await benchPages();
else if (command === 'search') await benchSearch(sizes.length > 0 ? sizes : [12, 500, 2500]);
else if (command === 'scale') await benchScale(sizes.length > 0 ? sizes : [12, 500, 2500, 10_000]);
else fail(`"${[command, ...rest].join(' ')}" is no benchmark.`);

function fail(message: string): void {
  console.error(`${message} Known: ${usage}.`);
  process.exitCode = 1;
}
