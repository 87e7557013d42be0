import { scaleLinear, scaleLog } from 'd3-scale';
import type { Locale } from '../i18n/locales.ts';
import { formatNumber } from '../i18n/number.ts';
import type { Draw } from './draw.ts';

export interface Axis {
  label: string;
  unit?: string | undefined;
  scale?: 'linear' | 'log' | undefined;
  from?: number | undefined;
  to?: number | undefined;
}

export interface PlotLine {
  label: string;
  points: [x: number, y: number][];
  /** Draw points, not a line. */
  marks?: boolean;
  /** Stands out; the others step back. */
  current?: boolean;
}

export interface PlotGuide {
  x?: number | undefined;
  y?: number | undefined;
  label: string;
}

export interface PlotPicture {
  alt: string;
  x: Axis;
  y: Axis;
  lines: PlotLine[];
  guides: PlotGuide[];
}

const width = 640;
const height = 380;
const margin = { top: 34, bottom: 48 };
/** Room for the numbers of the y axis: as much as the longest needs. */
const tickRoom = { least: 48, each: 7.4 };
/** Room for the labels at the ends of the lines: as much as the longest needs. */
const labelRoom = { least: 40, most: 230, latin: 8, han: 13.2 };
const labelHeight = 15;

type Scale = ReturnType<typeof scaleLinear<number>> | ReturnType<typeof scaleLog<number>>;

/** A line chart: thin axes, units on them, labels at the ends of the lines instead of a legend. Text and colours come from the page's style sheet. */
export function drawPlot<Node>(draw: Draw<Node>, picture: PlotPicture, locale: Locale): Node {
  const lines = picture.lines.map((one) => ({
    ...one,
    points: one.points.filter(
      ([x, y]) => Number.isFinite(x) && Number.isFinite(y) && (picture.y.scale !== 'log' || y > 0) && (picture.x.scale !== 'log' || x > 0),
    ),
  }));
  const everything = lines.flatMap((one) => one.points);
  const yScale = makeScale(
    picture.y,
    [...everything.map(([, y]) => y), ...picture.guides.flatMap((guide) => guide.y ?? [])],
    [height - margin.bottom, margin.top],
    true,
  );
  const left = roomForTicks(yScale, picture.y, locale);
  const xScale = makeScale(
    picture.x,
    [...everything.map(([x]) => x), ...picture.guides.flatMap((guide) => guide.x ?? [])],
    [left, width - roomForLabels(lines)],
    false,
  );
  return draw(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': picture.alt, class: 'plot' },
    ...axes(draw, picture, xScale, yScale, locale),
    ...guides(draw, picture.guides, xScale, yScale),
    ...curves(draw, lines, xScale, yScale),
  );
}

function makeScale(axis: Axis, values: number[], range: [number, number], nice: boolean): Scale {
  const domain: [number, number] = [axis.from ?? Math.min(...values), axis.to ?? Math.max(...values)];
  if (domain[0] === domain[1]) domain[1] += Math.abs(domain[0]) || 1;
  const scale = axis.scale === 'log' ? scaleLog(domain, range) : scaleLinear(domain, range);
  return nice && axis.from === undefined && axis.to === undefined ? scale.nice() : scale;
}

function ticksOf(scale: Scale, axis: Axis, count: number): number[] {
  const ticks = scale.ticks(count);
  if (axis.scale !== 'log' || ticks.length <= 10) return ticks;
  const powers = ticks.filter((tick) => Math.abs(Math.log10(tick) - Math.round(Math.log10(tick))) < 1e-9);
  return powers.length >= 2 ? powers : ticks.filter((_, index) => index % 3 === 0);
}

function axes<Node>(draw: Draw<Node>, { x, y }: PlotPicture, xScale: Scale, yScale: Scale, locale: Locale): Node[] {
  const bottom = height - margin.bottom;
  const right = endOf(xScale);
  return [
    ...ticksOf(yScale, y, 6).flatMap((tick) => [
      draw('line', { class: 'grid', x1: startOf(xScale), x2: right, y1: round(yScale(tick)), y2: round(yScale(tick)) }),
      draw('text', { class: 'tick', x: startOf(xScale) - 8, y: round(yScale(tick) + 4), 'text-anchor': 'end' }, tickText(tick, locale)),
    ]),
    ...ticksOf(xScale, x, 7).flatMap((tick) => [
      draw('line', { class: 'axis', x1: round(xScale(tick)), x2: round(xScale(tick)), y1: bottom, y2: bottom + 5 }),
      draw('text', { class: 'tick', x: round(xScale(tick)), y: bottom + 19, 'text-anchor': 'middle' }, tickText(tick, locale)),
    ]),
    draw('line', { class: 'axis', x1: startOf(xScale), x2: right, y1: bottom, y2: bottom }),
    draw('text', { class: 'axis-label', x: right, y: height - 8, 'text-anchor': 'end' }, axisText(x)),
    draw('text', { class: 'axis-label', x: 4, y: 16, 'text-anchor': 'start' }, axisText(y)),
  ];
}

const axisText = (axis: Axis) => (axis.unit ? `${axis.label} / ${axis.unit}` : axis.label);

