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
  const [left, right, bottom] = [startOf(xScale), endOf(xScale), height - margin.bottom];
  const rows = ticksOf(yScale, y, 6);
  const columns = ticksOf(xScale, x, 7);
  const grid = rows.map((tick) => `M${round(left)} ${round(yScale(tick))}H${round(right)}`);
  const marks = columns.map((tick) => `M${round(xScale(tick))} ${bottom}v5`);
  const text = (tick: number, at: { x: number; y: number }) => draw('text', at, tickText(tick, locale));
  return [
    draw('path', { class: 'grid', d: grid.join('') }),
    draw('path', { class: 'axis', d: `${marks.join('')}M${round(left)} ${bottom}H${round(right)}` }),
    draw('g', { 'text-anchor': 'end' }, ...rows.map((tick) => text(tick, { x: whole(left - 8), y: whole(yScale(tick) + 4) }))),
    draw('g', { 'text-anchor': 'middle' }, ...columns.map((tick) => text(tick, { x: whole(xScale(tick)), y: bottom + 19 }))),
    draw('text', { class: 'axis-label', x: whole(right), y: height - 8, 'text-anchor': 'end' }, axisText(x)),
    draw('text', { class: 'axis-label', x: 4, y: 16 }, axisText(y)),
  ];
}

const axisText = (axis: Axis) => (axis.unit ? `${axis.label} / ${axis.unit}` : axis.label);

function guides<Node>(draw: Draw<Node>, all: PlotGuide[], xScale: Scale, yScale: Scale): Node[] {
  const [left, right] = [startOf(xScale), endOf(xScale)];
  return all.flatMap(({ x, y, label }) => {
    if (y !== undefined) {
      const at = round(yScale(y));
      return [
        draw('path', { class: 'guide', d: `M${round(left)} ${at}H${round(right)}` }),
        draw('text', { class: 'guide-label', x: whole(left + 6), y: whole(at - 5) }, label),
      ];
    }
    const at = round(xScale(x ?? 0));
    const late = at > (left + right) / 2;
    return [
      draw('path', { class: 'guide', d: `M${at} ${margin.top}V${height - margin.bottom}` }),
      draw('text', { class: 'guide-label', x: whole(at + (late ? -6 : 6)), y: margin.top + 10, ...(late ? { 'text-anchor': 'end' } : {}) }, label),
    ];
  });
}

function curves<Node>(draw: Draw<Node>, lines: PlotLine[], xScale: Scale, yScale: Scale): Node[] {
  const hasCurrent = lines.some((one) => one.current);
  const tone = (one: PlotLine, index: number) => `series series-${index % 6}${hasCurrent && !one.current ? ' faint' : ''}${one.current ? ' current' : ''}`;
  const ends = spread(lines.map((one) => yScale(one.points.at(-1)?.[1] ?? 0)));
  return lines.flatMap((one, index) => {
    const points = one.points.map(([x, y]): [number, number] => [xScale(x), yScale(y)]);
    const [lastX] = points.at(-1) ?? [];
    if (lastX === undefined) return [];
    const shape = one.marks ? draw('path', { class: 'dots', d: dotsOf(points) }) : draw('path', { d: pathOf(points) });
    const label = { x: whole(Math.min(lastX, endOf(xScale)) + 8), y: whole((ends[index] ?? 0) + 4) };
    return [draw('g', { class: tone(one, index) }, shape, draw('text', label, one.label))];
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

/**
 * A line through points, without those that lie on it to a quarter of a pixel, in halves of a pixel, each point told by its distance from
 * the one before: the same picture in half the bytes. Distances are between rounded places, so that errors do not add up.
 */
export function pathOf(points: [x: number, y: number][]): string {
  const places = simplify(points, 0.25).map(([x, y]): [number, number] => [half(x), half(y)]);
  const steps = places.map(([x, y], index) => {
    const [fromX, fromY] = places[index - 1] ?? [0, 0];
    return pair(x - fromX, y - fromY);
  });
  const [start = '', ...rest] = steps;
  return `M${start}${rest.length > 0 ? `l${joined(rest)}` : ''}`;
}

/** Points as lines without length: round ends make dots of them. */
export function dotsOf(points: [x: number, y: number][]): string {
  return points.map(([x, y]) => `M${pair(round(x), round(y))}h0`).join('');
}

const pair = (x: number, y: number) => joined([String(x), String(y)]);

/** Numbers of a path; a minus parts two of them as well as a space does. */
const joined = (numbers: string[]) => numbers.join(' ').replaceAll(' -', '-');

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

const half = (value: number) => Math.round(value * 2) / 2;
const round = (value: number) => Math.round(value * 10) / 10;
/** Whole numbers are exact enough for text. */
const whole = (value: number) => Math.round(value);
