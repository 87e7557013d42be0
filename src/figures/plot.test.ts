import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draw } from './draw.ts';
import { drawPlot, type PlotPicture, pathOf, spread } from './plot.ts';

/** Height of the letters of a line's label, in the picture's units. */
const css = readFileSync(join(import.meta.dirname, '../styles/prose.css'), 'utf8');
const labelSize = Number(/svg text\.series-label[^}]*font-size: ([\d.]+)px/.exec(css)?.[1]);

interface Drawn {
  tag: string;
  attributes: Record<string, string | number>;
  children: (Drawn | string)[];
}
const draw: Draw<Drawn> = (tag, attributes, ...children) => ({ tag, attributes, children });
const shapes = (root: Drawn, name: string) =>
  root.children.filter((child): child is Drawn => typeof child === 'object' && String(child.attributes.class).split(' ').includes(name));
const texts = (root: Drawn, name: string) => shapes(root, name).map(({ children }) => children.join(''));

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
    const circles = shapes(
      drawPlot(
        draw,
        picture({
          lines: [
            {
              label: 'one',
              points: [
                [0, 0],
                [10, 100],
              ],
              marks: true,
            },
          ],
        }),
        'en',
      ),
      'series',
    ).filter(({ tag }) => tag === 'circle');
    const [low, high] = circles.map(({ attributes }) => [Number(attributes.cx), Number(attributes.cy)]);
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
    const [a = 0, b = 0, c = 0] = shapes(root, 'series')
      .filter(({ tag }) => tag === 'circle')
      .map(({ attributes }) => Number(attributes.cy));
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
    expect(shapes(root, 'series').filter(({ tag }) => tag === 'circle')).toHaveLength(2);
  });
  it('keeps labels of lines that end in one place apart', () => {
    const lines = ['a', 'b', 'c', 'd', 'e', 'f'].map((label) => ({
      label,
      points: [
        [0, 0],
        [1, 1],
      ] as [number, number][],
    }));
    const heights = shapes(drawPlot(draw, picture({ lines }), 'en'), 'series-label').map(({ attributes }) => Number(attributes.y));
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
    expect(texts(root, 'tick')).toContain('−10');
    expect(texts(root, 'tick').join()).not.toContain('-');
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
    const classes = shapes(drawPlot(draw, picture({ lines }), 'en'), 'series')
      .filter(({ tag }) => tag === 'path')
      .map(({ attributes }) => attributes.class);
    expect(classes).toEqual([expect.stringContaining('current'), expect.stringContaining('faint')]);
  });
});

describe('pathOf', () => {
  it('drops points on a straight line and keeps corners and ends', () => {
    expect(
      pathOf([
        [0, 0],
        [5, 5],
        [10, 10],
        [20, 10],
        [30, 10],
      ]),
    ).toBe('M0,0L10,10L30,10');
  });
  it('keeps a point that is farther than a quarter of a pixel from the line, and drops one that is nearer', () => {
    expect(
      pathOf([
        [0, 0],
        [10, 0.4],
        [20, 0],
      ]),
    ).toBe('M0,0L10,0.4L20,0');
    expect(
      pathOf([
        [0, 0],
        [10, 0.2],
        [20, 0],
      ]),
    ).toBe('M0,0L20,0');
  });
  it('draws a single point and two points as they are', () => {
    expect(pathOf([[3, 4]])).toBe('M3,4');
    expect(
      pathOf([
        [3, 4],
        [5, 6],
      ]),
    ).toBe('M3,4L5,6');
  });
});
