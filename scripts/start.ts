/* npm start: builds the site, indexes it, serves it, and prints the address. Ctrl-C ends it. */
import { build } from './build-site.ts';
import { serve } from './serve.ts';
import { settings } from './settings.ts';

const current = settings();
if (!(await build(current))) process.exit(1);
const { address, close } = await serve(current.outDir, current.base, Number(process.env.PORT ?? 4321));
console.log(`\n  ${address}\n\nCtrl-C ends it.`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close().then(() => process.exit(0)));
