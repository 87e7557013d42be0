import { describe, expect, it } from 'vitest';
import { type Box, drawBlocks, wrap } from './blocks.ts';
import type { Draw } from './draw.ts';

interface Drawn {
  tag: string;
  attributes: Record<string, string | number>;
  children: (Drawn | string)[];
}
const draw: Draw<Drawn> = (tag, attributes, ...children) => ({ tag, attributes, children });
const shapes = (root: Drawn, name: string) =>
  root.children.filter((child): child is Drawn => typeof child === 'object' && String(child.attributes.class).split(' ').includes(name));
const box = (id: string, at: [number, number], given: Partial<Box> = {}): Box => ({ id, at, span: [1, 1], label: id, tone: 'plain', ...given });
const path = (root: Drawn) => (String(shapes(root, 'arrow')[0]?.attributes.d).match(/[\d.]+/g) ?? []).map(Number);
const place = (root: Drawn, index: number) => {
  const { x = 0, y = 0, width = 0, height = 0 } = shapes(root, 'box')[index]?.attributes ?? {};
  return { left: Number(x), right: Number(x) + Number(width), top: Number(y), bottom: Number(y) + Number(height) };
};

describe('drawBlocks(draw, picture)', () => {
  it('draws an arrow from the right side of one box to the left side of the next', () => {
    const root = drawBlocks(draw, { alt: 'Two.', boxes: [box('a', [0, 0]), box('b', [1, 0])], arrows: [{ from: 'a', to: 'b', label: 'then' }] });
    const [a, b] = [place(root, 0), place(root, 1)];
    const [x1, y1, x2, y2] = path(root);
    expect([x1, x2]).toEqual([a.right, b.left]);
    expect(y1).toBe(y2);
    expect(y1).toBeGreaterThan(a.top);
    expect(y1).toBeLessThan(a.bottom);
    expect(shapes(root, 'arrow-label').map(({ children }) => children)).toEqual([['then']]);
  });
  it('draws it backwards, and downwards, too', () => {
    const back = drawBlocks(draw, { alt: '', boxes: [box('a', [0, 0]), box('b', [1, 0])], arrows: [{ from: 'b', to: 'a' }] });
    expect([path(back)[0], path(back)[2]]).toEqual([place(back, 1).left, place(back, 0).right]);
    const down = drawBlocks(draw, { alt: '', boxes: [box('a', [0, 0]), box('b', [0, 1])], arrows: [{ from: 'a', to: 'b' }] });
    expect([path(down)[1], path(down)[3]]).toEqual([place(down, 0).bottom, place(down, 1).top]);
  });
  it('makes a picture that holds every box, those that span columns and rows included', () => {
    const root = drawBlocks(draw, { alt: 'Big.', boxes: [box('a', [0, 0], { span: [3, 2] }), box('b', [2, 3])], arrows: [] });
    const [, , width = 0, height = 0] = String(root.attributes.viewBox).split(' ').map(Number);
    for (const index of [0, 1]) {
      expect(place(root, index).right).toBeLessThan(width);
      expect(place(root, index).bottom).toBeLessThan(height);
    }
    expect(place(root, 0).bottom).toBeLessThan(place(root, 1).top);
  });
  it('draws no arrow to a box that is not there', () => {
    expect(shapes(drawBlocks(draw, { alt: '', boxes: [box('a', [0, 0]), box('b', [1, 0])], arrows: [{ from: 'a', to: 'c' }] }), 'arrow')).toEqual([]);
  });
  it('breaks a long label into lines that stay inside of the box', () => {
    const root = drawBlocks(draw, { alt: '', boxes: [box('a', [0, 0], { label: 'a consumer group of readers' }), box('b', [1, 0])], arrows: [] });
    const { top, bottom } = place(root, 0);
    const [label] = shapes(root, 'box-label');
    expect(label?.children.length).toBeGreaterThan(1);
    for (const line of label?.children ?? []) {
      const y = typeof line === 'object' ? Number(line.attributes.y) : Number.NaN;
      expect(y).toBeGreaterThan(top);
      expect(y).toBeLessThan(bottom);
    }
  });
});

describe('wrap(label, limit)', () => {
  it('breaks Latin text between words and Chinese text between characters', () => {
    expect(wrap('one two three', 8)).toEqual(['one two', 'three']);
    expect(wrap('扩频因子与带宽', 8)).toEqual(['扩频因子', '与带宽']);
  });
  it('keeps breaks that the author set, and a word that is too long whole', () => {
    expect(wrap('one\ntwo', 20)).toEqual(['one', 'two']);
    expect(wrap('spectrogram', 4)).toEqual(['spectrogram']);
  });
});
