/* npm run preview: serves the last built site. */
import { existsSync } from 'node:fs';
import { serve } from './serve.ts';
import { settings } from './settings.ts';

const { outDir, base } = settings();
if (!existsSync(outDir)) {
  console.error(`There is no built site in ${outDir}: run "npm run build" first.`);
  process.exit(1);
}
const { address } = await serve(outDir, base, Number(process.env.PORT ?? 4321));
console.log(address);