function guides<Node>(draw: Draw<Node>, all: PlotGuide[], xScale: Scale, yScale: Scale): Node[] {
  const right = endOf(xScale);
  return all.flatMap(({ x, y, label }) => {
    if (y !== undefined) {
      const at = round(yScale(y));
      return [
        draw('line', { class: 'guide', x1: startOf(xScale), x2: right, y1: at, y2: at }),
        draw('text', { class: 'guide-label', x: startOf(xScale) + 6, y: at - 5 }, label),
      ];
    }
    const at = round(xScale(x ?? 0));
    const late = at > (startOf(xScale) + right) / 2;
    return [
      draw('line', { class: 'guide', x1: at, x2: at, y1: margin.top, y2: height - margin.bottom }),
      draw('text', { class: 'guide-label', x: at + (late ? -6 : 6), y: margin.top + 10, 'text-anchor': late ? 'end' : 'start' }, label),
    ];
  });
}

function curves<Node>(draw: Draw<Node>, lines: PlotLine[], xScale: Scale, yScale: Scale): Node[] {
  const hasCurrent = lines.some((one) => one.current);
  const tone = (one: PlotLine, index: number) => `series series-${index % 6}${hasCurrent && !one.current ? ' faint' : ''}${one.current ? ' current' : ''}`;
  const ends = spread(lines.map((one) => yScale(one.points.at(-1)?.[1] ?? 0)));
  return lines.flatMap((one, index) => {
    if (one.points.length === 0) return [];
    const shapes = one.marks
      ? one.points.map(([x, y]) => draw('circle', { class: tone(one, index), cx: round(xScale(x)), cy: round(yScale(y)), r: 3.2 }))
      : [draw('path', { class: tone(one, index), d: pathOf(one.points.map(([x, y]) => [xScale(x), yScale(y)])) })];
    const last = one.points.at(-1) ?? [0, 0];
    const labelX = Math.min(round(xScale(last[0])) + 8, endOf(xScale) + 8);
    return [...shapes, draw('text', { class: `series-label ${tone(one, index)}`, x: labelX, y: round((ends[index] ?? 0) + 4) }, one.label)];
  });
}

const startOf = (scale: Scale) => scale.range()[0] ?? 0;
const endOf = (scale: Scale) => scale.range()[1] ?? width;

function roomForTicks(scale: Scale, axis: Axis, locale: Locale): number {
  return Math.max(tickRoom.least, ...ticksOf(scale, axis, 6).map((tick) => tickText(tick, locale).length * tickRoom.each + 14));
}

const tickText = (value: number, locale: Locale) => formatNumber(value, locale, { digits: 3 });

function roomForLabels(lines: PlotLine[]): number {
  const widths = lines.map(({ label }) =>
    [...label].reduce((sum, character) => sum + (/[\u2e80-\u9fff\uff00-\uffef]/.test(character) ? labelRoom.han : labelRoom.latin), 14),
  );
  return Math.min(labelRoom.most, Math.max(labelRoom.least, ...widths));
}

/** A line through points, without those that lie on it to a quarter of a pixel: the same picture in fewer bytes. */
export function pathOf(points: [x: number, y: number][]): string {
  return `M${simplify(points, 0.25)
    .map(([x, y]) => `${round(x)},${round(y)}`)
    .join('L')}`;
}

/** Ramer–Douglas–Peucker: keeps the ends and, between them, what is farther than `tolerance` from the straight line. */
function simplify(points: [x: number, y: number][], tolerance: number): [x: number, y: number][] {
  const [first, last] = [points[0], points.at(-1)];
  if (points.length < 3 || !first || !last) return points;
  const length = Math.hypot(last[0] - first[0], last[1] - first[1]);
  let farthest = 0;
  let most = tolerance;
  for (const [index, [x, y]] of points.entries()) {
    const distance =
      length === 0 ? Math.hypot(x - first[0], y - first[1]) : Math.abs((last[0] - first[0]) * (first[1] - y) - (first[0] - x) * (last[1] - first[1])) / length;
    if (distance > most) [farthest, most] = [index, distance];
  }
  if (farthest === 0) return [first, last];
  return [...simplify(points.slice(0, farthest + 1), tolerance).slice(0, -1), ...simplify(points.slice(farthest), tolerance)];
}

/**
 * Moves labels apart, keeping their order, so that none lies on another and all stay as near as can be (least squares): neighbours that
 * would overlap are pooled into a stack around their mean.
 */
export function spread(positions: number[], gap = labelHeight): number[] {
  const order = positions.map((_, index) => index).sort((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0));
  const stacks: { sum: number; count: number }[] = [];
  for (const [rank, index] of order.entries()) {
    let stack = { sum: (positions[index] ?? 0) - rank * gap, count: 1 };
    for (let above = stacks.at(-1); above && above.sum / above.count > stack.sum / stack.count; above = stacks.at(-1)) {
      stack = { sum: stack.sum + above.sum, count: stack.count + above.count };
      stacks.pop();
    }
    stacks.push(stack);
  }
  const levels = stacks.flatMap(({ sum, count }) => Array<number>(count).fill(sum / count));
  const placed = [...positions];
  for (const [rank, index] of order.entries()) placed[index] = (levels[rank] ?? 0) + rank * gap;
  return placed;
}

const round = (value: number) => Math.round(value * 10) / 10;
