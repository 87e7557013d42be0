import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { iconFile, icons } from '../src/http/icons.ts';
import { drawIcons } from './draw-icons.ts';
import { root } from './settings.ts';

/** Pixels of a PNG, as resvg decodes it. */
function pixelsOf(png: Buffer, size: number): Buffer {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><image width="${size}" height="${size}" href="data:image/png;base64,${png.toString('base64')}"/></svg>`;
  return Buffer.from(new Resvg(svg).render().pixels);
}

describe('drawIcons(dir)', () => {
  const dir = mkdtempSync(join(tmpdir(), 'icons-'));
  copyFileSync(join(root, 'public/icon.svg'), join(dir, 'icon.svg'));
  drawIcons(dir);
  const drawn = icons.map((icon) => ({ icon, png: readFileSync(join(dir, iconFile(icon))) }));
  rmSync(dir, { recursive: true });

  it('draws each of its size (PNG, 11.2.2: width and height at bytes 16 and 20), in the colours of the light theme', () => {
    for (const { icon, png } of drawn) {
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([icon.size, icon.size]);
      const pixels = pixelsOf(png, icon.size);
      expect([...pixels.subarray(0, 4)], 'paper').toEqual([0xfb, 0xfa, 0xf6, 0xff]);
      // The dark stone fills the middle of the drawing's left half.
      const at = (Math.floor(icon.size / 2) * icon.size + Math.floor(icon.size * 0.36)) * 4;
      expect([...pixels.subarray(at, at + 3)], 'stone').toEqual([0x23, 0x28, 0x2d]);
    }
  });

  it('keeps what a device may cut within a circle of 80% of the width (W3C, Web Application Manifest, 5.3)', () => {
    const { icon, png } = drawn.find((one) => one.icon.purpose === 'maskable') ?? { icon: { size: 0 }, png: Buffer.alloc(0) };
    const pixels = pixelsOf(png, icon.size);
    let farthest = 0;
    for (let y = 0; y < icon.size; y++)
      for (let x = 0; x < icon.size; x++)
        if (pixels[(y * icon.size + x) * 4] !== 0xfb) farthest = Math.max(farthest, Math.hypot(x + 0.5 - icon.size / 2, y + 0.5 - icon.size / 2));
    expect(farthest).toBeGreaterThan(icon.size * 0.2);
    expect(farthest).toBeLessThanOrEqual(icon.size * 0.4);
  });
});
