import type { Draw } from './draw.ts';

export interface Box {
  id: string;
  at: [column: number, row: number];
  span: [columns: number, rows: number];
  label: string;
  tone: 'plain' | 'accent' | 'muted';
}

export interface Arrow {
  from: string;
  to: string;
  label?: string | undefined;
}

export interface BlocksPicture {
  alt: string;
  boxes: Box[];
  arrows: Arrow[];
}

const column = 190;
const row = 92;
const boxWidth = 138;
const boxHeight = 52;
const lineHeight = 16;

interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Boxes and arrows on a grid. Arrows run straight between the sides that face each other. */
export function drawBlocks<Node>(draw: Draw<Node>, { alt, boxes, arrows }: BlocksPicture): Node {
  const places = new Map(boxes.map((box) => [box.id, rectangle(box)]));
  const width = Math.max(...[...places.values()].map((place) => place.x + place.width)) + 12;
  const height = Math.max(...[...places.values()].map((place) => place.y + place.height)) + 12;
  return draw(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': alt, class: 'blocks' },
    ...arrows.flatMap((arrow) => drawArrow(draw, arrow, places.get(arrow.from), places.get(arrow.to))),
    ...boxes.flatMap((box) => drawBox(draw, box, rectangle(box))),
  );
}

function rectangle({ at: [x, y], span: [columns, rows] }: Box): Rectangle {
  return { x: 12 + x * column, y: 12 + y * row, width: boxWidth + (columns - 1) * column, height: boxHeight + (rows - 1) * row };
}

function drawBox<Node>(draw: Draw<Node>, box: Box, { x, y, width, height }: Rectangle): Node[] {
  const lines = wrap(box.label, Math.floor((width - 14) / 7.6));
  const top = y + height / 2 - ((lines.length - 1) * lineHeight) / 2 + 5;
  return [
    draw('rect', { class: box.tone === 'plain' ? 'box' : `box ${box.tone}`, x, y, width, height, rx: 3 }),
    draw('text', { class: 'box-label' }, ...lines.map((text, index) => draw('tspan', { x: x + width / 2, y: top + index * lineHeight }, text))),
  ];
}

function drawArrow<Node>(draw: Draw<Node>, arrow: Arrow, from: Rectangle | undefined, to: Rectangle | undefined): Node[] {
  if (!from || !to) return [];
  const sideways = from.x + from.width <= to.x || to.x + to.width <= from.x;
  const [start, end] = sideways ? facingSides(from, to) : facingEdges(from, to);
  const angle = Math.atan2(end[1] - start[1], end[0] - start[0]);
  const head = [-0.45, 0.45].map((turn) => `${one(end[0] - 9 * Math.cos(angle + turn))} ${one(end[1] - 9 * Math.sin(angle + turn))}`);
  const middle: [number, number] = [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2];
  const label = arrow.label
    ? [
        sideways
          ? draw('text', { class: 'arrow-label over', x: one(middle[0]), y: one(middle[1] - 6) }, arrow.label)
          : draw('text', { class: 'arrow-label', x: one(middle[0] + 7), y: one(middle[1] + 4) }, arrow.label),
      ]
    : [];
  return [
    draw('path', { class: 'arrow', d: `M${start.map(one).join(' ')}L${end.map(one).join(' ')}` }),
    draw('path', { class: 'arrow-head', d: `M${end.map(one).join(' ')}L${head.join(' ')}z` }),
    ...label,
  ];
}

function facingSides(from: Rectangle, to: Rectangle): [[number, number], [number, number]] {
  const rightwards = from.x < to.x;
  const overlap = commonMiddle(from.y, from.height, to.y, to.height);
  const [fromY, toY] = overlap === undefined ? [from.y + from.height / 2, to.y + to.height / 2] : [overlap, overlap];
  return [
    [rightwards ? from.x + from.width : from.x, fromY],
    [rightwards ? to.x : to.x + to.width, toY],
  ];
}

function facingEdges(from: Rectangle, to: Rectangle): [[number, number], [number, number]] {
  const downwards = from.y < to.y;
  const overlap = commonMiddle(from.x, from.width, to.x, to.width);
  const [fromX, toX] = overlap === undefined ? [from.x + from.width / 2, to.x + to.width / 2] : [overlap, overlap];
  return [
    [fromX, downwards ? from.y + from.height : from.y],
    [toX, downwards ? to.y : to.y + to.height],
  ];
}

/** Middle of the stretch that two intervals share. */
function commonMiddle(a: number, aLength: number, b: number, bLength: number): number | undefined {
  const low = Math.max(a, b);
  const high = Math.min(a + aLength, b + bLength);
  return high > low ? (low + high) / 2 : undefined;
}

/** Breaks a label into lines of at most `limit` Latin widths; a Han character counts for two. */
export function wrap(label: string, limit: number): string[] {
  const lines: string[] = [];
  for (const part of label.split('\n')) {
    let current = '';
    for (const piece of part.match(/[\u2e80-\u9fff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef]+|\s+/g) ?? []) {
      if (measure(current + piece) > limit && current.trim() !== '') {
        lines.push(current.trim());
        current = piece.trim();
      } else current += piece;
    }
    if (current.trim() !== '') lines.push(current.trim());
  }
  return lines;
}

const measure = (text: string) => [...text].reduce((sum, character) => sum + (/[\u2e80-\u9fff\uff00-\uffef]/.test(character) ? 1.75 : 1), 0);
const one = (value: number) => Math.round(value * 10) / 10;
