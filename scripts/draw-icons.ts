import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { iconFile, icons, paper } from '../src/http/icons.ts';

/** Draws `icon.svg` of a built site as the pictures that devices want where they install it. */
export function drawIcons(dir: string): void {
  const drawing = readFileSync(join(dir, 'icon.svg'), 'utf8');
  for (const icon of icons) {
    const file = join(dir, iconFile(icon));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, new Resvg(framed(drawing, icon.margin), { fitTo: { mode: 'width', value: icon.size } }).render().asPng());
  }
}

/** The drawing on paper, with a margin on each side as a share of its own width. */
function framed(drawing: string, margin: number): string {
  const box = /viewBox="0 0 (\d+) (\d+)"/.exec(drawing);
  if (!box) throw new Error('icon.svg has no viewBox that starts at 0 0.');
  const [width, height] = [Number(box[1]), Number(box[2])];
  const [x, y] = [width * margin, height * margin];
  const [whole, high] = [width + 2 * x, height + 2 * y];
  // Themes are for browsers: here the light one holds.
  const light = drawing.replace(/@media[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}/g, '').replace('<svg ', `<svg x="${x}" y="${y}" width="${width}" height="${height}" `);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole} ${high}"><rect width="${whole}" height="${high}" fill="${paper}"/>${light}</svg>`;
}
