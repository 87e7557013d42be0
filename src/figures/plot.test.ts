import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draw } from './draw.ts';
import { drawPlot, type PlotPicture, pathOf, spread } from './plot.ts';

/** Height of the letters of a line's label, in the picture's units. */
const css = readFileSync(join(import.meta.dirname, '../styles/prose.css'), 'utf8');
const labelSize = Number(/svg \.series text [^}]*font-size: ([\d.]+)px/.exec(css)?.[1]);

interface Drawn {
  tag: string;
  attributes: Record<string, string | number>;
  children: (Drawn | string)[];
}
const draw: Draw<Drawn> = (tag, attributes, ...children) => ({ tag, attributes, children });
const isDrawn = (child: Drawn | string): child is Drawn => typeof child === 'object';
const allIn = (root: Drawn): Drawn[] => [root, ...root.children.filter(isDrawn).flatMap(allIn)];
const shapes = (root: Drawn, name: string) => allIn(root).filter(({ attributes }) => String(attributes.class).split(' ').includes(name));
const texts = (root: Drawn, name: string) => shapes(root, name).map(({ children }) => children.join(''));
/** Numbers beside the axes: the texts of the two groups that have no class. */
const ticks = (root: Drawn) =>
  allIn(root)
    .filter(({ tag, attributes }) => tag === 'g' && attributes.class === undefined)
    .flatMap(({ children }) => children.filter(isDrawn).map((text) => text.children.join('')));
/** Centres of the points of a line that is drawn as dots. */
const dots = (root: Drawn) =>
  shapes(root, 'dots').flatMap(({ attributes }) =>
    [...String(attributes.d).matchAll(/M([\d.]+) ([\d.]+)h0/g)].map(([, x, y]): [number, number] => [Number(x), Number(y)]),
  );
const labels = (root: Drawn) => shapes(root, 'series').flatMap(({ children }) => children.filter(isDrawn).filter(({ tag }) => tag === 'text'));

const picture = (given: Partial<PlotPicture> = {}): PlotPicture => ({
  alt: 'A line.',
  x: { label: 'length', unit: 'm' },
  y: { label: 'time', unit: 's' },
  lines: [
    {
      label: 'one',
      points: [
        [0, 0],
        [10, 100],
      ],
    },
  ],
  guides: [],
  ...given,
});

describe('spread(positions, gap)', () => {
  it('leaves exactly the asked gap between labels that would overlap, however many, and keeps their order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 380, noNaN: true }), { minLength: 2, maxLength: 30 }), (positions) => {
        const sorted = [...positions].sort((a, b) => a - b);
        const placed = spread(sorted, 15);
        for (let i = 1; i < placed.length; i++) expect((placed[i] ?? 0) - (placed[i - 1] ?? 0)).toBeGreaterThanOrEqual(15 - 1e-6);
      }),
    );
  });
  const positions = fc.array(fc.double({ min: 0, max: 380, noNaN: true }), { minLength: 1, maxLength: 12 });
  it('moves labels apart, so that none lies on another', () => {
    fc.assert(
      fc.property(positions, (given) => {
        const placed = [...spread(given, 15)].sort((a, b) => a - b);
        for (let i = 1; i < placed.length; i++) expect((placed[i] ?? 0) - (placed[i - 1] ?? 0)).toBeGreaterThan(labelSize);
      }),
    );
  });
  it('keeps their order', () => {
    fc.assert(
      fc.property(positions, (given) => {
        const placed = spread(given, 15);
        for (const [i, a] of given.entries()) for (const [j, b] of given.entries()) if (a < b) expect(placed[i]).toBeLessThan(placed[j] ?? 0);
      }),
    );
  });
  it('leaves alone what is apart already', () => {
    expect(spread([100, 20, 60], 15)).toEqual([100, 20, 60]);
  });
});

describe('drawPlot(draw, picture, locale)', () => {
  it('names its axes with their units, and itself for readers who cannot see it', () => {
    const root = drawPlot(draw, picture(), 'en');
    expect(root).toMatchObject({ tag: 'svg', attributes: { role: 'img', 'aria-label': 'A line.' } });
    expect(texts(root, 'axis-label')).toEqual(['length / m', 'time / s']);
    expect(texts(drawPlot(draw, picture({ x: { label: 'ratio' } }), 'en'), 'axis-label')[0]).toBe('ratio');
  });
  it('puts larger values higher and further right', () => {
    const points: [number, number][] = [
      [0, 0],
      [10, 100],
    ];
    const [low, high] = dots(drawPlot(draw, picture({ lines: [{ label: 'one', points, marks: true }] }), 'en'));
    expect(high?.[0]).toBeGreaterThan(low?.[0] ?? Number.NaN);
    expect(high?.[1]).toBeLessThan(low?.[1] ?? Number.NaN);
  });
  it('draws equal ratios as equal lengths on a logarithmic axis', () => {
    const points: [number, number][] = [
      [1, 1],
      [2, 10],
      [3, 100],
    ];
    const root = drawPlot(draw, picture({ y: { label: 'y', scale: 'log' }, lines: [{ label: 'one', points, marks: true }] }), 'en');
    const [a = 0, b = 0, c = 0] = dots(root).map(([, y]) => y);
    expect(a - b).toBeCloseTo(b - c, 0);
  });
  it('leaves out what has no place: infinite values, and nought on a logarithmic axis', () => {
    const points: [number, number][] = [
      [1, 0],
      [2, Number.NaN],
      [3, Number.POSITIVE_INFINITY],
      [4, 10],
      [5, 20],
    ];
    const root = drawPlot(draw, picture({ y: { label: 'y', scale: 'log' }, lines: [{ label: 'one', points, marks: true }] }), 'en');
    expect(dots(root)).toHaveLength(2);
  });
  it('keeps labels of lines that end in one place apart', () => {
    const lines = ['a', 'b', 'c', 'd', 'e', 'f'].map((label) => ({
      label,
      points: [
        [0, 0],
        [1, 1],
      ] as [number, number][],
    }));
    const heights = labels(drawPlot(draw, picture({ lines }), 'en')).map(({ attributes }) => Number(attributes.y));
    const sorted = [...heights].sort((a, b) => a - b);
    for (let i = 1; i < sorted.length; i++) expect((sorted[i] ?? 0) - (sorted[i - 1] ?? 0)).toBeGreaterThan(labelSize);
  });
  it('writes ticks with a real minus', () => {
    const root = drawPlot(
      draw,
      picture({
        lines: [
          {
            label: 'one',
            points: [
              [0, -10],
              [1, 10],
            ],
          },
        ],
      }),
      'en',
    );
    expect(ticks(root)).toContain('−10');
    expect(ticks(root).join()).not.toContain('-');
  });
  it('draws guides with their labels inside the chart', () => {
    const root = drawPlot(
      draw,
      picture({
        guides: [
          { y: 50, label: 'limit' },
          { x: 9, label: 'late' },
          { x: 1, label: 'early' },
        ],
      }),
      'en',
    );
    expect(texts(root, 'guide-label')).toEqual(['limit', 'late', 'early']);
    expect(shapes(root, 'guide-label').map(({ attributes }) => attributes['text-anchor'] ?? 'start')).toEqual(['start', 'end', 'start']);
  });
  it('brings the present line forward and lets the others step back', () => {
    const lines = [
      {
        label: 'now',
        points: [
          [0, 0],
          [1, 1],
        ] as [number, number][],
        current: true,
      },
      {
        label: 'then',
        points: [
          [0, 1],
          [1, 2],
        ] as [number, number][],
      },
    ];
    const classes = shapes(drawPlot(draw, picture({ lines }), 'en'), 'series').map(({ attributes }) => attributes.class);
    expect(classes).toEqual([expect.stringContaining('current'), expect.stringContaining('faint')]);
  });
});

describe('pathOf(points)', () => {
  it('tells each point by its distance from the one before, drops those on a straight line, and keeps corners and ends', () => {
    expect(
      pathOf([
        [0, 0],
        [5, 5],
        [10, 10],
        [20, 10],
        [30, 10],
      ]),
    ).toBe('M0 0l10 10 20 0');
  });
  it('keeps a point that is farther than a quarter of a pixel from the line, and drops one that is nearer', () => {
    expect(
      pathOf([
        [0, 0],
        [10, 0.4],
        [20, 0],
      ]),
    ).toBe('M0 0l10 0.5 10-0.5');
    expect(
      pathOf([
        [0, 0],
        [10, 0.2],
        [20, 0],
      ]),
    ).toBe('M0 0l20 0');
  });
  it('goes astray by less than half a pixel, however many points there are', () => {
    const points = Array.from({ length: 400 }, (_, x): [number, number] => [x * 1.3, 150 - 140 * Math.sin(x / 23)]);
    const [[startX, startY] = [0, 0], ...steps] = [...pathOf(points).matchAll(/(-?[\d.]+) ?(-?[\d.]+)/g)].map(([, x, y]): [number, number] => [
      Number(x),
      Number(y),
    ]);
    const corners: [number, number][] = [[startX, startY]];
    for (const [dx, dy] of steps) corners.push([(corners.at(-1)?.[0] ?? 0) + dx, (corners.at(-1)?.[1] ?? 0) + dy]);
    expect(corners.length).toBeLessThan(points.length / 2);
    const heightAt = (x: number) => {
      const next = corners.findIndex(([at]) => at >= x);
      const [[x1, y1] = [0, 0], [x2, y2] = [0, 0]] = [corners[Math.max(0, next - 1)], corners[Math.max(1, next)]];
      return { y: y1 + ((y2 - y1) * (x - x1)) / (x2 - x1), slope: (y2 - y1) / (x2 - x1) };
    };
    for (const [x, y] of points.filter(([x]) => x <= (corners.at(-1)?.[0] ?? 0))) {
      const { y: drawn, slope } = heightAt(x);
      expect(Math.abs(drawn - y) / Math.hypot(1, slope)).toBeLessThan(0.6);
    }
  });
  it('draws a single point and two points as they are', () => {
    expect(pathOf([[3, 4]])).toBe('M3 4');
    expect(
      pathOf([
        [3, 4],
        [5, 6],
      ]),
    ).toBe('M3 4l2 2');
  });
});
